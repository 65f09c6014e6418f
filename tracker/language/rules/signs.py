"""The words of the rules of warning signs and of sharp pain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.language.phrases import day_name
from tracker.language.rules.words import Past, Words
from tracker.progression.verdict import Decision
from tracker.translations import N_, gettext, ngettext

if TYPE_CHECKING:
    from tracker.progression.protocol import RehabProtocol
    from tracker.progression.rules.signs import OpenSigns, SharpPain, SignsAsked


def red_flag(_decision: Decision, facts: OpenSigns, _protocol: RehabProtocol) -> str:
    """Word an open warning sign."""
    if facts.since is None:
        return gettext("No warning sign is open.")
    return gettext(
        "A warning sign was recorded on %(day)s. No running until a clinician clears you.",
        day=day_name(facts.since),
    )


def signs_asked(_decision: Decision, facts: SignsAsked, _protocol: RehabProtocol) -> str:
    """Word questions that strong pain asked and nobody answered."""
    if facts.alarm_on is None:
        return gettext("No question about warning signs is open.")
    return gettext(
        "Sharp or severe pain on %(day)s asks about warning signs. "
        "Answer these questions before you run.",
        day=day_name(facts.alarm_on),
    )


def sharp_pain(decision: Decision, facts: SharpPain, protocol: RehabProtocol) -> str:
    """Word sharp pain of today or of the days before."""
    if decision is Decision.STOP:
        return gettext("You felt sharp pain today. Stop for today: the injury may be back.")
    return _sharp_pain_before(decision, facts, protocol)


def _of_past(decision: Decision, facts: SharpPain, protocol: RehabProtocol) -> str:
    if decision is Decision.STOP:
        return gettext("You felt sharp pain that day. Stop for that day: the injury may be back.")
    return _sharp_pain_before(decision, facts, protocol)


def _sharp_pain_before(decision: Decision, facts: SharpPain, protocol: RehabProtocol) -> str:
    days = protocol.numbers.sharp_pain_hold_days
    if decision is Decision.CLEARED or facts.event is None:
        return ngettext(
            "No sharp pain in a session today or in the %(num)d day before.",
            "No sharp pain in a session today or in the %(num)d days before.",
            days,
        )
    return ngettext(
        "You felt sharp pain on %(day)s. Wait %(num)d day after it.",
        "You felt sharp pain on %(day)s. Wait %(num)d days after it.",
        days,
        day=day_name(facts.event),
    )


def _sharp(decision: Decision, facts: SharpPain) -> str:
    if decision is Decision.CLEARED or facts.event is None:
        return gettext("None lately")
    return gettext("Today") if decision is Decision.STOP else gettext("A few days ago")


def _open(since: object) -> str:
    return gettext("None open") if since is None else gettext("Open")


def _asked(since: object) -> str:
    return gettext("None open") if since is None else gettext("Not answered yet")


WORDS = {
    "red-flag": Words(
        red_flag,
        answer=lambda _, facts: _open(facts.since),
        facts={"since": N_("since"), "flags": N_("open signs")},
        why_not=N_("a warning sign was open"),
        held_by=N_("a warning sign is open"),
    ),
    "signs-asked": Words(
        signs_asked,
        answer=lambda _, facts: _asked(facts.alarm_on),
        facts={"alarm_on": N_("pain that asks about warning signs")},
        why_not=N_("questions about warning signs were open"),
        held_by=N_("questions about warning signs are open"),
    ),
    "sharp-pain": Words(
        sharp_pain,
        answer=_sharp,
        facts={"event": N_("last sharp pain in a session")},
        why_not=N_("sharp pain came before it"),
        held_by=N_("sharp pain"),
        past=Past(_of_past),
    ),
}
