"""Days in a few words: what was decided and why, what was kept to, what is fine without a run."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from tracker.language.entries import joined
from tracker.language.phrases import above_allowed, day_name
from tracker.language.rules import WORDS
from tracker.language.rules import why_not as because
from tracker.language.sentences import place
from tracker.progression.review import place_of
from tracker.progression.verdict import Decision

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.progression.day_facts import DayFacts
    from tracker.progression.protocol import RehabProtocol
    from tracker.progression.recovery import Window
    from tracker.progression.standing import Standing
    from tracker.progression.timeline import DayOutcome
    from tracker.progression.verdict import Verdict

_WEEK = 7
CROSS_TRAINING = (
    "Walking, cycling, swimming, strength work and stretching, as long as none of it hurts."
)


def decided(outcome: DayOutcome, verdict: Verdict) -> str:
    """Return the decision of a day for the journal: of its runs where there are any."""
    if outcome.runs and verdict.decision < Decision.STOP:
        cleared = not any(run.is_deviation for run in outcome.runs)
        return (Decision.CLEARED if cleared else Decision.HOLD).word
    return verdict.decision.word


def decided_because(outcome: DayOutcome, verdict: Verdict) -> str:
    """Return where a day stood and, where it held, why, in a few words."""
    held = () if outcome.runs else (WORDS[f.rule].held_by for f in verdict.against)
    return joined(place(*place_of(outcome.standing)), *held)


def deviations(outcome: DayOutcome) -> dict[str, str]:
    """Return why each run of a day was not cleared, by the run's id; others are left out."""
    return {run.run.id: why_not(run.rules) for run in outcome.runs if run.is_deviation}


def why_not(rules: Iterable[str]) -> str:
    """Return why a run was not cleared, as one sentence without blame."""
    return f"Recorded as a deviation: {because(rules)}."


def window_sentence(window: Window, site: str) -> str:
    """Return where a day lies against the usual two to six weeks."""
    if site != "hamstring":
        return (
            f"Day {window.day}. We found no usual time for this place; two to six weeks is"
            " what is said of hamstrings."
        )
    return f"Day {window.day}. {window.position.title()} the usual two to six weeks."


def going(standing: Standing, protocol: RehabProtocol) -> str:
    """Return how it is going, in one sentence: free of pain since when, or when it last hurt."""
    since, free = standing.pain_free_since, standing.pain_free_days
    if since is not None:
        days = "a day" if free == 1 else f"{free} days"
        return f"Free of pain{above_allowed(protocol)} since {day_name(since)}, for {days}."
    if standing.today.painful:
        worst = standing.today.worst
        return "It hurt today." if not worst else f"Pain {worst} today."
    if standing.painful_on is not None:
        return f"It last hurt on {day_name(standing.painful_on)}."
    return "Nothing has hurt so far."


def habits_kept(recent: tuple[DayFacts, ...]) -> str:
    """Return what was kept to in the last seven days: answers and rest days, never runs."""
    days = recent[-_WEEK:]
    answered = sum(1 for day in days if day.check_ins)
    rested = sum(
        1 for before, day in pairwise(recent[-_WEEK - 1 :]) if before.runs and not day.runs
    )
    if len(days) < _WEEK or not answered:
        return ""
    words = f"{answered} of the last {len(days)} days answered"
    if not rested:
        return f"{words}."
    return f"{words}, {rested} rest {'day' if rested == 1 else 'days'} kept."
