"""Kinds of runner for made-up diaries, and the injuries and settings that they bring."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from random import Random

CLINICIAN = "Dr Rivera"


class Kind(NamedTuple):
    """How likely a runner is, on a day, to do or to feel something (0 to 1)."""

    name: str
    silent: float = 0.02  # gives no answer in the morning
    bad: float = 0.03  # wakes with pain
    hurts: float = 0.04  # a run or a ride hurts
    evening: float = 0.03  # pain in the evening
    sharp: float = 0.1  # of what hurts
    impatient: float = 0.0  # runs although it is held
    too_much: float = 0.0  # runs more than planned
    lazy: float = 0.15  # lets a cleared day pass
    unscored: float = 0.03  # leaves a session's score out
    tablet: float = 0.02
    signs: float = 0.0  # has a warning sign
    rides: float = 0.2
    away: float = 0.0  # goes away for two weeks and more
    fast: bool = False  # comes from a clinician, at the last step, with a short usual run


KINDS = (
    Kind("obedient"),
    Kind("obedient-soldiering-on", bad=0.08, hurts=0.08, evening=0.06),
    Kind("impatient", impatient=0.35, too_much=0.3, silent=0.1),
    Kind("impatient-and-sore", impatient=0.3, too_much=0.2, bad=0.1, hurts=0.15),
    Kind("silent", silent=0.35, unscored=0.3, tablet=0.08),
    Kind("flaring", bad=0.12, hurts=0.2, evening=0.12, sharp=0.25, tablet=0.1),
    Kind("worried", signs=0.08, bad=0.05, silent=0.05, impatient=0.1),
    Kind("rider", rides=0.7, hurts=0.12, lazy=0.4),
    Kind("back", fast=True, lazy=0.4, bad=0.05, evening=0.05, silent=0.05),
    Kind("back-and-away", fast=True, away=0.06, lazy=0.3, hurts=0.08),
    Kind("back-and-impatient", fast=True, impatient=0.4, too_much=0.3, hurts=0.1, signs=0.02),
)
_SITES = ("hamstring", "hamstring", "proximal_hamstring_tendon", "gluteal", "other")
_ZONES = ("UTC", "Europe/Berlin", "America/Denver", "Pacific/Auckland")


def episode(kind: Kind, rng: Random, length: int) -> dict[str, Any]:
    """An injury as `episode.json` tells it."""
    onset = date(2026, 1, 1) + timedelta(days=rng.randrange(330))
    site = rng.choice(_SITES)
    baseline = rng.choice((10, 20, 20, 25) if kind.fast else (15, 25, 30, 40, 40, 60, 90))
    week = rng.choice((150, 240)) if baseline > 60 else rng.choice((None, None, baseline * 3))
    screening = ["pregnant"] if rng.random() < kind.signs else []
    return {
        "format": "return-to-run/1",
        "onset": onset.isoformat(),
        "site": site,
        "side": rng.choice(("left", "right")),
        "baseline_run_minutes": baseline,
        **({} if week is None else {"baseline_week_minutes": week}),
        "timezone": rng.choice(_ZONES),
        "protocol": "return-to-run-1",
        "screening": screening,
        "settings": _settings(kind, rng, onset, length, site),
        "clearances": _clearances(kind, rng, onset, length),
        **_carried(kind, rng, onset),
    }


def _settings(kind: Kind, rng: Random, onset: date, length: int, site: str) -> list[dict[str, Any]]:
    most = 3 if site == "proximal_hamstring_tendon" else 2
    likely: tuple[tuple[float, str, int, int, str], ...] = (
        (1.0 if kind.fast else 0.0, "step", 9, 0, CLINICIAN),
        (0.25, "pain_allowed", rng.randint(1, most), rng.randrange(length), CLINICIAN),
        (0.2, "pain_free_days", rng.choice((1, 3)), 0, CLINICIAN),
        (0.2, f"clean_runs_step_{rng.randint(1, 9)}", rng.choice((1, 3)), 0, CLINICIAN),
        (0.25, "step", rng.randint(1, 9), rng.randrange(length), CLINICIAN),
        (0.1, "step", 1, rng.randrange(length), "self"),
        (0.15, "baseline_run_minutes", rng.choice((15, 30, 45)), 10, CLINICIAN),
        (0.1, "regular_medicine", 1, 0, CLINICIAN),
    )
    return [
        {"name": name, "value": value, "date": _on(onset, day), "by": by}
        | _entered(rng, onset, day, 0.5)
        for chance, name, value, day, by in likely
        if rng.random() < chance
    ]


def _clearances(kind: Kind, rng: Random, onset: date, length: int) -> list[dict[str, Any]]:
    if not kind.signs:
        return []
    clearances = []
    for day in sorted(rng.sample(range(length), 4)):
        covers: dict[str, Any] = {"covers": ["E1", "U4", "pregnant"]} if rng.random() < 0.3 else {}
        given = {"date": _on(onset, day), "by": CLINICIAN, "note": "may run"}
        clearances.append(given | covers | _entered(rng, onset, day, 0.5))
    return clearances


def _carried(kind: Kind, rng: Random, onset: date) -> dict[str, Any]:
    if rng.random() >= kind.signs:
        return {}
    return {"carried_signs": [{"date": _on(onset, -20), "flags": ["U2"]}]}


def _entered(rng: Random, onset: date, day: int, chance: float) -> dict[str, str]:
    if rng.random() >= chance:
        return {}
    return {"entered_at": f"{_on(onset, day)}T{rng.randrange(5, 20):02}:30:00Z"}


def _on(onset: date, day: int) -> str:
    return (onset + timedelta(days=day)).isoformat()
