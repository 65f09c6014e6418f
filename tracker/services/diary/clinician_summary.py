"""What a clinician is handed: the summary of some days, and the charts of the same days."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from tracker import charts
from tracker.progression.forecast import WayHome, way_home
from tracker.reports.run_days import run_days
from tracker.reports.summary import summarise
from tracker.services.diary import days
from tracker.services.diary.corrected_signs import corrected_signs

if TYPE_CHECKING:
    from datetime import date

    from tracker.reports.run_days import PastRunDay
    from tracker.reports.summary import Summary
    from tracker.services.diary.days import Course
    from tracker.storage.database import Database

_UNTIL_SETTLED = timedelta(days=2)


class Charts(NamedTuple):
    """The series of every chart of the same days."""

    recovery: charts.RecoverySeries
    response: charts.ResponseSeries
    calendar: charts.CalendarSeries
    ladder: charts.LadderSeries


class ClinicianSummary(NamedTuple):
    """Some days of an episode, as told to a clinician and on the progress page."""

    summary: Summary
    charts: Charts


def tell(
    database: Database, account_id: int, episode_id: int, *, first: date, last: date, today: date
) -> ClinicianSummary:
    """The days `first` to `last` as they stood at the end of the last; the way home from today.

    The morning after a run on the last of them is told as far as it is known today. Both days are
    brought within the episode. Raises NotFound for an episode of another account.
    """
    ends = min(last, today)
    known = days.course_of(
        database, account_id, episode_id, today=min(ends + _UNTIL_SETTLED, today)
    )
    onset = known.diary.episode.onset
    ends = max(ends, onset)
    first = min(max(first, onset), ends)
    found = known._replace(outcomes=[day for day in known.outcomes if day.standing.day <= ends])
    ran = run_days(known.diary, known.outcomes)
    runs = tuple(run for run in ran if first <= run.day <= ends)
    corrected = corrected_signs(database, episode_id)
    return ClinicianSummary(
        summary=summarise(
            found.protocol, found.diary, found.outcomes, first, runs, corrected=corrected
        ),
        charts=_charts(found, first, today, runs),
    )


def _charts(found: Course, first: date, today: date, runs: tuple[PastRunDay, ...]) -> Charts:
    protocol, diary, outcome = found
    home = _way_home(found) if outcome[-1].standing.day >= today else None
    today = max(today, diary.episode.onset)
    shown = [day for day in outcome if day.standing.day >= first]
    return Charts(
        charts.recovery_series(protocol, diary, outcome, today, home, first=first),
        charts.response_series(runs),
        charts.calendar_series(diary, shown, today),
        charts.ladder_series(protocol, diary, outcome, runs),
    )


def _way_home(found: Course) -> WayHome:
    before = found.outcomes[-2].standing if len(found.outcomes) > 1 else None
    return way_home(found.protocol, found.diary, before, found.outcomes[-1].standing.day)
