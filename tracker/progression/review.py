"""What an edit of the past changed: runs that became deviations or ceased to be, the standing."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.progression.diary import Mark
from tracker.progression.protocol import Stage

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from tracker.progression.run_assessment import RunAssessment
    from tracker.progression.standing import Draft
    from tracker.progression.timeline import DayOutcome

Place = tuple[Stage, int | None]


class RunChange(NamedTuple):
    """A run that an edit made a deviation, by these rules, or (no rules) made none any more."""

    uid: str
    date: date
    rules: tuple[str, ...]


class StandingChange(NamedTuple):
    """Where the runner stood on the last recorded day, before and after an edit."""

    before: Place
    after: Place


class Redecided(NamedTuple):
    """All that an edit changed besides the entry itself."""

    runs: tuple[RunChange, ...] = ()
    standing: StandingChange | None = None


def place_of(standing: Draft) -> Place:
    """Stage and step, as shown: no step where none is in force."""
    stage = standing.stage
    stepless = stage in {Stage.BUILD, Stage.RETURNED}
    return stage, None if stepless else standing.step


def run_changes(outcomes: Iterable[DayOutcome], *, entered: str | None) -> tuple[RunChange, ...]:
    """The runs whose stored mark no longer says what is derived, but for the one `entered`."""
    return tuple(
        RunChange(assessed.run.id, assessed.run.date, assessed.rules)
        for day in outcomes
        for assessed in day.runs
        if assessed.run.id != entered
        and assessed.is_deviation != (assessed.run.deviation is not None)
    )


def mark_for(assessed: RunAssessment, *, entered: str | None) -> Mark | None:
    """The mark to store: a run now entered was confirmed, one made so by an edit re-decided."""
    if not assessed.is_deviation:
        return None
    if assessed.run.id == entered:
        return Mark.CONFIRMED
    return assessed.run.deviation or Mark.RE_DECIDED
