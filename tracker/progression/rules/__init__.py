"""The rules. One question, one function; each always answers, and none consults another.

A rule is a pure function of the protocol in force and the standing of a day. Its source is in
the protocol document under its id. In `returned` what would hold becomes a caution.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.progression.rules import load, readiness, signs, spacing, trends
from tracker.progression.rules.rule import CAUTION
from tracker.progression.verdict import Finding, Verdict

if TYPE_CHECKING:
    from tracker.progression.protocol import RehabProtocol
    from tracker.progression.rules.rule import Rule
    from tracker.progression.standing import Draft

RULES: dict[str, Rule] = {
    rule.id: rule for topic in (signs, readiness, spacing, load, trends) for rule in topic.RULES
}


def verdict(protocol: RehabProtocol, standing: Draft) -> Verdict:
    """Ask all rules of the day, in their order."""
    return Verdict.of(tuple([rule.ask(protocol, standing) for rule in RULES.values()]))


def against(protocol: RehabProtocol, standing: Draft) -> tuple[Finding, ...]:
    """Ask only what speaks against a run: the rules that never do more than warn are left out."""
    findings = []
    for rule in RULES.values():
        if not rule.only_warns:
            decision, facts = rule.answer(protocol, standing)
            if decision > CAUTION:
                findings.append(Finding(rule.id, decision, facts))
    return tuple(findings)
