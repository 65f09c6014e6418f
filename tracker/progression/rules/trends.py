"""Rules that look at weeks: is it getting better, and whom to see if it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.progression.recovery import fell_short, first_median, previous_median, recent_median
from tracker.progression.rules.rule import CAUTION, CLEARED, Rule
from tracker.progression.setbacks import in_watch

if TYPE_CHECKING:
    from datetime import date

    from tracker.progression.protocol import RehabProtocol
    from tracker.progression.standing import Draft
    from tracker.progression.verdict import Decision


class Worsening(NamedTuple):
    """The medians of this week and of the one before; None with too few scored days."""

    now: float | None
    before: float | None


def worsening(protocol: RehabProtocol, standing: Draft) -> tuple[Decision, Worsening]:
    """Is the pain of the last week clearly above that of the week before?"""
    now, before = recent_median(protocol, standing), previous_median(protocol, standing)
    decision = CLEARED
    if now is not None and before is not None and now - before >= protocol.numbers.worse_points:
        decision = CAUTION
    return decision, Worsening(now, before)


class NotImproving(NamedTuple):
    """The medians of this week and of the first; None until it is asked, or with too few."""

    now: float | None
    first: float | None
    day: int


def not_improving(protocol: RehabProtocol, standing: Draft) -> tuple[Decision, NotImproving]:
    """After two weeks: is the pain clearly below that of the first week?"""
    now, first, decision = None, None, CLEARED
    if standing.day_number >= protocol.numbers.improve_after_days:
        now, first = recent_median(protocol, standing), first_median(protocol, standing)
        if fell_short(protocol, now, first):
            decision = CAUTION
    return decision, NotImproving(now, first, standing.day_number)


class Stalled(NamedTuple):
    """Since when nothing was entered or passed, and how many days may go by."""

    since: date | None
    days: int


def stalled(protocol: RehabProtocol, standing: Draft) -> tuple[Decision, Stalled]:
    """Has no stage been entered and no step passed for long, before the return?"""
    days = protocol.numbers.stalled_days
    if standing.has_returned:
        return CLEARED, Stalled(None, days)
    since, progress = standing.entered_on, standing.progress_on
    if standing.on_ladder and progress is not None:
        since = max(since, progress)
    decision = CAUTION if (standing.day - since).days >= days else CLEARED
    return decision, Stalled(since, days)


class PastWindow(NamedTuple):
    """Whether there was pain lately after the window, and its last day."""

    painful: bool
    closes: int


def past_window(protocol: RehabProtocol, standing: Draft) -> tuple[Decision, PastWindow]:
    """Is there still pain after the usual recovery window?"""
    numbers = protocol.numbers
    beyond = standing.day_number - numbers.window_closes_day
    over = standing.has_returned and not in_watch(standing, numbers, standing.day)
    painful = False
    if beyond > 0 and not over:
        days = standing.recent[-min(beyond, numbers.past_window_days) :]
        painful = any(d.painful for d in days)
    decision = CAUTION if painful else CLEARED
    return decision, PastWindow(painful, numbers.window_closes_day)


class SteppedBackTwice(NamedTuple):
    """How many setbacks there were with no clean run between or since."""

    setbacks: int


def stepped_back_twice(
    protocol: RehabProtocol, standing: Draft
) -> tuple[Decision, SteppedBackTwice]:
    """Have there been setbacks with no clean run between or since?"""
    setbacks = len(standing.setbacks)
    enough = setbacks >= protocol.numbers.setbacks
    return CAUTION if enough else CLEARED, SteppedBackTwice(setbacks)


RULES = (
    Rule("worsening", worsening, only_warns=True, names_clinician=True),
    Rule("not-improving", not_improving, only_warns=True, names_clinician=True),
    Rule("stalled", stalled, only_warns=True, names_clinician=True),
    Rule("past-window", past_window, only_warns=True, names_clinician=True),
    Rule("stepped-back-twice", stepped_back_twice, only_warns=True, names_clinician=True),
)
