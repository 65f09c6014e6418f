"""Days in a few words: what was decided and why, what was kept to, what is fine without a run."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from tracker.language.entries import joined
from tracker.language.rules import WORDS
from tracker.language.rules import why_not as because
from tracker.language.sentences import STAGE_CLEARS, place
from tracker.progression.protocol import Stage
from tracker.progression.review import place_of
from tracker.progression.verdict import Decision

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.progression.day_facts import DayFacts
    from tracker.progression.recovery import Window
    from tracker.progression.timeline import DayOutcome
    from tracker.progression.verdict import Verdict

_WEEK = 7
_CROSS_TRAINING = (
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


def fine_without_a_run(decision: Decision, *, only_easy_walking: bool, has_returned: bool) -> str:
    """Return what is fine on a day without a run."""
    if only_easy_walking:
        return STAGE_CLEARS[Stage.PROTECT]
    if not has_returned:
        return _CROSS_TRAINING
    if decision is Decision.CLEARED:
        return STAGE_CLEARS[Stage.RETURNED]
    return f"{_CROSS_TRAINING} If you run, go easy, and stop if it hurts."


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
