"""The ladder chart in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.charts.words import NOTHING, Description, count, in_minutes, minutes
from tracker.language.sentences import STAGE_NAMES
from tracker.progression.protocol import LADDER, Stage
from tracker.reports.run_days import Outcome

if TYPE_CHECKING:
    from tracker.charts.ladder.series import LadderSeries, Rung

_HEADER = ("Step", "Plan", "Needed", *(o.value.capitalize() for o in Outcome), "Longest jog (min)")


def describe(series: LadderSeries) -> Description:
    """The sentence and the table of a ladder series."""
    return Description(_sentence(series), _HEADER, [_row(rung) for rung in series.rungs])


def _row(rung: Rung) -> tuple[str, ...]:
    return (
        str(rung.step) if rung.needed else NOTHING,
        rung.plan,
        str(rung.needed) if rung.needed else NOTHING,
        *(str(rung.outcomes.count(outcome)) for outcome in Outcome),
        minutes(rung.longest_bout),
    )


def _sentence(series: LadderSeries) -> str:
    outcomes = [outcome for rung in series.rungs for outcome in rung.outcomes]
    clean = outcomes.count(Outcome.CLEAN)
    longest = max(rung.longest_bout for rung in series.rungs)
    those = " of those without a deviation" * (Outcome.DEVIATION in outcomes)
    jog = f", the longest jog{those} {in_minutes(longest)}" if longest else ""
    runs = f"{clean} of {count(len(outcomes), 'run day')} clean{jog}" if outcomes else "no runs yet"
    baseline = minutes(series.baseline_seconds)
    return f"{_place(series)}: {runs}; the usual run is {baseline} minutes."


def _place(series: LadderSeries) -> str:
    stage = f"Stage {STAGE_NAMES[series.stage]}"
    if series.stage is Stage.RETURNED:
        return stage
    needed = series.rungs[series.step - 1].needed
    if needed is None:
        return stage
    if series.stage not in LADDER:
        return f"{stage}, the ladder waits at step {series.step}"
    return f"{stage}, step {series.step} with {series.counted} of {needed} clean runs"
