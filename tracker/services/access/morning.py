"""The morning's list: every runner who consents to a clinician, who needs a look first on top."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias
from zoneinfo import ZoneInfo

from tracker.progression.runners_day import runners_day
from tracker.progression.standing import ONE_DAY
from tracker.reports.morning import Need, reason
from tracker.services.access import consents
from tracker.services.diary import days
from tracker.services.injury import episodes

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from tracker.progression.standing import Standing
    from tracker.reports.morning import Reason
    from tracker.services.injury.episodes import EpisodeView
    from tracker.storage.access.consents import Consent
    from tracker.storage.database import Database

    Ask: TypeAlias = Callable[..., Any]


class Line(NamedTuple):
    """A runner on the list; without an open diary there is no reason and no standing."""

    consent: Consent
    view: EpisodeView | None
    standing: Standing | None
    reason: Reason | None


def lines(
    database: Database,
    clinician: int,
    *,
    silence: int,
    now: datetime,
    ask: Ask | None = None,
) -> list[Line]:
    """The lines of a clinician's list, who needs a look first on top, then by name.

    `silence` is how many days without a check-in are worth a line. `ask` may remember what is
    asked of an account: it is given a service and what it asks for besides the database.
    """
    asked: Ask = ask or (lambda service, *what: service(database, *what))
    every = [_line(asked, it, silence, now) for it in consents.given_to(database, clinician)]
    return sorted(every, key=lambda line: (_need(line), line.consent.runner.name.casefold()))


def _need(line: Line) -> int:
    return line.reason.need if line.reason else Need.NONE + 1


def _line(ask: Ask, consent: Consent, silence: int, now: datetime) -> Line:
    runner = consent.runner.id
    view: EpisodeView | None = ask(episodes.current_episode, runner)
    if view is None:
        return Line(consent, None, None, None)
    local = now.astimezone(ZoneInfo(view.facts.timezone)).date()
    today = runners_day(local, ask(days.dated, runner, view.id, local + ONE_DAY))
    looked_at = consent.seen_at or consent.since
    standing, why = ask(_looked_at, runner, view.id, today, looked_at, silence)
    return Line(consent, view, standing, why)


def _looked_at(  # noqa: PLR0917 - as a cache asks it
    database: Database,
    account_id: int,
    episode_id: int,
    today: date,
    looked_at: datetime,
    silence: int,
) -> tuple[Standing, Reason]:
    course = days.course_of(database, account_id, episode_id, today=today)
    why = reason(course.diary, course.outcomes, looked_at=looked_at, silence=silence)
    return course.outcomes[-1].standing, why
