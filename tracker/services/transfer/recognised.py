"""Rows of a table that are in the diary already: edited since, or entered in another way.

A row has no id of its own, so it is known by what it is of: a session by when it was and how long,
a check-in by its day, its part of the day and its time.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import fields
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from tracker.progression.diary import CheckIn, SessionLog
from tracker.progression.standing import ONE_DAY
from tracker.services.diary.same_session import is_about_the_same

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from tracker.exchange.own_format.archive import Archive
    from tracker.storage.diary.diaries import Entries

Entry = TypeVar("Entry", CheckIn, SessionLog)


class Alike(NamedTuple):
    """An entry of a file, and the one of the diary that it may be."""

    given: CheckIn | SessionLog
    stored: CheckIn | SessionLog


def without_alike(there: Entries, archive: Archive) -> tuple[Archive, tuple[Alike, ...]]:
    """An archive without what may be in the diary already, and what that is."""
    alike = (
        *recognised(there.check_ins, archive.check_ins),
        *recognised(there.sessions, archive.sessions),
    )
    uids = {pair.given.id for pair in alike}
    rest = archive._replace(
        check_ins=[entry for entry in archive.check_ins if entry.id not in uids],
        sessions=[entry for entry in archive.sessions if entry.id not in uids],
    )
    return rest, alike


def recognised(stored: Iterable[Entry], given: Sequence[Entry]) -> list[Alike]:
    """The given entries that may be stored ones of other ids: each stored one is but one of them.

    Those that are known by their ids are left out, on both sides.
    """
    given_ids = {entry.id for entry in given}
    left: dict[dt.date, list[Entry]] = defaultdict(list)
    stored_ids = set()
    for entry in stored:
        stored_ids.add(entry.id)
        if entry.id not in given_ids:
            left[entry.date].append(entry)
    alike = []
    for entry in given:
        if entry.id in stored_ids:
            continue
        days = (entry.date - ONE_DAY, entry.date, entry.date + ONE_DAY)
        candidates = [s for day in days for s in left.get(day, ()) if _may_be(entry, s)]
        if candidates:
            match = max(candidates, key=lambda s: _agreement(entry, s))
            left[match.date].remove(match)
            alike.append(Alike(entry, match))
    return alike


def _may_be(one: CheckIn | SessionLog, other: CheckIn | SessionLog) -> bool:
    if isinstance(one, SessionLog) and isinstance(other, SessionLog):
        return is_about_the_same(one, other)
    if isinstance(one, CheckIn) and isinstance(other, CheckIn):
        return (one.date, one.moment, one.time) == (other.date, other.moment, other.time)
    return False


def _agreement(one: CheckIn | SessionLog, other: CheckIn | SessionLog) -> int:
    """In how many things two entries say the same."""
    names = (field.name for field in fields(one))
    return sum(getattr(one, name) == getattr(other, name) for name in names)
