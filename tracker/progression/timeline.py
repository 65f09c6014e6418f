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
    in_force = Schedule(protocol, diary)
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


def start_day(before: Standing | None, day: date, current: Terms, episode: Episode) -> Draft:
    """The standing with which a day begins, before anything is recorded on it."""
    if before is None:
        draft = Draft(day, episode.onset, current.baseline_seconds, current.week_seconds)
        draft.counts_from = draft.plan_from = draft.stage_since = day
        _place(draft, current)
    else:
        draft = _next_day(before, current)
        setbacks.lay_off(draft, current.protocol)
        _place(draft, current)
        if draft.awaiting:
            judging.judge_due(draft, current.protocol)
    if draft.open_signs or episode.carried_signs or episode.screening:
        signs.begin_day(draft, episode)
    return draft


def _place(draft: Draft, current: Terms) -> None:
    if current.placement is not None:
        judging.place(draft, current.protocol, current.placement)


def _next_day(before: Standing, current: Terms) -> Draft:
    """The draft of the day after a standing: what was today is yesterday now."""
    draft, yesterday = drafted(before), before.today
    draft.day = before.day + ONE_DAY
    draft.baseline_seconds, draft.week_seconds = current.baseline_seconds, current.week_seconds
    draft.stage_since, draft.stage_yesterday = before.entered_on, before.stage
    draft.run_before_today = before.last_run
    draft.lost_today, draft.judged = 0, None
    draft.past = (*before.past[1 - REMEMBERED_DAYS :], yesterday)
    draft.today = NOTHING
    draft.streak = before.streak + 1 if yesterday.pain_free else 0
    if yesterday.painful:
        draft.painful_on, draft.pain_free_after = before.day, 0
    elif yesterday.pain_free:
        draft.pain_free_after += 1
        draft.grave = False
    return draft


def apply_day(
    morning: Draft, records: DiaryDay, protocol: RehabProtocol, episode: Episode
) -> DayOutcome:
    """Take in a day's records in their order. `morning` is used up: it becomes the standing."""
    if records is EMPTY_DAY:
        return DayOutcome(handed_out(morning), protocol, ())
    day = OpenDay(morning, protocol, episode)
    for record in records.records:
        day.take(record)
    return DayOutcome(day.end(), protocol, day.runs)
