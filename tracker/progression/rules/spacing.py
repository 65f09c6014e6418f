"""Rules of the time between runs, and of what may hide that it was too short."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.progression.rules.rule import CAUTION, CLEARED, Rule, hold, hold_on_the_way

if TYPE_CHECKING:
    from datetime import date

    from tracker.progression.protocol import RehabProtocol
    from tracker.progression.standing import Draft
    from tracker.progression.verdict import Decision


class RestBetweenRuns(NamedTuple):
    """The run day that is too near, if there is one; `next_day` if it comes after the run."""

    run_on: date | None
    rest_days: int
    next_day: bool = False


def rest_between_runs(protocol: RehabProtocol, standing: Draft) -> tuple[Decision, RestBetweenRuns]:
    """Was yesterday a run day?"""
    days = protocol.numbers.rest_days
    run_on = standing.run_within(days)
    return hold_on_the_way(standing, if_=run_on is not None), RestBetweenRuns(run_on, days)


class OneRunADay(NamedTuple):
    """How many runs there were today."""

    runs: int


_NOT_YET = OneRunADay(0)


def one_run_a_day(_protocol: RehabProtocol, standing: Draft) -> tuple[Decision, OneRunADay]:
    """Has a run already been made today?"""
    runs = standing.today.runs
    return (hold_on_the_way(standing, if_=True), OneRunADay(runs)) if runs else (CLEARED, _NOT_YET)


class MorningAfter(NamedTuple):
    """The run that its next day has not answered for, and whether an answer may still come."""

    run_on: date | None
    pending: bool


_ANSWERED = MorningAfter(None, pending=False)


def morning_after(_protocol: RehabProtocol, standing: Draft) -> tuple[Decision, MorningAfter]:
    """Has the morning after the last run answered?"""
    pending = standing.pending_run
    if pending is not None:
        return hold(standing, if_=True), MorningAfter(pending.day, pending=True)
    unjudged = standing.unjudged_on
    if unjudged is not None and unjudged == standing.run_before_today:
        return CAUTION, MorningAfter(unjudged, pending=False)
    return CLEARED, _ANSWERED


class Painkiller(NamedTuple):
    """Whether a painkiller was taken today, or late yesterday."""

    taken: bool
    last_evening: bool


_NONE_TAKEN = Painkiller(taken=False, last_evening=False)


def painkiller(_protocol: RehabProtocol, standing: Draft) -> tuple[Decision, Painkiller]:
    """Was a painkiller taken today or yesterday evening?"""
    taken, before = standing.today.painkiller, standing.yesterday.evening_painkiller
    if not (taken or before):
        return CLEARED, _NONE_TAKEN
    return hold(standing, if_=True), Painkiller(taken, before)


RULES = (
    Rule("rest-between-runs", rest_between_runs, is_fixed=True),
    Rule("one-run-a-day", one_run_a_day),
    Rule("morning-after", morning_after, awaits_answer=True),
    Rule("painkiller", painkiller),
)
