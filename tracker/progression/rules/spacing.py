"""Rules of the time between runs, and of what may hide that it was too short."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.progression.rules.rule import CAUTION, CLEARED, Rule, hold, hold_on_the_way
from tracker.progression.standing import ONE_DAY

if TYPE_CHECKING:
    from datetime import date

    from tracker.progression.protocol import RehabProtocol
    from tracker.progression.standing import Standing
    from tracker.progression.verdict import Decision


class RestBetweenRuns(NamedTuple):
    """The run day that is too near, if there is one; `next_day` if it comes after the run."""

    run_on: date | None
    rest_days: int
    next_day: bool = False


def rest_between_runs(
    protocol: RehabProtocol, standing: Standing
) -> tuple[Decision, RestBetweenRuns]:
    """Was yesterday a run day?"""
    days = protocol.numbers.rest_days
    run_on = standing.run_within(days)
    return hold_on_the_way(standing, if_=run_on is not None), RestBetweenRuns(run_on, days)


class OneRunADay(NamedTuple):
    """How many runs there were today."""

    runs: int


def one_run_a_day(_protocol: RehabProtocol, standing: Standing) -> tuple[Decision, OneRunADay]:
    """Has a run already been made today?"""
    runs = standing.today.runs
    return hold_on_the_way(standing, if_=runs > 0), OneRunADay(runs)


class MorningAfter(NamedTuple):
    """The last run, and whether its morning after may still come."""

    run_on: date | None
    pending: bool


def morning_after(_protocol: RehabProtocol, standing: Standing) -> tuple[Decision, MorningAfter]:
    """Has the morning after the last run answered?"""
    last = standing.last_run
    decision, pending = CLEARED, False
    if last is not None and last < standing.day and not standing.last_run_settled:
        pending = standing.day - last == ONE_DAY
        decision = hold(standing, if_=True) if pending else CAUTION
    return decision, MorningAfter(last, pending)


class Painkiller(NamedTuple):
    """Whether a painkiller was taken."""

    taken: bool


def painkiller(_protocol: RehabProtocol, standing: Standing) -> tuple[Decision, Painkiller]:
    """Was a painkiller taken today?"""
    taken = standing.today.painkiller
    return hold(standing, if_=taken), Painkiller(taken)


RULES = (
    Rule("rest-between-runs", rest_between_runs, is_fixed=True),
    Rule("one-run-a-day", one_run_a_day),
    Rule("morning-after", morning_after, awaits_answer=True),
    Rule("painkiller", painkiller),
)
