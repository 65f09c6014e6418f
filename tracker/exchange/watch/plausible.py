"""What people can have done on foot: beyond it a recording is asked about, not believed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

FASTEST_RUN_M_S = 12 / 3.6  # a mean over 3 km that few runners reach, and none with a sore leg
LONGEST_WALKING_STEP_M = 1.2  # racing walkers reach it
RIDE_M_S = 20 / 3.6  # for a minute: a bus, a bike; a kilometre in three minutes
RIDE_S = 60


class Bound(NamedTuple):
    """The highest mean speed (m/s) of a run at least so many metres long. Defaults of ours."""

    metres: int
    speed: float


BOUNDS: Sequence[Bound] = (
    Bound(3000, FASTEST_RUN_M_S),
    Bound(400, 18 / 3.6),
    Bound(0, 36 / 3.6),
)
EVER = Bound(3000, 24 / 3.6)  # nobody has run so far, or farther, as fast: records included
STRETCH = Bound(3000, 15 / 3.6)  # so far within a longer way: a slow tram, and few runners


def is_too_fast(seconds: float, metres: float | None) -> bool:
    """Whether a way is longer than people run in that time."""
    if not metres:
        return False
    speed = next(bound.speed for bound in BOUNDS if metres >= bound.metres)
    return metres > speed * seconds


def is_impossible(seconds: float, metres: float | None) -> bool:
    """Whether a way is longer than anybody ever ran in that time."""
    return metres is not None and metres >= EVER.metres and metres > EVER.speed * seconds


def has_too_fast_a_stretch(metres: Sequence[float]) -> bool:
    """Whether some of a way, given at every second, was faster than STRETCH for so far."""
    end = 0
    for begin, start in enumerate(metres):
        while end < len(metres) and metres[end] - start < STRETCH.metres:
            end += 1
        if end == len(metres):
            return False
        if STRETCH.speed * (end - begin) < STRETCH.metres:
            return True
    return False
