"""Rules of warning signs and of sharp pain."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.progression.rules.rule import CLEARED, Rule, hold
from tracker.progression.verdict import Decision

if TYPE_CHECKING:
    from datetime import date

    from tracker.progression.protocol import RehabProtocol
    from tracker.progression.standing import Draft


class OpenSigns(NamedTuple):
    """Since when running is locked (None: it is not), and by which answers."""

    since: date | None
    flags: tuple[str, ...]


_NONE_OPEN = OpenSigns(None, ())


def red_flag(_protocol: RehabProtocol, standing: Draft) -> tuple[Decision, OpenSigns]:
    """Is a warning sign open, without a clinician's clearance since?"""
    if not standing.open_signs:
        return CLEARED, _NONE_OPEN
    return Decision.REFER, OpenSigns(standing.locked_on, standing.locked_by)


class SignsAsked(NamedTuple):
    """The day of the first alarming record whose questions are still open, if there is one."""

    alarm_on: date | None


_NOT_ASKED = SignsAsked(None)


def signs_asked(_protocol: RehabProtocol, standing: Draft) -> tuple[Decision, SignsAsked]:
    """Are the warning-sign questions answered that sharp or severe pain asks for?"""
    alarm = standing.alarm_on
    return (CLEARED, _NOT_ASKED) if alarm is None else (Decision.HOLD, SignsAsked(alarm))


class SharpPain(NamedTuple):
    """The day of the last sharp-pain event, if there was one."""

    event: date | None


_NO_SHARP_PAIN = SharpPain(None)


def sharp_pain(protocol: RehabProtocol, standing: Draft) -> tuple[Decision, SharpPain]:
    """Was there sharp pain in a session, today or in the days just before?"""
    event = standing.sharp_on
    if event is None:
        return CLEARED, _NO_SHARP_PAIN
    if event == standing.day:
        return Decision.STOP, SharpPain(event)
    held = (standing.day - event).days <= protocol.numbers.sharp_pain_hold_days
    return hold(standing, if_=held), SharpPain(event)


RULES = (
    Rule("red-flag", red_flag, is_fixed=True),
    Rule("signs-asked", signs_asked, is_fixed=True),
    Rule("sharp-pain", sharp_pain, is_fixed=True),
)
