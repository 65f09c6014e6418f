"""Small worlds: every diary of a few days over the kinds of day that matter."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import time
from typing import TYPE_CHECKING, NamedTuple

from tests.builders import (
    EVENING,
    check_in,
    episode,
    good_morning,
    number,
    on,
    planned,
    run,
    walk,
)
from tests.progression.beginnings import BEGINNINGS
from tracker.progression.diary import EMPTY_DAY, Diary, DiaryDay, Moment, Sensation
from tracker.progression.guardrails import Schedule
from tracker.progression.ladder import prescription
from tracker.progression.protocol_document.reader import shipped
from tracker.progression.rules import verdict
from tracker.progression.timeline import apply_day, start_day

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import date

    from tracker.progression.diary import SessionLog
    from tracker.progression.episode import Episode
    from tracker.progression.guardrails import Terms
    from tracker.progression.standing import Draft, Standing
    from tracker.progression.timeline import DayOutcome
    from tracker.progression.verdict import Verdict

    Kind = Callable[["Morning"], DiaryDay]

BEFORE_BREAKFAST = time(6)
AHEAD = 40  # days, more than any small world has
EPISODE = episode()


class Course(NamedTuple):
    """An episode, and what is in force on each of the days that are still to come."""

    episode: Episode
    in_force: Mapping[date, Terms]

    @classmethod
    def of(cls, facts: Episode, first: int) -> Course:
        schedule = Schedule(shipped(), Diary(facts))
        return cls(facts, {on(day): schedule.on(on(day)) for day in range(first, first + AHEAD)})


@dataclass(frozen=True, slots=True)
class Morning:
    """A day before anything is recorded on it."""

    course: Course
    before: Standing | None

    @property
    def day(self) -> int:
        return 0 if self.before is None else number(self.before.day) + 1

    def start_day(self) -> Draft:
        day = on(self.day)
        return start_day(self.before, day, self.course.in_force[day], self.course.episode)

    def apply_day(self, records: DiaryDay) -> DayOutcome:
        protocol = self.course.in_force[on(self.day)].protocol
        return apply_day(self.start_day(), records, protocol, self.course.episode)

    def planned(self, *records: DiaryDay) -> SessionLog:
        """The plan after what is recorded; five minutes of running where there is none."""
        outcome = self.apply_day(records[0] if records else EMPTY_DAY)
        plan = prescription(shipped(), outcome.standing)
        return planned(self.day, plan) if plan else run(self.day, 5)


@dataclass(frozen=True, slots=True)
class Day:
    """One lived day of a small world."""

    path: tuple[str, ...]
    morning: Morning
    records: DiaryDay
    outcome: DayOutcome

    @property
    def before(self) -> Standing | None:
        return self.morning.before

    @property
    def standing(self) -> Standing:
        return self.outcome.standing

    @property
    def verdict(self) -> Verdict:
        return verdict(self.outcome.protocol, self.standing)


def silent(_morning: Morning) -> DiaryDay:
    return EMPTY_DAY


def well(morning: Morning) -> DiaryDay:
    return DiaryDay.of([good_morning(morning.day)], [])


def hurting(morning: Morning) -> DiaryDay:
    return DiaryDay.of([check_in(morning.day, 3, moment=Moment.WAKING)], [])


def walked(morning: Morning) -> DiaryDay:
    return DiaryDay.of([good_morning(morning.day)], [walk(morning.day)])


def ran(morning: Morning) -> DiaryDay:
    answered = well(morning)
    return DiaryDay.of(answered.check_ins, [morning.planned(answered)])


def sharp(morning: Morning) -> DiaryDay:
    answered = well(morning)
    stabbing = replace(morning.planned(answered), pain=1, sensation=Sensation.SHARP)
    return DiaryDay.of(answered.check_ins, [stabbing])


def ran_unasked(morning: Morning) -> DiaryDay:
    """A run before breakfast, and an answer only in the evening."""
    early = replace(morning.planned(), time=BEFORE_BREAKFAST)
    late = check_in(morning.day, at=EVENING, moment=Moment.EVENING)
    return DiaryDay.of([late], [early])


def ran_with_pain(morning: Morning) -> DiaryDay:
    answered = well(morning)
    painful = replace(morning.planned(answered), pain=2, sensation=Sensation.PAIN)
    return DiaryDay.of(answered.check_ins, [painful])


def sore_evening(morning: Morning) -> DiaryDay:
    answered = well(morning)
    late = check_in(morning.day, 2, at=EVENING, moment=Moment.EVENING)
    return DiaryDay.of([*answered.check_ins, late], [morning.planned(answered)])


def sore_later(morning: Morning) -> DiaryDay:
    """A good morning, and a little pain in the evening."""
    late = check_in(morning.day, 1, at=EVENING, moment=Moment.EVENING)
    return DiaryDay.of([*well(morning).check_ins, late], [])


def flaring(morning: Morning) -> DiaryDay:
    return DiaryDay.of([check_in(morning.day, 7, moment=Moment.WAKING, limp=True)], [])


SIX_KINDS: tuple[Kind, ...] = (silent, well, hurting, walked, ran, sharp)
ALL_KINDS: tuple[Kind, ...] = (
    *SIX_KINDS,
    ran_unasked,
    ran_with_pain,
    sore_evening,
    sore_later,
    flaring,
)


def begin(beginning: str | None) -> Morning:
    """The morning after a beginning was lived; of onset itself for None."""
    if beginning is None:
        return Morning(Course.of(EPISODE, 0), None)
    teller = BEGINNINGS[beginning].teller()
    before = teller.stand(teller.today).standing
    return Morning(Course.of(teller.episode, teller.today + 1), before)


def every_day(
    morning: Morning, kinds: Sequence[Kind], days: int, path: tuple[str, ...] = ()
) -> Iterator[Day]:
    """Every day of every diary of so many days, depth first."""
    if not days:
        return
    for kind in kinds:
        records = kind(morning)
        name = getattr(kind, "__name__", "")
        day = Day((*path, name), morning, records, morning.apply_day(records))
        yield day
        yield from every_day(Morning(morning.course, day.standing), kinds, days - 1, day.path)
