"""Links by which calendar programs read the plan; an account has at most one that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select, update

from tracker.storage.rows import rows_changed
from tracker.storage.tables.access import CalendarFeedRow

if TYPE_CHECKING:
    from datetime import datetime

    from tracker.storage.database import Transaction


def add(tx: Transaction, account_id: int, token_hash: str, now: datetime) -> None:
    """Store a new link."""
    tx.add(CalendarFeedRow(account_id=account_id, token_hash=token_hash, created_at=now))


def revoke(tx: Transaction, account_id: int, now: datetime) -> bool:
    """End every link of an account; False if none was open."""
    going_on = (CalendarFeedRow.account_id == account_id) & CalendarFeedRow.revoked_at.is_(None)
    ended = update(CalendarFeedRow).where(going_on).values(revoked_at=now)
    return bool(rows_changed(tx.execute(ended)))


def since(tx: Transaction, account_id: int) -> datetime | None:
    """When the link that is open was made; None without one."""
    query = select(CalendarFeedRow.created_at).where(
        CalendarFeedRow.account_id == account_id, CalendarFeedRow.revoked_at.is_(None)
    )
    return tx.scalars(query.limit(1)).one_or_none()


def account_of(tx: Transaction, token_hash: str) -> int | None:
    """The id of whoever made a link that is open."""
    query = select(CalendarFeedRow.account_id).where(
        CalendarFeedRow.token_hash == token_hash, CalendarFeedRow.revoked_at.is_(None)
    )
    return tx.scalars(query).one_or_none()
