"""When something was entered of which a file does not say it: so that the dates decide.

A diary needs the time, for a clearance covers no sign that was stored after it, and a placement
acts from the next day where it came after a run. Read as files, what has no time is decided by
its date; so a warning sign counts as entered at the end of its day, and a clearance and a changed
number at the beginning of theirs. Where only some have times this is the more careful reading.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar
from zoneinfo import ZoneInfo

from tracker.progression.episode import Clearance, Setting

if TYPE_CHECKING:
    from tracker.exchange.own_format.archive import Archive
    from tracker.progression.diary import CheckIn

_DAY, _MOMENT = dt.timedelta(days=1), dt.timedelta(microseconds=1)
Words = TypeVar("Words", Setting, Clearance)


def with_entry_times(archive: Archive, now: dt.datetime) -> Archive:
    """An archive of a new episode whose signs, clearances and changed numbers all have a time."""
    facts = archive.episode
    zone = ZoneInfo(facts.timezone)

    def begins(day: dt.date) -> dt.datetime:
        return min(dt.datetime.combine(day, dt.time.min, zone).astimezone(dt.UTC), now)

    def words(said: Words) -> Words:
        return replace(said, entered_at=said.entered_at or begins(said.date))

    def sign(check_in: CheckIn) -> CheckIn:
        if check_in.entered_at is not None or not check_in.signs:
            return check_in
        cleared = [
            c.entered_at + _MOMENT
            for c in facts.clearances
            if c.date == check_in.date and c.entered_at is not None
        ]
        return replace(check_in, entered_at=max([begins(check_in.date + _DAY) - _MOMENT, *cleared]))

    dated = replace(
        facts,
        settings=tuple(words(setting) for setting in facts.settings),
        clearances=tuple(words(clearance) for clearance in facts.clearances),
    )
    return archive._replace(episode=dated, check_ins=[sign(c) for c in archive.check_ins])
