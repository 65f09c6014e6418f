"""What is decided for a day, as the plain values that `tracker evaluate` prints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from tracker.language.rules import sentence
from tracker.progression.engine import ENGINE_VERSION
from tracker.progression.forecast import outlook
from tracker.progression.ladder import prescription
from tracker.progression.protocol import Stage
from tracker.progression.recovery import window
from tracker.progression.review import place_of
from tracker.progression.rides import suggestion
from tracker.progression.rules import verdict
from tracker.progression.timeline import timeline
from tracker.translations import gettext

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from tracker.progression.diary import Diary
    from tracker.progression.forecast import Outlook
    from tracker.progression.protocol import RehabProtocol
    from tracker.progression.recovery import Window
    from tracker.progression.run_assessment import RunAssessment
    from tracker.progression.standing import Standing
    from tracker.progression.timeline import DayOutcome
    from tracker.progression.verdict import Finding


class BeforeOnsetError(ValueError):
    """A day is asked about that lies before the injury."""


class _Day(NamedTuple):
    """A day at its end, the standing before it, and every deviation up to it, as told."""

    outcome: DayOutcome
    before: Standing | None
    deviations: list[dict[str, Any]]


def evaluate(diary: Diary, protocol: RehabProtocol, on: date) -> dict[str, Any]:
    """Decide one day, given what is recorded up to its end; BeforeOnsetError before onset."""
    *_, last = _days(diary, protocol, on)
    return _answer(diary, protocol, last)


def each_day(diary: Diary, protocol: RehabProtocol, until: date) -> Iterator[dict[str, Any]]:
    """Decide every day from onset on, each as it stood at its end; BeforeOnsetError before it."""
    for day in _days(diary, protocol, until):
        yield _answer(diary, protocol, day)


def _days(diary: Diary, protocol: RehabProtocol, until: date) -> Iterator[_Day]:
    onset = diary.episode.onset
    if until < onset:
        raise BeforeOnsetError(
            gettext(
                "%(day)s lies before the onset, %(onset)s: ask about a later day",
                day=until,
                onset=onset,
            )
        )
    before: Standing | None = None
    deviations: list[dict[str, Any]] = []
    for outcome in timeline(protocol, diary, until):
        new = [_deviation(run) for run in outcome.runs if run.is_deviation]
        deviations = [*deviations, *new] if new else deviations
        yield _Day(outcome, before, deviations)
        before = outcome.standing


def _answer(diary: Diary, protocol: RehabProtocol, day: _Day) -> dict[str, Any]:
    ahead = outlook(protocol, diary, day.before, day.outcome)
    return decision(day.outcome, ahead, day.deviations)


def decision(
    outcome: DayOutcome, ahead: Outlook, deviations: list[dict[str, Any]] | None = None
) -> dict[str, Any]:
    """What is decided of a day at its end, and what lies ahead of it.

    `deviations` are those up to it, None where they are not asked for.
    """
    standing = outcome.standing
    answer = verdict(outcome.protocol, standing)
    stage, step = place_of(standing)
    plan = prescription(outcome.protocol, standing)
    rides = suggestion(outcome.protocol, standing)
    return {
        "on": standing.day.isoformat(),
        "stage": stage.value,
        "step": step,
        "clean_runs": _clean_runs(standing),
        "decision": answer.decision.word,
        "next_run": _iso(ahead.next_run),
        "prescription": None if plan is None else plan._asdict(),
        "findings": [
            finding_cells(finding, outcome.protocol, ahead.until.get(finding.rule))
            for finding in answer.findings
        ],
        **({} if deviations is None else {"deviations": deviations}),
        "window": _window(window(outcome.protocol, standing.onset, standing.day)),
        "pain_free_since": _iso(standing.pain_free_since),
        "cross_training": None if rides is None else rides._asdict(),
        "engine": ENGINE_VERSION,
    }


def _clean_runs(standing: Standing) -> int | None:
    """The clean runs that count where the runner stands; none are counted after the return."""
    if standing.stage is Stage.RETURNED:
        return None
    if standing.stage is Stage.BUILD:
        return standing.baseline_runs
    return standing.clean_runs if standing.on_ladder else 0


def _deviation(run: RunAssessment) -> dict[str, Any]:
    return {"date": run.run.date.isoformat(), "rules": list(run.rules)}


def finding_cells(finding: Finding, protocol: RehabProtocol, until: date | None) -> dict[str, Any]:
    """One rule's answer, with its reason in a sentence; `until` is when it stops holding."""
    return {
        "rule": finding.rule,
        "decision": finding.decision.word,
        "until": _iso(until),
        "reason": sentence(finding, protocol, until),
    }


def _window(window: Window) -> dict[str, Any]:
    return {
        "day": window.day,
        "position": window.position,
        "opens": window.opens.isoformat(),
        "closes": window.closes.isoformat(),
    }


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
