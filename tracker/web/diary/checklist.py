"""Findings as the criteria of a checklist: what a rule says, and on whose word."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.language.facts import inputs
from tracker.language.rules import sentence, sentence_of_past, short_answer, title
from tracker.reports.authority import basis_today

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from tracker.progression.episode import Setting
    from tracker.progression.protocol import RehabProtocol
    from tracker.progression.verdict import Finding


class Criterion(NamedTuple):
    """One rule's answer, short beside its title and whole; `inputs` are what it read."""

    rule: str
    decision: str
    title: str
    answer: str
    sentence: str
    source: str
    inputs: tuple[tuple[str, str], ...]


def criteria(
    findings: Iterable[Finding],
    protocol: RehabProtocol,
    until: Mapping[str, date],
    changed: Mapping[str, Setting],
    *,
    is_past: bool = False,
) -> list[Criterion]:
    """Return every finding as a criterion, the most cautious first.

    `changed` are the numbers of the protocol that were changed for the episode. `is_past`:
    what held against a run on a day that is over.
    """
    return [
        Criterion(
            rule=finding.rule,
            decision=finding.decision.word,
            title=title(finding.rule, protocol, is_past=is_past),
            answer=short_answer(finding),
            sentence=sentence_of_past(finding, protocol)
            if is_past
            else sentence(finding, protocol, until.get(finding.rule)),
            source=basis_today(protocol, finding.rule, changed),
            inputs=tuple(inputs(finding, protocol, is_past=is_past)),
        )
        for finding in sorted(findings, key=lambda f: -f.decision)
    ]
