from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from tests.builders import ONSET, on, run, walk
from tests.services.conftest import ALICE, NOW, Runner
from tests.services.injury.corrections import (
    FACTS,
    answer,
    change,
    check,
    clear,
    edit,
    stored_equals_derived,
)
from tracker.progression.diary import Mark
from tracker.progression.episode import Setting, Side, Site
from tracker.progression.guardrails import Objection
from tracker.progression.protocol import BASELINE, BASELINE_WEEK, PAIN_ALLOWED
from tracker.services.diary import days
from tracker.services.errors import CannotUndo, NotFound, ReasonNeeded
from tracker.services.injury import clinician, corrections, episodes
from tracker.services.injury.clinician import SettingRefused
from tracker.storage.tables.audit import ChangeRow
from tracker.storage.tables.diary import SessionRow


def test_before_anything_is_recorded_another_baseline_simply_replaces_the_first(
    runner: Runner,
) -> None:
    edit(runner, baseline_minutes=30)
    view = episodes.episode(runner.database, ALICE, 1)
    assert view.facts.baseline_minutes == 30
    assert view.episode.settings == ()


def test_no_other_onset_leaves_out_a_warning_sign_that_locks_running(runner: Runner) -> None:
    runner.today = 8
    check(runner, 4, ("E1",))
    with pytest.raises(corrections.SignLeftOut):
        edit(runner, onset=on(5))
    assert episodes.episode(runner.database, ALICE, 1).facts == FACTS
    edit(runner, onset=on(3))
    clear(runner, 6)
    edit(runner, onset=on(5))
    answer(runner, "operated")
    edit(runner, onset=on(7))
    assert clinician.lock_on(runner.database, ALICE, 1, on(8)) is not None


def test_afterwards_a_longer_baseline_is_a_changed_number_from_today_on(runner: Runner) -> None:
    runner.today = 10
    check(runner, 5)
    edit(runner, baseline_minutes=50)
    view = episodes.episode(runner.database, ALICE, 1)
    assert view.facts.baseline_minutes == 40
    assert view.episode.settings == (Setting(name=BASELINE, value=50, date=on(10)),)
    edit(runner, baseline_minutes=50)
    assert len(episodes.episode(runner.database, ALICE, 1).episode.settings) == 1


def test_a_shorter_baseline_needs_a_clinician_and_nothing_else_is_changed_without_one(
    runner: Runner,
) -> None:
    check(runner, 5)
    with pytest.raises(SettingRefused) as refused:
        edit(runner, baseline_minutes=30, side=Side.BOTH)
    assert refused.value.objection is Objection.NEEDS_CLINICIAN
    assert episodes.episode(runner.database, ALICE, 1).facts == FACTS
    change(runner, BASELINE, 30, by="Dr Okafor")
    edit(runner, baseline_minutes=30, side=Side.BOTH)
    assert episodes.episode(runner.database, ALICE, 1).facts.side is Side.BOTH


def test_taking_an_answer_back_unlocks_and_the_first_answer_stays_on_record(runner: Runner) -> None:
    answer(runner, "pregnant", "U2", day=5)
    with pytest.raises(ReasonNeeded) as asked:
        answer(runner, "pregnant", day=9)
    assert asked.value.signs == ("U2",)
    answer(runner, "pregnant", day=9, reason="A slip of the thumb.")
    assert clinician.lock_on(runner.database, ALICE, 1, on(9)) == clinician.Lock(
        on(5), ("pregnant",)
    )
    answer(runner, day=10, reason="The test was negative.")
    assert clinician.lock_on(runner.database, ALICE, 1, on(10)) is None
    with runner.database.reading() as db:
        rows = db.scalars(select(ChangeRow).order_by(ChangeRow.id)).all()
        assert [(row.before or {})["screening"] for row in rows] == [
            [],
            ["pregnant", "U2"],
            ["pregnant"],
        ]
        assert [row.reason for row in rows] == [
            "",
            "A slip of the thumb.",
            "The test was negative.",
        ]


def test_a_correction_of_the_facts_cannot_be_undone_as_if_it_were_an_entry(runner: Runner) -> None:
    edit(runner, side=Side.RIGHT)
    with runner.database.reading() as db:
        row = db.scalars(select(ChangeRow)).one()
        assert ((row.before or {})["side"], (row.after or {})["side"]) == ("left", "right")
    with pytest.raises((NotFound, CannotUndo)):
        runner.undo(row.id)
    assert episodes.episode(runner.database, ALICE, 1).facts.side is Side.RIGHT


def test_an_earlier_onset_takes_in_older_runs_and_says_which_became_deviations(
    runner: Runner,
) -> None:
    for day in (-2, -1):
        runner.session(replace(run(day), id=f"run {day}"))
    redecided = edit(runner, onset=on(-3))
    assert [change.date for change in redecided.runs] == [on(-2), on(-1)]
    with runner.database.reading() as db:
        marks = db.scalars(select(SessionRow.deviation)).all()
    assert marks == [Mark.RE_DECIDED, Mark.RE_DECIDED]
    assert stored_equals_derived(runner)


def test_a_later_onset_leaves_older_runs_behind(runner: Runner) -> None:
    for day in (2, 3):
        runner.insist(replace(run(day), id=f"run {day}"))
    edit(runner, onset=on(5))
    assert stored_equals_derived(runner)
    edit(runner, onset=ONSET)
    with runner.database.reading() as db:
        marks = db.scalars(select(SessionRow.deviation).order_by(SessionRow.date)).all()
    assert all(marks)
    assert stored_equals_derived(runner)


def test_moving_the_onset_changes_where_the_runner_stands_and_says_so(runner: Runner) -> None:
    runner.today = 7
    for day in (0, 1):
        check(runner, day)
    runner.session(walk(1))
    check(runner, 2)
    assert days.today(runner.database, ALICE, 1, today=on(2), now=NOW).standing.stage == "walk_jog"
    redecided = edit(runner, onset=on(1))
    assert redecided.standing is not None
    assert redecided.standing.before[0] == "walk_jog"
    assert stored_equals_derived(runner)


def test_a_long_course_is_moved_by_its_onset_without_an_error(runner: Runner) -> None:
    for day in range(0, 40, 2):
        check(runner, day)
        runner.insist(replace(run(day, 5), id=f"run {day}"))
    for shift in (-20, 13, 0, 39):
        edit(runner, onset=ONSET + timedelta(days=shift))
        assert stored_equals_derived(runner)
    assert episodes.episode(runner.database, ALICE, 1).episode.onset == date(2026, 5, 10)


@pytest.mark.parametrize(("allowed", "cut"), [(1, False), (2, False), (3, True)])
def test_another_site_cuts_the_pain_allowed_to_its_own_bound_from_that_day_on(
    runner: Runner, allowed: int, *, cut: bool
) -> None:
    runner.today = 10
    edit(runner, site=Site.PROXIMAL_HAMSTRING_TENDON)
    change(runner, PAIN_ALLOWED, allowed, day=4, by="Dr Okafor")
    check(runner, 9)
    edit(runner, site=Site.GLUTEAL)
    settings = episodes.episode(runner.database, ALICE, 1).episode.settings
    setting = Setting(name=PAIN_ALLOWED, value=allowed, date=on(4), by="Dr Okafor")
    assert settings == (
        (setting, Setting(name=PAIN_ALLOWED, value=2, date=on(10))) if cut else (setting,)
    )
    assert pain_allowed(runner, 9) == allowed
    assert pain_allowed(runner, 10) == min(allowed, 2)
    assert stored_equals_derived(runner)


def test_a_refused_correction_cuts_nothing(runner: Runner) -> None:
    runner.today = 10
    edit(runner, site=Site.PROXIMAL_HAMSTRING_TENDON)
    change(runner, PAIN_ALLOWED, 3, day=4, by="Dr Okafor")
    with pytest.raises(SettingRefused):
        edit(runner, site=Site.GLUTEAL, baseline_minutes=30)
    assert pain_allowed(runner, 10) == 3


def pain_allowed(runner: Runner, day: int) -> int:
    today = days.today(runner.database, ALICE, 1, today=on(day), now=NOW)
    return today.protocol.numbers.pain_allowed


def test_a_usual_week_becomes_a_dated_number_once_anything_is_recorded(runner: Runner) -> None:
    runner.today = 10
    edit(runner, baseline_week_minutes=160)
    assert episodes.episode(runner.database, ALICE, 1).facts.baseline_week_minutes == 160
    check(runner, 9)
    edit(runner, baseline_week_minutes=None)
    edit(runner, baseline_week_minutes=160)
    assert episodes.episode(runner.database, ALICE, 1).episode.settings == ()
    edit(runner, baseline_week_minutes=150)
    view = episodes.episode(runner.database, ALICE, 1)
    assert view.facts.baseline_week_minutes == 160
    assert view.episode.settings == (Setting(name=BASELINE_WEEK, value=150, date=on(10)),)
    with pytest.raises(SettingRefused) as refused:
        edit(runner, baseline_week_minutes=151)
    assert (refused.value.name, refused.value.objection) == (
        BASELINE_WEEK,
        Objection.NEEDS_CLINICIAN,
    )


def test_the_longest_usual_week_is_stored_too_where_none_was_known(runner: Runner) -> None:
    runner.today = 10
    check(runner, 9)
    edit(runner, baseline_week_minutes=3000)
    assert episodes.episode(runner.database, ALICE, 1).episode.settings == (
        Setting(name=BASELINE_WEEK, value=3000, date=on(10)),
    )
