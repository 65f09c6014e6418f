"""What a clinician is handed: the summary of some days, and the charts of the same days."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker import charts
from tracker.progression.plan import WayHome, way_home
from tracker.progression.summary import summarise
from tracker.services import days

if TYPE_CHECKING:
    from datetime import date

    from tracker.progression.summary import Summary
    from tracker.services.days import Course
    from tracker.storage.database import Database


class Charts(NamedTuple):
    """The series of every chart of the same days."""

    recovery: charts.RecoverySeries
    response: charts.ResponseSeries
    calendar: charts.CalendarSeries
    ladder: charts.LadderSeries


class Told(NamedTuple):
    """Some days of an episode, as told to a clinician and on the progress page."""

    summary: Summary
    charts: Charts


def tell(
    database: Database, account_id: int, episode_id: int, *, first: date, last: date, today: date
) -> Told:
    """The days `first` to `last` as they stood at the end of the last; the way home from today.

    Both are brought within the episode. Raises NotFound for an episode of another account.
    """
    found = days.course_of(database, account_id, episode_id, today=min(last, today))
    end = found.lived[-1].standing.day
    first = min(max(first, found.diary.episode.onset), end)
    home = _way_home(found) if end >= today else None
    return Told(
        summary=summarise(found.protocol, found.diary, found.lived, first),
        charts=_charts(found, first, today, home),
    )


def _charts(found: Course, first: date, today: date, home: WayHome | None) -> Charts:
    protocol, diary = found.protocol, found.diary
    lived = [day for day in found.lived if day.standing.day >= first]
    today = max(today, diary.episode.onset)
    return Charts(
        charts.recovery_series(protocol, diary, lived, today, home),
        charts.response_series(diary, lived),
        charts.calendar_series(diary, lived, today),
        charts.ladder_series(protocol, diary, lived),
    )


def _way_home(found: Course) -> WayHome:
    before = found.lived[-2].standing if len(found.lived) > 1 else None
    return way_home(found.protocol, found.diary, before, found.lived[-1].standing.day)
