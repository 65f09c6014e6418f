"""The last seven days at a glance: pain and activity, each day a way to its history."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.language.entries import did, hurt
from tracker.language.phrases import short_weekday, weekday
from tracker.progression.standing import ONE_DAY
from tracker.translations import gettext

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from tracker.services.diary.days import Today

_WEEK = 7


class DayMark(NamedTuple):
    """One day of the strip; `kind` is the class of its mark, `pain` the score as shown."""

    date: date
    weekday: str
    pain: str
    kind: str
    did: str
    words: str


def strip(decided: Today) -> Iterator[DayMark]:
    """Yield the last seven days, today last; days before onset have nothing recorded."""
    known = decided.standing.recent[-_WEEK:]
    for ago in reversed(range(_WEEK)):
        day = decided.day - ago * ONE_DAY
        facts = known[-1 - ago] if ago < len(known) else None
        records = decided.diary.day(day)
        kind, pain = "empty", ""
        if facts is not None and facts.recorded:
            kind = "sharp" if facts.sharp else "hurt" if facts.painful else "free"
            pain = "" if facts.worst is None else str(facts.worst)
        activity = did(records.sessions)
        if kind == "empty":
            words = gettext("%(weekday)s: nothing recorded", weekday=weekday(day))
        else:
            words = gettext(
                "%(weekday)s: %(pain)s, %(activity)s",
                weekday=weekday(day),
                pain=hurt(pain),
                activity=activity or gettext("no activity"),
            )
        yield DayMark(day, short_weekday(day), pain, kind, activity, words)
