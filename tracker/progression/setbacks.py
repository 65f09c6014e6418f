"""What takes a step or a count: sharp pain, a flare, a run of bad days, a step back, a lay-off.

What pain takes on one day is the largest of these, not their sum, and one setback.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.progression.protocol import Stage
from tracker.progression.standing import ONE_DAY

if TYPE_CHECKING:
    from datetime import date

    from tracker.progression.diary import Record
    from tracker.progression.protocol import Numbers, RehabProtocol
    from tracker.progression.standing import Draft


def in_watch(standing: Draft, numbers: Numbers, day: date) -> bool:
    """Whether a day is one of the first after the return, the day of return included.

    A run made before the return and judged after it counts as one of the watch.
    """
    returned = standing.returned_on
    return returned is not None and day < returned + numbers.watch_days * ONE_DAY


def sharp_pain(draft: Draft, protocol: RehabProtocol) -> None:
    """Activity stops: back to `protect`, some steps lower, counts anew."""
    _protect(draft, steps=protocol.numbers.sharp_pain_steps)
    draft.sharp_on = draft.day
    _note(draft)


def flare(draft: Draft, record: Record, protocol: RehabProtocol) -> None:
    """Back to `protect`, a step lower; after the watch only with a limp or severe pain."""
    numbers = protocol.numbers
    severe = record.limp or (record.pain is not None and record.pain >= numbers.severe_pain)
    if severe or not _is_settled(draft, numbers):
        _protect(draft, steps=numbers.flare_steps)
    _note(draft)


def bad_days(draft: Draft, numbers: Numbers) -> None:
    """Back to `protect` with the step kept; after the watch it only counts as a setback."""
    if not _is_settled(draft, numbers):
        _protect(draft, steps=0)
    draft.bad_days_on = draft.day
    _note(draft)


def step_back(draft: Draft, protocol: RehabProtocol, run_day: date) -> bool:
    """One step back for a run, at its dawn; False after the watch, where nothing happens."""
    if not draft.has_returned:
        _lose(draft, 1)
        draft.stage = protocol.ladder_stage(draft.step)
    elif not in_watch(draft, protocol.numbers, run_day):
        return False
    else:
        if draft.step < protocol.build_step:
            _lose(draft, 1)
        draft.stage = protocol.ladder_stage(draft.step)
        draft.returned_on, draft.laid_off = None, False
    start_anew(draft)
    _note(draft, pending=True)
    return True


def lay_off(draft: Draft, protocol: RehabProtocol) -> None:
    """One step back on the day a lay-off begins, and for each further week of it.

    After the return it is spoken of by the last run alone: a placement in between is none.
    """
    numbers, last = protocol.numbers, draft.last_run
    if last is not None and draft.has_returned:
        draft.laid_off |= (draft.day - last).days >= numbers.layoff_caution_days
    if lay_off_since(draft, numbers, draft.day) is None:
        return
    draft.step = max(1, draft.step - 1)
    start_anew(draft)
    draft.plan_from = draft.day
    if draft.on_ladder:
        draft.stage = protocol.ladder_stage(draft.step)


def lay_off_since(before: Draft, numbers: Numbers, day: date) -> date | None:
    """Since when there was no run, on a day whose dawn takes a step for it; None on any other."""
    since = _without_run_since(before)
    return since if since is not None and _takes_step(numbers, (day - since).days) else None


def _takes_step(numbers: Numbers, days: int) -> bool:
    """Whether a step is lost on the day after so many without a run."""
    gap = days - numbers.layoff_days
    return gap >= 0 and not gap % numbers.layoff_every_days


def _without_run_since(before: Draft) -> date | None:
    """The last run, or a clinician's placement where that is later; None before any."""
    since, placed = before.last_run, before.placed_on
    return placed if placed is not None and (since is None or placed > since) else since


def start_anew(draft: Draft) -> None:
    """Nothing run before counts any more, for the step or for the baseline."""
    draft.clean_runs = 0
    draft.baseline_reach = ()
    draft.counts_from = draft.day


def _is_settled(draft: Draft, numbers: Numbers) -> bool:
    """Whether the runner has returned, and the watch is over."""
    return draft.has_returned and not in_watch(draft, numbers, draft.day)


def _protect(draft: Draft, *, steps: int) -> None:
    draft.stage = Stage.PROTECT
    draft.returned_on, draft.laid_off = None, False
    _lose(draft, steps)
    start_anew(draft)


def _lose(draft: Draft, steps: int) -> None:
    """Take what these steps are more than pain has taken today."""
    draft.step = max(1, draft.step - max(0, steps - draft.lost_today))
    draft.lost_today = max(draft.lost_today, steps)


def _note(draft: Draft, *, pending: bool = False) -> None:
    """One setback a day; an event ends what was `pending`."""
    if draft.setbacks[-1:] != (draft.day,):
        draft.setbacks = (*draft.setbacks, draft.day)
    draft.plan_from = draft.day
    if not pending:
        draft.awaiting = ()
