"""Visits in the database: what clinicians said, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from tracker.content.visits import Visit
from tracker.storage.practice_models import VisitRow
from tracker.storage.rows import columns_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from tracker.storage.database import Transaction


def add(tx: Transaction, episode_id: int, visits: Iterable[Visit], now: dt.datetime) -> None:
    """Store visits, entered now unless they say when."""
    for visit in visits:
        entered = {"entered_at": visit.entered_at or now}
        tx.add(VisitRow(episode_id=episode_id, **columns_of(visit) | entered))
    tx.flush()


def of_episode(tx: Transaction, episode_id: int) -> tuple[Visit, ...]:
    """The visits of an episode, the first first."""
    mine = VisitRow.episode_id == episode_id
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
