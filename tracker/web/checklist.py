"""Findings as the criteria of a checklist: what a rule says, and on whose word."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.progression.inputs import inputs
from tracker.progression.rule_wording import sentence
from tracker.web.filters import basis

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from tracker.progression.protocol import RehabProtocol
    from tracker.progression.verdict import Finding


class Criterion(NamedTuple):
    """One rule's answer. `decision` is the word of a decision; `inputs` are what it read."""

    rule: str
    decision: str
    title: str
    sentence: str
    source: str
    inputs: list[tuple[str, str]]


def criteria(
    findings: Iterable[Finding], protocol: RehabProtocol, until: Mapping[str, date]
) -> list[Criterion]:
    """Return every finding as a criterion, the most cautious first."""
    return [
        Criterion(
            rule=finding.rule,
            decision=finding.decision.word,
            title=protocol.rules[finding.rule].title,
            sentence=sentence(finding, protocol, until.get(finding.rule)),
            source=basis(protocol, finding.rule),
            inputs=inputs(finding),
        )
        for finding in sorted(findings, key=lambda f: -f.decision)
    ]
