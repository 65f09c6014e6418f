"""Tries to sign in that failed, or are not decided yet: counted by a kind of key and its value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from tracker.storage.tables.access import LoginAttemptRow

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import datetime

    from tracker.storage.database import Transaction


def add(tx: Transaction, keys: Mapping[str, str], now: datetime) -> tuple[int, ...]:
    """Count a try for each kind of key; return the ids of what was stored."""
    rows = [LoginAttemptRow(kind=kind, value=value, at=now) for kind, value in keys.items()]
    tx.add_all(rows)
    tx.flush()
    return tuple(row.id for row in rows)


def latest(tx: Transaction, kind: str, value: str, most: int) -> list[datetime]:
    """When the latest tries for a key were made, the last one first; `most` at most."""
    query = (
        select(LoginAttemptRow.at)
        .where(LoginAttemptRow.kind == kind, LoginAttemptRow.value == value)
        .order_by(LoginAttemptRow.at.desc())
        .limit(most)
    )
    return list(tx.scalars(query))


def keep_within(tx: Transaction, after: datetime, until: datetime) -> None:
    """Delete the tries made up to `after`, and those made later than `until`."""
    outside = (LoginAttemptRow.at <= after) | (LoginAttemptRow.at > until)
    tx.execute(delete(LoginAttemptRow).where(outside))


def forget(tx: Transaction, ids: Collection[int]) -> None:
    """Delete tries by their ids."""
    tx.execute(delete(LoginAttemptRow).where(LoginAttemptRow.id.in_(ids)))


def forget_key(tx: Transaction, kind: str, value: str) -> None:
    """Delete every try for a key."""
    its_own = (LoginAttemptRow.kind == kind) & (LoginAttemptRow.value == value)
    tx.execute(delete(LoginAttemptRow).where(its_own))
