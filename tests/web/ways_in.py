"""Every way in to an account: browsers, keys, tokens, links, reminders, and a clinician's."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from tests.web.conftest import START, TODAY
from tracker.services import tokens
from tracker.services.access import (
    administrators,
    api_tokens,
    consents,
    registration,
    sign_ins,
)
from tracker.services.access.origin import SHELL
from tracker.services.reminders import channels
from tracker.services.reminders.hours import USUAL
from tracker.storage import reminders
from tracker.storage.access import accounts as stored_accounts
from tracker.storage.access import consents as stored_consents
from tracker.storage.access import passkeys, reset_links
from tracker.storage.access.roles import clinicians
from tracker.storage.words import ApiScope, ReminderChannel, ReminderState

if TYPE_CHECKING:
    from tracker.storage.database import Database


class Practice(NamedTuple):
    """A clinician's browser, the consent to them, and a link for another one."""

    token: str
    consent_id: int
    link_id: int
    link: str


def practice(database: Database, account_id: int) -> Practice:
    """A clinician who is let in without notes."""
    with database.writing() as tx:
        theirs = stored_accounts.add(
            tx,
            name=f"Physio {account_id}",
            name_key=f"physio {account_id}",
            passphrase_hash="x",
            now=START,
        )
        clinicians.add(tx, theirs.id, START)
        stored_consents.give(tx, account_id, theirs.id, with_notes=False, now=START)
    token = sign_ins.open_sign_in(database, theirs.id, user_agent="a test", now=START)
    link = consents.make_link(database, account_id, by_clinician=False, origin=SHELL, now=START)
    (consent,) = consents.given_by(database, account_id)
    (unused,) = consents.links_of(database, account_id, now=START)
    return Practice(token, consent.id, unused.id, link)


def api_token(database: Database, account_id: int) -> int:
    scope = ApiScope.WRITE
    api_tokens.make(database, account_id, name="A watch", scope=scope, days=30, now=START)
    return api_tokens.of_account(database, account_id)[0].id


def sign_in_id(database: Database, account_id: int, token: str) -> int:
    listed = sign_ins.sign_ins(database, account_id, token, START)
    return next(it.id for it in listed if it.is_here)


def reset_link(database: Database, account_id: int) -> str:
    """The token of a link to a new passphrase, as an administrator would make it."""
    token = tokens.new()
    with database.writing() as tx:
        until = START + timedelta(days=1)
        reset_links.add(tx, account_id, tokens.digest(token), now=START, expires_at=until)
    return token


def reminder(database: Database, account_id: int) -> str:
    """The token of a reminder by mail; both ways are on, as far as they are stored."""
    token = tokens.new()
    for way, target in (
        (ReminderChannel.MAIL, "a@example.org"),
        (ReminderChannel.WEBHOOK, "https://ntfy.example.org/a"),
    ):
        channels.turn_on(database, account_id, way, target, key="another's", now=START)
    channels.set_hours(database, account_id, USUAL)
    with database.writing(account_id) as tx:
        reminders.begin(
            tx,
            account_id,
            ReminderChannel.MAIL,
            TODAY,
            state=ReminderState.SENT,
            stop_hash=tokens.digest(token),
            now=START,
        )
    return token


def passkey(database: Database, account_id: int) -> int:
    """A passkey, as far as it is stored."""
    key = f"key-of-{account_id}"
    with database.writing() as tx:
        passkeys.add(
            tx,
            account_id,
            credential_id=key,
            public_key=key,
            sign_count=0,
            name="a test",
            now=START,
        )
        (stored,) = passkeys.of_account(tx, account_id)
    return stored.id


def invitation(database: Database, account_id: int) -> tuple[int | None, str]:
    """The id and the token of an invitation; a made-up token of who may not invite."""
    if not administrators.is_one(database, account_id):
        return None, tokens.new()
    token = registration.invite(database, account_id, now=START)
    return registration.invitations(database, account_id, now=START)[0].id, token
