"""The words of the rules of how much was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.language.phrases import day_name, minutes, step_text
from tracker.language.rules.words import Past, Words
from tracker.progression.diary import Kind
from tracker.progression.verdict import Decision
from tracker.translations import N_, gettext

if TYPE_CHECKING:
    from tracker.progression.protocol import RehabProtocol
    from tracker.progression.rules.load import CrossTraining, LayOff, LongestRun, MoreThanPlanned


def more_than_planned(decision: Decision, facts: MoreThanPlanned, _protocol: RehabProtocol) -> str:
    """Word a run that went beyond its plan."""
    if decision is Decision.CLEARED:
        return gettext("No run of today went beyond its plan.")
    return gettext(
        "Today's run went beyond its plan by more than %(percent)d %% "
        "(and more than %(seconds)d seconds).",
        percent=facts.percent,
        seconds=facts.seconds,
    )


def _more_that_day(_decision: Decision, facts: MoreThanPlanned, _protocol: RehabProtocol) -> str:
    return gettext(
        "That day's run went beyond its plan by more than %(percent)d %% "
        "(and more than %(seconds)d seconds).",
        percent=facts.percent,
        seconds=facts.seconds,
    )


def longest_run(decision: Decision, facts: LongestRun, protocol: RehabProtocol) -> str:
    """Word a run that is a jump."""
    days = protocol.numbers.longest_run_days
    if decision is Decision.CLEARED:
        return gettext("No run of today is a jump.")
    if not facts.longest_seconds:
        return gettext(
            "There was no run in the past %(days)d days to build on. Go easy.", days=days
        )
    return gettext(
        "Today's run of %(run)s is a jump: the longest of the past %(days)d days was %(longest)s.",
        run=minutes(facts.jog_seconds),
        days=days,
        longest=minutes(facts.longest_seconds),
    )


def lay_off(decision: Decision, facts: LayOff, _protocol: RehabProtocol) -> str:
    """Word a long time without a run after the return."""
    if decision is Decision.CLEARED or facts.plan is None:
        return gettext("No long time without a run.")
    plan = step_text(facts.plan)
    if facts.last_run is None:
        return gettext("A long time without much running. Begin again with: %(plan)s.", plan=plan)
    return gettext(
        "A long time without much running since %(day)s. Begin again with: %(plan)s.",
        day=day_name(facts.last_run),
        plan=plan,
    )


def cross_training(decision: Decision, facts: CrossTraining, protocol: RehabProtocol) -> str:
    """Word a ride or a swim that is a jump."""
    if decision is Decision.CLEARED or facts.kind is None:
        return gettext("No ride or swim of today is a jump.")
    built_on = bool(facts.longest_seconds)
    return gettext(
        _JUMPS[facts.kind is Kind.BIKE, built_on],
        done=minutes(facts.ridden_seconds),
        days=protocol.numbers.cross_training_days,
        longest=minutes(facts.longest_seconds),
    )


_JUMPS = {  # by whether it is a ride, and whether there was a painless one before
    (True, False): N_(
        "Today's ride of %(done)s is a jump: the past %(days)d days had no painless one to build"
        " on."
    ),
    (False, False): N_(
        "Today's swim of %(done)s is a jump: the past %(days)d days had no painless one to build"
        " on."
    ),
    (True, True): N_(
        "Today's ride of %(done)s is a jump: the longest without pain in the past %(days)d days"
        " was %(longest)s."
    ),
    (False, True): N_(
        "Today's swim of %(done)s is a jump: the longest without pain in the past %(days)d days"
        " was %(longest)s."
    ),
}


def _within(decision: Decision, _facts: object) -> str:
    return gettext("Within it") if decision is Decision.CLEARED else gettext("Beyond it")


def _jump(decision: Decision, _facts: object) -> str:
    return gettext("No jump") if decision is Decision.CLEARED else gettext("A jump")


def _long(decision: Decision, _facts: object) -> str:
    return gettext("Not long") if decision is Decision.CLEARED else gettext("Long")


WORDS = {
    "more-than-planned": Words(
        more_than_planned,
        answer=_within,
        facts={
            "jog_seconds": N_("longest jogging of a run today"),
            "percent": N_("percent it may be longer by"),
            "seconds": N_("or seconds, if that is more"),
        },
        why_not=N_("it went beyond its plan"),
        held_by=N_("more than planned"),
        past=Past(
            _more_that_day,
            title=N_("That day's run against its plan"),
            facts={"jog_seconds": N_("longest jogging of a run that day")},
        ),
    ),
    "longest-run": Words(
        longest_run,
        answer=_jump,
        facts={
            "jog_seconds": N_("longest jogging of a run today"),
            "longest_seconds": N_("longest of the month"),
            "percent": N_("percent it may be longer by"),
        },
    ),
    "lay-off": Words(
        lay_off,
        answer=_long,
        facts={
            "last_run": N_("last run"),
            "step": N_("step to begin again with"),
            "plan": N_("its plan"),
        },
    ),
    "cross-training": Words(
        cross_training,
        answer=_jump,
        facts={
            "kind": N_("what was done"),
            "ridden_seconds": N_("longest ride or swim today"),
            "longest_seconds": N_("longest of the month without pain"),
        },
    ),
}
