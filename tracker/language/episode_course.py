"""How episodes went, side by side: what each row is called, and what stands in it.

No word here says that one thing led to another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.progression.protocol import Stage

if TYPE_CHECKING:
    from collections.abc import Mapping

REACHED: Mapping[Stage, str] = {
    Stage.CROSS_TRAIN: "Pain gone, cross-training",
    Stage.WALK_JOG: "Walk and jog",
    Stage.RUN: "Run without walking",
    Stage.BUILD: "Build up",
    Stage.RETURNED: "The usual run again",
}
SET_BACK: Mapping[str, str] = {  # by the word of its cause
    "sharp pain": "Stopped by sharp pain",
    "flare": "Flares",
    "bad days": "Runs of bad days",
    "step back after a run": "Steps back after a run",
    "break from running": "Breaks from running",
}


def reached_on(day: int | None, *, is_open: bool) -> str:
    """On which day, counted from onset, a stage was first stood in."""
    if day is None:
        return "not yet" if is_open else "not reached"
    return f"day {day}"


def how_often(number: int) -> str:
    """How often something was; a plain word for never."""
    return str(number) if number else "none"


def answered_of(answered: int, days: int) -> str:
    """On how many of so many days there was an answer."""
    return f"{answered} of {days}"
