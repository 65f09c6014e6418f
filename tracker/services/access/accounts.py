"""Accounts: one person each, known by a name."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select, update

from tracker.services.access import passphrases
from tracker.storage.models import AccountRow

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from tracker.storage.columns import Unit
    from tracker.storage.database import Database, DbSession

LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Account:
    """One person who signs in. `unit` is what distances are shown in.

    An `id` may be given again once its account is deleted; with `since`, when it began, it is not.
    """

    id: int
    name: str
    unit: Unit
    since: datetime


class NameRefused(ValueError):
    """The name cannot be used; the message says why."""


class NameTaken(NameRefused):
    """Another account has this name, capitals aside."""


def any_account(database: Database) -> bool:
    """Whether anyone has an account yet."""
    with database.reading() as db:
        return exists(db)


def exists(db: DbSession) -> bool:
    """Whether anyone has an account yet, asked within a transaction."""
    return db.scalar(select(AccountRow.id).limit(1)) is not None


def all_accounts(database: Database) -> list[Account]:
    """Return every account, the earliest first."""
    with database.reading() as db:
        return [value(row) for row in db.scalars(select(AccountRow).order_by(AccountRow.id))]


def find(database: Database, name: str) -> Account | None:
    """Return the account of a name, if there is one."""
    with database.reading() as db:
        row = by_name(db, name)
        return None if row is None else value(row)


def is_administrator(database: Database, account_id: int) -> bool:
    """Whether an account is the one that lets others in."""
    with database.reading() as db:
        return is_earliest(db, account_id)


def is_earliest(db: DbSession, account_id: int) -> bool:
    """Whether an account is the earliest there is: the administrator's."""
    return db.scalar(select(func.min(AccountRow.id))) == account_id


def register(
    database: Database,
    *,
    name: str,
    passphrase: str,
    now: datetime,
    admit: Callable[[DbSession], None] | None = None,
) -> Account:
    """Create an account.

    `admit` raises, in the same transaction, if nobody may come in. Raises NameRefused or
    NameTaken, and passphrases.WeakPassphrase.
    """
    name = _checked_name(name)
    hashed = new_hash(name, passphrase)
    with database.writing() as db:
        if admit is not None:
            admit(db)
        if by_name(db, name) is not None:
            raise NameTaken("This name is taken. Choose another.")
        row = AccountRow(name=name, name_key=key(name), passphrase_hash=hashed, created_at=now)
        db.add(row)
        db.flush()
        db.refresh(row)
        return value(row)


def new_hash(name: str, passphrase: str) -> str:
    """Return the hash of a new passphrase; raises WeakPassphrase if it is easy to guess."""
    passphrases.check(passphrase, name)
    return passphrases.hashed(passphrase)


def set_unit(database: Database, account_id: int, unit: Unit) -> None:
    """Choose in what distances are shown."""
    change(database, account_id, unit=unit)


def change(database: Database, account_id: int, **values: object) -> None:
    """Store new values of an account's columns."""
    with database.writing() as db:
        db.execute(update(AccountRow).where(AccountRow.id == account_id).values(values))


def value(row: AccountRow) -> Account:
    """A stored account as a value."""
    return Account(row.id, row.name, row.unit, row.created_at)


def by_name(db: DbSession, name: str) -> AccountRow | None:
    """Return the account of a name, however its capitals and accents were typed."""
    return db.scalar(select(AccountRow).where(AccountRow.name_key == key(name)))


def key(name: str) -> str:
    """Return by what a name is told from others: what looks the same is the same."""
    return printable(_plain(name)).casefold()


def printable(text: str) -> str:
    """Return a text without what nobody can see."""
    return "".join(c for c in text if c.isprintable())


def _plain(text: str) -> str:
    """One spelling for what looks the same, whatever keyboard it was typed on."""
    return unicodedata.normalize("NFKC", text).strip()


def _checked_name(name: str) -> str:
    name = _plain(name)
    if not name:
        raise NameRefused("Choose a name.")
    if len(name) > LONGEST_NAME:
        raise NameRefused(f"Choose a name of at most {LONGEST_NAME} characters.")
    if not name.isprintable():
        raise NameRefused("The name has invisible characters in it. Type it again.")
    return name
