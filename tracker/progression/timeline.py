"""The fold: day by day from onset, what happened becomes a standing.

A day is lived in three moves. At dawn a run whose morning passed unanswered is judged and a
lay-off counted. Then each run of the day is assessed against the standing it was made in. At
last the whole day is taken in: what settles, what opens the ladder, what sends back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.progression import ladder
from tracker.progression.diary import EMPTY_DAY
from tracker.progression.episode import LOCKING_FLAGS
from tracker.progression.events import change_stage, follow_events
from tracker.progression.guardrails import Terms, terms
from tracker.progression.run_assessment import RunAssessment, assess
from tracker.progression.standing import (
    NOTHING,
    ONE_DAY,
    REMEMBERED_DAYS,
    DayFacts,
    RunDay,
    Standing,
    is_painful,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from tracker.progression.diary import CheckIn, Diary, DiaryDay
    from tracker.progression.episode import Clearance, Episode
    from tracker.progression.protocol import Numbers, RehabProtocol


class DayOutcome(NamedTuple):
    """A day at its end: the standing, the protocol in force and each run's assessment."""

    standing: Standing
    protocol: RehabProtocol
    runs: tuple[RunAssessment, ...]


def timeline(
    protocol: RehabProtocol, diary: Diary, until: date, *, after: Standing | None = None
) -> Iterator[DayOutcome]:
    """Live every day from onset (or from the day after a known standing) through `until`.

    Nothing dated later than a day is read for it. Yields nothing if `until` is before onset.
    """
    in_force = _Schedule(terms(protocol, diary.episode))
    standing = after
    day = diary.episode.onset if standing is None else standing.day + ONE_DAY
    while day <= until:
        current = in_force.on(day)
        morning = start_day(standing, day, current, diary.episode)
        outcome = apply_day(morning, diary.day(day), current.protocol, diary.episode)
        yield outcome
        standing = outcome.standing
        day += ONE_DAY


def stand(
    protocol: RehabProtocol, diary: Diary, day: date, *, after: Standing | None = None
) -> DayOutcome:
    """The standing of one day, given everything recorded up to it.

    Raises ValueError if the day lies before onset (or is not after `after`).
    """
    outcome = None
    for outcome in timeline(protocol, diary, day, after=after):  # noqa: B007 - the last one is wanted
        pass
    if outcome is None:
        message = f"{day} lies before the first day of the course"
        raise ValueError(message)
    return outcome


class _Schedule:
    """The terms in force, asked for day after day."""

    def __init__(self, changes: Sequence[Terms]) -> None:
        self._current, *self._later = changes

    def on(self, day: date) -> Terms:
        while self._later and self._later[0].since <= day:
            self._current = self._later.pop(0)
        return self._current


def start_day(before: Standing | None, day: date, current: Terms, episode: Episode) -> Standing:
    """The standing with which a day begins, before anything is recorded on it."""
    if before is None:
        standing = Standing(day, episode.onset, current.baseline_seconds)
    else:
        standing = before.copy()
        standing.day = day
        standing.baseline_seconds = current.baseline_seconds
        standing.recent = (*before.recent[1 - REMEMBERED_DAYS :], NOTHING)
        if not before.today.pain_free:
            standing.pain_free_days = 0
        _judge_unanswered(standing, current.protocol)
        ladder.lay_off(standing, current.protocol)
    if day == max(episode.screened_on or episode.onset, episode.onset):
        answers = episode.screening_locks
        if answers:
            _lock(standing, answers)
    _unlock_if_cleared(standing, episode)
    return standing


def _judge_unanswered(standing: Standing, protocol: RehabProtocol) -> None:
    if not standing.awaiting:
        return
    yesterday = standing.day - ONE_DAY
    for run in standing.awaiting:
        if run.day < yesterday:
            ladder.judge(standing, protocol, run, None)
    standing.awaiting = tuple(run for run in standing.awaiting if run.day == yesterday)


def apply_day(
    morning: Standing, records: DiaryDay, protocol: RehabProtocol, episode: Episode
) -> DayOutcome:
    """Take in a day's records: assess its runs in order, then the day as a whole.

    `morning` is used up: it becomes the standing at the day's end.
    """
    runs: tuple[RunAssessment, ...] = ()
    for session in records.sessions:
        if session.is_run:
            before = _take_in(morning.copy(), records.before(session), protocol, episode, runs)
            runs = (*runs, assess(before, session, records, protocol))
    return DayOutcome(_take_in(morning, records, protocol, episode, runs), protocol, runs)


def _take_in(
    standing: Standing,
    records: DiaryDay,
    protocol: RehabProtocol,
    episode: Episode,
    runs: tuple[RunAssessment, ...],
) -> Standing:
    """Carry the standing of a morning to the end of the day's records."""
    if records is EMPTY_DAY:
        return standing
    numbers = protocol.numbers
    facts = _facts(records, numbers, runs)
    standing.recent = (*standing.recent[:-1], facts)
    if facts.pain_free:
        standing.pain_free_days += 1
    elif facts.recorded:
        standing.pain_free_days = 0
    if facts.worst is not None and standing.day_number < numbers.trend_days:
        standing.first_days = (*standing.first_days, facts.worst)
    flagged = [c for c in records.check_ins if not LOCKING_FLAGS.isdisjoint(c.red_flags)]
    if flagged:
        _lock(standing, [f for c in flagged for f in c.red_flags if f in LOCKING_FLAGS])
        _unlock_if_cleared(standing, episode, flagged)
    follow_events(standing, records, protocol)
    change_stage(standing, records, numbers)
    if runs:
        _await(standing, runs)
    return standing


def _facts(records: DiaryDay, numbers: Numbers, runs: tuple[RunAssessment, ...]) -> DayFacts:
    worst: int | None = None
    painful = painkiller = sharp = False
    for check_in in records.check_ins:
        worst = check_in.pain if worst is None or check_in.pain > worst else worst
        painful = painful or is_painful(check_in, numbers)
        painkiller = painkiller or check_in.painkiller
    for session in records.sessions:
        if session.pain is not None and (worst is None or session.pain > worst):
            worst = session.pain
        painful = painful or is_painful(session, numbers)
        sharp = sharp or session.is_sharp_pain_event
    return DayFacts(
        len(records.check_ins),
        len(records.sessions),
        worst,
        painful,
        painkiller,
        sharp,
        len(runs),
        longest_run=max([r.run.jog_seconds for r in runs]) if runs else 0,
        over_plan=any(r.over_plan for r in runs),
    )


def _lock(standing: Standing, flags: Sequence[str]) -> None:
    """Lock running on warning signs, until a clearance."""
    standing.locked_on = standing.locked_on or standing.day
    standing.locked_by = tuple(dict.fromkeys((*standing.locked_by, *flags)))


def _unlock_if_cleared(
    standing: Standing, episode: Episode, flagged: Sequence[CheckIn] = ()
) -> None:
    """A clinician's clearance counts for what was recorded up to its day, and not after it."""
    for clearance in episode.clearances:
        if clearance.date == standing.day and _covers(clearance, flagged):
            standing.locked_on, standing.locked_by = None, ()


def _covers(clearance: Clearance, flagged: Sequence[CheckIn]) -> bool:
    """Whether a clearance can speak of signs of its own day: none is known to be entered later."""
    at = clearance.entered_at
    return at is None or all(c.entered_at is None or c.entered_at <= at for c in flagged)


def _await(standing: Standing, runs: tuple[RunAssessment, ...]) -> None:
    """Leave the day's runs to the next morning; several settle by the worst, never clean."""
    standing.last_run = standing.day
    standing.last_run_settled = False
    if standing.today.sharp:
        return
    baseline = standing.baseline_seconds
    single = runs[0].run
    run_day = RunDay(
        day=standing.day,
        jog_seconds=max(r.run.jog_seconds for r in runs),
        clean_so_far=len(runs) == 1 and runs[0].clean_so_far,
        steps_back=any(r.steps_back for r in runs),
        reached_baseline=min(single.jog_seconds, single.longest_bout or 0) >= baseline,
    )
    standing.awaiting = (*standing.awaiting, run_day)
