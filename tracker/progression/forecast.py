"""What lies ahead if every answer is favourable: the next run, and the earliest way home."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from tracker.progression.day import opens_ladder
from tracker.progression.diary import EMPTY_DAY, CheckIn, Diary, Kind, Sensation, SessionLog
from tracker.progression.episode import DENIED
from tracker.progression.guardrails import Schedule
from tracker.progression.ladder import Prescription, prescription
from tracker.progression.protocol import Stage
from tracker.progression.rules import verdict
from tracker.progression.standing import ONE_DAY, drafted
from tracker.progression.timeline import DayOutcome, apply_day, start_day

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date

    from tracker.progression.diary import DiaryDay
    from tracker.progression.protocol import RehabProtocol
    from tracker.progression.standing import Standing

_HORIZON_DAYS = 60
_LONGEST_WAY_DAYS = 1000
_LOCKED = "red-flag"


class Outlook(NamedTuple):
    """The earliest day on which a run could be cleared, and the day each rule stops holding.

    `next_run` is None while a warning sign is open; a rule is absent from `until` if it does
    not hold, or if no day can be named. `plan` is what that run would be (None off the ladder),
    `walk_on` the day of the walk that has to come before it (None where none is due).
    """

    next_run: date | None
    until: Mapping[str, date]
    plan: Prescription | None = None
    walk_on: date | None = None


class PlannedDay(NamedTuple):
    """One session on the earliest way home; `plan` is None for the walk."""

    day: date
    stage: Stage
    step: int
    plan: Prescription | None


class WayHome(NamedTuple):
    """The sessions that remain if all goes well, and the day of return."""

    days: tuple[PlannedDay, ...]
    returns_on: date | None


def outlook(
    protocol: RehabProtocol, diary: Diary, before: Standing | None, now: DayOutcome
) -> Outlook:
    """What could be allowed when, from the day of `now` on.

    `before` is the standing at the end of the day before it (None on the day of onset).
    """
    day = now.standing.day
    waiting = {f.rule for f in verdict(now.protocol, now.standing).against}
    locked = _LOCKED in waiting
    waiting.discard(_LOCKED)
    until: dict[str, date] = {}
    next_run = plan = walk_on = None
    ahead = _favourable_days(protocol, diary, before, day, days=_HORIZON_DAYS)
    for outcome, walk in ahead:  # pragma: no branch - good answers end every wait long before
        answer = verdict(outcome.protocol, outcome.standing)
        held = {f.rule for f in answer.against}
        until |= dict.fromkeys(waiting - held - until.keys(), outcome.standing.day)
        if walk is not None:
            walk_on = walk_on or walk.date
        if next_run is None and answer.decision.allows_running:
            next_run = outcome.standing.day
            plan = prescription(outcome.protocol, outcome.standing)
        if waiting <= until.keys() and (locked or next_run is not None):
            break
    return Outlook(next_run, until, plan, walk_on)


def way_home(protocol: RehabProtocol, diary: Diary, before: Standing | None, day: date) -> WayHome:
    """The calendar of sessions from a day to the return, if all goes well."""
    planned: list[PlannedDay] = []
    for outcome, session in _favourable_days(
        protocol, diary, before, day, days=_LONGEST_WAY_DAYS, add=_planned_run
    ):
        standing = outcome.standing
        if standing.has_returned:
            return WayHome(tuple(planned), standing.day)
        if standing.locked_on is not None:
            break
        if session is not None:
            plan = prescription(outcome.protocol, standing)  # none for the walk, off the ladder
            planned.append(PlannedDay(standing.day, standing.stage, standing.step, plan))
    return WayHome(tuple(planned), None)


def _favourable_days(
    protocol: RehabProtocol,
    diary: Diary,
    before: Standing | None,
    day: date,
    *,
    days: int,
    add: Callable[[DayOutcome], SessionLog | None] = lambda _: None,
) -> Iterator[tuple[DayOutcome, SessionLog | None]]:
    """Days with what is recorded, and a good answer wherever one is missing.

    The walk that opens the ladder is done as soon as it can be; `add` may add a session more.
    What is imagined comes after all that is recorded that day.
    """
    standing, records = before, diary.day(day)
    episode = diary.episode.as_of(day)
    in_force = Schedule(protocol, Diary(episode, diary.days))
    for _ in range(days):
        current = in_force.on(day)
        morning = start_day(standing, day, current, episode)
        records = records.then(_good_answer(day))
        outcome = apply_day(drafted(morning), records, current.protocol, episode)
        session = _missing_walk(outcome, records) or add(outcome)
        if session is not None:
            outcome = apply_day(morning, records.then(session), current.protocol, episode)
        yield outcome, session
        standing = outcome.standing
        day += ONE_DAY
        records = EMPTY_DAY


def _good_answer(day: date) -> CheckIn:
    """The most favourable check-in, every warning sign denied."""
    return CheckIn(date=day, pain=0, sensation=Sensation.NONE, red_flags=(DENIED,))


def _missing_walk(outcome: DayOutcome, records: DiaryDay) -> SessionLog | None:
    """The walk that opens the ladder, where it is due and not yet done."""
    numbers = outcome.protocol.numbers
    due = outcome.standing.stage is Stage.CROSS_TRAIN
    if not due or any(opens_ladder(s, numbers) for s in records.sessions):
        return None
    seconds = numbers.walk_first_minutes * 60
    day = outcome.standing.day
    return SessionLog(date=day, kind=Kind.WALK, seconds=seconds, pain=0, sensation=Sensation.NONE)


def _planned_run(outcome: DayOutcome) -> SessionLog | None:
    """Today's plan, done exactly, where it is cleared."""
    plan = prescription(outcome.protocol, outcome.standing)
    if plan is None or not verdict(outcome.protocol, outcome.standing).decision.allows_running:
        return None
    done = as_planned(plan, outcome.standing.day)
    return replace(done, pain=0, sensation=Sensation.NONE)


def as_planned(plan: Prescription, day: date) -> SessionLog:
    """The session that does a plan exactly; how it felt is left unanswered."""
    return SessionLog(
        date=day,
        kind=Kind.RUN if plan.is_continuous else Kind.WALK_JOG,
        seconds=plan.total_seconds,
        walk_seconds=plan.total_walk_seconds,
        jog_seconds=plan.total_jog_seconds,
        longest_jog_seconds=plan.jog_seconds,
    )
