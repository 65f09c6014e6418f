"""The words of the rules that ask whether the injured area is ready."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.language.phrases import above_allowed, day_name
from tracker.language.rules.words import Past, Words
from tracker.progression.protocol import Stage
from tracker.progression.verdict import Decision
from tracker.translations import N_, gettext, ngettext

if TYPE_CHECKING:
    from tracker.progression.protocol import RehabProtocol
    from tracker.progression.rules.readiness import CheckInToday, PainGone, WalkFirst


def pain_gone(decision: Decision, facts: PainGone, protocol: RehabProtocol) -> str:
    """Word pain that is there, or was there until just now."""
    return _pain_gone(gettext("There was pain today."), decision, facts, protocol)


def _of_past(decision: Decision, facts: PainGone, protocol: RehabProtocol) -> str:
    return _pain_gone(gettext("There was pain that day."), decision, facts, protocol)


def _pain_gone(that_day: str, decision: Decision, facts: PainGone, protocol: RehabProtocol) -> str:
    if facts.protecting:
        then = gettext("Running starts once the pain is gone.")
        return f"{_protecting(that_day, facts)} {then}"
    if not facts.today and facts.last is None:
        return gettext(
            "No pain recorded%(above)s today, and what was before is over.",
            above=above_allowed(protocol),
        )
    pain, days = that_day, protocol.numbers.pain_free_days_after
    if not facts.today and facts.last is not None:
        pain = gettext(
            "There was pain on %(day)s, and no answer yet that it was gone.",
            day=day_name(facts.last),
        )
    if decision is Decision.CAUTION:
        wait = ngettext(
            "You decide, but rest is safer until there was a day without pain.",
            "You decide, but rest is safer until there was %(num)d days without pain.",
            days,
        )
    else:
        wait = ngettext(
            "Wait for a day without pain before you run.",
            "Wait for %(num)d days without pain before you run.",
            days,
        )
    return f"{pain} {wait}"


def _protecting(that_day: str, facts: PainGone) -> str:
    if facts.today:
        return that_day
    return gettext(
        "Pain-free days in a row: %(free)d of %(needed)d.",
        free=facts.pain_free_days,
        needed=facts.needed,
    )


def check_in_today(decision: Decision, facts: CheckInToday, _protocol: RehabProtocol) -> str:
    """Word whether there is an answer today."""
    if facts.check_ins:
        return gettext("You have checked in today.")
    if decision is Decision.CLEARED:
        return gettext("No check-in is required after your return. It still helps.")
    if facts.at_night:
        return gettext("You have checked in at night only. Say how it feels before you run.")
    return gettext("You have not checked in today. Say how it feels before you run.")


def _not_checked_in(_decision: Decision, facts: CheckInToday, _protocol: RehabProtocol) -> str:
    if facts.at_night:
        return gettext("You have checked in at night only. Say how it feels before you run.")
    return gettext("You have not checked in that day. Say how it feels before you run.")


def walk_first(decision: Decision, facts: WalkFirst, _protocol: RehabProtocol) -> str:
    """Word what is missing before any jogging."""
    if decision is Decision.CLEARED:
        return gettext("Your pain-free walk is done.")
    if facts.stage is Stage.PROTECT:
        return gettext(
            "First the pain has to go, then a walk of %(minutes)d minutes without pain"
            " opens the way to jogging.",
            minutes=facts.minutes,
        )
    if facts.walked_on is not None:
        return gettext(
            "Your walk is done. The next morning's check-in decides whether jogging can start."
        )
    return gettext(
        "Before any jogging comes a walk of %(minutes)d minutes without pain,"
        " and a good next morning.",
        minutes=facts.minutes,
    )


def _gone(decision: Decision, facts: PainGone) -> str:
    if decision is Decision.CLEARED:
        return gettext("Yes")
    return gettext("Pain today") if facts.today else gettext("Not yet")


def _checked_in(decision: Decision, facts: CheckInToday) -> str:
    if facts.check_ins:
        return gettext("Done")
    return gettext("Not needed") if decision is Decision.CLEARED else gettext("Not yet")


def _walked(decision: Decision, facts: WalkFirst) -> str:
    if decision is Decision.CLEARED:
        return gettext("Done")
    return gettext("Not yet") if facts.walked_on is None else gettext("Its morning is to come")


WORDS = {
    "pain-gone": Words(
        pain_gone,
        answer=_gone,
        facts={
            "protecting": N_("still in Protect"),
            "today": N_("pain today%(above)s"),
            "last": N_("last pain that is not over%(above)s"),
            "grave": N_("a limp, sharp or strong pain in it"),
            "pain_free_days": N_("pain-free days in a row"),
            "needed": N_("pain-free days needed"),
        },
        why_not=N_("the pain was not gone"),
        held_by=N_("the pain is not gone yet"),
        past=Past(_of_past, facts={"today": N_("pain that day%(above)s")}),
    ),
    "check-in-today": Words(
        check_in_today,
        answer=_checked_in,
        facts={"check_ins": N_("check-ins today"), "at_night": N_("check-ins at night")},
        why_not=N_("no check-in came before it that day"),
        held_by=N_("no check-in"),
        past=Past(
            _not_checked_in,
            title=N_("Check-in that day"),
            facts={"check_ins": N_("check-ins that day"), "at_night": N_("check-ins at night")},
        ),
    ),
    "walk-first": Words(
        walk_first,
        answer=_walked,
        facts={
            "stage": N_("stage"),
            "walked_on": N_("walk waiting for its morning"),
            "minutes": N_("minutes of walking needed"),
        },
        why_not=N_("the pain-free walk had not come first"),
        held_by=N_("the walk comes first"),
    ),
}
