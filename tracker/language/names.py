"""What kinds, sensations, places and stages are called, on every page and in every document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.progression.diary import Kind, Sensation
from tracker.progression.episode import Side, Site
from tracker.progression.protocol import Stage

if TYPE_CHECKING:
    from collections.abc import Mapping

KIND_NAMES: Mapping[Kind, str] = {
    Kind.WALK: "Walk",
    Kind.WALK_JOG: "Walk and jog",
    Kind.RUN: "Run",
    Kind.BIKE: "Bike",
    Kind.SWIM: "Swim",
    Kind.STRENGTH: "Strength",
    Kind.STRETCH: "Stretch",
    Kind.MASSAGE: "Massage",
    Kind.OTHER: "Something else",
}
KIND_COUNTED: Mapping[Kind, str] = {  # of several
    Kind.RUN: "Runs",
    Kind.WALK_JOG: "Walks with jogging",
    Kind.WALK: "Walks",
    Kind.BIKE: "Rides",
    Kind.SWIM: "Swims",
    Kind.STRENGTH: "Strength",
    Kind.STRETCH: "Stretching",
    Kind.MASSAGE: "Massage",
    Kind.OTHER: "Other",
}
FELT: Mapping[Sensation, str] = {
    Sensation.NONE: "nothing felt",
    Sensation.SORENESS: "soreness",
    Sensation.PAIN: "pain",
    Sensation.SHARP: "sharp pain",
}
UNIT_NAMES: Mapping[str, str] = {"km": "Kilometres", "mi": "Miles"}
# As a clinician says it, and as a runner calls the injury.
SITE_NAMES: Mapping[Site, str] = {
    Site.HAMSTRING: "hamstring",
    Site.PROXIMAL_HAMSTRING_TENDON: "high hamstring tendon",
    Site.GLUTEAL: "gluteal area",
    Site.OTHER: "another place",
}
_SHORT_SITES: Mapping[Site, str] = {
    Site.HAMSTRING: "hamstring",
    Site.PROXIMAL_HAMSTRING_TENDON: "high hamstring",
    Site.GLUTEAL: "glute",
    Site.OTHER: "other injury",
}
STAGE_LEAVES: Mapping[Stage, str] = {
    Stage.PROTECT: "when the pain has been gone for enough days in a row",
    Stage.CROSS_TRAIN: "after a walk without pain, and a good morning after it",
    Stage.WALK_JOG: "when the last step with walking is passed",
    Stage.RUN: "when the last step of the ladder is passed",
    Stage.BUILD: "after enough clean runs as long as your usual one",
    Stage.RETURNED: "only if sharp pain, or a step back in the first weeks, sends you back",
}


def injury_name(site: Site, side: Side) -> str:
    """Return a short name of an injury: Left hamstring."""
    name = _SHORT_SITES[site]
    if side == Side.BOTH:
        return f"{name.capitalize()}, both sides"
    return f"{side.capitalize()} {name}"
