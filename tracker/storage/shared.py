"""What several processes share on a server: a secret, work that was spent, files that wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from tracker.storage.tables.shared import SharedSecretRow, StagedFileRow, WorkSpentRow

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import datetime

    from tracker.storage.database import Transaction


def secret(tx: Transaction, name: str) -> str | None:
    """A secret by its name; None if nobody has made it yet."""
    return tx.scalar(select(SharedSecretRow.value).where(SharedSecretRow.name == name))


def put_secret(tx: Transaction, name: str, value: str) -> None:
    """Store a secret, in place of one of its name."""
    tx.merge(SharedSecretRow(name=name, value=value))


def spent(tx: Transaction, keys: Collection[str]) -> dict[str, tuple[float, datetime]]:
    """How much each key had spent, and when; keys that spent nothing are left out."""
    rows = tx.scalars(select(WorkSpentRow).where(WorkSpentRow.key.in_(keys)))
    return {row.key: (row.spent, row.at) for row in rows}


def put_spent(tx: Transaction, spent: Mapping[str, float], now: datetime) -> None:
    """Store what keys have spent by now."""
    for key, much in spent.items():
        row = tx.get(WorkSpentRow, key) or WorkSpentRow(key=key)
        row.spent, row.at = much, now
        tx.add(row)


def forget_spent(tx: Transaction, until: datetime) -> None:
    """Delete what was spent up to an instant."""
    tx.execute(delete(WorkSpentRow).where(WorkSpentRow.at <= until))


def stage(tx: Transaction, account_id: int, content: bytes, now: datetime) -> None:
    """Keep a file of an account's, in place of one that waits."""
    row = tx.get(StagedFileRow, account_id) or StagedFileRow(account_id=account_id)
    row.content, row.at = content, now
    tx.add(row)


def staged(tx: Transaction, account_id: int) -> bytes | None:
    """The file of an account's that waits, if there is one."""
    return tx.scalar(select(StagedFileRow.content).where(StagedFileRow.account_id == account_id))


def discard(tx: Transaction, account_id: int) -> None:
    """Throw an account's file away."""
    tx.execute(delete(StagedFileRow).where(StagedFileRow.account_id == account_id))


def discard_staged_until(tx: Transaction, instant: datetime) -> None:
    """Throw away what has waited since before an instant, whoever sent it."""
    tx.execute(delete(StagedFileRow).where(StagedFileRow.at < instant))
