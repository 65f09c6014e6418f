"""A whole diary moved into another database: every row, then every decision of every day."""

from __future__ import annotations

from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from tracker.services.access import shared_limits
from tracker.services.diary import integrity
from tracker.services.transfer import rehearsal
from tracker.services.transfer.rehearsal import Decided
from tracker.storage.access import accounts
from tracker.storage.database import Database
from tracker.storage.schema import migrate
from tracker.storage.transfer import move as stored
from tracker.translations import gettext

if TYPE_CHECKING:
    from datetime import datetime

    from tracker.storage.database import Transaction
    from tracker.storage.places import Place


class NotMoved(Exception):
    """What was moved is not what was there, or cannot go there; the message says what to do."""


class Moved(NamedTuple):
    """How much was moved, and found to be the same."""

    rows: int
    decisions: int
    injuries: int


def move(source: Database, target: Place, now: datetime) -> Moved:
    """Copy a diary into an empty database and compare all of it; the source stays as it is.

    Raises NotMoved, also where the source was written to meanwhile; StorageError and SchemaError,
    with nothing left in the target.
    """
    copied: list[int] = []
    with source.reading() as tx:
        migrate(target, then=partial(_copy, tx, target, copied))
    if not copied:
        raise NotMoved(_there_is_one(target))
    decisions = injuries = 0
    with closing(Database(target)) as moved:
        faults = integrity.faults(moved)
        ours, theirs = (Decided({}, rehearsal.texts(it)) for it in (source, moved))
        faults += rehearsal.differences(ours, theirs)
        for account_id in integrity.accounts_of(source):
            ours, theirs = (
                Decided(rehearsal.days_of(it, account_id, now)) for it in (source, moved)
            )
            faults += rehearsal.differences(ours, theirs)
            decisions += ours.total
            injuries += len(ours.days)
        with source.reading() as before, moved.reading() as after:  # anew: is it as it was?
            faults += stored.differences(before, after)
    if faults:
        raise NotMoved(
            gettext(
                "What is at %(target)s is not what is at %(source)s: %(faults)s Was it written to"
                " meanwhile? Stop every tracker that uses it, delete what was made at the other"
                " place, and move it again. Nothing was changed where it was.",
                target=target,
                source=source.place,
                faults=" ".join(faults),
            )
        )
    return Moved(copied[0], decisions, injuries)


def bring_key(target: Place, key: str) -> None:
    """Let a server's processes sign cookies by a key that was in use: everyone stays signed in."""
    with closing(Database(target)) as moved:
        shared_limits.set_signing_key(moved, key)


def _copy(source: Transaction, target: Place, copied: list[int], into: Transaction) -> None:
    if accounts.is_any(into):
        raise NotMoved(_there_is_one(target))
    copied.append(stored.copy_rows(source, into))


def _there_is_one(target: Place) -> str:
    return gettext(
        "There is a diary at %(target)s already. Name an empty database, or a new file.",
        target=target,
    )
