"""What there is to do on a day: the one thing that the verdict and the standing leave to be done.

Nothing is decided here that a rule has not decided: it is the answer, named by what to do.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from tracker.progression.ladder import kept_plan
from tracker.progression.protocol import Stage
from tracker.progression.verdict import Decision

if TYPE_CHECKING:
    from tracker.progression.forecast import Outlook
    from tracker.progression.protocol import RehabProtocol
    from tracker.progression.standing import Standing
    from tracker.progression.verdict import Verdict


class Job(StrEnum):
    """What there is to do."""

    SEEK_HELP = "seek help"  # a warning sign is open
    STOP = "stop"  # after sharp pain today
    ANSWER_SIGNS = "answer the warning-sign questions"
    CHECK_IN = "check in"  # good answers would change what there is to do today
    RUN = "run by the plan"
    BEGIN_AGAIN = "begin again lower down"  # after the return, by the plan of the step kept
    RUN_AS_BEFORE = "run as before"
    WALK = "walk"  # the one that opens the ladder
    AWAIT_MORNING = "await the morning after the walk"
    RUN_DONE = "run done"
    NO_RUN = "no run"  # other activity is fine
    REST = "rest"  # but for the walking of daily life


def job_of(protocol: RehabProtocol, verdict: Verdict, standing: Standing, outlook: Outlook) -> Job:
    """The job of a standing's day, everything recorded so far counted."""
    if verdict.decision is Decision.REFER:
        return Job.SEEK_HELP
    if verdict.decision is Decision.STOP:
        return Job.STOP
    if standing.alarm_on is not None:
        return Job.ANSWER_SIGNS
    if verdict.decision.allows_running:
        return _run(protocol, standing)
    return _no_run(standing, outlook)


def _run(protocol: RehabProtocol, standing: Standing) -> Job:
    if standing.on_ladder:
        return Job.RUN
    return Job.BEGIN_AGAIN if kept_plan(protocol, standing) else Job.RUN_AS_BEFORE


def _no_run(standing: Standing, outlook: Outlook) -> Job:
    day = standing.day
    if not standing.today.answers and day in {outlook.next_run, outlook.walk_on}:
        return Job.CHECK_IN
    if outlook.walk_on == day:
        return Job.WALK
    if standing.walked_on == day:
        return Job.AWAIT_MORNING
    if standing.today.runs:
        return Job.RUN_DONE
    return Job.REST if standing.stage is Stage.PROTECT else Job.NO_RUN
