"""The words of the rules that look at weeks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.language.phrases import above_allowed, day_name, score
from tracker.language.rules.words import PHYSICIAN, Words
from tracker.progression.verdict import Decision

if TYPE_CHECKING:
    from tracker.progression.protocol import RehabProtocol
    from tracker.progression.rules.trends import (
        NotImproving,
        PastWindow,
        Stalled,
        SteppedBackTwice,
        Worsening,
    )


def worsening(decision: Decision, facts: Worsening, _protocol: RehabProtocol) -> str:
    """Word this week against the last."""
    if facts.now is None or facts.before is None:
        return "Too few scored days to compare this week with the last."
    now, before = score(facts.now), score(facts.before)
    compared = f"this week's middle score is {now}, last week's was {before}"
    if decision is Decision.CLEARED:
        return f"No clear rise: {compared}."
    return f"Your pain is getting worse: {compared}."


def not_improving(decision: Decision, facts: NotImproving, protocol: RehabProtocol) -> str:
    """Word this week against the first."""
    if facts.now is None or facts.first is None:
        return f"Asked from day {protocol.numbers.improve_after_days} on, with enough scored days."
    now, first = score(facts.now), score(facts.first)
    compared = f"this week's middle score is {now}, the first week's was {first}"
    if decision is Decision.CLEARED:
        return f"Better than at the start, or without pain: {compared}."
    return f"Your pain has not clearly eased: {compared}."


def stalled(decision: Decision, facts: Stalled, protocol: RehabProtocol) -> str:
    """Word a standstill."""
    if facts.since is None:
        return "Asked once you are on the ladder."
    if decision is Decision.CLEARED:
        return f"No {protocol.numbers.stalled_days} days on the ladder without a step forward."
    return f"No step forward since {day_name(facts.since)}."


def past_window(decision: Decision, _facts: PastWindow, protocol: RehabProtocol) -> str:
    """Word pain after the usual window."""
    usual = "beyond the usual two to six weeks of a hamstring"
    if decision is Decision.CLEARED:
        return f"No pain{above_allowed(protocol)} {usual}."
    return f"There is pain {usual}."


def stepped_back_twice(
    decision: Decision, facts: SteppedBackTwice, _protocol: RehabProtocol
) -> str:
    """Word setbacks in a row."""
    if decision is Decision.CLEARED:
        return "No second setback in a row."
    return f"{facts.setbacks} setbacks with no clean run between or since."


def _worse(decision: Decision, facts: Worsening) -> str:
    if facts.now is None or facts.before is None:
        return "Too few scores"
    return "No clear rise" if decision is Decision.CLEARED else "Worse"


def _better(decision: Decision, facts: NotImproving) -> str:
    if facts.now is None or facts.first is None:
        return "Not asked yet"
    return "Better" if decision is Decision.CLEARED else "Not clearly better"


WORDS = {
    "worsening": Words(
        worsening,
        answer=_worse,
        facts={"now": "this week's middle score", "before": "last week's middle score"},
        advice=PHYSICIAN,
    ),
    "not-improving": Words(
        not_improving,
        answer=_better,
        facts={
            "now": "this week's middle score",
            "first": "the first week's middle score",
            "day": "day since it began",
        },
        advice=PHYSICIAN,
    ),
    "stalled": Words(
        stalled,
        answer=lambda said, _: "No standstill" if said is Decision.CLEARED else "None for long",
        facts={"since": "since", "days": "days until it is asked"},
        advice=PHYSICIAN,
    ),
    "past-window": Words(
        past_window,
        answer=lambda said, _: "None" if said is Decision.CLEARED else "Yes",
        facts={"painful": "pain after the window{above}", "closes": "last day of the window"},
        advice=PHYSICIAN,
    ),
    "stepped-back-twice": Words(
        stepped_back_twice,
        answer=lambda said, facts: f"{facts.setbacks}" if said else "Fewer than two",
        facts={"setbacks": "setbacks in a row"},
        advice="Show this to a clinician before you go on.",
    ),
}
