"""The one thing to do today, and what has to happen next: in the largest words of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.language.journal import CROSS_TRAINING
from tracker.language.phrases import day_name, step_text
from tracker.language.rules import sentence
from tracker.language.sentences import STAGE_CLEARS
from tracker.progression.job import Job
from tracker.progression.protocol import Stage
from tracker.progression.rules import RULES
from tracker.progression.verdict import Decision

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracker.progression.forecast import Outlook
    from tracker.progression.ladder import Prescription
    from tracker.progression.protocol import RehabProtocol
    from tracker.progression.standing import Standing
    from tracker.progression.verdict import Finding, Verdict


class Headline(NamedTuple):
    """What there is to do: what kind of answer it is, the job, its reason, and when running is."""

    kind: str
    word: str
    sentence: str
    until: str | None = None


class Day(NamedTuple):
    """What is asked of a day here."""

    job: Job
    verdict: Verdict
    protocol: RehabProtocol
    standing: Standing
    plan: Prescription | None
    outlook: Outlook


_KINDS: Mapping[Decision, str] = {
    Decision.CLEARED: "Cleared",
    Decision.CAUTION: "Cleared, with care",
    Decision.HOLD: "Hold",
    Decision.STOP: "After sharp pain",
    Decision.REFER: "Warning sign",
}


def headline(day: Day) -> Headline:
    """What there is to do on a day without an open warning sign."""
    kind = _KINDS[day.verdict.decision]
    word, reason = _named(day)
    return Headline(kind, word, reason, _until(day))


def _named(day: Day) -> tuple[str, str]:
    """The job and its reason."""
    if day.verdict.decision.allows_running:
        return _run(day), _why_care(day)
    if day.job is Job.CHECK_IN:
        return "Check in first", _if_good(day)
    if day.job is Job.WALK:
        walk = day.protocol.numbers.walk_first_minutes
        return f"Walk {walk} minutes today", "Take it easy, and stop if it hurts."
    if day.job in _WAITING:
        return _WAITING[day.job]
    word = _STOPPED.get(day.job, "No run today")
    return word, sentence(_leading(day.verdict), day.protocol)


_WAITING: Mapping[Job, tuple[str, str]] = {
    Job.AWAIT_MORNING: ("Your walk is done", "Tomorrow morning decides whether you may jog."),
    Job.RUN_DONE: ("Done for today", "Rest now: tomorrow morning tells how the run was taken."),
    Job.REST: ("Rest today", STAGE_CLEARS[Stage.PROTECT]),
}
_STOPPED: Mapping[Job, str] = {
    Job.STOP: "Stop for today",
    Job.ANSWER_SIGNS: "Answer some questions",
}


def _run(day: Day) -> str:
    careful = day.verdict.decision is Decision.CAUTION
    if day.job is Job.RUN_AS_BEFORE:
        return "Run with care, or rest" if careful else "Run as before"
    if day.job is Job.BEGIN_AGAIN:
        return "Begin again gently"
    continuous = day.plan is None or day.plan.is_continuous
    run = "Run" if continuous else "Walk and jog"
    return f"{run} with care" if careful else f"{run} today"


def _why_care(day: Day) -> str:
    if day.verdict.decision is Decision.CLEARED:
        return "Every check is clear."
    return sentence(_leading(day.verdict), day.protocol)


def _if_good(day: Day) -> str:
    """What good answers would open today."""
    if day.outlook.walk_on == day.standing.day:
        minutes = day.protocol.numbers.walk_first_minutes
        return f"With good answers a walk of {minutes} minutes is next, today."
    return f"With good answers you may run today{_as_planned(day.outlook)}."


def _as_planned(outlook: Outlook) -> str:
    return "" if outlook.plan is None else f": {step_text(outlook.plan).lower()}"


def _until(day: Day) -> str | None:
    next_run = day.outlook.next_run
    if next_run is None or next_run == day.standing.day:
        return None
    return f"No run before {day_name(next_run)}."


def _leading(verdict: Verdict) -> Finding:
    """The most cautious finding; a question that is only unanswered gives way to an answer."""
    worst = [f for f in verdict.findings if f.decision == verdict.decision]
    answered = [f for f in worst if not RULES[f.rule].awaits_answer]
    return (answered or worst)[0]


def happens_next(day: Day) -> str:
    """What has to happen next, and when running may be; empty while a warning sign is open."""
    if day.job is Job.SEEK_HELP:
        return ""
    if day.verdict.decision.allows_running:
        return _after_a_run(day)
    next_run = day.outlook.next_run
    if next_run is None:
        return ""
    if next_run == day.standing.day:
        return "If it hurts now, today is a day without a run. Nothing is lost by that."
    conditions = " and ".join(_conditions(day))
    return f"No run before {day_name(next_run)}, and only if {conditions}{_then(day)}"


def _after_a_run(day: Day) -> str:
    if day.standing.has_returned:
        return "A short check-in on the morning after a run tells soonest if it was too much."
    return "Then comes a rest day. Tomorrow morning's check-in tells how the run was taken."


def _conditions(day: Day) -> list[str]:
    numbers, standing = day.protocol.numbers, day.standing
    conditions = []
    if day.job is Job.ANSWER_SIGNS:
        conditions.append("the questions about warning signs are answered")
    if standing.stage is Stage.PROTECT:
        days, free = numbers.pain_free_days, min(standing.pain_free_days, numbers.pain_free_days)
        so_far = f" ({free} so far)" if days > 1 else ""
        conditions.append(f"{_in_a_row(days)} are free of pain{so_far}")
    if standing.stage in {Stage.PROTECT, Stage.CROSS_TRAIN}:
        if standing.walk_awaiting is not None:
            conditions.append("the morning after your walk is free of pain")
        else:
            minutes = numbers.walk_first_minutes
            wish = "are too" if conditions else "are free of pain"
            conditions.append(f"a walk of {minutes} minutes and the morning after it {wish}")
    if not conditions or conditions[-1].startswith("the questions"):
        conditions.append("the morning is free of pain")
    return conditions


def _in_a_row(days: int) -> str:
    return "a whole day" if days == 1 else f"{days} days in a row"


def _then(day: Day) -> str:
    plan = day.outlook.plan
    return "." if plan is None else f". Then: {step_text(plan).lower()}."


def instead(day: Day) -> str:
    """What is fine beside or without a run: nothing while a warning sign is open."""
    if day.job is Job.SEEK_HELP:
        return ""
    if day.standing.stage is Stage.PROTECT:
        return STAGE_CLEARS[Stage.PROTECT]
    if not day.standing.has_returned:
        return CROSS_TRAINING
    if day.verdict.decision is Decision.CLEARED:
        return STAGE_CLEARS[Stage.RETURNED]
    return f"{CROSS_TRAINING} If you run, go easy, and stop if it hurts."
