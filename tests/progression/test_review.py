"""What an edit of the past changed, and the mark a run is stored with."""

from __future__ import annotations

from dataclasses import replace

from tests.builders import episode, on
from tests.progression.happenings import Teller
from tracker.progression.diary import Mark
from tracker.progression.protocol import Stage
from tracker.progression.protocol_document.reader import shipped
from tracker.progression.review import RunChange, mark_for, place_of, run_changes
from tracker.progression.timeline import DayOutcome, timeline


def two_run_days(*, marked: Mark | None = None) -> list[DayOutcome]:
    """Runs on days 16 and 17, the later one stored with a mark."""
    teller = Teller(episode())
    for day in range(17):
        teller.tell(day, "obeys")
    teller.tell(17, "ok")
    teller.tell(17, "plan")
    teller.sessions[-2] = replace(teller.sessions[-2], id="first")
    teller.sessions[-1] = replace(teller.sessions[-1], id="second", deviation=marked)
    return list(timeline(shipped(), teller.diary, on(17)))


def test_a_deviation_without_its_mark_is_a_change() -> None:
    assert run_changes(two_run_days(), entered="first") == (
        RunChange("second", on(17), ("rest-between-runs",)),
    )


def test_a_run_that_carries_its_mark_has_not_changed() -> None:
    assert run_changes(two_run_days(marked=Mark.CONFIRMED), entered=None) == ()


def test_the_run_just_entered_is_no_change() -> None:
    assert run_changes(two_run_days(), entered="second") == ()


def test_a_mark_that_is_not_derived_any_more_is_a_change() -> None:
    days = [d for d in two_run_days() if d.standing.day == on(16)]
    run = days[0].runs[0]
    marked = run._replace(run=replace(run.run, deviation=Mark.RE_DECIDED))
    assert run_changes([days[0]._replace(runs=(marked,))], entered=None) == (
        RunChange("first", on(16), ()),
    )


def test_a_mark_says_whether_the_runner_was_told() -> None:
    first, second = (day.runs[0] for day in two_run_days()[-2:])
    assert mark_for(first, entered="first") is None
    assert mark_for(second, entered="second") is Mark.CONFIRMED
    assert mark_for(second, entered="first") is Mark.RE_DECIDED
    run_day = two_run_days(marked=Mark.CONFIRMED)[-1].runs[0]
    assert mark_for(run_day, entered=None) is Mark.CONFIRMED


def test_only_a_cleared_run_after_the_return_is_exempt_from_rest_days() -> None:
    teller = Teller(episode())
    for day in range(50):
        teller.tell(day, "obeys")
    happenings = [(50, "ok"), (50, "run 40"), (51, "run 9"), (52, "feels 0 flag E1"), (52, "run 9")]
    for day, happening in happenings:
        teller.tell(day, happening)
    exempt = {day: [run.exempt for run in teller.stand(day).runs] for day in (48, 50, 51, 52)}
    assert exempt == {48: [False], 50: [True], 51: [True], 52: [False]}


def test_a_place_has_no_step_where_none_is_in_force() -> None:
    teller = Teller(episode())
    places = []
    for day in range(51):
        teller.tell(day, "obeys")
        if day in {0, 8, 40, 50}:
            places.append(place_of(teller.stand(day).standing))
    assert places == [
        (Stage.PROTECT, 1), (Stage.WALK_JOG, 2), (Stage.BUILD, None), (Stage.RETURNED, None),
    ]  # fmt: skip
