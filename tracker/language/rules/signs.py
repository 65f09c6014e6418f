"""The words of the rules of warning signs and of sharp pain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.language.phrases import day_name
from tracker.language.rules.words import Words
from tracker.progression.verdict import Decision

if TYPE_CHECKING:
    from tracker.progression.protocol import RehabProtocol
    from tracker.progression.rules.signs import OpenSigns, SharpPain, SignsAsked


def red_flag(_decision: Decision, facts: OpenSigns, _protocol: RehabProtocol) -> str:
    """Word an open warning sign."""
    if facts.since is None:
        return "No warning sign is open."
    since = day_name(facts.since)
    return f"A warning sign was recorded on {since}. No running until a clinician clears you."


def signs_asked(_decision: Decision, facts: SignsAsked, _protocol: RehabProtocol) -> str:
    """Word questions that strong pain asked and nobody answered."""
    if facts.alarm_on is None:
        return "No question about warning signs is open."
    return (
        f"Sharp or severe pain on {day_name(facts.alarm_on)} asks about warning signs. "
        "Answer these questions before you run."
    )


def sharp_pain(decision: Decision, facts: SharpPain, protocol: RehabProtocol) -> str:
    """Word sharp pain of today or of the days before."""
    days = protocol.numbers.sharp_pain_hold_days
    if decision is Decision.CLEARED or facts.event is None:
        return f"No sharp pain in a session today or in the {days} days before."
    if decision is Decision.STOP:
        return "You felt sharp pain today. Stop for today: the injury may be back."
    return f"You felt sharp pain on {day_name(facts.event)}. Wait {days} days after it."


def _sharp(decision: Decision, facts: SharpPain) -> str:
    if decision is Decision.CLEARED or facts.event is None:
        return "None lately"
    return "Today" if decision is Decision.STOP else "A few days ago"


WORDS = {
    "red-flag": Words(
        red_flag,
        answer=lambda _, facts: "None open" if facts.since is None else "Open",
        facts={"since": "since", "flags": "open signs"},
        why_not="a warning sign was open",
        held_by="a warning sign is open",
    ),
    "signs-asked": Words(
        signs_asked,
        answer=lambda _, facts: "None open" if facts.alarm_on is None else "Not answered yet",
        facts={"alarm_on": "pain that asks about warning signs"},
        why_not="questions about warning signs were open",
        held_by="questions about warning signs are open",
    ),
    "sharp-pain": Words(
        sharp_pain,
        answer=_sharp,
        facts={"event": "last sharp pain in a session"},
        why_not="sharp pain came before it",
        held_by="sharp pain",
    ),
}
