"""Who may make an account: invitations, and times in which anyone may."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select, update

from tracker.storage.tables.access import InvitationRow, RegistrationOpeningRow

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Select

    from tracker.storage.database import Transaction


@dataclass(frozen=True, slots=True)
class Invitation:
    """A link that one person may still use to make an account, a clinician's where it says so."""

    id: int
    created_at: datetime
    expires_at: datetime
    as_clinician: bool = False


def is_open_to_all(tx: Transaction) -> bool:
    """Whether the administrator lets anyone make an account."""
    going_on = select(RegistrationOpeningRow.id).where(RegistrationOpeningRow.closed_at.is_(None))
    return tx.scalar(going_on.limit(1)) is not None


def open_to_all(tx: Transaction, account_id: int, now: datetime) -> None:
    """Begin a time in which anyone may make an account."""
    tx.add(RegistrationOpeningRow(account_id=account_id, opened_at=now))


def close(tx: Transaction, now: datetime) -> None:
    """End the time in which anyone may."""
    going_on = RegistrationOpeningRow.closed_at.is_(None)
    tx.execute(update(RegistrationOpeningRow).where(going_on).values(closed_at=now))


def invite(
    tx: Transaction,
    account_id: int,
    token_hash: str,
    *,
    as_clinician: bool,
    now: datetime,
    expires_at: datetime,
) -> None:
    """Store a new invitation."""
    tx.add(
        InvitationRow(
            account_id=account_id,
            token_hash=token_hash,
            created_at=now,
            expires_at=expires_at,
            as_clinician=as_clinician,
        )
    )


def invitations(tx: Transaction, now: datetime) -> list[Invitation]:
    """The invitations that may still be used, the latest first."""
    rows = tx.scalars(_usable(now).order_by(InvitationRow.id.desc()))
    return [_value(row) for row in rows]


def invitation(tx: Transaction, token_hash: str, now: datetime) -> Invitation | None:
    """The invitation of a token, if it may still be used."""
    query = _usable(now).where(InvitationRow.token_hash == token_hash)
    row = tx.scalars(query).one_or_none()
    return None if row is None else _value(row)


def use(tx: Transaction, invitation_id: int, now: datetime) -> None:
    """Store that an invitation was used: it is good once."""
    its_own = InvitationRow.id == invitation_id
    tx.execute(update(InvitationRow).where(its_own).values(used_at=now))


def revoke(tx: Transaction, invitation_id: int, now: datetime) -> bool:
    """End an invitation, unless it was ended before; False if there is none."""
    row = tx.scalar(select(InvitationRow).where(InvitationRow.id == invitation_id))
    if row is None:
        return False
    row.revoked_at = row.revoked_at or now
    return True


def _usable(now: datetime) -> Select[InvitationRow]:
    return select(InvitationRow).where(
        InvitationRow.used_at.is_(None),
        InvitationRow.revoked_at.is_(None),
        InvitationRow.expires_at > now,
    )


def _value(row: InvitationRow) -> Invitation:
    return Invitation(row.id, row.created_at, row.expires_at, row.as_clinician)
