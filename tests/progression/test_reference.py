"""The engine against a second reading of the contract, day by day."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import EVENING, MORNING
from tests.progression.histories import over_histories
from tests.progression.reference import Reference
from tests.progression.told import Said, Told
from tests.progression.worlds import (
    ALL_KINDS,
    BEFORE_BREAKFAST,
    BEGINNINGS,
    Morning,
    ran,
    walked,
    well,
)
from tracker.progression.diary import Kind
from tracker.progression.ladder import prescription
from tracker.progression.protocol import Stage
from tracker.progression.rules import verdict

if TYPE_CHECKING:
    from tests.progression.worlds import Kind as KindOfDay
    from tracker.progression.diary import DiaryDay
    from tracker.progression.standing import Standing
    from tracker.progression.timeline import DayOutcome

pytestmark = pytest.mark.slow

UNREAD = {"red-flag", "painkiller", "more-than-planned"}  # no day of these worlds asks them


def told(records: DiaryDay) -> Told:
    """A day of the small worlds, as the reference reads it."""
    scores = {check_in.time: check_in.pain for check_in in records.check_ins}
    run = next((s for s in records.sessions if s.is_run), None)
    minutes = None if run is None else run.jog_seconds // 60
    early = run is not None and run.time == BEFORE_BREAKFAST
    return Told(
        early_run=minutes if early else None,
        morning=scores.get(MORNING),
        walk=any(s.kind is Kind.WALK for s in records.sessions),
        run=None if early else minutes,
        run_pain=run.pain or 0 if run else 0,
        sharp=any(s.is_sharp_pain_event for s in records.sessions),
        evening=scores.get(EVENING),
    )


def said(outcome: DayOutcome) -> Said:
    """What the engine says, in the words of the reference."""
    standing = outcome.standing
    stage = standing.stage
    plan = prescription(outcome.protocol, standing)
    found = verdict(outcome.protocol, standing).findings
    counted = standing.baseline_runs if stage is Stage.BUILD else standing.clean_runs
    return Said(
        stage=stage.value,
        step=None if stage in {Stage.BUILD, Stage.RETURNED} else standing.step,
        clean=None if stage is Stage.RETURNED else counted,
        rules={f.rule: f.decision.word for f in found if f.decision and f.rule not in UNREAD},
        deviations=[list(run.rules) for run in outcome.runs],
        plan=plan and plan.total_jog_seconds // 60,
    )


def obeying(morning: Morning) -> DiaryDay:
    """The best of answers, and whatever is then cleared or due."""
    outcome = morning.apply_day(well(morning))
    if outcome.standing.stage is Stage.CROSS_TRAIN:
        return walked(morning)
    plan = prescription(outcome.protocol, outcome.standing)
    allowed = verdict(outcome.protocol, outcome.standing).decision.allows_running
    return (ran if plan and allowed else well)(morning)


class Twice:
    """A course lived by both, compared every day."""

    def __init__(self) -> None:
        self.reference = Reference()
        self.standing: Standing | None = None
        self.path: list[str] = []

    def apply_day(self, kind: KindOfDay) -> None:
        morning = Morning(self.standing, len(self.path))
        self.path.append(getattr(kind, "__name__", ""))
        records = kind(morning)
        outcome = morning.apply_day(records)
        self.standing = outcome.standing
        assert said(outcome) == self.reference.apply_day(told(records)), " ".join(self.path)


@pytest.mark.parametrize("beginning", BEGINNINGS)
def test_both_say_the_same_in_every_diary_of_three_days(beginning: str) -> None:
    start = Twice()
    for _ in range(BEGINNINGS[beginning] + 1):
        start.apply_day(obeying)
    reached = [start]
    for _ in range(3):
        reached = [_then(timeline, kind) for timeline in reached for kind in ALL_KINDS]


def _then(timeline: Twice, kind: KindOfDay) -> Twice:
    longer = deepcopy(timeline)
    longer.apply_day(kind)
    return longer


@over_histories
@given(st.dictionaries(st.integers(0, 150), st.sampled_from(ALL_KINDS), max_size=40))
def test_both_say_the_same_over_a_hundred_and_fifty_days(odd: dict[int, KindOfDay]) -> None:
    timeline = Twice()
    for day in range(151):
        timeline.apply_day(odd.get(day, obeying))


@over_histories
@given(st.lists(st.sampled_from(ALL_KINDS), min_size=100, max_size=120))
def test_both_say_the_same_whatever_happens(kinds: list[KindOfDay]) -> None:
    timeline = Twice()
    for kind in kinds:
        timeline.apply_day(kind)
