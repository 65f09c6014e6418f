"""Why a run that somebody wants to record is not cleared, and the proof that they were told."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NamedTuple

from tracker.progression.rules.spacing import RestBetweenRuns
from tracker.progression.standing import ONE_DAY
from tracker.progression.verdict import Decision, Finding

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from tracker.progression.diary import SessionLog
    from tracker.progression.timeline import DayOutcome

_REST = "rest-between-runs"


class Refusal(NamedTuple):
    """The findings against a run, the next possible date, and what binds a yes to just these."""

    findings: tuple[Finding, ...]
    next_run: dt.date | None
    fingerprint: str


def against(outcomes: Sequence[DayOutcome], session: SessionLog) -> tuple[Finding, ...]:
    """What speaks against a run, in a course that already holds it; nothing if it is no run.

    What came before it that day decides, and whether the next day already has a run.
    """
    against: tuple[Finding, ...] = ()
    for day in outcomes:
        for run in day.runs:
            if run.run.id == session.id:
                against = run.against
            elif run.run.date == session.date + ONE_DAY and session.is_run and _REST in run.rules:
                against = (*against, _run_on_the_next_day(run.run.date))
    return against


def _run_on_the_next_day(day: dt.date) -> Finding:
    return Finding(_REST, Decision.HOLD, RestBetweenRuns(day, rest_days=1, next_day=True))


def fingerprint(episode_id: int, session: SessionLog, findings: Sequence[Finding]) -> str:
    """What a confirmation is bound to: the run's day and length, and each finding's facts."""
    facts = [(f.rule, f.decision.word, sorted(f.named_facts.items())) for f in findings]
    text = repr((episode_id, session.id, session.date, session.jog_seconds, facts))
    return hashlib.sha256(text.encode()).hexdigest()
