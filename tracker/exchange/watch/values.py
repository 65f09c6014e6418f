"""A recording as its readers hand it on: legs, and the points of each between its pauses."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from tracker.exchange.watch.sports import Sport
from tracker.translations import gettext

if TYPE_CHECKING:
    from tracker.language.recordings import Remark

LONGEST_S = 24 * 3600
MOST_POINTS = 200_000  # more than two a second for a day
FIRST = datetime(2000, 1, 1, tzinfo=UTC).timestamp()  # before it, a clock that was never set


UNSAID = Sport()


class UnusableError(Exception):
    """What is wrong with a recording, as its runner is told."""


class Point(NamedTuple):
    """Seconds since the leg's start, metres from there, and steps a minute where they are counted.

    Steps are those of both feet. Where the way is not known, the metres are all 0.
    """

    at: float
    metres: float
    steps: int | None = None


class Leg(NamedTuple):
    """One thing that was done without changing the sport.

    `start` is aware. `clock` is what the watch itself showed then, where the file says so: a date
    and time without a zone. `seconds` are those of the device's timer, else of the points between
    pauses; `metres` is None where no way is known. `parts` are the points between pauses; there
    are none where the file holds totals alone.
    """

    sport: Sport
    start: datetime
    seconds: int
    metres: int | None = None
    parts: tuple[tuple[Point, ...], ...] = ()
    has_way: bool = False
    clock: datetime | None = None
    remarks: tuple[Remark, ...] = ()
    legs: int = 1


class Recording(NamedTuple):
    """A file that was read. `legs` is never empty; the first is the one to offer.

    Legs on foot come first, and those of a kind that follow each other are one, with a pause
    between them: `Leg.legs` says how many they were. `digest` is the SHA-256 of the file inside
    any wrapping, so that a file and its `.gz` are known for the same.
    """

    legs: tuple[Leg, ...]
    digest: str
    remarks: tuple[Remark, ...] = ()


class RawPoint(NamedTuple):
    """A point as the file has it; `at` is seconds since 1970 (UTC), `place` is degrees."""

    at: float
    metres: float | None = None
    steps: float | None = None
    place: tuple[float, float] | None = None
    speed: float | None = None


@dataclass
class RawLeg:
    """A leg as the file has it.

    `segments` are what the file itself keeps apart. `timer` are the stretches in which the
    device's timer ran, where it says so, in seconds since 1970. `is_timed` says that `seconds` and
    `metres` are the device's own totals without pauses; `offset` is how far its clock was ahead of
    UTC, in seconds.
    """

    sport: Sport = UNSAID
    segments: list[list[RawPoint]] = field(default_factory=list)
    start: float | None = None
    seconds: float | None = None
    metres: float | None = None
    timer: list[tuple[float, float]] = field(default_factory=list)
    is_timed: bool = False
    offset: float | None = None
    has_no_zone: bool = False
    unset: float | None = None  # when a point was recorded before the clock was set
    _first: float | None = None
    _many: int = 0

    def add(self, point: RawPoint) -> None:
        """Add a point to the last segment.

        Raises UnusableError once the leg is too long, so that the rest of it is not read.
        """
        if point.at < FIRST:
            self.unset = point.at
            return
        first = self._first = point.at if self._first is None else self._first
        self._many += 1
        if point.at - first > LONGEST_S or self._many > MOST_POINTS:
            raise too_long()
        if not self.segments:
            self.segments.append([])
        self.segments[-1].append(point)

    @property
    def has_points(self) -> bool:
        """Whether any point was added, one from before the clock was set not counted."""
        return self._many > 0

    def part(self) -> None:
        """Keep apart what follows."""
        if self.segments and self.segments[-1]:
            self.segments.append([])


def too_long() -> UnusableError:
    """What is said of a recording that is no session."""
    return UnusableError(gettext("is longer than a day: choose the recording of one session"))
