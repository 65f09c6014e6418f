from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from tests.builders import check_in, on
from tests.services.conftest import ALICE, NOW, Runner
from tests.services.injury.corrections import (
    answer,
    change,
    check,
    clear,
    decided,
    stored_equals_derived,
)
from tracker.progression.episode import Clearance
from tracker.progression.guardrails import Objection
from tracker.services.diary import days, entries
from tracker.services.injury import clinician, episodes
from tracker.services.injury.clinician import SettingRefused

if TYPE_CHECKING:
    from tracker.progression.diary import CheckIn

Save = Callable[..., object]


@pytest.mark.parametrize(
    ("name", "value", "by", "objection"),
    [
        ("pain_allowed", 1, "", Objection.NEEDS_CLINICIAN),
        ("pain_allowed", 3, "Dr Okafor", Objection.OUT_OF_BOUNDS),
        ("pain_free_days", 1, " ", Objection.NEEDS_CLINICIAN),
        ("rest_days", 0, "Dr Okafor", Objection.UNKNOWN),
        ("sharp_pain_hold_days", 0, "Dr Okafor", Objection.UNKNOWN),
        ("no_such_number", 1, "Dr Okafor", Objection.UNKNOWN),
    ],
)
def test_a_number_that_may_not_be_changed_so_stays_as_it_was(
    runner: Runner, name: str, value: int, by: str, objection: Objection
) -> None:
    with pytest.raises(SettingRefused) as refused:
        change(runner, name, value, by=by)
    assert refused.value.objection is objection
    assert episodes.episode(runner.database, ALICE, 1).episode.settings == ()


def test_a_changed_number_decides_from_its_day_on(runner: Runner) -> None:
    runner.today = 6
    for day in (4, 5):
        check(runner, day)
    assert (
        days.today(runner.database, ALICE, 1, today=on(5), now=NOW).standing.stage == "cross_train"
    )
    redecided = change(runner, "pain_free_days", 3, day=5)
    assert redecided.standing is None or redecided.standing.after[0] == "protect"
    assert days.today(runner.database, ALICE, 1, today=on(5), now=NOW).standing.stage == "protect"
    assert stored_equals_derived(runner)


def test_what_has_not_happened_yet_cannot_be_recorded(runner: Runner) -> None:
    runner.today = 10
    with pytest.raises(ValueError, match="future"):
        clear(runner, 11)
    with pytest.raises(ValueError, match="future"):
        change(runner, "pain_free_days", 3, day=11)


def test_a_yes_to_the_screen_locks_running_until_a_clearance_of_that_day_or_later(
    runner: Runner,
) -> None:
    answer(runner, "pregnant", day=5)
    assert clinician.lock_on(runner.database, ALICE, 1, on(4)) is None
    lock = clinician.lock_on(runner.database, ALICE, 1, on(30))
    assert lock == clinician.Lock(on(5), ("pregnant",))
    assert decided(runner, 30) == "refer"
    clear(runner, 4)
    assert clinician.lock_on(runner.database, ALICE, 1, on(30)) is not None
    clear(runner, 5)
    assert clinician.lock_on(runner.database, ALICE, 1, on(30)) is None
    assert decided(runner, 30) != "refer"


def test_a_clearance_of_the_same_day_covers_no_sign_that_was_entered_after_it(
    runner: Runner,
) -> None:
    runner.today = 6

    def locked() -> bool:
        return clinician.lock_on(runner.database, ALICE, 1, on(6)) is not None

    def enter(sign: CheckIn, hour: int, save: Save = entries.save_check_in) -> bool:
        save(runner.database, ALICE, 1, sign, today=on(6), now=NOW + timedelta(hours=hour))
        return locked()

    def cleared(hour: int) -> bool:
        word = Clearance(date=on(6), by="Dr Okafor")
        now = NOW + timedelta(hours=hour)
        clinician.record_clearance(runner.database, ALICE, 1, word, today=on(6), now=now)
        return not locked()

    morning = replace(check_in(6, 1), id="morning")
    assert not enter(morning, 0)
    assert enter(replace(check_in(6, 1, red_flags=("E4",)), id="before"), 1)
    assert cleared(2)
    assert enter(replace(check_in(6, 1, red_flags=("E4",)), id="after"), 3)
    assert cleared(4)
    assert enter(replace(morning, red_flags=("U1",)), 5, entries.edit_check_in)
    assert stored_equals_derived(runner)


def test_a_warning_sign_in_a_check_in_locks_running_and_a_routine_one_does_not(
    runner: Runner,
) -> None:
    check(runner, 5, ("R1",))
    assert clinician.lock_on(runner.database, ALICE, 1, on(6)) is None
    check(runner, 6, ("U4", "E7"))
    assert clinician.lock_on(runner.database, ALICE, 1, on(8)) == clinician.Lock(
        on(6), ("U4", "E7")
    )


def test_a_lock_knows_the_last_day_of_each_sign(runner: Runner) -> None:
    check(runner, 5, ("U4", "E7"))
    check(runner, 7, ("U4",))
    lock = clinician.lock_on(runner.database, ALICE, 1, on(8))
    assert lock is not None
    assert lock.recorded_on == {"U4": on(7), "E7": on(5)}
