"""Numbers that may be changed for an episode: by whom, how far, and from when on."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from tests.builders import AFTERNOON, MORNING, check_in, diary, episode, on, run, session
from tracker.progression.diary import Kind
from tracker.progression.episode import Setting
from tracker.progression.guardrails import (
    Objection,
    current,
    objection,
    placements,
    terms_on,
    week_is_known,
)
from tracker.progression.ladder import counted_week
from tracker.progression.protocol_document.reader import shipped
from tracker.progression.timeline import stand

if TYPE_CHECKING:
    from datetime import date

    from tracker.progression.diary import SessionLog

PROTOCOL = shipped()


def setting(name: str, value: int, *, by: str = "", day: int = 3) -> Setting:
    return Setting(name=name, value=value, date=on(day), by=by)


def refused(asked: Setting, *earlier: Setting, baseline: int = 40) -> Objection | None:
    return objection(PROTOCOL, episode(baseline=baseline, settings=earlier), asked)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("pain_free_days", 3),
        ("pain_free_days", 2),
        ("pain_allowed", 0),
        ("clean_runs_step_1", 4),
        ("clean_runs_step_9", 2),
        ("baseline_run_minutes", 41),
    ],
)
def test_the_runner_may_be_more_cautious_alone(name: str, value: int) -> None:
    assert refused(setting(name, value)) is None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("pain_free_days", 1),
        ("pain_allowed", 1),
        ("clean_runs_step_1", 2),
        ("baseline_run_minutes", 39),
    ],
)
def test_less_cautious_needs_the_name_of_a_clinician(name: str, value: int) -> None:
    assert refused(setting(name, value)) is Objection.NEEDS_CLINICIAN
    assert refused(setting(name, value, by="  ")) is Objection.NEEDS_CLINICIAN
    assert refused(setting(name, value, by="Rivera")) is None


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("pain_allowed", (-1, 3)),
        ("pain_free_days", (0, 15)),
        ("clean_runs_step_4", (0, 7)),
        ("baseline_run_minutes", (9, 301)),
    ],
)
def test_nobody_leaves_the_absolute_bounds(name: str, values: tuple[int, int]) -> None:
    for value in values:
        assert refused(setting(name, value, by="Rivera")) is Objection.OUT_OF_BOUNDS


@pytest.mark.parametrize(
    "name", ["rest_days", "sharp_pain_hold_days", "sharp_pain_steps", "watch_days", "typo"]
)
def test_the_other_numbers_cannot_be_changed_by_anyone(name: str) -> None:
    assert refused(setting(name, 1, by="Rivera")) is Objection.UNKNOWN


def test_cautious_is_measured_against_what_holds_on_that_day() -> None:
    stricter = setting("pain_free_days", 5, day=3)
    assert refused(setting("pain_free_days", 4, day=3), stricter) is Objection.NEEDS_CLINICIAN
    assert refused(setting("pain_free_days", 4, day=2), stricter) is None


def test_the_last_change_of_a_day_counts_for_the_whole_day() -> None:
    changes = (
        setting("pain_allowed", 2, day=5),
        setting("pain_allowed", 1, day=5),
        setting("baseline_run_minutes", 50, day=4),
        setting("clean_runs_step_2", 6, day=4),
    )
    injured = episode(settings=changes)
    before, after = (terms_on(PROTOCOL, injured, on(day)) for day in (3, 5))
    assert (before.protocol.numbers.pain_allowed, before.baseline_seconds) == (0, 40 * 60)
    assert (after.protocol.numbers.pain_allowed, after.baseline_seconds) == (1, 50 * 60)
    assert [step.clean_runs for step in after.protocol.steps] == [3, 6, 2, 2, 2, 2, 2, 2, 2]
    assert current(PROTOCOL, injured, "pain_allowed", on(4)) == 0
    assert current(PROTOCOL, injured, "pain_allowed", on(5)) == 1
    assert current(PROTOCOL, injured, "baseline_run_minutes", on(3)) == 40
    assert current(PROTOCOL, injured, "baseline_run_minutes", on(4)) == 50


def test_a_setting_from_before_onset_holds_from_onset() -> None:
    injured = episode(settings=[setting("pain_free_days", 4, day=-5)])
    assert terms_on(PROTOCOL, injured, on(-9)).protocol.numbers.pain_free_days == 4
    assert terms_on(PROTOCOL, injured, on(0)).since == on(0)


def test_there_is_no_standing_before_onset() -> None:
    with pytest.raises(ValueError, match="before the first day"):
        stand(PROTOCOL, diary(check_in(-1)), on(-1))


def test_a_standing_is_carried_on_to_later_days_only() -> None:
    book = diary(check_in(0), check_in(1))
    known = stand(PROTOCOL, book, on(0)).standing
    assert stand(PROTOCOL, book, on(1), after=known) == stand(PROTOCOL, book, on(1))
    with pytest.raises(ValueError, match="before the first day"):
        stand(PROTOCOL, book, on(0), after=known)


def test_what_was_recorded_before_onset_is_kept_and_not_read() -> None:
    book = diary(check_in(-1), check_in(0))
    assert book.day(on(-1)).check_ins
    assert stand(PROTOCOL, book, on(0)).standing.pain_free_since == on(0)


def test_a_first_usual_week_may_be_told_by_anyone_and_a_longer_one_by_a_clinician() -> None:
    week = "baseline_week_minutes"
    first = setting(week, 160, day=3)
    assert refused(first) is None
    assert refused(setting(week, 161, day=3), first) is Objection.NEEDS_CLINICIAN
    assert refused(setting(week, 161, day=2), first) is None, "not known by then"
    onboarded = replace(episode(), baseline_week_minutes=160)
    assert week_is_known(onboarded, on(0))
    assert not week_is_known(episode(settings=[first]), on(2))
    assert objection(PROTOCOL, onboarded, setting(week, 161)) is Objection.NEEDS_CLINICIAN


def test_a_usual_week_counts_as_two_and_a_half_usual_runs_at_least() -> None:
    known = replace(episode(), baseline_week_minutes=60)
    standing = stand(PROTOCOL, diary(check_in(0), of=known), on(0)).standing
    assert counted_week(PROTOCOL.numbers, standing) == 100 * 60
    longer = replace(episode(), baseline_week_minutes=101)
    standing = stand(PROTOCOL, diary(check_in(0), of=longer), on(0)).standing
    assert counted_week(PROTOCOL.numbers, standing) == 101 * 60


def test_a_placement_waits_for_the_next_dawn_if_a_run_had_begun_and_only_then() -> None:
    placed = replace(
        setting("step", 4, by="Rivera"), entered_at=datetime(2026, 4, 4, 12, tzinfo=UTC)
    )
    rode = session(3, Kind.BIKE, 20, at=MORNING)
    late, early = run(3, at=AFTERNOON), run(3, at=MORNING)

    def acts_on(*done: SessionLog) -> list[date]:
        return [day for day, _ in placements(diary(*done, of=episode(settings=[placed])))]

    assert acts_on(rode) == acts_on(rode, late) == [on(3)]
    assert acts_on(rode, early) == [on(4)]


def test_of_two_settings_of_a_day_the_one_entered_last_counts_where_both_times_are_known() -> None:
    morning, noon = (datetime(2026, 4, 4, hour, tzinfo=UTC) for hour in (8, 12))
    later = replace(setting("pain_free_days", 4), entered_at=noon)
    sooner = replace(setting("pain_free_days", 6), entered_at=morning)
    untimed = setting("pain_free_days", 6)

    def counts(*settings: Setting) -> int:
        return current(PROTOCOL, episode(settings=settings), "pain_free_days", on(3))

    assert counts(later, sooner) == counts(sooner, later) == 4
    assert counts(later, untimed) == 6
    assert counts(untimed, later) == 4


def test_a_known_usual_week_is_the_value_of_no_other_number() -> None:
    known = replace(episode(), baseline_week_minutes=160)
    assert current(PROTOCOL, known, "baseline_week_minutes", on(3)) == 160
    assert current(PROTOCOL, known, "pain_free_days", on(3)) == 2
    assert current(PROTOCOL, known, "baseline_run_minutes", on(3)) == 40
