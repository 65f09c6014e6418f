"""What a clinician is handed: the summary of some days, and the chart of the same days."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from tracker import charts
from tracker.progression.forecast import way_home
from tracker.reports.day_marks import day_marks
from tracker.reports.run_days import run_days
from tracker.reports.rungs import rungs
from tracker.reports.summary import summarise
from tracker.reports.way_back import way_back
from tracker.services.diary import days
from tracker.services.diary.corrected_signs import corrected_signs
from tracker.services.diary.visits import questions, visits_of

if TYPE_CHECKING:
    from datetime import date

    from tracker.reports.day_marks import DayMark
    from tracker.reports.rungs import Rung
    from tracker.reports.summary import Summary
    from tracker.reports.way_back import WayBack
    from tracker.services.diary.days import Course
    from tracker.storage.database import Database

_UNTIL_SETTLED = timedelta(days=2)


class ClinicianSummary(NamedTuple):
    """Some days of an episode, as told to a clinician and on the progress page.

    `rungs` count all runs since onset, as it stood on the last of the days; `way` is None once
    returned, and where the days end before today.
    """

    summary: Summary
    recovery: charts.RecoverySeries
    marks: tuple[DayMark, ...]
    rungs: tuple[Rung, ...]
    way: WayBack | None


def tell(
    database: Database, account_id: int, episode_id: int, *, first: date, last: date, today: date
) -> ClinicianSummary:
    """The days `first` to `last` as they stood at the end of the last; the way back from today.

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
    course = known._replace(outcomes=[day for day in known.outcomes if day.standing.day <= ends])
    runs = tuple(run for run in run_days(known.diary, known.outcomes) if run.day <= ends)
    protocol, diary, outcomes = course
    within = [day for day in outcomes if day.standing.day >= first]
    return ClinicianSummary(
        summary=summarise(
            protocol, diary, outcomes, first, runs,
            corrected=corrected_signs(database, account_id, episode_id),
            visits=visits_of(database, account_id, episode_id),
            questions=questions(database, account_id, episode_id) if ends >= today else "",
        ),
        recovery=charts.recovery_series(protocol, diary, outcomes, max(today, onset), first=first),
        marks=day_marks(diary, within),
        rungs=rungs(outcomes[-1].protocol, outcomes[-1].standing, runs),
        way=_way_back(course) if ends >= today else None,
    )  # fmt: skip


def _way_back(course: Course) -> WayBack | None:
    before = course.outcomes[-2].standing if len(course.outcomes) > 1 else None
    home = way_home(course.protocol, course.diary, before, course.outcomes[-1].standing.day)
    return way_back(course.protocol, course.diary, course.outcomes, home)
