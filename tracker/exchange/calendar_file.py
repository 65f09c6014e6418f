"""What lies ahead as an iCalendar file: runs, rest days, and the check-in on the morning after."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

from tracker.language.phrases import step_text
from tracker.progression.standing import ONE_DAY
from tracker.translations import N_, gettext

if TYPE_CHECKING:
    from collections.abc import Iterator

    from icalendar import Event

    from tracker.progression.forecast import PlannedDay, WayHome

_MORNING = dt.time(7, 30)
_CHECK_IN_LENGTH = dt.timedelta(minutes=5)
_MORE_THAN_ANY_DAY = 10_000  # of an episode
_IF_WELL = N_("If all goes well until then. The tracker says on the day whether to run.")


class Ahead(NamedTuple):
    """What lies ahead of an episode, as known at an instant.

    `name` is the episode's own, the same for ever. `edits` is how often anything was written down
    or changed. `run_days` is how many days were run so far, `last_run` the latest of them.
    """

    name: str
    timezone: str
    onset: dt.date
    today: dt.date
    way: WayHome
    run_days: int
    last_run: dt.date | None
    edits: int
    now: dt.datetime


def calendar_file(ahead: Ahead) -> bytes:
    """Write what lies ahead. An event keeps its UID when the plan moves it to another day.

    Runs are known by their number, and so are their check-ins; rest days by their date.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//return-to-run-tracker//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", gettext("Return to run"))
    calendar.add("x-wr-timezone", ahead.timezone)
    for event in _events(ahead):
        calendar.add_component(event)
    last = max([ahead.today, *(day.day for day in ahead.way.days)]) + 2 * ONE_DAY
    calendar.add_missing_timezones(ahead.today - ONE_DAY, last)
    written: bytes = calendar.to_ical()
    return written


def _events(ahead: Ahead) -> Iterator[Event]:
    number, if_well = ahead.run_days, gettext(_IF_WELL)
    if ahead.last_run is not None and ahead.last_run >= ahead.today - ONE_DAY:
        yield _check_in(ahead, number, ahead.last_run)
    for planned in ahead.way.days:
        number += planned.plan is not None
        yield _session(ahead, number, planned)
        if planned.plan is not None:
            yield _check_in(ahead, number, planned.day)
    yield from _rest_days(ahead)
    if ahead.way.returns_on is not None and ahead.way.days:
        yield _all_day(
            ahead, "return", ahead.way.returns_on, gettext("Back to your usual run"), if_well
        )


def _session(ahead: Ahead, number: int, planned: PlannedDay) -> Event:
    if_well = gettext(_IF_WELL)
    if planned.plan is None:
        words = gettext("Walk, to see whether it hurts")
        return _all_day(ahead, "walk", planned.day, words, if_well)
    return _all_day(ahead, f"run-{number}", planned.day, step_text(planned.plan), if_well)


def _rest_days(ahead: Ahead) -> Iterator[Event]:
    """Every day between now and the last session that has none."""
    sessions = {planned.day for planned in ahead.way.days}
    day = ahead.today
    while sessions and day < max(sessions):
        if day not in sessions and day != ahead.last_run:
            what = gettext("A walk, the bike or a swim is fine if it does not hurt.")
            yield _all_day(ahead, f"rest-{day}", day, gettext("Rest from running"), what)
        day += ONE_DAY


def _all_day(ahead: Ahead, uid: str, day: dt.date, summary: str, about: str) -> Event:
    event = _event(ahead, uid, day, summary, about)
    event.add("dtstart", day)
    event.add("dtend", day + ONE_DAY)
    event.add("transp", "TRANSPARENT")
    return event


def _check_in(ahead: Ahead, number: int, run: dt.date) -> Event:
    """On the morning after a run, by the runner's clock."""
    start = dt.datetime.combine(run + ONE_DAY, _MORNING, ZoneInfo(ahead.timezone))
    about = gettext("How does it feel on waking? Without an answer the run does not count.")
    event = _event(ahead, f"check-in-{number}", run, gettext("Morning check-in"), about)
    event.add("dtstart", start)
    event.add("dtend", start + _CHECK_IN_LENGTH)
    return event


def _event(ahead: Ahead, uid: str, day: dt.date, summary: str, about: str) -> Event:
    """Make an event. Its SEQUENCE never falls, and rises whenever the event moves.

    What is planned moves with an edit; without one it can only slip to a later day.
    """
    from icalendar import Event

    event = Event()
    event.add("uid", f"{uid}@{ahead.name}")
    event.add("dtstamp", ahead.now)
    event.add("sequence", ahead.edits * _MORE_THAN_ANY_DAY + (day - ahead.onset).days)
    event.add("summary", summary)
    event.add("description", about)
    return event
