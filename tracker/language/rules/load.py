"""The words of the rules of how much was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.language.phrases import minutes
from tracker.language.rules.words import Words
from tracker.progression.verdict import Decision

if TYPE_CHECKING:
    from tracker.progression.protocol import RehabProtocol
    from tracker.progression.rules.load import LongestRun, MoreThanPlanned


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


WORDS = {
    "more-than-planned": Words(
        more_than_planned,
        facts={
            "jog_seconds": "longest jogging of a run today",
            "percent": "percent of room",
            "seconds": "seconds of room",
        },
        why_not="it went beyond its plan",
        held_by="more than planned",
    ),
    "longest-run": Words(
        longest_run,
        facts={
            "jog_seconds": "longest jogging of a run today",
            "longest_seconds": "longest of the month",
            "percent": "percent of room",
        },
    ),
}
