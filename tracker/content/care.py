"""Care of the sore area: what can be logged, what was advised, what was found since.

Nothing of it gates a run.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from tracker.progression.protocol import Stage
from tracker.translations import N_, gettext

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime, time


class CareKind(StrEnum):
    """What was done to care for the injured area."""

    ICE = "ice"
    COMPRESSION = "compression"
    ELEVATION = "elevation"
    REST = "rest"
    WARM_BATH = "warm_bath"
    MASSAGE = "massage"
    STRETCH_BEFORE = "stretch_before"
    STRETCH_AFTER = "stretch_after"


@dataclass(frozen=True, slots=True, kw_only=True)
class CareEntry:
    """One thing done for the injured area; `minutes` is how long, None if that was not kept."""

    date: date
    kind: CareKind
    time: time | None = None
    minutes: int | None = None
    note: str = ""
    entered_at: datetime | None = None
    id: str = ""


@dataclass(frozen=True, slots=True)
class Advice:
    """One kind of care, and the documents that say so."""

    _name: str
    _advised: str
    _found_since: str
    sources: tuple[str, ...]

    @property
    def name(self) -> str:
        """What it is called."""
        return gettext(self._name)

    @property
    def advised(self) -> str:
        """What a source document advises."""
        return gettext(self._advised)

    @property
    def found_since(self) -> str:
        """What later evidence adds."""
        return gettext(self._found_since)


LATER_ICE_MINUTES = 20
ICE_MINUTES = 30

ADVICE: Mapping[CareKind, Advice] = {
    CareKind.ICE: Advice(
        N_("Ice"),
        N_("Right after the injury: 20 to 30 minutes at a time, some times a day."),
        N_(
            "Later advice is shorter: up to 20 minutes, every 2 to 3 hours, with a cloth between"
            " ice and skin. Ice eases pain. No strong study shows that the injury mends sooner,"
            " and some clinicians now leave it out."
        ),
        ("albrechta", "nhs-strains", "portsmouth", "dubois"),
    ),
    CareKind.COMPRESSION: Advice(
        N_("Compression"),
        N_("A stretchy wrap or sleeve around the thigh, to keep swelling down."),
        N_(
            "Still advised. The studies do not agree on how much it helps. Loosen it if the leg"
            " goes numb, cold or blue."
        ),
        ("albrechta", "leigh", "dubois"),
    ),
    CareKind.ELEVATION: Advice(
        N_("Leg up"),
        N_("Rest the leg up high when you can."),
        N_(
            "There is little proof that it helps, and little that can go wrong. It is still"
            " advised."
        ),
        ("albrechta", "dubois"),
    ),
    CareKind.REST: Advice(
        N_("Rest"),
        N_("Stop the activity and rest the leg. On crutches, if a clinician tells you to."),
        N_(
            "Keep full rest short: 1 to 3 days. Then move as far as it does not hurt. In one"
            " trial, people who began gentle exercises on day 2 were back in sport about 3 weeks"
            " before those who began on day 9. That was exercise, not running."
        ),
        ("albrechta", "leigh", "dubois", "bayer"),
    ),
    CareKind.WARM_BATH: Advice(
        N_("Warm bath"),
        N_("Warm water eases muscles that are sore and tired."),
        N_("Not in the first days: heat can add to the swelling."),
        ("leigh", "nhs-strains", "portsmouth"),
    ),
    CareKind.MASSAGE: Advice(
        N_("Massage"),
        N_("Massage of sore areas after exercise may speed up recovery."),
        N_(
            "A review of 29 studies found a little less soreness and a little more bend, and"
            " nothing else. Leave a fresh injury alone for the first days."
        ),
        ("albrechta", "davis", "portsmouth"),
    ),
    CareKind.STRETCH_BEFORE: Advice(
        N_("Stretching before"),
        N_(
            "Stretch and warm up before activity to prevent injury, but never stretch a sore"
            " muscle too far: stop at a mild pull."
        ),
        N_(
            "For stretching, later studies do not back this up. Strength work that lengthens the"
            " muscle lowers the risk of a hamstring injury. Stretching does little or nothing for"
            " soreness."
        ),
        ("albrechta", "buttock-soreness", "ishoi", "herbert"),
    ),
    CareKind.STRETCH_AFTER: Advice(
        N_("Stretching after"),
        N_("Stretch after activity too, and never so far that it hurts."),
        N_(
            "It does little or nothing for the soreness of the next days. Do it if it feels good."
            " With a sore tendon at the outer hip, do not draw the leg across your body: it"
            " presses there."
        ),
        ("albrechta", "herbert", "grimaldi"),
    ),
}


@dataclass(frozen=True, slots=True)
class Tip:
    """One thing to do well today, and the documents that it comes from. It gates nothing."""

    _text: str
    sources: tuple[str, ...]

    @property
    def text(self) -> str:
        """What to do."""
        return gettext(self._text)


BEFORE_A_RUN = Tip(
    N_("Warm up first: 10 minutes of easy movement, such as a walk."), ("albrechta", "army")
)
_STRENGTH = Tip(
    N_("Warm up first, whatever you train. Sore from strength work? Leave a day before the next."),
    ("buttock-soreness", "leigh"),
)
ON_OTHER_DAYS: Mapping[Stage, Tip] = {
    Stage.PROTECT: Tip(
        N_("Sit upright, and get up often. Use crutches if a clinician told you to."),
        ("buttock-soreness", "leigh"),
    ),
    Stage.CROSS_TRAIN: _STRENGTH,
    Stage.WALK_JOG: _STRENGTH,
    Stage.RUN: _STRENGTH,
    Stage.BUILD: _STRENGTH,
    Stage.RETURNED: _STRENGTH,
}


def remark(entry: CareEntry) -> str:
    """What to say of an entry; empty if there is nothing to remark on."""
    minutes = entry.minutes or 0
    if entry.kind is not CareKind.ICE or minutes <= LATER_ICE_MINUTES:
        return ""
    if minutes <= ICE_MINUTES:
        return gettext(
            "Up to %(most)d minutes is what one source says. Later advice stops at %(later)d.",
            most=ICE_MINUTES,
            later=LATER_ICE_MINUTES,
        )
    return gettext(
        "That is long for ice. One source says 20 to %(most)d minutes, later advice up to"
        " %(later)d. Cold for too long can hurt the skin.",
        most=ICE_MINUTES,
        later=LATER_ICE_MINUTES,
    )
