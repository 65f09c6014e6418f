"""Small worlds: every diary of a few days over the kinds of day that matter."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import time
from typing import TYPE_CHECKING

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
from tests.progression.happenings import Teller
from tracker.progression.diary import EMPTY_DAY, DiaryDay, Moment, Sensation
from tracker.progression.guardrails import terms
from tracker.progression.ladder import prescription
from tracker.progression.protocol_document.reader import shipped
from tracker.progression.rules import verdict
from tracker.progression.timeline import apply_day, start_day

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tracker.progression.diary import SessionLog
    from tracker.progression.standing import Draft, Standing
    from tracker.progression.timeline import DayOutcome
    from tracker.progression.verdict import Verdict

    Kind = Callable[["Morning"], DiaryDay]

BEFORE_BREAKFAST = time(6)
EPISODE = episode()
TERMS = terms(shipped(), EPISODE)[-1]


@dataclass(frozen=True, slots=True)
class Morning:
    """A day before anything is recorded on it."""

    before: Standing | None
    day: int

    def start_day(self) -> Draft:
        return start_day(self.before, on(self.day), TERMS, EPISODE)

    def apply_day(self, records: DiaryDay) -> DayOutcome:
        return apply_day(self.start_day(), records, shipped(), EPISODE)

    def planned(self, *records: DiaryDay) -> SessionLog:
        """The plan after what is recorded; five minutes of running where there is none."""
        outcome = self.apply_day(records[0] if records else EMPTY_DAY)
        plan = prescription(shipped(), outcome.standing)
        return planned(self.day, plan) if plan else run(self.day, 5)


@dataclass(frozen=True, slots=True)
class Day:
    """One lived day of a small world."""

    path: tuple[str, ...]
    before: Standing | None
    records: DiaryDay
    outcome: DayOutcome

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


SIX_KINDS: tuple[Kind, ...] = (silent, well, hurting, walked, ran, sharp)
ALL_KINDS: tuple[Kind, ...] = (*SIX_KINDS, ran_unasked, ran_with_pain, sore_evening)

BEGINNINGS = {
    "at onset": -1,
    "while cross-training": 1,
    "on the first step": 4,
    "with a run pending": 16,
    "rested, in the middle of the ladder": 17,
    "about to run without walking": 30,
    "about to pass the last step": 38,
    "about to return": 48,
    "after the return": 49,
}


def begin(obeyed_until: int) -> Standing | None:
    """The standing after days of doing what was cleared, with the best of answers."""
    if obeyed_until < 0:
        return None
    teller = Teller(EPISODE)
    for day in range(obeyed_until + 1):
        teller.tell(day, "obeys")
    return teller.stand(obeyed_until).standing


def every_day(
    before: Standing | None, kinds: Sequence[Kind], days: int, path: tuple[str, ...] = ()
) -> Iterator[Day]:
    """Every day of every diary of so many days, depth first."""
    if not days:
        return
    morning = Morning(before, 0 if before is None else number(before.day) + 1)
    for kind in kinds:
        records = kind(morning)
        name = getattr(kind, "__name__", "")
        day = Day((*path, name), before, records, morning.apply_day(records))
        yield day
        yield from every_day(day.standing, kinds, days - 1, day.path)
