"""What each rule says, in plain words, for everything it can find."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.language.phrases import day_name, listed
from tracker.language.protocols import of_protocol
from tracker.language.rules import load, readiness, signs, spacing, trends
from tracker.progression.rules import RULES
from tracker.progression.verdict import Decision
from tracker.translations import gettext

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from tracker.language.rules.words import Words
    from tracker.progression.protocol import RehabProtocol
    from tracker.progression.verdict import Finding

WORDS: dict[str, Words] = {
    rule: words
    for topic in (signs, readiness, spacing, load, trends)
    for rule, words in topic.WORDS.items()
}


def sentence(finding: Finding, protocol: RehabProtocol, until: date | None = None) -> str:
    """What a finding says, in plain words; `until` adds when its rule could stop holding."""
    words = WORDS[finding.rule]
    text = words.sentence(finding.decision, finding.facts, protocol)
    if words.advice and finding.decision is not Decision.CLEARED:
        text = f"{text} {gettext(words.advice)}"
    holds = not finding.decision.allows_running and not RULES[finding.rule].awaits_answer
    if until is None or not holds:
        return text
    ending = gettext(
        "If your answers are good, this changes on %(day)s at the earliest.", day=day_name(until)
    )
    return f"{text} {ending}"


def sentence_of_past(finding: Finding, protocol: RehabProtocol) -> str:
    """What a finding against a run says of a day that is over."""
    past = WORDS[finding.rule].past
    if past is None:
        return sentence(finding, protocol)
    return past.sentence(finding.decision, finding.facts, protocol)


def title(rule: str, protocol: RehabProtocol, *, is_past: bool = False) -> str:
    """What a rule of a protocol asks, of today or of a day that is over."""
    past = WORDS[rule].past
    return of_protocol((is_past and past and past.title) or protocol.rules[rule].title)


def short_answer(finding: Finding) -> str:
    """What a finding says in two or three words, beside the title of its rule."""
    return WORDS[finding.rule].answer(finding.decision, finding.facts)


def why_not(rules: Iterable[str]) -> str:
    """Why a run was not cleared, in a few words: by the rules that did not clear it."""
    return listed([gettext(WORDS[rule].why_not) for rule in rules])
