"""A diary moved to other dates, and what is decided of it as differences of dates alone."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from tracker.progression.diary import CheckIn, Diary, SessionLog
from tracker.progression.forecast import outlook
from tracker.progression.protocol_document.reader import shipped
from tracker.progression.rules import verdict
from tracker.progression.standing import Standing
from tracker.progression.timeline import timeline

if TYPE_CHECKING:
    from collections.abc import Iterator


_OF_A_DAY = [field.name for field in fields(Standing) if field.name != "past"]


def moved(diary: Diary, days: int) -> Diary:
    """The same diary so many days later, every date and instant in it."""
    by = timedelta(days=days)

    def later(value: object) -> object:
        if isinstance(value, date):
            return value + by
        if is_dataclass(value) and not isinstance(value, type):
            named = {f.name: later(getattr(value, f.name)) for f in fields(value)}
            return replace(value, **named)
        return tuple([later(item) for item in value]) if isinstance(value, tuple) else value

    entries = [later(r) for day in diary.days.values() for r in (*day.check_ins, *day.sessions)]
    facts = later(diary.episode)
    assert isinstance(facts, type(diary.episode))
    return Diary.of(
        facts,
        [r for r in entries if isinstance(r, CheckIn)],
        [r for r in entries if isinstance(r, SessionLog)],
    )


def decided(diary: Diary, last_day: int, *, ahead_each: int = 20) -> Iterator[object]:
    """All that is decided each day, and now and then what lies ahead; dates count from onset."""
    onset, before, protocol = diary.episode.onset, None, shipped()
    for number, day in enumerate(timeline(protocol, diary, onset + timedelta(days=last_day))):
        yield number, since(onset, [getattr(day.standing, name) for name in _OF_A_DAY])
        yield since(onset, (day.standing.past[-3:], day.runs))
        yield since(onset, verdict(day.protocol, day.standing))
        if number % ahead_each == 0:
            yield since(onset, outlook(protocol, diary, before, day))
        before = day.standing


def since(onset: date, value: object) -> object:
    """Whatever it is, with each date in it as the days since onset."""
    if isinstance(value, datetime):
        return value.replace(tzinfo=None) - datetime.combine(onset, time())
    if isinstance(value, date):
        return (value - onset).days
    if isinstance(value, (tuple, list)):
        return [since(onset, item) for item in value]
    if isinstance(value, dict):
        return {key: since(onset, item) for key, item in value.items()}
    if is_dataclass(value):
        return [since(onset, getattr(value, field.name)) for field in fields(value)]
    return value
