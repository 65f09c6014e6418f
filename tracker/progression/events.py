"""What a day brought: steps passed and lost, stages entered, a return, a lay-off, a deviation.

One function compares the standing of the evening before with a day at its end, so that whoever
says it, at once or later, says the same. A step back is an event of the day whose pain causes it,
though the step itself falls at the dawn at which the run is judged.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from tracker.progression.diary import CheckIn, Diary, Kind, SessionLog
from tracker.progression.guardrails import Schedule
from tracker.progression.pain import is_flare, is_painful
from tracker.progression.protocol import Stage
from tracker.progression.review import Place, place_of
from tracker.progression.setbacks import lay_off_since
from tracker.progression.standing import ONE_DAY, Worth
from tracker.progression.timeline import start_day, timeline

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from tracker.progression.diary import Record
    from tracker.progression.protocol import Numbers, RehabProtocol
    from tracker.progression.standing import Draft, Standing
    from tracker.progression.timeline import DayOutcome


class Happening(StrEnum):
    """What can happen to where the runner stands."""

    STEP_PASSED = "step passed"
    RETURNED = "returned"
    LAY_OFF = "lay-off"
    SHARP_PAIN = "sharp pain"
    FLARE = "flare"
    BAD_DAYS = "run of bad days"
    STEP_BACK = "step back"
    PAIN_AGAIN = "pain before the ladder"  # from `cross_train` back to `protect`
    WALK_HURT = "pain after walking"  # in `protect`
    PAIN_GONE = "pain gone"  # `cross_train` entered
    LADDER_OPENED = "ladder opened"
    DEVIATION = "deviation"


SETBACKS = frozenset(
    {
        Happening.LAY_OFF,
        Happening.SHARP_PAIN,
        Happening.FLARE,
        Happening.BAD_DAYS,
        Happening.STEP_BACK,
        Happening.PAIN_AGAIN,
        Happening.WALK_HURT,
        Happening.DEVIATION,
    }
)


class Event(NamedTuple):
    """Something that happened on a day, and where the runner stood before and stands after it.

    `painful` is the record whose pain did it; `rules` are those that a deviation broke; `days` is
    how long a lay-off has lasted.
    """

    happening: Happening
    day: date
    before: Place
    after: Place
    painful: Record | None = None
    rules: tuple[str, ...] = ()
    days: int = 0


def events_of(
    protocol: RehabProtocol, diary: Diary, before: Standing | None, outcome: DayOutcome
) -> tuple[Event, ...]:
    """What a day brought, in the order in which it came.

    `protocol` is the one pinned; `before` the standing at the end of the day before (None on the
    day of onset). The records of that day and of the one before are read from the diary.
    """
    standing = outcome.standing
    morning = standing if before is None else _morning(protocol, diary, before)
    events = [] if before is None else list(_of_the_dawn(before, morning, outcome.protocol))
    events += _of_the_day(protocol, diary, morning, outcome)
    return tuple(events)


def _morning(protocol: RehabProtocol, diary: Diary, before: Standing) -> Draft:
    day = before.day + ONE_DAY
    return start_day(before, day, Schedule(protocol, diary).on(day), diary.episode)


def _of_the_dawn(before: Standing, morning: Draft, protocol: RehabProtocol) -> Iterator[Event]:
    """What came without an entry: a lay-off, and what the run of two days ago was worth."""
    day, was, now = morning.day, place_of(before), place_of(morning)
    laid_off = lay_off_days(before, day, protocol.numbers)
    if laid_off is not None:
        yield Event(Happening.LAY_OFF, day, was, now, days=laid_off)
    judged = morning.judged
    if judged is None or judged.worth is not Worth.CLEAN:
        return
    if morning.has_returned:
        if not before.has_returned:
            yield Event(Happening.RETURNED, day, was, now)
    elif morning.step > before.step:
        yield Event(Happening.STEP_PASSED, day, was, now)


def _of_the_day(
    protocol: RehabProtocol, diary: Diary, morning: Draft, outcome: DayOutcome
) -> Iterator[Event]:
    """What the entries of the day did."""
    standing, day = outcome.standing, outcome.standing.day
    was, now = place_of(morning), place_of(standing)
    painful = _painful(diary, outcome)
    if painful:
        yield from _of_the_pain(protocol, diary, morning, outcome, painful)
    if morning.stage is Stage.PROTECT and standing.stage is Stage.CROSS_TRAIN:
        yield Event(Happening.PAIN_GONE, day, was, now)
    if morning.stage is Stage.CROSS_TRAIN and standing.on_ladder:
        yield Event(Happening.LADDER_OPENED, day, was, now)
    for run in outcome.runs:
        if run.is_deviation:
            yield Event(Happening.DEVIATION, day, was, now, run.run, run.rules)


def _of_the_pain(
    protocol: RehabProtocol,
    diary: Diary,
    morning: Draft,
    outcome: DayOutcome,
    painful: list[Record],
) -> Iterator[Event]:
    """What the painful records of the day did, the gravest of it; the worst of them is named."""
    standing = outcome.standing
    was, now = place_of(morning), place_of(standing)
    setback = pain_setback(diary, outcome)
    if setback is None and morning.stage is Stage.CROSS_TRAIN and standing.stage is Stage.PROTECT:
        setback = Happening.PAIN_AGAIN
    if setback is not None:
        did_it = _those_of(setback, painful, outcome.protocol.numbers)
        yield Event(setback, standing.day, was, now, _worst(did_it))
        return
    back = _step_back(protocol, diary, morning, standing)
    if back is not None:
        yield Event(Happening.STEP_BACK, standing.day, was, back, _worst(painful))
    walked = [record for record in painful if _walked_before(diary, record)]
    if walked and standing.stage is Stage.PROTECT:
        yield Event(Happening.WALK_HURT, standing.day, was, now, _worst(walked))


def pain_setback(diary: Diary, outcome: DayOutcome) -> Happening | None:
    """What the pain of a day set back at once, on the ladder or returned: the gravest of it.

    A flare takes a step where bad days take none, so of both on one day it is the graver.
    """
    standing, numbers = outcome.standing, outcome.protocol.numbers
    day = standing.day
    if standing.sharp_on == day:
        return Happening.SHARP_PAIN
    if day not in standing.setbacks:
        return None
    if any(is_flare(record, numbers) for record in diary.day(day).records):
        return Happening.FLARE
    return Happening.BAD_DAYS if standing.bad_days_on == day else None


def lay_off_days(before: Standing, day: date, numbers: Numbers) -> int | None:
    """How long a lay-off has lasted, on a day whose dawn takes a step for it; else None."""
    since = lay_off_since(before, numbers, day)
    return None if since is None or before.step == 1 else (day - since).days


def _walked_before(diary: Diary, painful: Record) -> bool:
    """Whether pain came in a walk, or after one of that day or of the day before."""
    day = diary.day(painful.date)
    done = (*diary.day(painful.date - ONE_DAY).sessions, *day.before(painful).sessions, painful)
    return any(isinstance(r, SessionLog) and r.kind is Kind.WALK for r in done)


def _painful(diary: Diary, outcome: DayOutcome) -> list[Record]:
    numbers = outcome.protocol.numbers
    return [r for r in diary.day(outcome.standing.day).records if is_painful(r, numbers)]


def _those_of(setback: Happening, painful: list[Record], numbers: Numbers) -> list[Record]:
    """Which painful records of a day set it back: of a flare those that are one, say."""
    if setback is Happening.FLARE:
        return [record for record in painful if is_flare(record, numbers)]
    if setback is Happening.SHARP_PAIN:
        return [r for r in painful if isinstance(r, SessionLog) and r.is_sharp_pain_event]
    return painful


def _worst(painful: list[Record]) -> Record:
    """The worst of painful records; of equals a check-in."""
    return max(painful, key=lambda r: (r.pain or 0, isinstance(r, CheckIn)))


def _step_back(
    protocol: RehabProtocol, diary: Diary, morning: Draft, standing: Standing
) -> Place | None:
    """Where the day's pain leads back to once its run is judged; None where it does not."""
    known = {run.day for run in morning.awaiting if run.steps_back}
    new = [run.day for run in standing.awaiting if run.steps_back and run.day not in known]
    if not new:
        return None
    alone = Diary(diary.episode.as_of(standing.day))
    ahead = timeline(protocol, alone, new[0] + 2 * ONE_DAY, after=standing)
    for outcome in ahead:
        judged = outcome.standing.judged
        if judged is not None and judged.worth is Worth.STEPPED_BACK:
            return place_of(outcome.standing)
    return None
