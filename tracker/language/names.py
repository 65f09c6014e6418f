"""What kinds, sensations, places and stages are called, on every page and in every document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.progression.diary import Kind, Sensation
from tracker.progression.episode import Side, Site
from tracker.progression.protocol import Stage
from tracker.translations import N_, gettext, pgettext

if TYPE_CHECKING:
    from collections.abc import Mapping

# Public for the choices of forms alone, which the base form translates.
KIND_NAMES: Mapping[Kind, str] = {
    Kind.WALK: N_("Walk"),
    Kind.WALK_JOG: N_("Walk and jog"),
    Kind.RUN: N_("Run"),
    Kind.BIKE: N_("Bike"),
    Kind.SWIM: N_("Swim"),
    Kind.STRENGTH: N_("Strength"),
    Kind.STRETCH: N_("Stretch"),
    Kind.MASSAGE: N_("Massage"),
    Kind.OTHER: N_("Something else"),
}
UNIT_NAMES: Mapping[str, str] = {"km": N_("Kilometres"), "mi": N_("Miles")}

_KINDS_COUNTED: Mapping[Kind, str] = {
    Kind.RUN: N_("Runs"),
    Kind.WALK_JOG: N_("Walks with jogging"),
    Kind.WALK: N_("Walks"),
    Kind.BIKE: N_("Rides"),
    Kind.SWIM: N_("Swims"),
    Kind.STRENGTH: N_("Strength"),
    Kind.STRETCH: N_("Stretching"),
    Kind.MASSAGE: N_("Massage"),
    Kind.OTHER: N_("Other"),
}
_FELT: Mapping[Sensation, str] = {
    Sensation.NONE: N_("nothing felt"),
    Sensation.SORENESS: N_("soreness"),
    Sensation.PAIN: N_("pain"),
    Sensation.SHARP: N_("sharp pain"),
}
_SITES: Mapping[Site, str] = {
    Site.HAMSTRING: N_("hamstring"),
    Site.PROXIMAL_HAMSTRING_TENDON: N_("high hamstring tendon"),
    Site.GLUTEAL: N_("gluteal area"),
    Site.OTHER: N_("another place"),
}
_INJURIES: Mapping[Site, Mapping[Side, str]] = {
    Site.HAMSTRING: {
        Side.LEFT: N_("Left hamstring"),
        Side.RIGHT: N_("Right hamstring"),
        Side.BOTH: N_("Hamstring, both sides"),
    },
    Site.PROXIMAL_HAMSTRING_TENDON: {
        Side.LEFT: N_("Left high hamstring"),
        Side.RIGHT: N_("Right high hamstring"),
        Side.BOTH: N_("High hamstring, both sides"),
    },
    Site.GLUTEAL: {
        Side.LEFT: N_("Left glute"),
        Side.RIGHT: N_("Right glute"),
        Side.BOTH: N_("Glute, both sides"),
    },
    Site.OTHER: {
        Side.LEFT: N_("Left other injury"),
        Side.RIGHT: N_("Right other injury"),
        Side.BOTH: N_("Other injury, both sides"),
    },
}
_STAGE_LEAVES: Mapping[Stage, str] = {
    Stage.PROTECT: N_("When the pain has been gone for enough days in a row."),
    Stage.CROSS_TRAIN: N_("After a walk without pain, and a good morning after it."),
    Stage.WALK_JOG: N_("When the last step with walking is passed."),
    Stage.RUN: N_("When the last step of the ladder is passed."),
    Stage.BUILD: N_("After enough clean runs as long as your usual one."),
    Stage.RETURNED: N_("Only if sharp pain, or a step back in the first weeks, sends you back."),
}


def kind_name(kind: Kind) -> str:
    """Return what was done, as people call it."""
    return gettext(KIND_NAMES[kind])


def kinds_counted() -> dict[Kind, str]:
    """Return what several of each kind are called, runs first."""
    return {kind: gettext(name) for kind, name in _KINDS_COUNTED.items()}


def felt(sensation: Sensation) -> str:
    """Return what it felt like, as people call it."""
    return gettext(_FELT[sensation])


def site_name(site: Site) -> str:
    """Return where it hurts, as a clinician says it."""
    return gettext(_SITES[site])


def injury_name(site: Site, side: Side) -> str:
    """Return a short name of an injury, as a runner calls it: Left hamstring."""
    return gettext(_INJURIES[site][side])


def stage_name(stage: Stage) -> str:
    """Return what a stage is called."""
    names: Mapping[Stage, str] = {
        Stage.PROTECT: pgettext("stage", "Protect"),
        Stage.CROSS_TRAIN: pgettext("stage", "Cross-train"),
        Stage.WALK_JOG: pgettext("stage", "Walk and jog"),
        Stage.RUN: pgettext("stage", "Run"),
        Stage.BUILD: pgettext("stage", "Build up"),
        Stage.RETURNED: pgettext("stage", "Returned"),
    }
    return names[stage]


def stage_leaves(stage: Stage) -> str:
    """Return when a stage is left, as a sentence."""
    return gettext(_STAGE_LEAVES[stage])
