"""What a finding read, in words: the facts behind its sentence."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from tracker.language.names import kind_name, stage_name
from tracker.language.phrases import above_allowed, day_name, decimal, minutes, step_text
from tracker.language.rules import WORDS
from tracker.progression.diary import Kind
from tracker.progression.ladder import Prescription
from tracker.progression.protocol import Stage
from tracker.translations import gettext

if TYPE_CHECKING:
    from tracker.progression.protocol import RehabProtocol
    from tracker.progression.verdict import Finding


def inputs(
    finding: Finding, protocol: RehabProtocol, *, is_past: bool = False
) -> list[tuple[str, str]]:
    """What a rule read to say what it says, in words: the facts that its `Words` name.

    Not named is what its sentence says already. `is_past`: said of a day that is over.
    """
    words, above = WORDS[finding.rule], above_allowed(protocol)
    of_past = (is_past and words.past and words.past.facts) or {}
    names = {**words.facts, **of_past}
    return [
        (gettext(names[fact], above=above), _in_words(fact, value))
        for fact, value in finding.named_facts.items()
        if fact in names
    ]


def _in_words(fact: str, value: Any) -> str:  # noqa: ANN401, PLR0911 - a fact of any rule
    """A fact in words; the name of a duration ends in `_seconds`."""
    if isinstance(value, bool):
        return gettext("yes") if value else gettext("no")
    if isinstance(value, date):
        return day_name(value)
    if fact.endswith("_seconds"):
        return minutes(value)
    if isinstance(value, Prescription):
        return step_text(value)
    if value is None or isinstance(value, tuple):
        return ", ".join(value or (gettext("none"),))
    if isinstance(value, Stage):
        return stage_name(value)
    return kind_name(value) if isinstance(value, Kind) else decimal(value)
