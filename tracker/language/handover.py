"""What files for other systems say in words: titles, the injury, the goal, the notices.

It stays English, whoever asks for the file: who reads it speaks to its reader in their language.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.language.names import site_name
from tracker.progression.episode import Side

if TYPE_CHECKING:
    from tracker.progression.episode import Episode

TITLE = "Return to running after an injury, as the runner recorded it"
NOT_A_DIAGNOSIS = (
    "Recorded by the runner in Return to Run, which screens and guides. Nothing here is a"
    " diagnosis; a score that is not there was not given, which is not zero."
)
LOINC_NOTICE = (
    "This material contains content from LOINC (https://loinc.org). LOINC is copyright Regenstrief"
    " Institute, Inc. and the Logical Observation Identifiers Names and Codes (LOINC) Committee,"
    " and is available at no cost under the licence at https://loinc.org/license."
)
CLEARANCE = "Clearance by a clinician, as the runner recorded it: running may be resumed"
WORST_PAIN = "Worst pain since the last entry, 0 no pain to 10 worst pain imaginable"
PAIN_DURING = "Worst pain during the session, 0 no pain to 10 worst pain imaginable"
SECTIONS = {
    "injury": "The injury and the plan",
    "pain": "Pain, check-in by check-in",
    "sessions": "Sessions",
    "flags": "Warning signs and clearances",
}
EMPTY = "Nothing was recorded."
_SIDES = {Side.LEFT: "left", Side.RIGHT: "right", Side.BOTH: "both sides"}


def body_site(episode: Episode) -> str:
    """Return where it hurts, in words: hamstring, left."""
    return f"{site_name(episode.site)}, {_SIDES[episode.side]}"


def complaint(episode: Episode) -> str:
    """Return what the runner complains of."""
    return f"Sore place: {body_site(episode)}"


def goal(minutes: int) -> str:
    """Return what the plan is for."""
    return f"Run for {minutes} minutes, as before the injury"


def counted(entries: int) -> str:
    """Return how many entries a section has."""
    return EMPTY if not entries else f"{entries} {'entry' if entries == 1 else 'entries'}"
