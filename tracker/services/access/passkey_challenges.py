"""What passkeys are asked: a challenge, and the options by which a browser asks for an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.services.access.codes import ISSUER
from tracker.storage.access import passkeys as stored

if TYPE_CHECKING:
    from datetime import datetime

    from tracker.storage.access.accounts import Account
    from tracker.storage.database import Database


class Site(NamedTuple):
    """Where passkeys are used: the host's name, and the whole origin that browsers see."""

    host: str
    origin: str


class Challenge(NamedTuple):
    """What a passkey has to sign, in base64url; when it was asked to, and by which site."""

    text: str
    asked_at: datetime
    site: Site


def new_challenge(site: Site, now: datetime) -> Challenge:
    """Return what nobody has signed yet: 512 random bits."""
    from webauthn.helpers import bytes_to_base64url, generate_challenge

    return Challenge(bytes_to_base64url(generate_challenge()), now, site)


def creation_options(
    database: Database, account: Account, *, handle: str, challenge: Challenge
) -> str:
    """Return, as JSON, what a browser needs to make a passkey for an account.

    `handle` is what the passkey calls the account: it must tell nothing.
    """
    from webauthn import generate_registration_options, options_to_json
    from webauthn.helpers import structs

    with database.reading() as tx:
        known = stored.of_account(tx, account.id)
    options = generate_registration_options(
        rp_id=challenge.site.host,
        rp_name=ISSUER,
        user_name=account.name,
        user_id=handle.encode(),
        challenge=as_bytes(challenge.text),
        authenticator_selection=structs.AuthenticatorSelectionCriteria(
            resident_key=structs.ResidentKeyRequirement.REQUIRED,
            user_verification=structs.UserVerificationRequirement.REQUIRED,
        ),
        exclude_credentials=[
            structs.PublicKeyCredentialDescriptor(id=as_bytes(it.credential_id)) for it in known
        ],
    )
    return options_to_json(options)


def request_options(challenge: Challenge) -> str:
    """Return, as JSON, what a browser needs to ask for any passkey of this site."""
    from webauthn import generate_authentication_options, options_to_json
    from webauthn.helpers.structs import UserVerificationRequirement

    options = generate_authentication_options(
        rp_id=challenge.site.host,
        challenge=as_bytes(challenge.text),
        user_verification=UserVerificationRequirement.REQUIRED,
    )
    return options_to_json(options)


def as_bytes(text: str) -> bytes:
    """Return what base64url stands for."""
    from webauthn import base64url_to_bytes

    return base64url_to_bytes(text)
