"""A warning sign: a question, how urgent a yes is, and what to do then."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from tracker.translations import N_, gettext


class Urgency(IntEnum):
    """How soon somebody has to look, by rising haste. All but ROUTINE lock running."""

    ROUTINE = 0
    FIRST = 1
    URGENT = 2
    EMERGENCY = 3

    @property
    def title(self) -> str:
        """The headline over a sign of this urgency."""
        return gettext(_TITLES[self])

    @property
    def whom(self) -> str:
        """Whom to see, and when."""
        return gettext(_WHOM[self])


_TITLES = {
    Urgency.ROUTINE: N_("Worth a visit"),
    Urgency.FIRST: N_("Ask a clinician before you run"),
    Urgency.URGENT: N_("See a doctor, today if you can"),
    Urgency.EMERGENCY: N_("Get emergency help now"),
}
_WHOM = {
    Urgency.ROUTINE: N_("Make an ordinary appointment with a doctor or physiotherapist."),
    Urgency.FIRST: N_("This tracker was not made for this. Ask the clinician who looks after you."),
    Urgency.URGENT: N_(
        "Call your doctor or an urgent care clinic. Do not run before you are seen."
    ),
    Urgency.EMERGENCY: N_("Call the emergency services or go to an emergency room. Do not wait."),
}


@dataclass(frozen=True, slots=True)
class Sign:
    """One yes-or-no question, how urgent a yes is, what to do then, and on whose word."""

    id: str
    urgency: Urgency
    _question: str
    _advice: str
    sources: tuple[str, ...]

    @property
    def question(self) -> str:
        """The question, as it is asked."""
        return gettext(self._question)

    @property
    def advice(self) -> str:
        """What to do after a yes."""
        return gettext(self._advice)
