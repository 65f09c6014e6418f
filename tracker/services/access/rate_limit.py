"""How often signing in may fail: counted in the database, so that all processes agree."""

from __future__ import annotations

import math
from datetime import timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from tracker.services.access.networks import networks
from tracker.storage.access import login_attempts
from tracker.storage.database import retried
from tracker.translations import ngettext

if TYPE_CHECKING:
    from datetime import datetime

    from tracker.storage.database import Database, Transaction

WINDOW = timedelta(minutes=15)
# By name, by address (an IPv6 home has one), and by the wider IPv6 networks of a customer.
TRIES = {"account": 8, "address": 30, "network": 60, "site": 120}


class TooManyAtOnce(Exception):
    """More passphrases are being checked at this moment than the machine can take on."""


class TooManyTries(PermissionError):
    """Too many failed tries for this name or from this address."""

    def __init__(self, wait_seconds: int) -> None:
        self.wait_seconds = wait_seconds
        super().__init__(
            ngettext(
                "Too many tries. Wait %(num)d second.",
                "Too many tries. Wait %(num)d seconds.",
                wait_seconds,
            )
        )


class Attempt(NamedTuple):
    """A try that was counted, until it turns out to be right."""

    row_ids: tuple[int, ...]
    locks: tuple[str, ...]


@retried
def record_attempt(database: Database, *, account: str, address: str, now: datetime) -> Attempt:
    """Record an attempt before it is checked, so that tries made at once are all counted.

    Raises TooManyTries instead if the window is full for the account, the address, or a network
    around it; such a try is not counted, so waiting helps. A database that cannot be written
    lets nobody in.
    """
    # An IPv4 address has no networks around it that are one customer's.
    around = zip(("address", "network", "site"), networks(address), strict=False)
    keys = {"account": _hidden(account), **dict(around)}
    locks = tuple(f"{kind} {value}" for kind, value in keys.items())
    with database.writing(keys=locks) as tx:
        # What lies ahead goes too: a clock may jump back.
        login_attempts.keep_within(tx, after=now - WINDOW, until=now + WINDOW)
        wait = max(_wait(tx, kind, value, now) for kind, value in keys.items())
        if wait:
            raise TooManyTries(wait)
        return Attempt(login_attempts.add(tx, keys, now), locks)


@retried
def withdraw(database: Database, attempt: Attempt) -> None:
    """Take back an attempt that was right, or that told nothing."""
    with database.writing(keys=attempt.locks) as tx:
        login_attempts.forget(tx, attempt.row_ids)


@retried
def reset(database: Database, account: str) -> None:
    """Forget the failed tries for an account, wherever they came from."""
    hidden = _hidden(account)
    with database.writing(keys=[f"account {hidden}"]) as tx:
        login_attempts.forget_key(tx, "account", hidden)


def _hidden(account: str) -> str:
    """Hash what was typed: people type passphrases where the name belongs."""
    return sha256(account.encode("utf-8", "surrogatepass")).hexdigest()


def _wait(tx: Transaction, kind: str, value: str, now: datetime) -> int:
    """Whole seconds until another try is allowed; 0 if it is now."""
    latest = login_attempts.latest(tx, kind, value, TRIES[kind])
    if len(latest) < TRIES[kind]:
        return 0
    return math.ceil((latest[-1] + WINDOW - now).total_seconds())
