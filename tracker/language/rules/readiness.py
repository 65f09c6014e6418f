"""The words of the rules that ask whether the injured area is ready."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.language.phrases import above_allowed, day_name
from tracker.language.rules.words import Words
from tracker.progression.protocol import Stage
from tracker.progression.verdict import Decision

if TYPE_CHECKING:
    from tracker.progression.protocol import RehabProtocol
    from tracker.progression.rules.readiness import CheckInToday, PainGone, WalkFirst


def pain_gone(decision: Decision, facts: PainGone, protocol: RehabProtocol) -> str:
    """Word pain that is there, or was there until just now."""
    if facts.protecting:
        if facts.today:
            return "There was pain today. Running starts once the pain is gone."
        return (
            f"Pain-free days in a row: {facts.pain_free_days} of {facts.needed}. "
            "Running starts once the pain is gone."
        )
    if not facts.today and facts.last is None:
        return f"No pain recorded{above_allowed(protocol)} today, and what was before is over."
    days = protocol.numbers.pain_free_days_after
    wait = f"{'a day' if days == 1 else f'{days} days'} without pain"
    pain = "There was pain today."
    if not facts.today and facts.last is not None:
        pain = f"There was pain on {day_name(facts.last)}, and no answer yet that it was gone."
    if decision is Decision.CAUTION:
        return f"{pain} You decide, but rest is safer until there was {wait}."
    return f"{pain} Wait for {wait} before you run."


def check_in_today(decision: Decision, facts: CheckInToday, _protocol: RehabProtocol) -> str:
    """Word whether there is an answer today."""
    if facts.check_ins:
        return "You have checked in today."
    if decision is Decision.CLEARED:
        return "No check-in is required after your return. It still helps."
    return "You have not checked in today. Say how it feels before you run."


def walk_first(decision: Decision, facts: WalkFirst, _protocol: RehabProtocol) -> str:
    """Word what is missing before any jogging."""
    if decision is Decision.CLEARED:
        return "Your pain-free walk is done."
    walk = f"a walk of {facts.minutes} minutes without pain"
    if facts.stage is Stage.PROTECT:
        return f"First the pain has to go, then {walk} opens the way to jogging."
    if facts.walked_on is not None:
        return "Your walk is done. The next morning's check-in decides whether jogging can start."
    return f"Before any jogging comes {walk}, and a good next morning."


def _gone(decision: Decision, facts: PainGone) -> str:
    if decision is Decision.CLEARED:
        return "Yes"
    return "Pain today" if facts.today else "Not yet"


def _checked_in(decision: Decision, facts: CheckInToday) -> str:
    if facts.check_ins:
        return "Done"
    return "Not needed" if decision is Decision.CLEARED else "Not yet"


def _walked(decision: Decision, facts: WalkFirst) -> str:
    if decision is Decision.CLEARED:
        return "Done"
    return "Not yet" if facts.walked_on is None else "Its morning is to come"


WORDS = {
    "pain-gone": Words(
        pain_gone,
        answer=_gone,
        facts={
            "protecting": "still in Protect",
            "today": "pain today{above}",
            "last": "last pain that is not over{above}",
            "grave": "a limp, sharp or strong pain in it",
            "pain_free_days": "pain-free days in a row",
            "needed": "pain-free days needed",
        },
        why_not="the pain was not gone",
        held_by="the pain is not gone yet",
    ),
    "check-in-today": Words(
        check_in_today,
        answer=_checked_in,
        facts={"check_ins": "check-ins today"},
        why_not="no check-in came before it that day",
        held_by="no check-in",
    ),
    "walk-first": Words(
        walk_first,
        answer=_walked,
        facts={
            "stage": "stage",
            "walked_on": "walk waiting for its morning",
            "minutes": "minutes of walking needed",
        },
        why_not="the pain-free walk had not come first",
        held_by="the walk comes first",
    ),
}
