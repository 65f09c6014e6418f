"""Rules of warning signs and of sharp pain."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.progression.rules.rule import CLEARED, Rule, hold
from tracker.progression.verdict import Decision

if TYPE_CHECKING:
    from datetime import date

    from tracker.progression.protocol import RehabProtocol
    from tracker.progression.standing import Standing


class OpenSigns(NamedTuple):
    """Since when running is locked (None: it is not), and by which answers."""

    since: date | None
    flags: tuple[str, ...]


def red_flag(_protocol: RehabProtocol, standing: Standing) -> tuple[Decision, OpenSigns]:
    """Is a warning sign open, without a clinician's clearance since?"""
    since = standing.locked_on
    decision = CLEARED if since is None else Decision.REFER
    return decision, OpenSigns(since, standing.locked_by)


class SignsAsked(NamedTuple):
    """The day of the first alarming record whose questions are still open, if there is one."""

    alarm_on: date | None


def signs_asked(_protocol: RehabProtocol, standing: Standing) -> tuple[Decision, SignsAsked]:
    """Are the warning-sign questions answered that sharp or severe pain asks for?"""
    alarm = standing.alarm_on
    return CLEARED if alarm is None else Decision.HOLD, SignsAsked(alarm)


class SharpPain(NamedTuple):
    """The day of the last sharp-pain event, if there was one."""

    event: date | None


def sharp_pain(protocol: RehabProtocol, standing: Standing) -> tuple[Decision, SharpPain]:
    """Was there sharp pain in a session, today or in the days just before?"""
    event = standing.sharp_on
    decision = CLEARED
    if event == standing.day:
        decision = Decision.STOP
    elif event is not None:
        held = (standing.day - event).days <= protocol.numbers.sharp_pain_hold_days
        decision = hold(standing, if_=held)
    return decision, SharpPain(event)


RULES = (
    Rule("red-flag", red_flag, is_fixed=True),
    Rule("signs-asked", signs_asked, is_fixed=True),
    Rule("sharp-pain", sharp_pain, is_fixed=True),
)
