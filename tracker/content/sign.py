"""A warning sign: a question, how urgent a yes is, and what to do then."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class Urgency(IntEnum):
    """How soon somebody has to look, by rising haste. All but ROUTINE lock running."""

    ROUTINE = 0
    FIRST = 1
    URGENT = 2
    EMERGENCY = 3

    @property
    def title(self) -> str:
        """The headline over a sign of this urgency."""
        return _TITLES[self]

    @property
    def whom(self) -> str:
        """Whom to see, and when."""
        return _WHOM[self]


_TITLES = {
    Urgency.ROUTINE: "Worth a visit",
    Urgency.FIRST: "Ask a clinician before you run",
    Urgency.URGENT: "See a doctor, today if you can",
    Urgency.EMERGENCY: "Get emergency help now",
}
_WHOM = {
    Urgency.ROUTINE: "Make an ordinary appointment with a doctor or physiotherapist.",
    Urgency.FIRST: "This tracker was not made for this. Ask the clinician who looks after you.",
    Urgency.URGENT: "Call your doctor or an urgent care clinic. Do not run before you are seen.",
    Urgency.EMERGENCY: "Call the emergency services or go to an emergency room. Do not wait.",
}


@dataclass(frozen=True, slots=True)
class Sign:
    """One yes-or-no question, how urgent a yes is, what to do then, and on whose word."""

    id: str
    urgency: Urgency
    question: str
    advice: str
    sources: tuple[str, ...]
