"""Accounts: one person each, known by a name."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from tracker.services.access import passphrases, roles, security_log
from tracker.services.access.origin import SHELL, Origin, printable
from tracker.storage.access import accounts as stored
from tracker.storage.access.roles import administrators, clinicians
from tracker.storage.database import retried
from tracker.storage.words import SecurityEvent
from tracker.translations import gettext

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from tracker.storage.access.accounts import Account
    from tracker.storage.database import Database, Transaction
    from tracker.storage.words import Unit

LONGEST_NAME = 80
ACCOUNTS = "accounts"  # what is held while it is decided who may come in, and by which name


class NameRefused(ValueError):
    """The name cannot be used; the message says why."""


class NameTaken(NameRefused):
    """Another account has this name, capitals aside."""


def any_account(database: Database) -> bool:
    """Whether anyone has an account yet."""
    with database.reading() as tx:
        return stored.is_any(tx)


def all_accounts(database: Database) -> list[Account]:
    """Return every account, the earliest first."""
    with database.reading() as tx:
        return stored.every(tx)


def find(database: Database, name: str) -> Account | None:
    """Return the account of a name, if there is one."""
    with database.reading() as tx:
        return stored.by_key(tx, key(name))


@retried
def register(
    database: Database,
    *,
    name: str,
    passphrase: str,
    now: datetime,
    origin: Origin = SHELL,
    admit: Callable[[Transaction], bool] | None = None,
) -> Account:
    """Create an account; where there was none, it is the administrator's.

    `admit` raises, in the same transaction, if nobody may come in, and says whether who does is a
    clinician. Raises NameRefused, NameTaken, and passphrases.WeakPassphrase.
    """
    name = _checked_name(name)
    hashed = new_hash(name, passphrase)
    with database.writing(keys=[ACCOUNTS]) as tx:
        as_clinician = admit is not None and admit(tx)
        if stored.by_key(tx, key(name)) is not None:
            raise NameTaken(gettext("This name is taken. Choose another."))
        is_first = not stored.is_any(tx)
        account = stored.add(tx, name=name, name_key=key(name), passphrase_hash=hashed, now=now)
        security_log.record(tx, SecurityEvent.ACCOUNT_MADE, account.id, origin=origin, now=now)
        if is_first:
            roles.give(tx, administrators, account.id, by=None, origin=origin, now=now)
        if as_clinician:
            roles.give(tx, clinicians, account.id, by=None, origin=origin, now=now)
        return account


def new_hash(name: str, passphrase: str) -> str:
    """Return the hash of a new passphrase; raises WeakPassphrase if it is easy to guess."""
    passphrases.check(passphrase, name)
    return passphrases.hashed(passphrase)


@retried
def set_unit(database: Database, account_id: int, unit: Unit) -> None:
    """Choose in what distances are shown."""
    with database.writing(account_id) as tx:
        stored.set_unit(tx, account_id, unit)


@retried
def set_language(database: Database, account_id: int, language: str | None) -> None:
    """Choose in which language pages are; None for what the browser says."""
    with database.writing(account_id) as tx:
        stored.set_language(tx, account_id, language)


def key(name: str) -> str:
    """Return by what a name is told from others: what looks the same is the same."""
    return printable(_plain(name)).casefold()


def _plain(text: str) -> str:
    """One spelling for what looks the same, whatever keyboard it was typed on."""
    return unicodedata.normalize("NFKC", text).strip()


def _checked_name(name: str) -> str:
    name = _plain(name)
    if not name:
        raise NameRefused(gettext("Choose a name."))
    if len(name) > LONGEST_NAME:
        raise NameRefused(
            gettext("Choose a name of at most %(most)d characters.", most=LONGEST_NAME)
        )
    if not name.isprintable():
        raise NameRefused(gettext("The name has invisible characters in it. Type it again."))
    return name
