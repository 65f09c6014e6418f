"""The morning's list: every runner who consents to a clinician, who needs a look first on top."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

from tracker.progression.runners_day import runners_day
from tracker.progression.standing import ONE_DAY
from tracker.reports.morning import Need, reason
from tracker.services.access import consents
from tracker.services.diary import days
from tracker.services.injury import episodes

if TYPE_CHECKING:
    from datetime import datetime

    from tracker.progression.standing import Standing
    from tracker.reports.morning import Reason
    from tracker.services.injury.episodes import EpisodeView
    from tracker.storage.consents import Consent
    from tracker.storage.database import Database


class Line(NamedTuple):
    """A runner on the list; without an open diary there is no reason and no standing."""

    consent: Consent
    view: EpisodeView | None
    standing: Standing | None
    reason: Reason | None


def lines(database: Database, clinician: int, *, silence: int, now: datetime) -> list[Line]:
    """The lines of a clinician's list, who needs a look first on top, then by name.

    `silence` is how many days without a check-in are worth a line.
    """
    every = [
        _line(database, consent, silence, now) for consent in consents.given_to(database, clinician)
    ]
    return sorted(every, key=lambda line: (_need(line), line.consent.runner.name.casefold()))


def _need(line: Line) -> int:
    return line.reason.need if line.reason else Need.NONE + 1


def _line(database: Database, consent: Consent, silence: int, now: datetime) -> Line:
    runner = consent.runner.id
    view = episodes.current_episode(database, runner)
    if view is None:
        return Line(consent, None, None, None)
    zone = ZoneInfo(view.facts.timezone)
    local = now.astimezone(zone).date()
    today = runners_day(local, days.dated(database, runner, view.id, local + ONE_DAY))
    course = days.course_of(database, runner, view.id, today=today)
    looked_at = consent.seen_at or consent.since
    why = reason(course.diary, course.outcomes, looked_at=looked_at, silence=silence)
    return Line(consent, view, course.outcomes[-1].standing, why)
