"""What each rule says, in plain words: one function a rule, for everything it can find."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from tracker.progression.protocol import Stage
from tracker.progression.verdict import Decision

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tracker.progression.protocol import RehabProtocol
    from tracker.progression.verdict import Fact, Finding

    Wording = Callable[[Finding, RehabProtocol], str]

PHYSICIAN = "See a sports-medicine physician."
UNANSWERED = ("check-in-today", "morning-after")


def sentence(finding: Finding, protocol: RehabProtocol, until: date | None = None) -> str:
    """What a finding says, in plain words; `until` adds when its rule could stop holding."""
    text = _WORDINGS[finding.rule](finding, protocol)
    holds = not finding.decision.allows_running and finding.rule not in UNANSWERED
    if until is None or not holds:
        return text
    return f"{text} At the earliest this changes on {day_name(until)}."


def day_name(day: Fact) -> str:
    """A date as people say it: Thursday 7 May."""
    return f"{day:%A} {day.day} {day:%B}" if isinstance(day, date) else ""


def full_date(day: date) -> str:
    """A date with its year: 7 May 2026."""
    return f"{day.day} {day:%B} {day.year}"


def minutes(seconds: Fact) -> str:
    """A duration in minutes, with seconds only where there are any."""
    whole, rest = divmod(int(seconds or 0), 60) if isinstance(seconds, int | float) else (0, 0)
    return f"{whole} min" if not rest else f"{whole}:{rest:02d} min"


def above_allowed(protocol: RehabProtocol) -> str:
    """What pain has to be above to be spoken of, where some is allowed; nothing where none is."""
    allowed = protocol.numbers.pain_allowed
    return f" above the {allowed} {'point' if allowed == 1 else 'points'} allowed" * bool(allowed)


_OF_ANOTHER_DAY: Mapping[str, str] = {
    "Yesterday's run": "The run of the day before",
    "Today's": "That day's",
    "today": "that day",
    "yesterday": "the day before",
}
_SAID_OF_TODAY = re.compile(rf"\b({'|'.join(_OF_ANOTHER_DAY)})\b")


def of_another_day(text: str) -> str:
    """What was said of today, said of a day that is not today."""
    return _SAID_OF_TODAY.sub(lambda found: _OF_ANOTHER_DAY[found[0]], text)


def _score(value: Fact) -> str:
    return f"{value:g}" if isinstance(value, int | float) else ""


def _red_flag(finding: Finding, _protocol: RehabProtocol) -> str:
    if finding.decision is Decision.CLEARED:
        return "No warning sign is open."
    since = day_name(finding.facts["since"])
    return f"A warning sign was recorded on {since}. No running until a clinician clears you."


def _sharp_pain(finding: Finding, protocol: RehabProtocol) -> str:
    days = protocol.numbers.sharp_pain_hold_days
    if finding.decision is Decision.CLEARED:
        return f"No sharp pain in a session today or in the {days} days before."
    if finding.decision is Decision.STOP:
        return "You felt sharp pain today. Stop for today: the injury may be back."
    return f"You felt sharp pain on {day_name(finding.facts['event'])}. Wait {days} days after it."


def _pain_gone(finding: Finding, protocol: RehabProtocol) -> str:
    facts = finding.facts
    if facts["protecting"]:
        if facts["today"]:
            return "There was pain today. Running starts once the pain is gone."
        return (
            f"Pain-free days in a row: {facts['pain_free_days']} of {facts['needed']}. "
            "Running starts once the pain is gone."
        )
    if not (facts["today"] or facts["yesterday"]):
        return f"No pain recorded{above_allowed(protocol)} today or yesterday."
    pain = f"There was pain {'today' if facts['today'] else 'yesterday'}."
    if finding.decision is Decision.CAUTION:
        return f"{pain} You decide, but rest is safer until it has been gone for a day."
    return f"{pain} Wait until it has been gone for a day."


def _check_in_today(finding: Finding, _protocol: RehabProtocol) -> str:
    if finding.facts["check_ins"]:
        return "You have checked in today."
    if finding.decision is Decision.CLEARED:
        return "No check-in is required after your return. It still helps."
    return "You have not checked in today. Say how it feels before you run."


def _walk_first(finding: Finding, _protocol: RehabProtocol) -> str:
    facts = finding.facts
    if finding.decision is Decision.CLEARED:
        return "Your pain-free walk is done."
    walk = f"a walk of {facts['minutes']} minutes without pain"
    if facts["stage"] == Stage.PROTECT:
        return f"First the pain has to go, then {walk} opens the way to jogging."
    if facts["walked_on"] is not None:
        return "Your walk is done. The next morning's check-in decides whether jogging can start."
    return f"Before any jogging comes {walk}, and a good next morning."


def _rest_between_runs(finding: Finding, _protocol: RehabProtocol) -> str:
    facts = finding.facts
    if facts["run_on"] is None:
        return "No run yesterday." if facts["rest_days"] == 1 else "Your rest days are done."
    if facts.get("next_day"):
        return f"You ran on {day_name(facts['run_on'])}: that would be two run days in a row."
    when = "yesterday" if facts["rest_days"] == 1 else f"on {day_name(facts['run_on'])}"
    if finding.decision is Decision.CLEARED:
        return f"You ran {when}. After your return a rest day is no longer required."
    if facts["rest_days"] == 1:
        return f"You ran {when}. Rest today: no running on days in a row."
    return f"You ran {when}. Rest today: after a run come {facts['rest_days']} days without one."


def _one_run_a_day(finding: Finding, _protocol: RehabProtocol) -> str:
    if not finding.facts["runs"]:
        return "No run yet today."
    if finding.decision is Decision.CLEARED:
        return "You have run today. After your return a second run is yours to judge."
    return "You have already run today. One run a day is enough."


def _morning_after(finding: Finding, _protocol: RehabProtocol) -> str:
    run_on = finding.facts["run_on"]
    if finding.facts["pending"]:
        return "Yesterday's run is still open: no check-in has answered for it yet."
    if finding.decision is Decision.CAUTION:
        return (
            f"The morning after your run on {day_name(run_on)} has no answer, "
            "so that run does not count as a good one. Make your next run no harder."
        )
    return "No run is waiting for its next morning."


def _painkiller(finding: Finding, _protocol: RehabProtocol) -> str:
    if finding.facts["taken"]:
        return "You took a painkiller today. It can hide the pain that should stop you."
    return "No painkiller recorded today."


def _more_than_planned(finding: Finding, _protocol: RehabProtocol) -> str:
    if finding.decision is Decision.CLEARED:
        return "No run of today went beyond its plan."
    percent, seconds = finding.facts["percent"], finding.facts["seconds"]
    return (
        f"Today's run went beyond its plan by more than {percent} % "
        f"(and more than {seconds} seconds)."
    )


def _longest_run(finding: Finding, protocol: RehabProtocol) -> str:
    facts, days = finding.facts, protocol.numbers.longest_run_days
    if finding.decision is Decision.CLEARED:
        return "No run of today is a jump."
    if not facts["longest"]:
        return f"There was no run in the past {days} days to build on. Go easy."
    return (
        f"Today's run of {minutes(facts['jog_seconds'])} is a jump: the longest of the past "
        f"{days} days was {minutes(facts['longest'])}."
    )


def _worsening(finding: Finding, _protocol: RehabProtocol) -> str:
    now, before = finding.facts["now"], finding.facts["before"]
    if now is None or before is None:
        return "Too few scored days to compare this week with the last."
    compared = f"this week's middle score is {_score(now)}, last week's was {_score(before)}"
    if finding.decision is Decision.CLEARED:
        return f"No clear rise: {compared}."
    return f"Your pain is getting worse: {compared}. {PHYSICIAN}"


def _not_improving(finding: Finding, protocol: RehabProtocol) -> str:
    now, first = finding.facts["now"], finding.facts["first"]
    if now is None or first is None:
        return f"Asked from day {protocol.numbers.improve_after_days} on, with enough scored days."
    compared = f"this week's middle score is {_score(now)}, the first week's was {_score(first)}"
    if finding.decision is Decision.CLEARED:
        return f"Better than at the start, or without pain: {compared}."
    return f"Your pain has not clearly eased: {compared}. {PHYSICIAN}"


def _stalled(finding: Finding, protocol: RehabProtocol) -> str:
    since = finding.facts["since"]
    if finding.decision is Decision.CLEARED:
        if since is None:
            return "Asked once you are on the ladder."
        return f"No {protocol.numbers.stalled_days} days on the ladder without a step forward."
    return f"No step forward since {day_name(since)}. {PHYSICIAN}"


def _past_window(finding: Finding, protocol: RehabProtocol) -> str:
    usual = "beyond the usual two to six weeks of a hamstring"
    if finding.decision is Decision.CLEARED:
        return f"No pain{above_allowed(protocol)} {usual}."
    return f"There is pain {usual}. {PHYSICIAN}"


def _stepped_back_twice(finding: Finding, _protocol: RehabProtocol) -> str:
    if finding.decision is Decision.CLEARED:
        return "No second setback in a row."
    return (
        f"{finding.facts['setbacks']} setbacks with no clean run between or since. "
        "Show this to a clinician before you go on."
    )


_WORDINGS: Mapping[str, Wording] = {
    "red-flag": _red_flag,
    "sharp-pain": _sharp_pain,
    "pain-gone": _pain_gone,
    "check-in-today": _check_in_today,
    "walk-first": _walk_first,
    "rest-between-runs": _rest_between_runs,
    "one-run-a-day": _one_run_a_day,
    "morning-after": _morning_after,
    "painkiller": _painkiller,
    "more-than-planned": _more_than_planned,
    "longest-run": _longest_run,
    "worsening": _worsening,
    "not-improving": _not_improving,
    "stalled": _stalled,
    "past-window": _past_window,
    "stepped-back-twice": _stepped_back_twice,
}
