"""Every stored value, read as its column does: an account's by account, and the rest at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from tracker.storage.tables import METADATA

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Table

    from tracker.storage.database import Transaction

EVERY_TABLE: Sequence[Table] = METADATA.sorted_tables
_BY_ACCOUNT = [table for table in EVERY_TABLE if "account_id" in table.primary_key.columns]
OF_NO_ACCOUNT = [table for table in EVERY_TABLE if table not in _BY_ACCOUNT]
_OF_ACCOUNT = [
    select(table).where(table.c.account_id == bindparam("account_id")) for table in _BY_ACCOUNT
]


def read_all(tx: Transaction, account_id: int) -> None:
    """Read whatever is an account's. Raises StorageError for a value that is damaged."""
    for query in _OF_ACCOUNT:
        for _ in tx.execute(query, {"account_id": account_id}):
            pass
