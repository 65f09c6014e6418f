"""The watch: the first weeks after the return, in which the risk is highest."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.progression.setbacks import in_watch
from tracker.progression.standing import ONE_DAY

if TYPE_CHECKING:
    from datetime import date

    from tracker.progression.protocol import Numbers
    from tracker.progression.standing import Standing


class Watch(NamedTuple):
    """Where a day lies in the watch: `day` 1 is the day of return, `last_day` its last date."""

    day: int
    days: int
    last_day: date
    is_over: bool


def watch(standing: Standing, numbers: Numbers) -> Watch | None:
    """The watch on the day of a standing; None unless the runner has returned."""
    returned = standing.returned_on
    if returned is None:
        return None
    return Watch(
        day=(standing.day - returned).days + 1,
        days=numbers.watch_days,
        last_day=returned + (numbers.watch_days - 1) * ONE_DAY,
        is_over=not in_watch(standing, numbers, standing.day),
    )
