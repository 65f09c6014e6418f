"""What set a runner back, day by day: one list, from which every page, chart and file counts."""

from __future__ import annotations

from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from tracker.progression.events import Happening, lay_off_days, pain_setback
from tracker.progression.setbacks import in_watch
from tracker.progression.standing import ONE_DAY, Worth
from tracker.translations import N_, gettext

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from tracker.progression.diary import Diary
    from tracker.progression.standing import Standing
    from tracker.progression.timeline import DayOutcome


class Cause(StrEnum):
    """Why it went back, the gravest first. The value is its word."""

    SHARP = "sharp pain"
    FLARE = "flare"
    BAD_DAYS = "bad days"
    AFTER_RUN = "step back after a run"
    LAY_OFF = "break from running"


_NAMES: Mapping[Cause, str] = {
    Cause.SHARP: N_("sharp pain"),
    Cause.FLARE: N_("flare"),
    Cause.BAD_DAYS: N_("bad days"),
    Cause.AFTER_RUN: N_("step back after a run"),
    Cause.LAY_OFF: N_("break from running"),
}
_TITLES: Mapping[Cause, str] = {
    Cause.SHARP: N_("Sharp pain"),
    Cause.FLARE: N_("Flare"),
    Cause.BAD_DAYS: N_("Bad days"),
    Cause.AFTER_RUN: N_("Step back after a run"),
    Cause.LAY_OFF: N_("Break from running"),
}


def cause_name(cause: Cause) -> str:
    """What a cause is called within a sentence."""
    return gettext(_NAMES[cause])


def cause_title(cause: Cause) -> str:
    """What a cause is called where its name comes first."""
    return gettext(_TITLES[cause])


# What may be an injury anew. The tracker does not diagnose: it only says that it hurt that much.
NEW_HURTS = frozenset({Cause.SHARP, Cause.FLARE})


class Setback(NamedTuple):
    """A day that took something: a step, the stage, or only the count of clean runs.

    `run_day` is the day of the run that is answered for by it, None where there was none.
    `took_step` is whether it costs a step, the first one included, below which there is none;
    `step` is the one stood on that evening, `pain` the worst score of that day.
    """

    day: date
    cause: Cause
    run_day: date | None
    took_step: bool
    step: int
    pain: int | None

    @property
    def is_new_hurt(self) -> bool:
        """Whether it may be an injury anew."""
        return self.cause in NEW_HURTS


def setbacks(diary: Diary, outcomes: Sequence[DayOutcome]) -> tuple[Setback, ...]:
    """Every setback of days that follow each other, at most one a day: the gravest.

    What happened on the first of them is known only if it is the day of onset. A step back after
    a run is one of the day whose pain it is for, and told from that day on, though the step is
    taken at the dawn that judges the run.
    """
    by_day = {back.day: back for back in _each(diary, outcomes)}
    return tuple(by_day[day] for day in sorted(by_day))


def _each(diary: Diary, outcomes: Sequence[DayOutcome]) -> Iterator[Setback]:
    """The setbacks; of two of a day the graver one last."""
    costly = dict(_costly_runs(outcomes))
    for outcome in outcomes[-1:]:
        yield from _not_yet_judged(outcome, costly)
    for before, now in pairwise(outcomes):
        if _cause(diary, before.standing, now) is Cause.AFTER_RUN:
            run_day = _run_day(before, now, Cause.AFTER_RUN)
            yield _setback(now, costly.get(run_day, now), Cause.AFTER_RUN, run_day)
    for first in outcomes[:1]:
        if first.standing.sharp_on == first.standing.day:
            yield _setback(first, first, Cause.SHARP, first.standing.day if first.runs else None)
    for before, now in pairwise(outcomes):
        cause = _cause(diary, before.standing, now)
        if cause is not None and cause is not Cause.AFTER_RUN:
            yield _setback(now, now, cause, _run_day(before, now, cause))


def _costly_runs(outcomes: Sequence[DayOutcome]) -> Iterator[tuple[date | None, DayOutcome]]:
    """The run days that cost a step, each with the first day on which that was so."""
    known: set[date] = set()
    for outcome in outcomes:
        for run in outcome.standing.awaiting:
            if run.steps_back and run.day not in known:
                known.add(run.day)
                yield run.day, outcome


def _not_yet_judged(
    last: DayOutcome, costly: Mapping[date | None, DayOutcome]
) -> Iterator[Setback]:
    """The step back that the next dawns will bring for what has hurt already."""
    standing, numbers = last.standing, last.protocol.numbers
    for run in standing.awaiting:
        settled = standing.has_returned and not in_watch(standing, numbers, run.day)
        climbing = standing.on_ladder or standing.has_returned
        if run.steps_back and climbing and not settled:
            back = _setback(last, costly[run.day], Cause.AFTER_RUN, run.day)
            yield back._replace(took_step=True, step=max(1, standing.step - 1))


def _setback(now: DayOutcome, felt: DayOutcome, cause: Cause, run_day: date | None) -> Setback:
    """A setback that acts on the day of `now`, for what was felt on that of `felt`."""
    return Setback(
        day=felt.standing.day,
        cause=cause,
        run_day=run_day,
        took_step=now.standing.lost_today > 0 or cause is Cause.LAY_OFF,
        step=now.standing.step,
        pain=felt.standing.today.worst,
    )


def _cause(diary: Diary, was: Standing, now: DayOutcome) -> Cause | None:
    """Why a day set back: what its pain did, else what its dawn took."""
    standing = now.standing
    by_pain = pain_setback(diary, now)
    if by_pain is not None:
        return _CAUSES[by_pain]
    if _at_dawn(standing):
        return Cause.AFTER_RUN
    if standing.has_returned:  # a break then lowers what is kept, week by week, and nothing else
        return None
    laid_off = lay_off_days(was, standing.day, now.protocol.numbers)
    return None if laid_off is None else Cause.LAY_OFF


_CAUSES = {
    Happening.SHARP_PAIN: Cause.SHARP,
    Happening.FLARE: Cause.FLARE,
    Happening.BAD_DAYS: Cause.BAD_DAYS,
}


def _at_dawn(standing: Standing) -> bool:
    return standing.judged is not None and standing.judged.worth is Worth.STEPPED_BACK


def _run_day(before: DayOutcome, now: DayOutcome, cause: Cause) -> date | None:
    """The run that a setback answers for: one judged at dawn, or of that day or the day before."""
    day, judged = now.standing.day, now.standing.judged
    if cause is Cause.LAY_OFF:
        return None
    if judged is not None and judged.worth is Worth.STEPPED_BACK:
        return judged.day
    if now is not before and not now.runs and before.runs:
        return day - ONE_DAY
    return day if now.runs else None
