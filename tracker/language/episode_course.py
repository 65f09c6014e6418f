"""How episodes went, side by side: what each row is called, and what stands in it.

No word here says that one thing led to another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.progression.protocol import Stage
from tracker.translations import N_, gettext

if TYPE_CHECKING:
    from collections.abc import Mapping

_REACHED: Mapping[Stage, str] = {
    Stage.CROSS_TRAIN: N_("Pain gone, cross-training"),
    Stage.WALK_JOG: N_("Walk and jog"),
    Stage.RUN: N_("Run without walking"),
    Stage.BUILD: N_("Build up"),
    Stage.RETURNED: N_("The usual run again"),
}
_SET_BACK: Mapping[str, str] = {  # by the word of its cause
    "sharp pain": N_("Stopped by sharp pain"),
    "flare": N_("Flares"),
    "bad days": N_("Runs of bad days"),
    "step back after a run": N_("Steps back after a run"),
    "break from running": N_("Breaks from running"),
}


def reached() -> dict[Stage, str]:
    """What reaching each stage is called, in their order."""
    return {stage: gettext(name) for stage, name in _REACHED.items()}


def set_back() -> dict[str, str]:
    """What setbacks are called, by the word of their cause."""
    return {cause: gettext(name) for cause, name in _SET_BACK.items()}


def reached_on(day: int | None, *, is_open: bool) -> str:
    """On which day, counted from onset, a stage was first stood in."""
    if day is None:
        return gettext("not yet") if is_open else gettext("not reached")
    return gettext("day %(number)d", number=day)


def how_often(number: int) -> str:
    """How often something was; a plain word for never."""
    return str(number) if number else gettext("none")


def answered_of(answered: int, days: int) -> str:
    """On how many of so many days there was an answer."""
    return gettext("%(number)d of %(all)d", number=answered, all=days)
