"""The words of the rules of the time between runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.language.phrases import day_name
from tracker.language.rules.words import Words
from tracker.progression.verdict import Decision

if TYPE_CHECKING:
    from tracker.progression.protocol import RehabProtocol
    from tracker.progression.rules.spacing import (
        MorningAfter,
        OneRunADay,
        Painkiller,
        RestBetweenRuns,
    )


def rest_between_runs(decision: Decision, facts: RestBetweenRuns, _protocol: RehabProtocol) -> str:
    """Word a run day that is too near."""
    if facts.run_on is None:
        return "No run yesterday." if facts.rest_days == 1 else "Your rest days are done."
    if facts.next_day:
        return f"You ran on {day_name(facts.run_on)}: that would be two run days in a row."
    when = "yesterday" if facts.rest_days == 1 else f"on {day_name(facts.run_on)}"
    if decision is Decision.CLEARED:
        return f"You ran {when}. After your return a rest day is no longer required."
    if facts.rest_days == 1:
        return f"You ran {when}. Rest today: no running on days in a row."
    return f"You ran {when}. Rest today: after a run come {facts.rest_days} days without one."


def one_run_a_day(decision: Decision, facts: OneRunADay, _protocol: RehabProtocol) -> str:
    """Word a run that was made today."""
    if not facts.runs:
        return "No run yet today."
    if decision is Decision.CLEARED:
        return "You have run today. After your return a second run is yours to judge."
    return "You have already run today. One run a day is enough."


def morning_after(decision: Decision, facts: MorningAfter, _protocol: RehabProtocol) -> str:
    """Word a run that its next morning has not answered for."""
    if facts.pending:
        return "Yesterday's run is still open: no check-in has answered for it yet."
    if decision is Decision.CAUTION and facts.run_on is not None:
        return (
            f"The morning after your run on {day_name(facts.run_on)} has no answer, "
            "so that run does not count as a good one. Make your next run no harder."
        )
    return "No run is waiting for its next morning."


def painkiller(_decision: Decision, facts: Painkiller, _protocol: RehabProtocol) -> str:
    """Word a painkiller."""
    if facts.taken:
        return "You took a painkiller today. It can hide the pain that should stop you."
    if facts.last_evening:
        return "You took a painkiller yesterday evening. It can hide how the morning is."
    return "No painkiller recorded today or yesterday evening."


def _rested(decision: Decision, facts: RestBetweenRuns) -> str:
    if facts.run_on is None:
        return "Done"
    return "Not needed" if decision is Decision.CLEARED else "Rest day now"


def _answered(decision: Decision, facts: MorningAfter) -> str:
    if facts.pending:
        return "Not asked yet"
    return "Nothing open" if decision is Decision.CLEARED else "No answer"


WORDS = {
    "rest-between-runs": Words(
        rest_between_runs,
        answer=_rested,
        facts={
            "run_on": "run day looked at",
            "rest_days": "rest days needed",
        },
        why_not="it follows a run day",
        held_by="rest day after a run",
    ),
    "one-run-a-day": Words(
        one_run_a_day,
        answer=lambda _, facts: "Yes" if facts.runs else "No",
        facts={"runs": "runs today"},
        why_not="it was not the first run of the day",
        held_by="one run a day",
    ),
    "morning-after": Words(
        morning_after,
        answer=_answered,
        facts={"run_on": "run day looked at", "pending": "waiting for its morning"},
        why_not="the run before it was not yet answered for",
        held_by="the morning after a run has no answer",
    ),
    "painkiller": Words(
        painkiller,
        answer=lambda _, facts: "Taken" if facts.taken or facts.last_evening else "None",
        facts={"taken": "painkiller today", "last_evening": "painkiller yesterday evening"},
        why_not="a painkiller was taken that day or the evening before",
        held_by="painkiller taken",
    ),
}
