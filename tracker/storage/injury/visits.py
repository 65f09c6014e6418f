"""Visits in the database: what clinicians said, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from tracker.content.visits import Visit
from tracker.storage.keys import is_of
from tracker.storage.rows import columns_of
from tracker.storage.tables.practice import VisitRow

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from tracker.storage.database import Transaction
    from tracker.storage.keys import EpisodeKey


def add(tx: Transaction, key: EpisodeKey, visits: Iterable[Visit], now: dt.datetime) -> None:
    """Store visits, entered now unless they say when."""
    for visit in visits:
        entered = {"entered_at": visit.entered_at or now}
        tx.add(VisitRow(**key.columns, **columns_of(visit) | entered))
    tx.flush()


def of_episode(tx: Transaction, key: EpisodeKey) -> tuple[Visit, ...]:
    """The visits of an episode, the first first."""
    mine = is_of(VisitRow, key)
    rows = tx.scalars(select(VisitRow).where(mine).order_by(VisitRow.date, VisitRow.id))
    return tuple(
        Visit(
            date=row.date,
            by=row.by,
            said=row.said,
            next_on=row.next_on,
            asked=row.asked,
            through=row.through,
            entered_at=row.entered_at,
        )
        for row in rows
    )
