"""The security log in the database."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.orm import aliased

from tracker.storage.tables.access import AccountRow
from tracker.storage.tables.security import SecurityEventRow

if TYPE_CHECKING:
    from datetime import datetime

    from tracker.storage.database import Transaction
    from tracker.storage.words import SecurityEvent


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """What is put on record: `account_id` is whom it concerns, `by_account_id` who else did it."""

    at: datetime
    kind: SecurityEvent
    account_id: int | None
    by_account_id: int | None
    address: str
    user_agent: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded(Happening):
    """What is on record, with the names that the accounts have now."""

    id: int
    name: str | None
    by_name: str | None


def add(tx: Transaction, it: Happening) -> None:
    """Put something on record."""
    tx.add(
        SecurityEventRow(
            at=it.at,
            kind=it.kind,
            account_id=it.account_id,
            by_account_id=it.by_account_id,
            address=it.address,
            user_agent=it.user_agent,
        )
    )


def is_known(tx: Transaction, it: Happening, after: datetime) -> bool:
    """Whether the same was recorded after an instant, about the same account and address."""
    row = SecurityEventRow
    whose = row.account_id.is_(None) if it.account_id is None else row.account_id == it.account_id
    same = (row.at > after) & (row.kind == it.kind) & (row.address == it.address) & whose
    return tx.scalar(select(row.id).where(same).limit(1)) is not None


def of_account(tx: Transaction, account_id: int, most: int) -> list[Recorded]:
    """What concerns an account, or was done by it, the latest first."""
    row = SecurityEventRow
    mine = (row.account_id == account_id) | (row.by_account_id == account_id)
    return _latest(tx, mine, most)


def every(tx: Transaction, most: int) -> list[Recorded]:
    """The latest of all that is on record, the latest first."""
    return _latest(tx, SecurityEventRow.id.is_not(None), most)


def after(tx: Transaction, event_id: int, most: int) -> list[Recorded]:
    """What was recorded after an entry, in that order."""
    return _recorded(tx, SecurityEventRow.id > event_id, newest_first=False, most=most)


def delete_until(tx: Transaction, instant: datetime) -> None:
    """Delete what is too old to be kept."""
    tx.execute(delete(SecurityEventRow).where(SecurityEventRow.at <= instant))


def delete_strangers_but(tx: Transaction, most: int) -> None:
    """Delete the earliest of what concerns no account, but for `most` of them."""
    row = SecurityEventRow
    of_nobody = row.account_id.is_(None)
    newest = select(row.id).where(of_nobody).order_by(row.id.desc()).offset(most).limit(1)
    last_to_go = tx.scalar(newest)
    if last_to_go is not None:
        tx.execute(delete(row).where(of_nobody, row.id <= last_to_go))


def _latest(tx: Transaction, which: ColumnElement[bool], most: int) -> list[Recorded]:
    return _recorded(tx, which, newest_first=True, most=most)


def _recorded(
    tx: Transaction, which: ColumnElement[bool], *, newest_first: bool, most: int
) -> list[Recorded]:
    row, whom, by = SecurityEventRow, aliased(AccountRow), aliased(AccountRow)
    query = (
        select(row, whom.name, by.name)
        .outerjoin(whom, whom.id == row.account_id)
        .outerjoin(by, by.id == row.by_account_id)
        .where(which)
        .order_by(row.id.desc() if newest_first else row.id)
        .limit(most)
    )
    return [
        Recorded(
            id=it.id,
            at=it.at,
            kind=it.kind,
            account_id=it.account_id,
            by_account_id=it.by_account_id,
            address=it.address,
            user_agent=it.user_agent,
            name=name,
            by_name=by_name,
        )
        for it, name, by_name in tx.execute(query)
    ]
