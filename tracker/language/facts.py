"""What a finding read, in words: the facts behind its sentence."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tracker.language.rules import above_allowed, day_name, minutes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracker.progression.protocol import RehabProtocol
    from tracker.progression.verdict import Fact, Finding

_NAMES: Mapping[str, str] = {
    "since": "since",
    "flags": "open signs",
    "event": "last sharp pain in a session",
    "protecting": "still in Protect",
    "today": "pain today",
    "yesterday": "pain yesterday",
    "pain_free_days": "pain-free days in a row",
    "needed": "pain-free days needed",
    "check_ins": "check-ins today",
    "stage": "stage",
    "walked_on": "walk waiting for its morning",
    "minutes": "minutes of walking needed",
    "run_on": "run day looked at",
    "rest_days": "rest days needed",
    "next_day": "that run is on the next day",
    "runs": "runs today",
    "pending": "waiting for its morning",
    "taken": "painkiller today",
    "jog_seconds": "longest jogging of a run today",
    "percent": "percent of room",
    "seconds": "seconds of room",
    "longest": "longest of the month",
    "now": "this week's middle score",
    "before": "last week's middle score",
    "first": "the first week's middle score",
    "day": "day since it began",
    "days": "days until it is asked",
    "painful": "pain after the window",
    "closes": "last day of the window",
    "setbacks": "setbacks in a row",
}
_DURATIONS = {"jog_seconds", "longest"}
_PAINFUL = {"today", "yesterday", "painful"}


def inputs(finding: Finding, protocol: RehabProtocol) -> list[tuple[str, str]]:
    """Every fact that a rule read to say what it says, named and in words."""
    above = above_allowed(protocol)
    return [
        (_NAMES[name] + above * (name in _PAINFUL), _in_words(name, fact))
        for name, fact in finding.facts.items()
    ]


def _in_words(name: str, fact: Fact) -> str:
    if fact is None or fact == "":
        return "none"
    if isinstance(fact, bool):
        return "yes" if fact else "no"
    if isinstance(fact, date):
        return day_name(fact)
    if name in _DURATIONS:
        return minutes(fact)
    if name == "stage":
        return str(fact).replace("_", " ")
    return f"{fact:g}" if isinstance(fact, int | float) else str(fact).replace(";", ", ")
