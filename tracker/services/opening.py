"""A diary opened: brought to this release's schema, and decided by what runs now."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tracker.services.diary import basis
from tracker.services.injury import protocols
from tracker.storage.database import BUSY_SECONDS, Database
from tracker.storage.schema import explained, migrate

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from pathlib import Path

    from tracker.storage.database import Transaction
    from tracker.storage.places import Place


def opened(
    place: Place,
    own_protocols: Path,
    now: dt.datetime,
    *,
    tell: Callable[[str], object],
    busy_seconds: float = BUSY_SECONDS,
) -> Database:
    """Open a diary of whatever release, begun here if it is missing.

    An upgrade decides every day anew in its own transaction: no diary of the new schema answers
    by what the old one decided. What is amiss with a protocol, and keeps nobody else from theirs,
    is told in sentences. Raises SchemaError and ProtocolsError, with the
    database as it was.
    """
    settle = partial(_settle, own_protocols, now)
    migrate(place, then=settle)
    database = Database(place, busy_seconds=busy_seconds)
    try:
        with explained(place):
            for sentence in protocols.take_in(database, own_protocols, now):
                tell(sentence)
            basis.decide_anew(database, now)
    except BaseException:
        database.close()
        raise
    return database


def _settle(own_protocols: Path, now: dt.datetime, tx: Transaction) -> None:
    protocols.take_in_with(tx, own_protocols, now)
    basis.decide_stale(tx, now)
