"""The calendar series: every day, or every week of a long range, by what it was."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from tracker.progression.diary import Kind
from tracker.progression.standing import ONE_DAY

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tracker.progression.diary import Diary, DiaryDay
    from tracker.progression.timeline import DayOutcome

MOST_SINGLE_DAYS = 371
_WEEK = 7
_CROSS_TRAINING = frozenset({Kind.BIKE, Kind.SWIM, Kind.STRENGTH, Kind.OTHER})


class DayKind(StrEnum):
    """What a day was; the first that fits, in this order. The value is its word."""

    STOP = "stop"
    DEVIATION = "deviation"
    RUN = "run"
    WALK = "walk"
    CROSS_TRAINING = "cross-training"
    REST = "rest"
    NOTHING = "nothing recorded"


class Cell(NamedTuple):
    """One day, or one week counted from a Monday, and what it was."""

    first: date
    kind: DayKind


@dataclass(frozen=True, slots=True)
class CalendarSeries:
    """The cells in order, how many of the days were of each kind, and the first day."""

    first: date
    today: date
    by_week: bool
    cells: tuple[Cell, ...]
    days: dict[DayKind, int]


def calendar_series(diary: Diary, outcomes: Sequence[DayOutcome], today: date) -> CalendarSeries:
    """Every day in `outcomes`; by week where they are many, a week by the gravest of its days."""
    days = tuple(Cell(d.standing.day, day_kind(d, diary.day(d.standing.day))) for d in outcomes)
    by_week = len(days) > MOST_SINGLE_DAYS
    kinds = [d.kind for d in days]
    counted = {kind: kinds.count(kind) for kind in DayKind}
    first = days[0].first if days else today
    return CalendarSeries(first, today, by_week, _weeks(days) if by_week else days, counted)


def _weeks(days: Sequence[Cell]) -> tuple[Cell, ...]:
    order = list(DayKind)
    weeks: dict[date, DayKind] = {}
    for day in days:
        monday = day.first - day.first.weekday() * ONE_DAY
        known = weeks.get(monday, DayKind.NOTHING)
        weeks[monday] = min(known, day.kind, key=order.index)
    return tuple(Cell(*week) for week in weeks.items())


def day_kind(outcome: DayOutcome, records: DiaryDay) -> DayKind:
    """What a day was: the gravest first, then the most strenuous."""
    kinds = {session.kind for session in records.sessions}
    fits = {
        DayKind.STOP: outcome.standing.sharp_on == outcome.standing.day,
        DayKind.DEVIATION: any(run.is_deviation for run in outcome.runs),
        DayKind.RUN: bool(outcome.runs),
        DayKind.WALK: bool(kinds & {Kind.WALK, Kind.WALK_JOG, Kind.RUN}),
        DayKind.CROSS_TRAINING: bool(kinds & _CROSS_TRAINING),
        DayKind.REST: bool(records.check_ins or records.sessions),
    }
    return next((kind for kind, is_so in fits.items() if is_so), DayKind.NOTHING)
