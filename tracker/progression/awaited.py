"""Which missing answer stands in the way: of what a run or a walk counts for, or of the next one.

Nothing is decided here. A rule or the fold already waits for the answer; this says that it does.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from tracker.progression.forecast import outlook
from tracker.progression.rules import verdict
from tracker.progression.standing import ONE_DAY
from tracker.progression.timeline import stand
from tracker.progression.verdict import Decision

if TYPE_CHECKING:
    from datetime import date

    from tracker.progression.diary import Diary
    from tracker.progression.forecast import Outlook
    from tracker.progression.protocol import RehabProtocol
    from tracker.progression.standing import Standing
    from tracker.progression.timeline import DayOutcome


class Awaited(StrEnum):
    """What an answer that is missing today would answer for."""

    RUN = "the run of yesterday"
    WALK = "the walk of yesterday"
    TODAY = "a run or a walk of today"
    TOMORROW = "a run or a walk of tomorrow"


def awaited(
    protocol: RehabProtocol, diary: Diary, before: Standing | None, now: DayOutcome
) -> Awaited | None:
    """What waits for an answer that is missing on the day of `now`; None where nothing does.

    `before` is the standing at the end of the day before it (None on the day of onset). Nothing
    waits for an answer where a run is cleared without it, nor while a warning sign locks running.
    """
    standing = now.standing
    decision = verdict(now.protocol, standing).decision
    if decision.allows_running or decision is Decision.REFER:
        return None
    if standing.pending_run is not None:
        return Awaited.RUN
    if standing.today.answers and standing.alarm_on is None:
        return None
    if standing.walk_awaiting == standing.day - ONE_DAY:
        return Awaited.WALK
    return _in_the_way(protocol, diary, before, now)


def _in_the_way(
    protocol: RehabProtocol, diary: Diary, before: Standing | None, now: DayOutcome
) -> Awaited | None:
    """Whether a run or a walk of today or tomorrow comes later if today stays silent."""
    today = now.standing.day
    tomorrow = today + ONE_DAY
    answered = _soonest(outlook(protocol, diary, before, now))
    if answered == today:
        return Awaited.TODAY
    if answered != tomorrow:
        return None
    silent = stand(protocol, diary, tomorrow, after=now.standing)
    later = _soonest(outlook(protocol, diary, now.standing, silent))
    return None if later == tomorrow else Awaited.TOMORROW


def _soonest(ahead: Outlook) -> date | None:
    return min((day for day in (ahead.next_run, ahead.walk_on) if day is not None), default=None)
