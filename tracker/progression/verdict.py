"""Findings, decisions and the verdict: what one rule says, and what all of them together say."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping


class Decision(IntEnum):
    """What is said of a run, by rising caution. The verdict is the most cautious."""

    CLEARED = 0
    CAUTION = 1
    HOLD = 2
    STOP = 3
    REFER = 4

    @property
    def word(self) -> str:
        """The name used in files, pages and the JSON of `tracker evaluate`."""
        return self.name.lower()

    @property
    def allows_running(self) -> bool:
        """Whether a run may be made: cleared, or cleared with caution."""
        return self <= Decision.CAUTION


class Facts(Protocol):
    """What a rule read to say what it says: a named tuple of each rule's own."""

    def _asdict(self) -> dict[str, Any]: ...


class Finding(NamedTuple):
    """What one rule says of a day, and the facts it read to say so."""

    rule: str
    decision: Decision
    facts: Facts

    @property
    def named_facts(self) -> Mapping[str, Any]:
        """The facts by name, in the order in which the rule declares them."""
        return self.facts._asdict()


class Verdict(NamedTuple):
    """All findings of a day, in the order of the rules, and the most cautious of them."""

    findings: tuple[Finding, ...]
    decision: Decision

    @classmethod
    def of(cls, findings: tuple[Finding, ...]) -> Verdict:
        """The verdict is the most cautious finding."""
        return cls(findings, max(f.decision for f in findings))

    @property
    def against(self) -> tuple[Finding, ...]:
        """The findings that do not allow a run."""
        return tuple(f for f in self.findings if not f.decision.allows_running)
