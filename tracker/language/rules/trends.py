"""The words of the rules that look at weeks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.language.phrases import above_allowed, day_name, score
from tracker.language.rules.words import PHYSICIAN, Words
from tracker.progression.verdict import Decision
from tracker.translations import N_, gettext, ngettext

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
        return gettext("Too few scored days to compare this week with the last.")
    compared = {"now": score(facts.now), "before": score(facts.before)}
    if decision is Decision.CLEARED:
        return gettext(
            "No clear rise: this week's middle score is %(now)s, last week's was %(before)s.",
            **compared,
        )
    return gettext(
        "Your pain is getting worse: this week's middle score is %(now)s,"
        " last week's was %(before)s.",
        **compared,
    )


def not_improving(decision: Decision, facts: NotImproving, protocol: RehabProtocol) -> str:
    """Word this week against the first."""
    if facts.now is None or facts.first is None:
        return gettext(
            "Asked from day %(day)d on, with enough scored days.",
            day=protocol.numbers.improve_after_days,
        )
    compared = {"now": score(facts.now), "first": score(facts.first)}
    if decision is Decision.CLEARED:
        return gettext(
            "Better than at the start, or without pain: this week's middle score is %(now)s,"
            " the first week's was %(first)s.",
            **compared,
        )
    return gettext(
        "Your pain has not clearly eased: this week's middle score is %(now)s,"
        " the first week's was %(first)s.",
        **compared,
    )


def stalled(decision: Decision, facts: Stalled, protocol: RehabProtocol) -> str:
    """Word a standstill."""
    if facts.since is None:
        return gettext("Asked once you are on the ladder.")
    if decision is Decision.CLEARED:
        return gettext(
            "No %(days)d days on the ladder without a step forward.",
            days=protocol.numbers.stalled_days,
        )
    return gettext("No step forward since %(day)s.", day=day_name(facts.since))


def past_window(decision: Decision, _facts: PastWindow, protocol: RehabProtocol) -> str:
    """Word pain after the usual window."""
    if decision is Decision.CLEARED:
        return gettext(
            "No pain%(above)s beyond the usual two to six weeks of a hamstring.",
            above=above_allowed(protocol),
        )
    return gettext("There is pain beyond the usual two to six weeks of a hamstring.")


def stepped_back_twice(
    decision: Decision, facts: SteppedBackTwice, _protocol: RehabProtocol
) -> str:
    """Word setbacks in a row."""
    if decision is Decision.CLEARED:
        return gettext("No second setback in a row.")
    return ngettext(
        "%(num)d setback with no clean run between or since.",
        "%(num)d setbacks with no clean run between or since.",
        facts.setbacks,
    )


def _worse(decision: Decision, facts: Worsening) -> str:
    if facts.now is None or facts.before is None:
        return gettext("Too few scores")
    return gettext("No clear rise") if decision is Decision.CLEARED else gettext("Worse")


def _better(decision: Decision, facts: NotImproving) -> str:
    if facts.now is None or facts.first is None:
        return gettext("Not asked yet")
    return gettext("Better") if decision is Decision.CLEARED else gettext("Not clearly better")


def _standing_still(decision: Decision, _facts: Stalled) -> str:
    return gettext("No standstill") if decision is Decision.CLEARED else gettext("None for long")


def _past(decision: Decision, _facts: PastWindow) -> str:
    return gettext("None") if decision is Decision.CLEARED else gettext("Yes")


def _set_back(decision: Decision, facts: SteppedBackTwice) -> str:
    return gettext("Fewer than two") if decision is Decision.CLEARED else f"{facts.setbacks}"


WORDS = {
    "worsening": Words(
        worsening,
        answer=_worse,
        facts={"now": N_("this week's middle score"), "before": N_("last week's middle score")},
        advice=PHYSICIAN,
    ),
    "not-improving": Words(
        not_improving,
        answer=_better,
        facts={
            "now": N_("this week's middle score"),
            "first": N_("the first week's middle score"),
            "day": N_("day since it began"),
        },
        advice=PHYSICIAN,
    ),
    "stalled": Words(
        stalled,
        answer=_standing_still,
        facts={"since": N_("since"), "days": N_("days until it is asked")},
        advice=PHYSICIAN,
    ),
    "past-window": Words(
        past_window,
        answer=_past,
        facts={
            "painful": N_("pain after the window%(above)s"),
            "closes": N_("last day of the window"),
        },
        advice=PHYSICIAN,
    ),
    "stepped-back-twice": Words(
        stepped_back_twice,
        answer=_set_back,
        facts={"setbacks": N_("setbacks in a row")},
        advice=N_("Show this to a clinician before you go on."),
    ),
}
