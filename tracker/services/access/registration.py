"""Who may make an account: the first, and whomever the administrator lets in.

The administrator is the earliest account there is. Registration is open to all only while the
administrator says so; otherwise it takes an invitation, which is good once.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import select, update

from tracker.services import tokens
from tracker.services.access import accounts
from tracker.services.errors import NotFound
from tracker.storage.access_models import InvitationRow, RegistrationOpeningRow

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import ColumnElement

    from tracker.services.access.accounts import Account
    from tracker.storage.database import Database, DbSession

INVITATION_LASTS = timedelta(days=7)


class RegistrationClosed(PermissionError):
    """There is an account already, and nobody invited this one."""


@dataclass(frozen=True, slots=True)
class Invitation:
    """A link that one person may still use to make an account."""

    id: int
    created_at: datetime
    expires_at: datetime


def may_join(database: Database, invitation: str | None, *, now: datetime) -> bool:
    """Whether an account may be made now, with the token of an invitation or without one."""
    with database.reading() as db:
        return _is_open(db) or _invitation(db, invitation, now) is not None


def join(
    database: Database,
    *,
    name: str,
    passphrase: str,
    invitation: str | None = None,
    now: datetime,
) -> Account:
    """Create an account; an invitation, where one is needed, is used up.

    Raises RegistrationClosed, accounts.NameRefused, and passphrases.WeakPassphrase.
    """

    def admit(db: DbSession) -> None:
        if _is_open(db):
            return
        used = _invitation(db, invitation, now)
        if used is None:
            raise RegistrationClosed("This account needs an invitation.")
        used.used_at = now

    return accounts.register(database, name=name, passphrase=passphrase, now=now, admit=admit)


def invite(database: Database, account_id: int, *, now: datetime) -> str:
    """Return the token of a new invitation; it is not shown again. Raises NotFound."""
    token = tokens.new()
    with database.writing() as db:
        _check_administrator(db, account_id)
        db.add(
            InvitationRow(
                account_id=account_id,
                token_hash=tokens.digest(token),
                created_at=now,
                expires_at=now + INVITATION_LASTS,
            )
        )
    return token


def invitations(database: Database, account_id: int, *, now: datetime) -> list[Invitation]:
    """Return the invitations nobody has used yet, the latest first. Raises NotFound."""
    with database.reading() as db:
        _check_administrator(db, account_id)
        rows = db.scalars(
            select(InvitationRow).where(_is_good(now)).order_by(InvitationRow.id.desc())
        )
        return [Invitation(row.id, row.created_at, row.expires_at) for row in rows]


def withdraw(database: Database, account_id: int, invitation_id: int, *, now: datetime) -> None:
    """End an invitation before anyone uses it. Raises NotFound."""
    with database.writing() as db:
        _check_administrator(db, account_id)
        row = db.get(InvitationRow, invitation_id)
        if row is None:
            raise NotFound(invitation_id)
        row.revoked_at = row.revoked_at or now


def is_open(database: Database) -> bool:
    """Whether anyone may make an account now."""
    with database.reading() as db:
        return _is_open(db)


def set_open(database: Database, account_id: int, *, to_all: bool, now: datetime) -> None:
    """Let anyone make an account from now on, or nobody without an invitation. Raises NotFound."""
    with database.writing() as db:
        _check_administrator(db, account_id)
        if to_all and not _is_open(db):
            db.add(RegistrationOpeningRow(account_id=account_id, opened_at=now))
        elif not to_all:
            going_on = RegistrationOpeningRow.closed_at.is_(None)
            db.execute(update(RegistrationOpeningRow).where(going_on).values(closed_at=now))


def _is_open(db: DbSession) -> bool:
    going_on = select(RegistrationOpeningRow.id).where(RegistrationOpeningRow.closed_at.is_(None))
    return not accounts.exists(db) or db.scalar(going_on.limit(1)) is not None


def _invitation(db: DbSession, token: str | None, now: datetime) -> InvitationRow | None:
    if token is None:
        return None
    its_own = InvitationRow.token_hash == tokens.digest(token)
    return db.scalars(select(InvitationRow).where(its_own, _is_good(now))).one_or_none()


def _is_good(now: datetime) -> ColumnElement[bool]:
    return (
        InvitationRow.used_at.is_(None)
        & InvitationRow.revoked_at.is_(None)
        & (InvitationRow.expires_at > now)
    )


def _check_administrator(db: DbSession, account_id: int) -> None:
    """Raise NotFound for anyone else: they are not told that there is such a page."""
    if not accounts.is_earliest(db, account_id):
        raise NotFound(account_id)
