"""The tables of who is who: administrators, second factors, new passphrases, the security log."""

import datetime as dt

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from tracker.storage.columns import Base, one_of
from tracker.storage.keys import AccountId, OwnId, own_key
from tracker.storage.words import SecurityEvent


class AdministratorRow(Base):
    """An account that has the role of an administrator."""

    __tablename__ = "administrators"

    account_id: Mapped[AccountId]
    since: Mapped[dt.datetime]


class SecurityEventRow(Base):
    """What happened at the door: to whom, by whom where that is another, and from where.

    No column takes words of anybody's: nothing of a diary, no token and no passphrase can be in it.
    """

    __tablename__ = "security_events"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[dt.datetime] = mapped_column(index=True)
    kind: Mapped[SecurityEvent] = mapped_column(one_of(SecurityEvent, checked=False))
    account_id: Mapped[int | None] = mapped_column(
        ForeignKey("accounts.id", ondelete="CASCADE"), index=True
    )
    by_account_id: Mapped[int | None] = mapped_column(
        ForeignKey("accounts.id", ondelete="SET NULL"), index=True
    )
    address: Mapped[str] = mapped_column(server_default="")
    user_agent: Mapped[str] = mapped_column(server_default="")


class TotpKeyRow(Base):
    """The key of an authenticator app, sealed; `last_step` is the latest step whose code was taken.

    A step is 30 seconds long, counted from 1970.
    """

    __tablename__ = "totp_keys"

    account_id: Mapped[AccountId]
    sealed: Mapped[str]
    last_step: Mapped[int]
    since: Mapped[dt.datetime]


class RecoveryCodeRow(Base):
    """A code that takes the place of the second factor, once."""

    __tablename__ = "recovery_codes"
    __table_args__ = (own_key(), UniqueConstraint("account_id", "code_hash"))

    account_id: Mapped[AccountId] = mapped_column(index=True)
    id: Mapped[OwnId]
    code_hash: Mapped[str]
    used_at: Mapped[dt.datetime | None]


class PasskeyRow(Base):
    """A passkey: what a device or a key ring proves itself by. Ids and keys are base64url."""

    __tablename__ = "passkeys"
    __table_args__ = (own_key(),)

    account_id: Mapped[AccountId] = mapped_column(index=True)
    id: Mapped[OwnId]
    credential_id: Mapped[str] = mapped_column(unique=True)
    public_key: Mapped[str]
    sign_count: Mapped[int]
    name: Mapped[str]
    since: Mapped[dt.datetime]
    last_used_at: Mapped[dt.datetime | None]


class ResetLinkRow(Base):
    """A link by which an account's owner chooses a new passphrase, once, until it expires."""

    __tablename__ = "reset_links"
    __table_args__ = (own_key(),)

    account_id: Mapped[AccountId] = mapped_column(index=True)
    id: Mapped[OwnId]
    token_hash: Mapped[str] = mapped_column(unique=True)
    created_at: Mapped[dt.datetime]
    expires_at: Mapped[dt.datetime]
    used_at: Mapped[dt.datetime | None]
    revoked_at: Mapped[dt.datetime | None]
