"""What a finding read, in words: the facts behind its sentence."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Any

from tracker.language.phrases import above_allowed, day_name, minutes, step_text
from tracker.language.rules import WORDS
from tracker.progression.ladder import Prescription

if TYPE_CHECKING:
    from tracker.progression.protocol import RehabProtocol
    from tracker.progression.verdict import Finding


def inputs(finding: Finding, protocol: RehabProtocol) -> list[tuple[str, str]]:
    """What a rule read to say what it says, in words: the facts that its `Words` name.

    Not named is what its sentence says already.
    """
    names, above = WORDS[finding.rule].facts, above_allowed(protocol)
    return [
        (names[fact].format(above=above), _in_words(fact, value))
        for fact, value in finding.named_facts.items()
        if fact in names
    ]


def _in_words(fact: str, value: Any) -> str:  # noqa: ANN401 - a fact of any rule
    """A fact in words; the name of a duration ends in `_seconds`."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return day_name(value)
    if fact.endswith("_seconds"):
        return minutes(value)
    if isinstance(value, Prescription):
        return step_text(value)
    if value is None or isinstance(value, tuple):
        return ", ".join(value or ("none",))
    return str(value.value).replace("_", " ") if isinstance(value, Enum) else f"{value:g}"
