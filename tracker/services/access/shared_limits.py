"""What processes on one server have in common: the key that signs cookies, allowances of work."""

from __future__ import annotations

import secrets
from datetime import timedelta
from typing import TYPE_CHECKING

from tracker.storage import shared
from tracker.storage.database import retried

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from datetime import datetime

    from tracker.storage.database import Database

KEY_LENGTH = 64  # hexadecimal digits: 256 bits
_SIGNING_KEY = "signing key"
_FORGOTTEN_AFTER = timedelta(hours=1)  # longer than any allowance takes to be whole again


@retried
def signing_key(database: Database) -> str:
    """Return the key that signs cookies, made by whichever process asks first."""
    with database.reading() as tx:
        there = shared.secret(tx, _SIGNING_KEY)
    if there is not None:
        return there
    with database.writing(keys=[_SIGNING_KEY]) as tx:
        there = shared.secret(tx, _SIGNING_KEY)
        if there is None:
            shared.put_secret(tx, _SIGNING_KEY, there := secrets.token_hex(KEY_LENGTH // 2))
        return there


@retried
def set_signing_key(database: Database, key: str) -> None:
    """Sign cookies by a key that was in use elsewhere."""
    with database.writing(keys=[_SIGNING_KEY]) as tx:
        shared.put_secret(tx, _SIGNING_KEY, key)


def spent(database: Database, keys: Collection[str]) -> Mapping[str, tuple[float, datetime]]:
    """Return how much each key had spent, and when."""
    with database.reading() as tx:
        return shared.spent(tx, keys)


@retried
def spend(
    database: Database,
    keys: Collection[str],
    decide: Callable[[Mapping[str, tuple[float, datetime]]], Mapping[str, float]],
    now: datetime,
) -> None:
    """Store what `decide` says of what was spent before; nobody else spends of it meanwhile."""
    with database.writing(keys=keys) as tx:
        shared.put_spent(tx, decide(shared.spent(tx, keys)), now)
        shared.forget_spent(tx, now - _FORGOTTEN_AFTER)
