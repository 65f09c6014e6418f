"""A session that may be in the diary already, whatever it was read from or typed in by.

The same run comes from a watch, from a table and from memory, each with other seconds and another
name. So what counts is when it was, and how long; whoever adds a session is told, and decides.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from tracker.progression.diary import RUNNING_KINDS, Kind
from tracker.progression.standing import ONE_DAY
from tracker.services.ownership import own_episode
from tracker.storage.diary import diaries

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tracker.progression.diary import SessionLog
    from tracker.storage.database import Database

STARTS_WITHIN = dt.timedelta(minutes=15)  # of typed times, which are rounded; a default
LENGTH_WITHIN = 0.25  # of the longer one: warm-up and pauses are counted or not; a default
_ON_FOOT = RUNNING_KINDS | {Kind.WALK}


def sessions_about(
    database: Database, account_id: int, episode_id: int, readings: Sequence[SessionLog]
) -> list[SessionLog]:
    """The sessions of an own episode that are about the same as one of several readings.

    A recording is read in several ways where its clock or its kind is not sure. One under the id
    of a reading is not meant: that is the same entry, and known as such. Raises NotFound.
    """
    days = [reading.date for reading in readings]
    after, until = min(days) - 2 * ONE_DAY, max(days) + ONE_DAY
    with database.reading() as tx:
        episode = own_episode(tx, account_id, episode_id)
        there = diaries.load(tx, episode, after=after, until=until).sessions
    uids = {reading.id for reading in readings}
    return [s for s in there if s.id not in uids and about_the_same(s, readings) is not None]


def about_the_same(session: SessionLog, others: Iterable[SessionLog]) -> SessionLog | None:
    """The first of others that may be the same session; None if all are apart."""
    return next((other for other in others if is_about_the_same(session, other)), None)


def is_about_the_same(one: SessionLog, other: SessionLog) -> bool:
    """Whether two may be one session.

    Where both say their times: they begin within 15 minutes of each other, or one falls into the
    other by more than half of the shorter. Otherwise both are of one day and of one kind (all on
    foot are one: a run that was walked in parts has several names) and about equally long.
    """
    if one.time is not None and other.time is not None:
        return _at_the_same_time(one, one.time, other, other.time)
    if one.date != other.date:
        return False
    same_kind = one.kind == other.kind or {one.kind, other.kind} <= _ON_FOOT
    return same_kind and _is_close(one, other)


def _at_the_same_time(
    one: SessionLog, one_at: dt.time, other: SessionLog, other_at: dt.time
) -> bool:
    begins = dt.datetime.combine(one.date, one_at), dt.datetime.combine(other.date, other_at)
    if abs(begins[0] - begins[1]) <= STARTS_WITHIN:
        return True
    lengths = [dt.timedelta(seconds=_seconds(s) or 0) for s in (one, other)]
    ends = [begin + length for begin, length in zip(begins, lengths, strict=True)]
    return (min(ends) - max(begins)) * 2 > min(lengths)


def _is_close(one: SessionLog, other: SessionLog) -> bool:
    """Whether they are equally long, as far as both say so."""
    pairs = ((_seconds(one), _seconds(other)), (one.distance_m, other.distance_m))
    said = [(a, b) for a, b in pairs if a and b]
    return not said or any(abs(a - b) <= LENGTH_WITHIN * max(a, b) for a, b in said)


def _seconds(session: SessionLog) -> int | None:
    return session.seconds or (session.walk_seconds + session.jog_seconds) or None
