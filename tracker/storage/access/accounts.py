"""Accounts in the database. A `name_key` is by what one name is told from others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import delete as delete_from
from sqlalchemy import select, update

from tracker.storage.rows import rows_changed
from tracker.storage.sqlite.engine import overwrite_deleted
from tracker.storage.tables.access import AccountRow

if TYPE_CHECKING:
    from datetime import datetime

    from tracker.storage.database import Transaction
    from tracker.storage.words import Unit


@dataclass(frozen=True, slots=True)
class Account:
    """One person who signs in. `unit` is what distances are shown in.

    `language` is the tag of the one they chose; None for what their browser says.

    An `id` may be given again once its account is deleted; with `since`, when it began, it is not.
    """

    id: int
    name: str
    unit: Unit
    since: datetime
    language: str | None = None


class StoredPassphrase(NamedTuple):
    """The hash of an account's passphrase."""

    account_id: int
    hashed: str


class Holder(NamedTuple):
    """An account and the hash of its passphrase."""

    account: Account
    hashed: str


def is_any(tx: Transaction) -> bool:
    """Whether anyone has an account yet."""
    return tx.scalar(select(AccountRow.id).limit(1)) is not None


def every(tx: Transaction) -> list[Account]:
    """Every account, the earliest first."""
    return [value(row) for row in tx.scalars(select(AccountRow).order_by(AccountRow.id))]


def holders(tx: Transaction) -> list[Holder]:
    """Every account with the hash of its passphrase, the earliest first."""
    rows = tx.scalars(select(AccountRow).order_by(AccountRow.id))
    return [Holder(value(row), row.passphrase_hash) for row in rows]


def holder(tx: Transaction, account_id: int) -> Holder | None:
    """The account of an id with the hash of its passphrase, if there is one."""
    row = tx.get(AccountRow, account_id)
    return None if row is None else Holder(value(row), row.passphrase_hash)


def by_id(tx: Transaction, account_id: int) -> Account | None:
    """The account of an id, if there is one."""
    row = tx.get(AccountRow, account_id)
    return None if row is None else value(row)


def by_key(tx: Transaction, name_key: str) -> Account | None:
    """The account of a name, if there is one."""
    row = tx.scalar(select(AccountRow).where(AccountRow.name_key == name_key))
    return None if row is None else value(row)


def passphrase_of(tx: Transaction, name_key: str) -> StoredPassphrase | None:
    """The passphrase of the account of a name, if there is one."""
    query = select(AccountRow.id, AccountRow.passphrase_hash)
    row = tx.execute(query.where(AccountRow.name_key == name_key)).one_or_none()
    return None if row is None else StoredPassphrase(*row)


def add(
    tx: Transaction, *, name: str, name_key: str, passphrase_hash: str, now: datetime
) -> Account:
    """Store a new account."""
    row = AccountRow(name=name, name_key=name_key, passphrase_hash=passphrase_hash, created_at=now)
    tx.add(row)
    tx.flush()
    tx.refresh(row)
    return value(row)


def set_unit(tx: Transaction, account_id: int, unit: Unit) -> None:
    """Store in what distances are shown."""
    tx.execute(update(AccountRow).where(AccountRow.id == account_id).values(unit=unit))


def set_language(tx: Transaction, account_id: int, language: str | None) -> None:
    """Store the language an account chose."""
    tx.execute(update(AccountRow).where(AccountRow.id == account_id).values(language=language))


def set_passphrase(tx: Transaction, account_id: int, hashed: str) -> None:
    """Store the hash of an account's passphrase."""
    its_own = AccountRow.id == account_id
    tx.execute(update(AccountRow).where(its_own).values(passphrase_hash=hashed))


def replace_passphrase(tx: Transaction, checked: StoredPassphrase, hashed: str) -> bool:
    """Store a hash in place of one that was checked; False if that has been changed since."""
    its_own = AccountRow.id == checked.account_id
    unchanged = AccountRow.passphrase_hash == checked.hashed
    new_hash = update(AccountRow).where(its_own, unchanged).values(passphrase_hash=hashed)
    return bool(rows_changed(tx.execute(new_hash)))


def delete(tx: Transaction, account_id: int) -> None:
    """Delete an account with all that it recorded, and overwrite that in a file.

    A server overwrites what was deleted when it makes room.
    """
    if tx.connection().dialect.name == "sqlite":
        overwrite_deleted(tx.connection())
    tx.execute(delete_from(AccountRow).where(AccountRow.id == account_id))


def value(row: AccountRow) -> Account:
    """A stored account as a value."""
    return Account(row.id, row.name, row.unit, row.created_at, row.language)
