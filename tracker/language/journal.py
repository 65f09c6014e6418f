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
from tracker.translations import gettext, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.progression.day_facts import DayFacts
    from tracker.progression.protocol import RehabProtocol
    from tracker.progression.recovery import Window
    from tracker.progression.standing import Standing
    from tracker.progression.timeline import DayOutcome
    from tracker.progression.verdict import Verdict

_WEEK = 7


def cross_training() -> str:
    """Return what is fine without a run."""
    return gettext(
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
    held = () if outcome.runs else (gettext(WORDS[f.rule].held_by) for f in verdict.against)
    return joined(place(*place_of(outcome.standing)), *held)


def deviations(outcome: DayOutcome) -> dict[str, str]:
    """Return why each run of a day was not cleared, by the run's id; others are left out."""
    return {run.run.id: why_not(run.rules) for run in outcome.runs if run.is_deviation}


def why_not(rules: Iterable[str]) -> str:
    """Return why a run was not cleared, as one sentence without blame."""
    return gettext("Recorded as a deviation: %(reasons)s.", reasons=because(rules))


def window_sentence(window: Window, site: str) -> str:
    """Return where a day lies against the usual two to six weeks."""
    if site != "hamstring":
        return gettext(
            "Day %(day)d. We found no usual time for this place; two to six weeks is"
            " what is said of hamstrings.",
            day=window.day,
        )
    if window.position == "before":
        return gettext("Day %(day)d. Before the usual two to six weeks.", day=window.day)
    if window.position == "beyond":
        return gettext("Day %(day)d. Beyond the usual two to six weeks.", day=window.day)
    return gettext("Day %(day)d. Inside the usual two to six weeks.", day=window.day)


def going(standing: Standing, protocol: RehabProtocol) -> str:
    """Return how it is going, in one sentence: free of pain since when, or when it last hurt."""
    since, free = standing.pain_free_since, standing.pain_free_days
    if since is not None:
        return ngettext(
            "Free of pain%(above)s since %(day)s, for a day.",
            "Free of pain%(above)s since %(day)s, for %(num)d days.",
            free,
            above=above_allowed(protocol),
            day=day_name(since),
        )
    if standing.today.painful:
        worst = standing.today.worst
        return gettext("Pain %(score)d today.", score=worst) if worst else gettext("It hurt today.")
    if standing.painful_on is not None:
        return gettext("It last hurt on %(day)s.", day=day_name(standing.painful_on))
    return gettext("Nothing has hurt so far.")


def habits_kept(recent: tuple[DayFacts, ...]) -> str:
    """Return what was kept to in the last seven days: answers and rest days, never runs."""
    days = recent[-_WEEK:]
    answered = sum(1 for day in days if day.check_ins)
    rested = sum(
        1 for before, day in pairwise(recent[-_WEEK - 1 :]) if before.runs and not day.runs
    )
    if len(days) < _WEEK or not answered:
        return ""
    if not rested:
        return gettext(
            "%(answered)d of the last %(days)d days answered.", answered=answered, days=_WEEK
        )
    return ngettext(
        "%(answered)d of the last %(days)d days answered, %(num)d rest day kept.",
        "%(answered)d of the last %(days)d days answered, %(num)d rest days kept.",
        rested,
        answered=answered,
        days=_WEEK,
    )
