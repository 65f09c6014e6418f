"""Passkeys in the database. Ids and public keys are base64url, as browsers write them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import delete, select, update

from tracker.storage.rows import rows_changed
from tracker.storage.tables.security import PasskeyRow

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import ColumnElement

    from tracker.storage.database import Transaction


class Passkey(NamedTuple):
    """A passkey of an account. `sign_count` is what it said last of how often it was used."""

    id: int
    account_id: int
    credential_id: str
    public_key: str
    sign_count: int
    name: str
    since: datetime
    last_used_at: datetime | None


def of_account(tx: Transaction, account_id: int) -> list[Passkey]:
    """The passkeys of an account, the earliest first."""
    query = select(PasskeyRow).where(PasskeyRow.account_id == account_id).order_by(PasskeyRow.id)
    return [_value(row) for row in tx.scalars(query)]


def by_credential(tx: Transaction, credential_id: str) -> Passkey | None:
    """The passkey of an id that a browser names."""
    query = select(PasskeyRow).where(PasskeyRow.credential_id == credential_id)
    row = tx.scalars(query).one_or_none()
    return None if row is None else _value(row)


def add(
    tx: Transaction,
    account_id: int,
    *,
    credential_id: str,
    public_key: str,
    sign_count: int,
    name: str,
    now: datetime,
) -> None:
    """Store a new passkey."""
    tx.add(
        PasskeyRow(
            account_id=account_id,
            credential_id=credential_id,
            public_key=public_key,
            sign_count=sign_count,
            name=name,
            since=now,
        )
    )


def note_use(tx: Transaction, passkey: Passkey, *, sign_count: int, now: datetime) -> None:
    """Store when a passkey was used, and what it said of how often."""
    used = {"sign_count": sign_count, "last_used_at": now}
    its_own = _is_it(passkey.account_id, passkey.id)
    tx.execute(update(PasskeyRow).where(its_own).values(used))


def remove(tx: Transaction, account_id: int, passkey_id: int) -> bool:
    """Forget a passkey of an account; False if it is none of its."""
    its_own = _is_it(account_id, passkey_id)
    return bool(rows_changed(tx.execute(delete(PasskeyRow).where(its_own))))


def remove_all(tx: Transaction, account_id: int) -> None:
    """Forget every passkey of an account."""
    tx.execute(delete(PasskeyRow).where(PasskeyRow.account_id == account_id))


def _is_it(account_id: int, passkey_id: int) -> ColumnElement[bool]:
    return (PasskeyRow.account_id == account_id) & (PasskeyRow.id == passkey_id)


def _value(row: PasskeyRow) -> Passkey:
    return Passkey(
        row.id,
        row.account_id,
        row.credential_id,
        row.public_key,
        row.sign_count,
        row.name,
        row.since,
        row.last_used_at,
    )
