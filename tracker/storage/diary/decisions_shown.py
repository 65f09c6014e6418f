"""What the runner was shown, in the database: for the record, and never read back as truth."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, insert, select

from tracker.storage.keys import is_of, of_episode
from tracker.storage.rows import columns_of
from tracker.storage.tables.audit import DecisionShownRow

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from tracker.storage.database import Transaction
    from tracker.storage.keys import EpisodeKey

_COLUMNS = DecisionShownRow.__table__.c
_INSERT = insert(DecisionShownRow)
_LATEST = (  # made once: every page that tells a verdict asks it
    select(_COLUMNS.decision, _COLUMNS.findings)
    .where(
        of_episode(DecisionShownRow.__table__),
        _COLUMNS.date == bindparam("day"),
    )
    .order_by(_COLUMNS.id.desc())
    .limit(1)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionShown:
    """A decision for a day, its findings and what it was made from, as plain values (JSON)."""

    date: dt.date
    shown_at: dt.datetime
    protocol: str
    decision: str
    findings: list[dict[str, Any]]
    inputs: dict[str, Any]


def add(tx: Transaction, key: EpisodeKey, decision: DecisionShown) -> None:
    """Put a decision on record."""
    add_all(tx, key, [decision])


def add_all(tx: Transaction, key: EpisodeKey, decisions: Iterable[DecisionShown]) -> None:
    """Put decisions on record in their order."""
    rows = [key.columns | columns_of(decision) for decision in decisions]
    if rows:
        tx.connection().execute(_INSERT, rows)  # one statement for all of them


def latest(
    tx: Transaction, key: EpisodeKey, day: dt.date
) -> tuple[str, list[dict[str, Any]]] | None:
    """The decision last shown for a day, with its findings; None if none was."""
    row = tx.execute(_LATEST, key.asked | {"day": day}).one_or_none()
    return None if row is None else (row.decision, row.findings)


def every(tx: Transaction, key: EpisodeKey) -> list[DecisionShown]:
    """Every decision shown of an episode, in the order in which they were."""
    query = (
        select(DecisionShownRow).where(is_of(DecisionShownRow, key)).order_by(DecisionShownRow.id)
    )
    return [
        DecisionShown(
            date=row.date,
            shown_at=row.shown_at,
            protocol=row.protocol,
            decision=row.decision,
            findings=row.findings,
            inputs=row.inputs,
        )
        for row in tx.scalars(query)
    ]
