"""Choosing from an archive: by kind and by how far back, with what is too fast to be believed."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from tracker.exchange.watch import plausible
from tracker.exchange.watch.sports import ON_FOOT
from tracker.progression.diary import RUNNING_KINDS
from tracker.services.transfer.archive_sessions import local_start

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterable, Mapping

    from tracker.exchange.archive.activity import Activity
    from tracker.progression.diary import Kind

_MONTHS = 12  # of a year


class Month(NamedTuple):
    """How many of each kind there are in a month, which is given by its first day."""

    first: dt.date
    kinds: Mapping[Kind, int]


class Choice(NamedTuple):
    """What is wanted: which kinds, and from which day on (None: from the first).

    `fast_are_runs` is the runner's word that what is faster than most people run was run.
    """

    kinds: Collection[Kind]
    since: dt.date | None = None
    fast_are_runs: bool = False


def months_before(day: dt.date, months: int) -> dt.date:
    """The first day of the month that is so many months back."""
    number = day.year * _MONTHS + day.month - 1 - months
    return day.replace(year=number // _MONTHS, month=number % _MONTHS + 1, day=1)


def by_month(activities: Iterable[Activity], zone: dt.tzinfo) -> list[Month]:
    """How many there are of each kind, by month, the latest first."""
    counts: dict[dt.date, Counter[Kind]] = {}
    for activity in activities:
        first = local_start(activity, zone).date().replace(day=1)
        counts.setdefault(first, Counter())[activity.kind] += 1
    return [Month(first, counts[first]) for first in sorted(counts, reverse=True)]


def is_fast(activity: Activity) -> bool:
    """Whether it is said to be on foot, and faster than people go."""
    return activity.kind in ON_FOOT and plausible.is_too_fast(activity.seconds, activity.metres)


def is_impossible(activity: Activity) -> bool:
    """Whether it is said to be on foot, and faster than anybody ever was."""
    return is_fast(activity) and plausible.is_impossible(activity.seconds, activity.metres)


def is_believed(activity: Activity, choice: Choice) -> bool:
    """Whether it can have been what it is said to be, the runner's word included."""
    return not is_impossible(activity) and (choice.fast_are_runs or not is_fast(activity))


def chosen(
    activities: Iterable[Activity], choice: Choice, zone: dt.tzinfo, today: dt.date
) -> list[Activity]:
    """Those that are wanted and believed, the earliest first; none of a day still to come."""
    first = choice.since or date.min
    wanted = [
        activity
        for activity in activities
        if activity.kind in choice.kinds
        and first <= local_start(activity, zone).date() <= today
        and is_believed(activity, choice)
    ]
    return sorted(wanted, key=lambda activity: activity.start)


def believed_runs(activities: Iterable[Activity], choice: Choice) -> list[Activity]:
    """All runs that are believed, whichever kinds and days are wanted."""
    return [a for a in activities if a.kind in RUNNING_KINDS and is_believed(a, choice)]
