"""The words of the rules of how much was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.language.phrases import day_name, minutes, step_text
from tracker.language.rules.words import Words
from tracker.progression.diary import Kind
from tracker.progression.verdict import Decision

if TYPE_CHECKING:
    from tracker.progression.protocol import RehabProtocol
    from tracker.progression.rules.load import CrossTraining, LayOff, LongestRun, MoreThanPlanned


def more_than_planned(decision: Decision, facts: MoreThanPlanned, _protocol: RehabProtocol) -> str:
    """Word a run that went beyond its plan."""
    if decision is Decision.CLEARED:
        return "No run of today went beyond its plan."
    return (
        f"Today's run went beyond its plan by more than {facts.percent} % "
        f"(and more than {facts.seconds} seconds)."
    )


def longest_run(decision: Decision, facts: LongestRun, protocol: RehabProtocol) -> str:
    """Word a run that is a jump."""
    days = protocol.numbers.longest_run_days
    if decision is Decision.CLEARED:
        return "No run of today is a jump."
    if not facts.longest_seconds:
        return f"There was no run in the past {days} days to build on. Go easy."
    return (
        f"Today's run of {minutes(facts.jog_seconds)} is a jump: the longest of the past "
        f"{days} days was {minutes(facts.longest_seconds)}."
    )


def lay_off(decision: Decision, facts: LayOff, _protocol: RehabProtocol) -> str:
    """Word a long time without a run after the return."""
    if decision is Decision.CLEARED or facts.plan is None:
        return "No long time without a run."
    since = "" if facts.last_run is None else f" since {day_name(facts.last_run)}"
    return f"A long time without much running{since}. Begin again with: {step_text(facts.plan)}."


def cross_training(decision: Decision, facts: CrossTraining, protocol: RehabProtocol) -> str:
    """Word a ride or a swim that is a jump."""
    if decision is Decision.CLEARED or facts.kind is None:
        return "No ride or swim of today is a jump."
    done = f"Today's {'ride' if facts.kind is Kind.BIKE else 'swim'}"
    jump = f"{done} of {minutes(facts.ridden_seconds)} is a jump"
    days = protocol.numbers.cross_training_days
    if not facts.longest_seconds:
        return f"{jump}: the past {days} days had no painless one to build on."
    longest = minutes(facts.longest_seconds)
    return f"{jump}: the longest without pain in the past {days} days was {longest}."


WORDS = {
    "more-than-planned": Words(
        more_than_planned,
        answer=lambda said, _: "Within it" if said is Decision.CLEARED else "Beyond it",
        facts={
            "jog_seconds": "longest jogging of a run today",
            "percent": "percent it may be longer by",
            "seconds": "or seconds, if that is more",
        },
        why_not="it went beyond its plan",
        held_by="more than planned",
    ),
    "longest-run": Words(
        longest_run,
        answer=lambda said, _: "No jump" if said is Decision.CLEARED else "A jump",
        facts={
            "jog_seconds": "longest jogging of a run today",
            "longest_seconds": "longest of the month",
            "percent": "percent it may be longer by",
        },
    ),
    "lay-off": Words(
        lay_off,
        answer=lambda said, _: "Not long" if said is Decision.CLEARED else "Long",
        facts={"last_run": "last run", "step": "step to begin again with", "plan": "its plan"},
    ),
    "cross-training": Words(
        cross_training,
        answer=lambda said, _: "No jump" if said is Decision.CLEARED else "A jump",
        facts={
            "kind": "what was done",
            "ridden_seconds": "longest ride or swim today",
            "longest_seconds": "longest of the month without pain",
        },
    ),
}
