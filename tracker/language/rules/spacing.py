"""The words of the rules of the time between runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.language.phrases import day_name
from tracker.language.rules.words import Past, Words
from tracker.progression.verdict import Decision
from tracker.translations import N_, gettext

if TYPE_CHECKING:
    from tracker.progression.protocol import RehabProtocol
    from tracker.progression.rules.spacing import (
        MorningAfter,
        OneRunADay,
        Painkiller,
        RestBetweenRuns,
    )


def rest_between_runs(decision: Decision, facts: RestBetweenRuns, protocol: RehabProtocol) -> str:
    """Word a run day that is too near."""
    if facts.run_on is None:
        if facts.rest_days == 1:
            return gettext("No run yesterday.")
        return gettext("Your rest days are done.")
    if facts.next_day or facts.rest_days != 1:
        return _rest_between_dated_runs(decision, facts, protocol)
    if decision is Decision.CLEARED:
        return gettext("You ran yesterday. After your return a rest day is no longer required.")
    return gettext("You ran yesterday. Rest today: no running on days in a row.")


def _rest_between_dated_runs(
    decision: Decision, facts: RestBetweenRuns, _protocol: RehabProtocol
) -> str:
    run_on = "" if facts.run_on is None else day_name(facts.run_on)
    if facts.next_day:
        return gettext("You ran on %(day)s: that would be two run days in a row.", day=run_on)
    if decision is Decision.CLEARED:
        return gettext(
            "You ran on %(day)s. After your return a rest day is no longer required.", day=run_on
        )
    return gettext(
        "You ran on %(day)s. Rest today: after a run come %(days)d days without one.",
        day=run_on,
        days=facts.rest_days,
    )


def _rest_of_past(_decision: Decision, facts: RestBetweenRuns, _protocol: RehabProtocol) -> str:
    run_on = "" if facts.run_on is None else day_name(facts.run_on)
    if facts.next_day:
        return gettext("You ran on %(day)s: that would be two run days in a row.", day=run_on)
    if facts.rest_days == 1:
        return gettext("You ran the day before. Rest that day: no running on days in a row.")
    return gettext(
        "You ran on %(day)s. Rest that day: after a run come %(days)d days without one.",
        day=run_on,
        days=facts.rest_days,
    )


def one_run_a_day(decision: Decision, facts: OneRunADay, _protocol: RehabProtocol) -> str:
    """Word a run that was made today."""
    if not facts.runs:
        return gettext("No run yet today.")
    if decision is Decision.CLEARED:
        return gettext("You have run today. After your return a second run is yours to judge.")
    return gettext("You have already run today. One run a day is enough.")


def _run_of_past(_decision: Decision, _facts: OneRunADay, _protocol: RehabProtocol) -> str:
    return gettext("You have already run that day. One run a day is enough.")


def morning_after(decision: Decision, facts: MorningAfter, _protocol: RehabProtocol) -> str:
    """Word a run that its next morning has not answered for."""
    if facts.pending:
        return gettext("Yesterday's run is still open: no check-in has answered for it yet.")
    if decision is Decision.CAUTION and facts.run_on is not None:
        return gettext(
            "The morning after your run on %(day)s has no answer, "
            "so that run does not count as a good one. Make your next run no harder.",
            day=day_name(facts.run_on),
        )
    return gettext("No run is waiting for its next morning.")


def _morning_of_past(_decision: Decision, _facts: MorningAfter, _protocol: RehabProtocol) -> str:
    return gettext("The run of the day before is still open: no check-in has answered for it yet.")


def painkiller(_decision: Decision, facts: Painkiller, _protocol: RehabProtocol) -> str:
    """Word a painkiller."""
    if facts.taken:
        return gettext("You took a painkiller today. It can hide the pain that should stop you.")
    if facts.last_evening:
        return gettext("You took a painkiller yesterday evening. It can hide how the morning is.")
    return gettext("No painkiller recorded today or yesterday evening.")


def _painkiller_of_past(_decision: Decision, facts: Painkiller, _protocol: RehabProtocol) -> str:
    if facts.taken:
        return gettext("You took a painkiller that day. It can hide the pain that should stop you.")
    return gettext("You took a painkiller the evening before. It can hide how the morning is.")


def _rested(decision: Decision, facts: RestBetweenRuns) -> str:
    if facts.run_on is None:
        return gettext("Done")
    return gettext("Not needed") if decision is Decision.CLEARED else gettext("Rest day now")


def _answered(decision: Decision, facts: MorningAfter) -> str:
    if facts.pending:
        return gettext("Not asked yet")
    return gettext("Nothing open") if decision is Decision.CLEARED else gettext("No answer")


def _ran(_decision: Decision, facts: OneRunADay) -> str:
    return gettext("Yes") if facts.runs else gettext("No")


def _took(_decision: Decision, facts: Painkiller) -> str:
    return gettext("Taken") if facts.taken or facts.last_evening else gettext("None")


WORDS = {
    "rest-between-runs": Words(
        rest_between_runs,
        answer=_rested,
        facts={
            "run_on": N_("run day looked at"),
            "rest_days": N_("rest days needed"),
        },
        why_not=N_("it follows a run day"),
        held_by=N_("rest day after a run"),
        past=Past(_rest_of_past),
    ),
    "one-run-a-day": Words(
        one_run_a_day,
        answer=_ran,
        facts={"runs": N_("runs today")},
        why_not=N_("it was not the first run of the day"),
        held_by=N_("one run a day"),
        past=Past(
            _run_of_past, title=N_("Run that day already?"), facts={"runs": N_("runs that day")}
        ),
    ),
    "morning-after": Words(
        morning_after,
        answer=_answered,
        facts={"run_on": N_("run day looked at"), "pending": N_("waiting for its morning")},
        why_not=N_("the run before it was not yet answered for"),
        held_by=N_("the morning after a run has no answer"),
        past=Past(_morning_of_past),
    ),
    "painkiller": Words(
        painkiller,
        answer=_took,
        facts={"taken": N_("painkiller today"), "last_evening": N_("painkiller yesterday evening")},
        why_not=N_("a painkiller was taken that day or the evening before"),
        held_by=N_("painkiller taken"),
        past=Past(
            _painkiller_of_past,
            title=N_("Painkiller since the evening before"),
            facts={
                "taken": N_("painkiller that day"),
                "last_evening": N_("painkiller the evening before"),
            },
        ),
    ),
}
