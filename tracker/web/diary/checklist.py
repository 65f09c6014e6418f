"""Findings as the criteria of a checklist: what a rule says, and on whose word."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.language.facts import inputs
from tracker.language.phrases import of_another_day
from tracker.language.rules import sentence, short_answer
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
    inputs: list[tuple[str, str]]

    def of_another_day(self) -> Criterion:
        """Return the same, said of a day that is not today."""
        return self._replace(
            title=of_another_day(self.title),
            sentence=of_another_day(self.sentence),
            inputs=[(of_another_day(name), value) for name, value in self.inputs],
        )


def criteria(
    findings: Iterable[Finding],
    protocol: RehabProtocol,
    until: Mapping[str, date],
    changed: Mapping[str, Setting],
) -> list[Criterion]:
    """Return every finding as a criterion, the most cautious first.

    `changed` are the numbers of the protocol that were changed for the episode.
    """
    return [
        Criterion(
            rule=finding.rule,
            decision=finding.decision.word,
            title=protocol.rules[finding.rule].title,
            answer=short_answer(finding),
            sentence=sentence(finding, protocol, until.get(finding.rule)),
            source=basis_today(protocol, finding.rule, changed),
            inputs=inputs(finding, protocol),
        )
        for finding in sorted(findings, key=lambda f: -f.decision)
    ]
