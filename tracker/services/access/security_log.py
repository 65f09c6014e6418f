"""The security log: who came to the door, from where, and what became of it.

It holds words of ours, numbers of accounts, addresses and what browsers call themselves; nothing
that anybody typed, so nothing of a diary, no token and no passphrase. What is done is recorded in
the transaction that does it.
"""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING

from tracker.services.access.origin import SHELL, Origin
from tracker.services.errors import NotFound
from tracker.storage.access import security_events as stored
from tracker.storage.access.roles import administrators
from tracker.storage.access.security_events import Happening
from tracker.storage.database import retried
from tracker.storage.errors import StorageError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from tracker.storage.access.security_events import Recorded
    from tracker.storage.database import Database, Transaction
    from tracker.storage.words import SecurityEvent

KEPT = timedelta(days=90)
LOG = "security log"  # what is held to add to it
MOST_SHOWN = 200
MOST_OF_STRANGERS = 20_000  # whoever knocks a million times must not fill the disk
_ONE_EVENT = timedelta(minutes=1)
_A_PIECE = 1000


def record(
    tx: Transaction,
    kind: SecurityEvent,
    account_id: int | None,
    *,
    by: int | None = None,
    origin: Origin = SHELL,
    now: datetime,
) -> None:
    """Put on record what is done in this transaction.

    `account_id` is whom it concerns, None for nobody who is known; `by` whoever did it to them,
    where that is somebody else.
    """
    by_another = by if by != account_id else None
    _add(tx, _happening(kind, account_id, by_another, origin, now))


@retried
def record_alone(
    database: Database,
    kind: SecurityEvent,
    account_id: int | None,
    *,
    origin: Origin,
    now: datetime,
) -> None:
    """Put on record what is done by itself; where that cannot be, it is an error."""
    with database.writing(keys=[LOG]) as tx:
        record(tx, kind, account_id, origin=origin, now=now)


def note(
    database: Database,
    kind: SecurityEvent,
    account_id: int | None,
    *,
    origin: Origin,
    now: datetime,
) -> None:
    """Put on record what was asked for and changes nothing: once a minute for each network.

    Nothing is raised where the file cannot be read or written to.
    """
    it = _happening(kind, account_id, None, origin, now)
    try:
        with database.reading() as tx:
            if stored.is_known(tx, it, now - _ONE_EVENT):
                return
    except StorageError as error:
        if error.kind is None:
            raise
    else:
        database.note(lambda tx: _add(tx, it), keys=[LOG])


def forget_old(database: Database, *, period: timedelta, now: datetime) -> None:
    """Delete what has been kept long enough, where the file can be written to."""
    database.note(lambda tx: stored.delete_until(tx, now - period), keys=[LOG])


def of_account(database: Database, account_id: int) -> list[Recorded]:
    """What concerns an account, or was done by it, the latest first; 200 at most."""
    with database.reading() as tx:
        return stored.of_account(tx, account_id, MOST_SHOWN)


def of_everyone(database: Database, administrator: int) -> list[Recorded]:
    """The latest of all, for an administrator; 200 at most. Raises NotFound for anyone else."""
    with database.reading() as tx:
        if not administrators.is_one(tx, administrator):
            raise NotFound(administrator)
        return stored.every(tx, MOST_SHOWN)


def after(database: Database, event_id: int) -> list[Recorded]:
    """What was recorded after an entry, in that order; a thousand at most."""
    with database.reading() as tx:
        return stored.after(tx, event_id, _A_PIECE)


def lines(events: Iterable[Recorded]) -> Iterable[str]:
    """A line of JSON for each event."""
    for it in events:
        yield json.dumps(
            {
                "id": it.id,
                "time": it.at.isoformat(timespec="milliseconds"),
                "event": it.kind.value,
                "account": it.account_id,
                "name": it.name,
                "by_account": it.by_account_id,
                "by_name": it.by_name,
                "address": it.address,
                "browser": it.user_agent,
            },
            ensure_ascii=False,
        )


def _add(tx: Transaction, it: Happening) -> None:
    stored.add(tx, it)
    if it.account_id is None:
        stored.delete_strangers_but(tx, MOST_OF_STRANGERS)


def _happening(
    kind: SecurityEvent, account_id: int | None, by: int | None, origin: Origin, now: datetime
) -> Happening:
    return Happening(
        at=now,
        kind=kind,
        account_id=account_id,
        by_account_id=by,
        address=origin.network,
        user_agent=origin.browser,
    )
