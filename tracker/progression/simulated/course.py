"""A made-up runner's course: each day asks the protocol, then does what the runner's fate says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from tracker.progression.diary import CheckIn, DiaryDay, Kind, Moment, Sensation, SessionLog
from tracker.progression.episode import DENIED, Episode
from tracker.progression.forecast import as_planned
from tracker.progression.guardrails import terms
from tracker.progression.ladder import Prescription, prescription
from tracker.progression.protocol import Stage
from tracker.progression.rules import verdict
from tracker.progression.standing import ONE_DAY, drafted
from tracker.progression.timeline import apply_day, start_day

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tracker.progression.protocol import RehabProtocol
    from tracker.progression.simulated.runners import Fate, Runner
    from tracker.progression.standing import Standing
    from tracker.progression.timeline import DayOutcome

ONSET = date(2001, 1, 1)  # nothing here depends on the date
_MINUTE = 60
_TOO_MUCH_PERCENT = 130
_UNPLANNED = Prescription(0, 10 * _MINUTE, 1)  # what is run where no plan is in force


class Answer(NamedTuple):
    """What a protocol says on the morning of a day: the rules that hold a run, and its plan."""

    held_by: tuple[str, ...]
    plan: Prescription | None

    @property
    def clears(self) -> bool:
        """Whether a run may be made."""
        return not self.held_by


class LivedDay(NamedTuple):
    """A day: what was known when the protocol was asked, all that was recorded, what became."""

    asked_with: DiaryDay
    records: DiaryDay
    answer: Answer
    outcome: DayOutcome


class _Course:
    """One protocol, and where a runner stands by it."""

    def __init__(self, protocol: RehabProtocol, baseline_minutes: int) -> None:
        self.episode = Episode(onset=ONSET, baseline_minutes=baseline_minutes)
        self._terms = terms(protocol, self.episode)[0]
        self._standing: Standing | None = None
        self._day = ONSET - ONE_DAY

    def dawn(self) -> None:
        """Begin the next day."""
        self._day += ONE_DAY
        self._morning = start_day(self._standing, self._day, self._terms, self.episode)

    @property
    def asks_for_signs(self) -> bool:
        """Whether the questions about warning signs wait for an answer."""
        return self._morning.alarm_on is not None

    def asked(self, records: DiaryDay) -> DayOutcome:
        """The day as it stands with these records."""
        morning = drafted(self._morning)
        return apply_day(morning, records, self._terms.protocol, self.episode)

    def end(self, records: DiaryDay) -> DayOutcome:
        """The day at its end, with all its records."""
        outcome = self.asked(records)
        self._standing = outcome.standing
        return outcome


def days_of(protocol: RehabProtocol, runner: Runner) -> Iterator[LivedDay]:
    """Every day of a runner who asks this protocol each morning."""
    course = _Course(protocol, runner.baseline_minutes)
    rested = True
    for number, fate in enumerate(runner.fates):
        day = ONSET + number * ONE_DAY
        course.dawn()
        waking = _waking(day, fate, denies=course.asks_for_signs and fate.denies)
        asked_with = DiaryDay.of(waking, [])
        outcome = course.asked(asked_with)
        answer = _answer(outcome)
        sessions = _sessions(outcome, answer, fate, runner, rested=rested)
        rested = not any(session.is_run for session in sessions)
        records = DiaryDay.of([*waking, *_evening(day, fate)], sessions)
        yield LivedDay(asked_with, records, answer, course.end(records))


def answers(
    protocol: RehabProtocol, baseline_minutes: int, days: Sequence[LivedDay]
) -> Iterator[Answer]:
    """What another protocol says on each morning of a diary that was lived already."""
    course = _Course(protocol, baseline_minutes)
    for day in days:
        course.dawn()
        yield _answer(course.asked(day.asked_with))
        course.end(day.records)


def _answer(outcome: DayOutcome) -> Answer:
    against = verdict(outcome.protocol, outcome.standing).against
    plan = prescription(outcome.protocol, outcome.standing)
    return Answer(tuple(finding.rule for finding in against), plan)


def _waking(day: date, fate: Fate, *, denies: bool) -> list[CheckIn]:
    if fate.waking is None:
        return []
    return [
        CheckIn(
            date=day,
            moment=Moment.WAKING,
            pain=fate.waking,
            sensation=_felt(fate.waking),
            red_flags=(DENIED,) if denies else (),
        )
    ]


def _evening(day: date, fate: Fate) -> list[CheckIn]:
    if not (fate.evening or fate.tablet):
        return []
    return [
        CheckIn(
            date=day,
            moment=Moment.EVENING,
            pain=fate.evening,
            sensation=_felt(fate.evening),
            painkiller=fate.tablet,
        )
    ]


def _felt(pain: int) -> Sensation:
    return Sensation.PAIN if pain else Sensation.NONE


def _sessions(
    outcome: DayOutcome, answer: Answer, fate: Fate, runner: Runner, *, rested: bool
) -> list[SessionLog]:
    """What the runner does: the walk that is due, the run that is cleared, one that is not."""
    standing = outcome.standing
    if answer.clears:
        if fate.lazy or (standing.has_returned and not rested):
            return []
        usual = Prescription(0, runner.baseline_minutes * _MINUTE, 1)
        return [_run(standing.day, answer.plan or usual, fate)]
    if fate.breaks:
        return [_run(standing.day, answer.plan or _UNPLANNED, fate)]
    if standing.stage is Stage.CROSS_TRAIN and not fate.lazy:
        return [_walk(standing.day, outcome.protocol.numbers.walk_first_minutes, fate)]
    return []


def _walk(day: date, minutes: int, fate: Fate) -> SessionLog:
    return _scored(SessionLog(date=day, kind=Kind.WALK, seconds=minutes * _MINUTE), fate)


def _run(day: date, plan: Prescription, fate: Fate) -> SessionLog:
    if fate.too_much:
        more = plan.jog_seconds * _TOO_MUCH_PERCENT // 100
        plan = Prescription(plan.walk_seconds, more, plan.repeats)
    return _scored(as_planned(plan, day), fate)


def _scored(session: SessionLog, fate: Fate) -> SessionLog:
    if fate.session_pain is None:
        return session
    felt = Sensation.SHARP if fate.sharp else _felt(fate.session_pain)
    return replace(session, pain=fate.session_pain, sensation=felt)
