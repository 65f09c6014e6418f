"""When running may be as before: a range from the runner's own record, never a date alone."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from tracker.progression.forecast import way_home
from tracker.progression.standing import ONE_DAY

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tracker.progression.diary import Diary
    from tracker.progression.forecast import WayHome
    from tracker.progression.protocol import RehabProtocol
    from tracker.progression.timeline import DayOutcome

_SOONEST_DAYS = 14  # our own default: a pace over fewer days is chance
_FARTHEST_DAYS = 365  # our own default: further on a pace says nothing


class NotYet(StrEnum):
    """Why no far end can be named."""

    LOCKED = "locked"
    NO_JOGGING = "no jogging yet"
    TOO_EARLY = "too early"
    NO_GAIN = "no gain"
    TOO_FAR = "too far"


class WayBack(NamedTuple):
    """Both ends of the way back to the usual run, and what they rest on.

    `earliest` is the day if every answer is good from now on; None while running is locked.
    `at_pace` is the day if it goes on as in the `days` since jogging began, which brought the
    runner as far as `gained` good days would have; None for the reason `not_yet`.
    """

    earliest: date | None
    at_pace: date | None = None
    days: int = 0
    gained: int = 0
    not_yet: NotYet | None = None

    @property
    def is_a_range(self) -> bool:
        """Whether both ends are known, and differ."""
        return self.at_pace is not None and self.at_pace != self.earliest


def way_back(
    protocol: RehabProtocol, diary: Diary, outcomes: Sequence[DayOutcome], home: WayHome
) -> WayBack | None:
    """The way back on the last of `outcomes`, whose earliest way is `home`; None once returned.

    The pace is that from the first day on the ladder, after the last return if there was one:
    how much shorter the earliest way has become since, against the days that it took.
    """
    now = outcomes[-1].standing
    if now.has_returned:
        return None
    if home.returns_on is None or now.locked_on is not None:
        return WayBack(None, not_yet=NotYet.LOCKED)
    began = _jogging_began(outcomes)
    if began is None:
        return WayBack(home.returns_on, not_yet=NotYet.NO_JOGGING)
    first = outcomes[began].standing.day
    before = outcomes[began - 1].standing if began else None
    planned = way_home(protocol, diary, before, first).returns_on
    days, remain = (now.day - first).days, (home.returns_on - now.day).days
    if planned is None or days < _SOONEST_DAYS:
        return WayBack(home.returns_on, days=days, not_yet=NotYet.TOO_EARLY)
    gained = (planned - first).days - remain
    return _at_pace(home.returns_on, now.day, days, gained)


def _at_pace(earliest: date, today: date, days: int, gained: int) -> WayBack:
    known = WayBack(earliest, days=days, gained=max(gained, 0))
    if gained <= 0:
        return known._replace(not_yet=NotYet.NO_GAIN)
    ahead = round((earliest - today).days * max(1, days / gained))
    if ahead > _FARTHEST_DAYS:
        return known._replace(not_yet=NotYet.TOO_FAR)
    return known._replace(at_pace=today + ahead * ONE_DAY)


def _jogging_began(outcomes: Sequence[DayOutcome]) -> int | None:
    """Which of the days was the first on the ladder since the last return; None if none was."""
    began = None
    for i in range(len(outcomes) - 1, -1, -1):
        standing = outcomes[i].standing
        if standing.has_returned:
            break
        if standing.on_ladder:
            began = i
    return began
