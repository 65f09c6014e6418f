"""When a reminder may come, by the runner's own clock.

The clock on the wall counts, summer time and all: an hour that is skipped has come once the clock
is past it, and one that comes twice has come the first time. That there is one message a day is
not decided here, but by what was begun.
"""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from tracker.storage.reminders import Hours

if TYPE_CHECKING:
    from datetime import datetime

USUAL = Hours(at=time(9), quiet_from=time(21), quiet_until=time(7))


class HourIsQuiet(ValueError):
    """The hour lies in the quiet hours: no reminder would ever come."""


def chosen(hours: Hours) -> Hours:
    """Return hours that can be kept. Raises HourIsQuiet."""
    if is_quiet(hours, hours.at):
        raise HourIsQuiet
    return hours


def is_quiet(hours: Hours, clock: time) -> bool:
    """Whether nothing may come at a time of day; the quiet hours may go over midnight."""
    begin, end = hours.quiet_from, hours.quiet_until
    if begin <= end:
        return begin <= clock < end
    return clock >= begin or clock < end


def has_come(hours: Hours, timezone: str, now: datetime) -> bool:
    """Whether the runner's hour of this day is past, and nothing is quiet just now.

    A server that was off at that hour makes up for it later that day.
    """
    clock = now.astimezone(ZoneInfo(timezone)).time()
    return clock >= hours.at and not is_quiet(hours, clock)
