"""The fold: day by day from onset, what happened becomes a standing.

At dawn a lay-off is counted, a placement acts, and the run day before yesterday is judged. Then
the day's records are taken in, one after the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.progression import judging, setbacks, signs
from tracker.progression.day import OpenDay
from tracker.progression.day_facts import NOTHING
from tracker.progression.diary import EMPTY_DAY
from tracker.progression.guardrails import Schedule, Terms
from tracker.progression.standing import ONE_DAY, REMEMBERED_DAYS, Draft, drafted, handed_out

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from tracker.progression.diary import Diary, DiaryDay
    from tracker.progression.episode import Episode
    from tracker.progression.protocol import RehabProtocol
    from tracker.progression.run_assessment import RunAssessment
    from tracker.progression.standing import Standing


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
    for draft, in_force, runs in _days(protocol, diary, until, after):
        yield DayOutcome(handed_out(drafted(draft)), in_force, runs)


def stand(
    protocol: RehabProtocol, diary: Diary, day: date, *, after: Standing | None = None
) -> DayOutcome:
    """The standing of one day, given everything recorded up to it.

    Raises ValueError if the day lies before onset (or is not after `after`).
    """
    last = None
    for last in _days(protocol, diary, day, after):  # noqa: B007 - the last one is wanted
        pass
    if last is None:
        message = f"{day} lies before the first day of the course"
        raise ValueError(message)
    draft, in_force, runs = last
    return DayOutcome(handed_out(draft), in_force, runs)


def _days(
    protocol: RehabProtocol, diary: Diary, until: date, after: Standing | None
) -> Iterator[tuple[Draft, RehabProtocol, tuple[RunAssessment, ...]]]:
    """Write one draft on from day to day. Who wants to keep a day of it has to copy it."""
    schedule, episode = Schedule(protocol, diary), diary.episode
    day = episode.onset if after is None else after.day + ONE_DAY
    if day > until:
        return
    current = schedule.on(day)
    draft = start_day(after, day, current, episode)
    while True:
        in_force = current.protocol
        yield draft, in_force, _take_in(draft, diary.day(day), in_force, episode)
        if day == until:
            return
        day += ONE_DAY
        current = schedule.on(day)
        _next_day(draft, day, current, episode)


def start_day(before: Standing | None, day: date, current: Terms, episode: Episode) -> Draft:
    """The standing with which a day begins, before anything is recorded on it."""
    if before is not None:
        draft = drafted(before)
        _next_day(draft, day, current, episode)
        return draft
    draft = Draft(day, episode.onset, current.baseline_seconds, current.week_seconds)
    draft.counts_from = draft.plan_from = draft.stage_since = day
    _place(draft, current)
    signs.begin_day(draft, episode)
    return draft


def _next_day(draft: Draft, day: date, current: Terms, episode: Episode) -> None:
    """Turn the page: what was today is yesterday now, and the dawn does what is due."""
    _turn(draft, day, current)
    setbacks.lay_off(draft, current.protocol)
    _place(draft, current)
    if draft.awaiting:
        judging.judge_due(draft, current.protocol)
    if draft.open_signs or episode.carried_signs or episode.screening:
        signs.begin_day(draft, episode)


def _place(draft: Draft, current: Terms) -> None:
    if current.placement is not None:
        judging.place(draft, current.protocol, current.placement)


def _turn(draft: Draft, day: date, current: Terms) -> None:
    yesterday = draft.today
    if yesterday.painful:
        draft.painful_on, draft.pain_free_after = draft.day, 0
        draft.streak = 0
    elif yesterday.pain_free:
        draft.pain_free_after += 1
        draft.streak += 1
        draft.grave = False
    else:
        draft.streak = 0
    draft.stage_since, draft.stage_yesterday = draft.entered_on, draft.stage
    draft.day, draft.today = day, NOTHING
    draft.past = (*draft.past[1 - REMEMBERED_DAYS :], yesterday)
    draft.baseline_seconds, draft.week_seconds = current.baseline_seconds, current.week_seconds
    draft.run_before_today = draft.last_run
    draft.lost_today, draft.judged = 0, None


def apply_day(
    morning: Draft, records: DiaryDay, protocol: RehabProtocol, episode: Episode
) -> DayOutcome:
    """Take in a day's records in their order. `morning` is used up: it becomes the standing."""
    runs = _take_in(morning, records, protocol, episode)
    return DayOutcome(handed_out(morning), protocol, runs)


def _take_in(
    draft: Draft, records: DiaryDay, protocol: RehabProtocol, episode: Episode
) -> tuple[RunAssessment, ...]:
    if records is EMPTY_DAY:
        return ()
    day = OpenDay(draft, protocol, episode)
    for record in records.records:
        day.take(record)
    day.end()
    return day.runs
