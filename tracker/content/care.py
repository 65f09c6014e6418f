"""Care of the sore area: what can be logged, what was advised, what was found since.

Nothing of it gates a run.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from tracker.progression.protocol import Stage

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
    """One kind of care: its name, what a source document advises, what later evidence adds."""

    name: str
    advised: str
    found_since: str
    sources: tuple[str, ...]


LATER_ICE_MINUTES = 20
ICE_MINUTES = 30

ADVICE: Mapping[CareKind, Advice] = {
    CareKind.ICE: Advice(
        "Ice",
        "Right after the injury: 20 to 30 minutes at a time, some times a day.",
        "Later advice is shorter: up to 20 minutes, every 2 to 3 hours, with a cloth between ice"
        " and skin. Ice eases pain. No strong study shows that the injury mends sooner, and some"
        " clinicians now leave it out.",
        ("albrechta", "nhs-strains", "portsmouth", "dubois"),
    ),
    CareKind.COMPRESSION: Advice(
        "Compression",
        "A stretchy wrap or sleeve around the thigh, to keep swelling down.",
        "Still advised. The studies do not agree on how much it helps. Loosen it if the leg goes"
        " numb, cold or blue.",
        ("albrechta", "leigh", "dubois"),
    ),
    CareKind.ELEVATION: Advice(
        "Leg up",
        "Rest the leg up high when you can.",
        "There is little proof that it helps, and little that can go wrong. It is still advised.",
        ("albrechta", "dubois"),
    ),
    CareKind.REST: Advice(
        "Rest",
        "Stop the activity and rest the leg. On crutches, if a clinician tells you to.",
        "Keep full rest short: 1 to 3 days. Then move as far as it does not hurt. In one trial,"
        " people who began gentle exercises on day 2 were back in sport about 3 weeks before those"
        " who began on day 9. That was exercise, not running.",
        ("albrechta", "leigh", "dubois", "bayer"),
    ),
    CareKind.WARM_BATH: Advice(
        "Warm bath",
        "Warm water eases muscles that are sore and tired.",
        "Not in the first days: heat can add to the swelling.",
        ("leigh", "nhs-strains", "portsmouth"),
    ),
    CareKind.MASSAGE: Advice(
        "Massage",
        "Massage of sore areas after exercise may speed up recovery.",
        "A review of 29 studies found a little less soreness and a little more bend, and nothing"
        " else. Leave a fresh injury alone for the first days.",
        ("albrechta", "davis", "portsmouth"),
    ),
    CareKind.STRETCH_BEFORE: Advice(
        "Stretching before",
        "Stretch and warm up before activity to prevent injury, but never stretch a sore muscle too"
        " far: stop at a mild pull.",
        "For stretching, later studies do not back this up. Strength work that lengthens the muscle"
        " lowers the risk of a hamstring injury. Stretching does little or nothing for soreness.",
        ("albrechta", "buttock-soreness", "ishoi", "herbert"),
    ),
    CareKind.STRETCH_AFTER: Advice(
        "Stretching after",
        "Stretch after activity too, and never so far that it hurts.",
        "It does little or nothing for the soreness of the next days. Do it if it feels good. With"
        " a sore tendon at the outer hip, do not draw the leg across your body: it presses there.",
        ("albrechta", "herbert", "grimaldi"),
    ),
}


@dataclass(frozen=True, slots=True)
class Tip:
    """One thing to do well today, and the documents that it comes from. It gates nothing."""

    text: str
    sources: tuple[str, ...]


BEFORE_A_RUN = Tip(
    "Warm up first: 10 minutes of easy movement, such as a walk.", ("albrechta", "army")
)
_STRENGTH = Tip(
    "Warm up first, whatever you train. Sore from strength work? Leave a day before the next.",
    ("buttock-soreness", "leigh"),
)
ON_OTHER_DAYS: Mapping[Stage, Tip] = {
    Stage.PROTECT: Tip(
        "Sit upright, and get up often. Use crutches if a clinician told you to.",
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
        return (
            f"Up to {ICE_MINUTES} minutes is what one source says. Later advice stops at"
            f" {LATER_ICE_MINUTES}."
        )
    return (
        f"That is long for ice. One source says 20 to {ICE_MINUTES} minutes, later advice up to"
        f" {LATER_ICE_MINUTES}. Cold for too long can hurt the skin."
    )
