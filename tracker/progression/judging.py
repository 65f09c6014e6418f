"""Dawns: what a run day was worth once its next day is over, and a clinician's placement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.progression import setbacks
from tracker.progression.protocol import Stage
from tracker.progression.standing import ONE_DAY, Judgement, Worth

if TYPE_CHECKING:
    from tracker.progression.episode import Setting
    from tracker.progression.protocol import RehabProtocol
    from tracker.progression.standing import Draft, RunDay


def place(draft: Draft, protocol: RehabProtocol, placement: Setting) -> None:
    """Set the step; the runner's own placement only lowers it. What is pending is not clean."""
    if placement.by_clinician:
        draft.step = placement.value
        draft.placed_on = placement.date
    else:
        draft.step = min(draft.step, placement.value)
    setbacks.start_anew(draft)
    draft.awaiting = tuple([run._replace(clean=False) for run in draft.awaiting])
    if draft.on_ladder:
        draft.stage = protocol.ladder_stage(draft.step)


def judge_due(draft: Draft, protocol: RehabProtocol) -> None:
    """Judge the run day whose next day is over, where the runner is on the ladder or returned."""
    yesterday = draft.day - ONE_DAY
    if draft.awaiting[0].day == yesterday:
        return
    due, *of_yesterday = draft.awaiting  # no more than one a day, and none is older
    draft.awaiting = tuple(of_yesterday)
    if not due.answered:
        draft.unjudged_on = due.day
    worth = Worth.HELD
    if draft.on_ladder or draft.has_returned:
        worth = _judge(draft, protocol, due)
    draft.judged = Judgement(due.day, worth)


def _judge(draft: Draft, protocol: RehabProtocol, run: RunDay) -> Worth:
    if run.steps_back:
        back = setbacks.step_back(draft, protocol, run.day)
        return Worth.STEPPED_BACK if back else Worth.HELD
    if run.deviation:
        setbacks.start_anew(draft)
    elif run.clean and run.answered:
        _count_clean(draft, protocol, run)
        return Worth.CLEAN
    return Worth.HELD


def _count_clean(draft: Draft, protocol: RehabProtocol, run: RunDay) -> None:
    draft.setbacks = tuple([day for day in draft.setbacks if day > run.day])
    _remember_clean(draft, run)
    if draft.has_returned:
        draft.step = min(draft.step + 1, protocol.build_step)
        draft.laid_off = draft.laid_off and draft.step < protocol.build_step
        return
    if draft.counts_from is not None and run.day < draft.counts_from:
        return
    if run.reach_seconds:
        draft.baseline_reach = (*draft.baseline_reach, run.reach_seconds)
    if draft.stage is not Stage.BUILD:
        _pass_steps(draft, protocol)
    elif run.jog_seconds > _longest_other(draft, protocol, run):
        draft.progress_on = draft.day
    enough = draft.baseline_runs >= protocol.numbers.build_clean_runs
    if draft.stage is Stage.BUILD and enough:
        draft.stage = Stage.RETURNED
        draft.returned_on = draft.day


def _longest_other(draft: Draft, protocol: RehabProtocol, run: RunDay) -> int:
    """The most jogging of another clean run of the month, made before this one."""
    days = draft.last_days(protocol.numbers.longest_run_days)
    before = days[: len(days) - (draft.day - run.day).days]
    return max([day.longest_run for day in before if day.clean_run], default=0)


def _remember_clean(draft: Draft, run: RunDay) -> None:
    """Note on the day of the run that it was clean."""
    days = list(draft.past)
    ago = (draft.day - run.day).days
    days[-ago] = days[-ago]._replace(clean_run=run.counted_seconds)
    draft.past = tuple(days)


def _pass_steps(draft: Draft, protocol: RehabProtocol) -> None:
    draft.clean_runs += 1
    if draft.clean_runs >= protocol.steps[draft.step - 1].clean_runs:
        draft.step += 1
        draft.clean_runs = 0
        draft.progress_on = draft.day
        draft.stage = protocol.ladder_stage(draft.step)
