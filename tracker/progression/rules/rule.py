"""What a rule is: declared once, and everything that lists rules derives from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.progression.verdict import Decision, Facts, Finding

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.progression.protocol import RehabProtocol
    from tracker.progression.standing import Draft

    Answer = tuple[Decision, Facts]

CLEARED, CAUTION, HOLD = Decision.CLEARED, Decision.CAUTION, Decision.HOLD


@dataclass(frozen=True, slots=True)
class Rule:
    """One question, and the pure function that answers it for a day, cleared included.

    `only_warns`: it never says more than caution, so no run is a deviation by it alone.
    `is_fixed`: nobody can loosen what it holds. `awaits_answer`: it holds for want of an answer
    that may still be given today. `names_clinician`: what it says sends the runner to somebody.
    Its words are in `language/rules`, its title, origin and sources in the protocol document.
    """

    id: str
    answer: Callable[[RehabProtocol, Draft], Answer]
    only_warns: bool = False
    is_fixed: bool = False
    awaits_answer: bool = False
    names_clinician: bool = False

    @property
    def question(self) -> str:
        """What it asks."""
        return (self.answer.__doc__ or "").partition("\n")[0]

    def ask(self, protocol: RehabProtocol, standing: Draft) -> Finding:
        """The rule's finding for the day of a standing, under the protocol in force."""
        decision, facts = self.answer(protocol, standing)
        return Finding(self.id, decision, facts)


def hold(standing: Draft, *, if_: bool) -> Decision:
    """Hold, which after the return is only a caution."""
    if not if_:
        return CLEARED
    return CAUTION if standing.has_returned else HOLD


def hold_on_the_way(standing: Draft, *, if_: bool) -> Decision:
    """Hold until the return; nothing after it."""
    return HOLD if if_ and not standing.has_returned else CLEARED
