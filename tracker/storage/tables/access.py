"""The tables of who may come in: accounts, sign-ins, invitations, links to read by."""

import datetime as dt

from sqlalchemy import BigInteger, Index, false, text
from sqlalchemy.orm import Mapped, mapped_column

from tracker.storage.account_revision import drawn
from tracker.storage.columns import Base, one_of
from tracker.storage.keys import (
    AccountId,
    OwnId,
    PartId,
    of_an_episode,
    own_key,
    parent_key,
    part_of,
)
from tracker.storage.words import ApiScope, Unit


class AccountRow(Base):
    """One person who signs in. `name_key` is the casefolded name, by which it is unique.

    `revision` is another number after each write to what is theirs. `language` is a tag (de); None
    for what each browser says.
    """

    __tablename__ = "accounts"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    name_key: Mapped[str] = mapped_column(unique=True)
    passphrase_hash: Mapped[str]
    unit: Mapped[Unit] = mapped_column(one_of(Unit), server_default=Unit.KM.value)
    language: Mapped[str | None]
    created_at: Mapped[dt.datetime]
    revision: Mapped[int] = mapped_column(BigInteger, default=drawn, server_default=text("0"))


class SignInRow(Base):
    """A browser that is signed in. The cookie holds the token, this table only its hash.

    `confirmed_at`: when who sits there last proved again who they are; None since signing in.
    """

    __tablename__ = "sign_ins"
    __table_args__ = (own_key(),)

    account_id: Mapped[AccountId] = mapped_column(index=True)
    id: Mapped[OwnId]
    token_hash: Mapped[str] = mapped_column(unique=True)
    user_agent: Mapped[str] = mapped_column(server_default="")
    created_at: Mapped[dt.datetime]
    last_seen_at: Mapped[dt.datetime]
    revoked_at: Mapped[dt.datetime | None]
    confirmed_at: Mapped[dt.datetime | None]


class LoginAttemptRow(Base):
    """A failed sign-in, counted per `kind` of key ("account", "address") and its value."""

    __tablename__ = "login_attempts"
    __table_args__ = (Index(None, "kind", "value", "at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    value: Mapped[str]
    at: Mapped[dt.datetime]


class InvitationRow(Base):
    """A link by which one person may make an account, once, until it expires."""

    __tablename__ = "invitations"
    __table_args__ = (own_key(),)

    account_id: Mapped[AccountId] = mapped_column(index=True)
    id: Mapped[OwnId]
    token_hash: Mapped[str] = mapped_column(unique=True)
    created_at: Mapped[dt.datetime]
    expires_at: Mapped[dt.datetime]
    used_at: Mapped[dt.datetime | None]
    revoked_at: Mapped[dt.datetime | None]
    as_clinician: Mapped[bool] = mapped_column(server_default=false())


class RegistrationOpeningRow(Base):
    """A time in which anyone may make an account, begun and ended by the administrator."""

    __tablename__ = "registration_openings"
    __table_args__ = (own_key(),)

    account_id: Mapped[AccountId] = mapped_column(index=True)
    id: Mapped[OwnId]
    opened_at: Mapped[dt.datetime]
    closed_at: Mapped[dt.datetime | None]


class ShareRow(Base):
    """A link to one episode. `shared_with` is the runner's name for who holds it.

    Read-only, but for one `for_answer`: it takes one answer, and is over once it was given.
    """

    __tablename__ = "shares"
    __table_args__ = (*parent_key(), *of_an_episode())

    account_id: Mapped[PartId]
    id: Mapped[OwnId]
    episode_id: Mapped[int]
    token_hash: Mapped[str] = mapped_column(unique=True)
    shared_with: Mapped[str]
    with_notes: Mapped[bool] = mapped_column(server_default=false())
    created_at: Mapped[dt.datetime]
    expires_at: Mapped[dt.datetime]
    revoked_at: Mapped[dt.datetime | None]
    for_answer: Mapped[bool] = mapped_column(server_default=false())
    answered_at: Mapped[dt.datetime | None]


class ShareOpeningRow(Base):
    """A page opened through a shared link."""

    __tablename__ = "share_openings"
    __table_args__ = (own_key(), *part_of("shares", "share_id", "at"))

    account_id: Mapped[PartId]
    id: Mapped[OwnId]
    share_id: Mapped[int]
    at: Mapped[dt.datetime]
    page: Mapped[str]
    user_agent: Mapped[str] = mapped_column(server_default="")


class CalendarFeedRow(Base):
    """A link by which a calendar program reads the plan, until it is revoked."""

    __tablename__ = "calendar_feeds"
    __table_args__ = (own_key(),)

    account_id: Mapped[AccountId] = mapped_column(index=True)
    id: Mapped[OwnId]
    token_hash: Mapped[str] = mapped_column(unique=True)
    created_at: Mapped[dt.datetime]
    revoked_at: Mapped[dt.datetime | None]


class ApiTokenRow(Base):
    """What a program shows to read or write a diary. `name` is the runner's for the program.

    `last_used_at` is noted once an hour at most.
    """

    __tablename__ = "api_tokens"
    __table_args__ = (own_key(),)

    account_id: Mapped[AccountId] = mapped_column(index=True)
    id: Mapped[OwnId]
    token_hash: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    scope: Mapped[ApiScope] = mapped_column(one_of(ApiScope, checked=False))
    created_at: Mapped[dt.datetime]
    expires_at: Mapped[dt.datetime]
    last_used_at: Mapped[dt.datetime | None]
    revoked_at: Mapped[dt.datetime | None]
