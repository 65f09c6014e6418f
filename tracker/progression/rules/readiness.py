"""Rules that ask whether the injured area is ready: pain gone, asked today, walked first."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.progression.protocol import Stage
from tracker.progression.rules.rule import CLEARED, HOLD, Rule, hold, hold_on_the_way

if TYPE_CHECKING:
    from datetime import date

    from tracker.progression.protocol import RehabProtocol
    from tracker.progression.standing import Draft
    from tracker.progression.verdict import Decision

_PROTECT = Stage.PROTECT


class PainGone(NamedTuple):
    """Where pain still stands in the way, and how many days in a row were free of it.

    `last` is the last painful day before today where it is not yet over: too few pain-free days
    have followed. `grave`: some of that pain was sharp, strong or with a limp.
    """

    protecting: bool
    today: bool
    last: date | None
    grave: bool
    pain_free_days: int
    needed: int


def pain_gone(protocol: RehabProtocol, standing: Draft) -> tuple[Decision, PainGone]:
    """Is the pain gone: out of `protect`, and a pain-free day since the last painful one?"""
    numbers, today = protocol.numbers, standing.today.painful
    protecting = standing.stage is _PROTECT
    lasting = standing.pain_free_after < numbers.pain_free_days_after
    last = standing.painful_on if lasting else None
    free = _pain_free_days(standing)
    facts = PainGone(protecting, today, last, standing.grave, free, numbers.pain_free_days)
    if not (protecting or today or last is not None):
        return CLEARED, facts
    return HOLD if standing.grave else hold(standing, if_=True), facts


def _pain_free_days(standing: Draft) -> int:
    """How many in a row: through yesterday while nothing has answered for today."""
    today = standing.today
    unanswered = not (today.painful or today.check_ins)
    return standing.streak if unanswered else standing.pain_free_days


class CheckInToday(NamedTuple):
    """How many check-ins there are today, those at night left out, and how many of these."""

    check_ins: int
    at_night: int


def check_in_today(_protocol: RehabProtocol, standing: Draft) -> tuple[Decision, CheckInToday]:
    """Has the injured area been asked about today?"""
    today = standing.today
    facts = CheckInToday(today.answers, today.check_ins - today.answers)
    return hold_on_the_way(standing, if_=not today.answers), facts


class WalkFirst(NamedTuple):
    """The stage, the walk that waits for its morning, and how many minutes it takes."""

    stage: Stage
    walked_on: date | None
    minutes: int


def walk_first(protocol: RehabProtocol, standing: Draft) -> tuple[Decision, WalkFirst]:
    """Has a pain-free walk, and a good morning after it, opened the ladder?"""
    waiting = not (standing.on_ladder or standing.has_returned)
    minutes = protocol.numbers.walk_first_minutes
    facts = WalkFirst(standing.stage, standing.walk_awaiting, minutes)
    return hold(standing, if_=waiting), facts


RULES = (
    Rule("pain-gone", pain_gone),
    Rule("check-in-today", check_in_today, awaits_answer=True),
    Rule("walk-first", walk_first),
)
