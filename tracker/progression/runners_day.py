"""Which day it is for a runner who travels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.progression.standing import ONE_DAY

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date


def runners_day(local: date, dated: Collection[date]) -> date:
    """The runner's day: the local date, or the next one where entries are dated that already.

    They crossed time zones or the date line: it stays the next day until the local date has
    caught up, so that a flight never makes two run days of one. `dated` are the days with entries.
    """
    tomorrow = local + ONE_DAY
    return tomorrow if tomorrow in dated else local
