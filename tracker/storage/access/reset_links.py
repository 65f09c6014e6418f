"""Links to a new passphrase in the database; an account has at most one that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, select, update

from tracker.storage.rows import rows_changed
from tracker.storage.tables.security import ResetLinkRow

if TYPE_CHECKING:
    from datetime import datetime

    from tracker.storage.database import Transaction


def add(
    tx: Transaction, account_id: int, token_hash: str, *, now: datetime, expires_at: datetime
) -> None:
    """Store a new link."""
    tx.add(
        ResetLinkRow(
            account_id=account_id, token_hash=token_hash, created_at=now, expires_at=expires_at
        )
    )


def revoke(tx: Transaction, account_id: int, now: datetime) -> bool:
    """End the link of an account; False if none was open."""
    mine = (ResetLinkRow.account_id == account_id) & _open(now)
    return bool(rows_changed(tx.execute(update(ResetLinkRow).where(mine).values(revoked_at=now))))


def open_until(tx: Transaction, account_id: int, now: datetime) -> datetime | None:
    """When the link of an account ends that is open; None without one."""
    mine = (ResetLinkRow.account_id == account_id) & _open(now)
    return tx.scalar(select(ResetLinkRow.expires_at).where(mine).limit(1))


def account_of(tx: Transaction, token_hash: str, now: datetime) -> int | None:
    """The id of the account that an open link is for."""
    it = (ResetLinkRow.token_hash == token_hash) & _open(now)
    return tx.scalar(select(ResetLinkRow.account_id).where(it))


def use(tx: Transaction, account_id: int, token_hash: str, now: datetime) -> None:
    """Store that a link was used: it is good once."""
    it = (ResetLinkRow.account_id == account_id) & (ResetLinkRow.token_hash == token_hash)
    tx.execute(update(ResetLinkRow).where(it).values(used_at=now))


def _open(now: datetime) -> ColumnElement[bool]:
    row = ResetLinkRow
    return row.used_at.is_(None) & row.revoked_at.is_(None) & (row.expires_at > now)
