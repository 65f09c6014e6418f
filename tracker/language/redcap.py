"""The words of a REDCap data dictionary that entries do not say themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

RECORD_ID = "What this episode is known by in the study"
INSTRUMENTS: Mapping[str, str] = {
    "check_in": "Check-ins: how it felt",
    "session": "Sessions: what was done",
    "care": "Care: what was done for the sore area",
}
_LABELS: Mapping[str, str] = {
    "injury_site": "Where it hurts, as the runner says; not diagnosed",
    "injury_side": "Which side",
    "injury_onset": "The day it began",
    "usual_run_minutes": "Minutes of a usual run before it",
}


def label(name: str) -> str:
    """Return what a field of the injury asks."""
    return _LABELS[name]
