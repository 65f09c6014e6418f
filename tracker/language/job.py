"""The one thing to do today, and what has to happen next: in the largest words of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.language.journal import cross_training
from tracker.language.phrases import day_name, listed, step_within
from tracker.language.rules import sentence
from tracker.language.sentences import stage_clears
from tracker.progression.job import Job
from tracker.progression.protocol import Stage
from tracker.progression.rules import RULES
from tracker.progression.verdict import Decision
from tracker.translations import N_, gettext, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

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
    Decision.CLEARED: N_("Cleared"),
    Decision.CAUTION: N_("Cleared, with care"),
    Decision.HOLD: N_("Hold"),
    Decision.STOP: N_("After sharp pain"),
    Decision.REFER: N_("Warning sign"),
}


def headline(day: Day) -> Headline:
    """What there is to do on a day without an open warning sign."""
    kind = gettext(_KINDS[day.verdict.decision])
    word, reason = _named(day)
    return Headline(kind, word, reason, _until(day))


def of_warning_sign(word: str, sentence: str, until: str) -> Headline:
    """What there is to do while a warning sign is open."""
    return Headline(gettext(_KINDS[Decision.REFER]), word, sentence, until)


def _named(day: Day) -> tuple[str, str]:
    """The job and its reason."""
    if day.verdict.decision.allows_running:
        return gettext(_run(day)), _why_care(day)
    if day.job is Job.CHECK_IN:
        return gettext("Check in first"), " ".join(_why_check_in(day))
    if day.job is Job.WALK:
        walk = day.protocol.numbers.walk_first_minutes
        word = gettext("Walk %(minutes)d minutes today", minutes=walk)
        return word, gettext("Take it easy, and stop if it hurts.")
    if day.job in _WAITING:
        word, reason = _WAITING[day.job]
        return gettext(word), gettext(reason)
    if day.job is Job.REST:
        return gettext("Rest today"), stage_clears(Stage.PROTECT)
    word = _STOPPED.get(day.job, N_("No run today"))
    return gettext(word), sentence(_leading(day.verdict), day.protocol)


_WAITING: Mapping[Job, tuple[str, str]] = {
    Job.AWAIT_MORNING: (
        N_("Your walk is done"),
        N_("Tomorrow morning decides whether you may jog."),
    ),
    Job.RUN_DONE: (
        N_("Done for today"),
        N_("Rest now: tomorrow morning tells how the run was taken."),
    ),
}
_STOPPED: Mapping[Job, str] = {
    Job.STOP: N_("Stop for today"),
    Job.ANSWER_SIGNS: N_("Answer some questions"),
}


def _run(day: Day) -> str:
    careful = day.verdict.decision is Decision.CAUTION
    if day.job is Job.RUN_AS_BEFORE:
        return N_("Run with care, or rest") if careful else N_("Run as before")
    if day.job is Job.BEGIN_AGAIN:
        return N_("Begin again gently")
    if day.plan is None or day.plan.is_continuous:
        return N_("Run with care") if careful else N_("Run today")
    return N_("Walk and jog with care") if careful else N_("Walk and jog today")


def _why_care(day: Day) -> str:
    if day.verdict.decision is Decision.CLEARED:
        return gettext("Every check is clear.")
    return sentence(_leading(day.verdict), day.protocol)


def _why_check_in(day: Day) -> Iterator[str]:
    if day.standing.today.check_ins:
        yield gettext("A check-in at night says nothing of the morning after it.")
    yield _if_good(day)


def _if_good(day: Day) -> str:
    """What good answers would open today."""
    if day.outlook.walk_on == day.standing.day:
        return gettext(
            "With good answers a walk of %(minutes)d minutes is next, today.",
            minutes=day.protocol.numbers.walk_first_minutes,
        )
    plan = day.outlook.plan
    if plan is None:
        return gettext("With good answers you may run today.")
    return gettext("With good answers you may run today: %(plan)s.", plan=step_within(plan))


def _until(day: Day) -> str | None:
    next_run = day.outlook.next_run
    if next_run is None or next_run == day.standing.day:
        return None
    return gettext("No run before %(day)s.", day=day_name(next_run))


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
    next_run, plan = day.outlook.next_run, day.outlook.plan
    if next_run is None:
        return ""
    if next_run == day.standing.day:
        return gettext("If it hurts now, today is a day without a run. Nothing is lost by that.")
    named = {"day": day_name(next_run), "conditions": listed(_conditions(day))}
    if plan is None:
        return gettext("No run before %(day)s, and only if %(conditions)s.", **named)
    return gettext(
        "No run before %(day)s, and only if %(conditions)s. Then: %(plan)s.",
        **named,
        plan=step_within(plan),
    )


def _after_a_run(day: Day) -> str:
    if day.standing.has_returned:
        return gettext(
            "A short check-in on the morning after a run tells soonest if it was too much."
        )
    return gettext(
        "Then comes a rest day. Tomorrow morning's check-in tells how the run was taken."
    )


def _conditions(day: Day) -> list[str]:
    asked = []
    if day.job is Job.ANSWER_SIGNS:
        asked.append(gettext("the questions about warning signs are answered"))
    return [*asked, *_mornings(day)]


def _mornings(day: Day) -> list[str]:
    """What has to be free of pain."""
    numbers, standing = day.protocol.numbers, day.standing
    protecting = standing.stage is Stage.PROTECT
    if not protecting and standing.stage is not Stage.CROSS_TRAIN:
        return [gettext("the morning is free of pain")]
    days = [_pain_free(day)] if protecting else []
    if standing.walk_awaiting is not None:
        return [*days, gettext("the morning after your walk is free of pain")]
    minutes = numbers.walk_first_minutes
    if days:
        walk = gettext(
            "a walk of %(minutes)d minutes and the morning after it are too", minutes=minutes
        )
    else:
        walk = gettext(
            "a walk of %(minutes)d minutes and the morning after it are free of pain",
            minutes=minutes,
        )
    return [*days, walk]


def _pain_free(day: Day) -> str:
    needed = day.protocol.numbers.pain_free_days
    return ngettext(
        "a whole day is free of pain",
        "%(num)d days in a row are free of pain (%(so_far)d so far)",
        needed,
        so_far=min(day.standing.pain_free_days, needed),
    )


def instead(day: Day) -> str:
    """What is fine beside or without a run: nothing while a warning sign is open."""
    if day.job is Job.SEEK_HELP:
        return ""
    if day.standing.stage is Stage.PROTECT:
        return stage_clears(Stage.PROTECT)
    if not day.standing.has_returned:
        return cross_training()
    if day.verdict.decision is Decision.CLEARED:
        return stage_clears(Stage.RETURNED)
    careful = gettext("If you run, go easy, and stop if it hurts.")
    return f"{cross_training()} {careful}"
