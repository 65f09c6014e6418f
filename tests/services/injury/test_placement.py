"""A placement on the ladder, as the services take it in."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from io import BytesIO

import pytest

from tests.builders import on, run
from tests.services.conftest import ALICE, NOW, Runner
from tests.services.injury.corrections import change, check, edit, stored_equals_derived
from tracker.exchange.own_format.archive import read_archives
from tracker.progression.episode import Setting, Site
from tracker.progression.guardrails import Objection
from tracker.services.diary import days
from tracker.services.injury import clinician
from tracker.services.injury.clinician import SettingRefused
from tracker.services.transfer import exports, imports
from tracker.storage.tables.access import AccountRow


def step(runner: Runner) -> int:
    return days.today(runner.database, ALICE, 1, today=on(runner.today), now=NOW).standing.step


def refused(runner: Runner, value: int, day: int) -> Objection:
    with pytest.raises(SettingRefused) as refusal:
        change(runner, "step", value, day=day)
    return refusal.value.objection


def test_the_runner_alone_may_go_lower_than_today_and_not_to_a_day_gone_by(runner: Runner) -> None:
    runner.today = 10
    assert refused(runner, 1, 10) is Objection.NEEDS_CLINICIAN
    change(runner, "step", 6, day=8, by="Dr Okafor")
    assert step(runner) == 6
    assert refused(runner, 6, 10) is Objection.NEEDS_CLINICIAN
    assert refused(runner, 5, 9) is Objection.BACKDATED
    change(runner, "step", 5, day=10)
    assert step(runner) == 5
    assert stored_equals_derived(runner)


@pytest.mark.parametrize("value", [0, 10])
def test_not_even_a_clinician_leaves_the_ladder(runner: Runner, value: int) -> None:
    with pytest.raises(SettingRefused) as refusal:
        change(runner, "step", value, day=10, by="Dr Okafor")
    assert refusal.value.objection is Objection.OUT_OF_BOUNDS
    for step_of_the_ladder in (1, 9):
        change(runner, "step", step_of_the_ladder, day=10, by="Dr Okafor")


def test_a_lower_step_that_a_clinician_set_for_tomorrow_is_not_raised_by_the_runner(
    runner: Runner,
) -> None:
    runner.today = 244  # the day of NOW, so that it is entered after the run
    change(runner, "step", 6, day=230, by="Dr Okafor")
    check(runner, 243)
    runner.insist(replace(run(244, 5), id="run", time=NOW.time().replace(hour=8)))
    today = step(runner)
    assert today > 2
    change(runner, "step", 2, day=244, by="Dr Okafor")
    assert step(runner) == today
    assert refused(runner, 3, 244) is Objection.NEEDS_CLINICIAN
    change(runner, "step", 1, day=244)


def test_placements_survive_export_and_import_with_name_and_time(runner: Runner) -> None:
    runner.today = 10
    change(runner, "step", 6, day=8, by="Dr Okafor")
    change(runner, "step", 5, day=10)
    change(runner, "regular_medicine", 1, day=9, by="Dr Roe")
    change(runner, "baseline_week_minutes", 160, day=9)
    settings = brought_along(runner)
    assert [(s.name, s.value, s.by) for s in settings] == [
        ("step", 6, "Dr Okafor"),
        ("regular_medicine", 1, "Dr Roe"),
        ("baseline_week_minutes", 160, ""),
        ("step", 5, ""),
    ]
    assert [s.entered_at for s in settings] == [NOW] * 4


def test_a_number_set_back_in_time_survives_too(runner: Runner) -> None:
    """Each was more cautious when it was entered, if not in the order of their days."""
    runner.today = 20
    for minute, (name, value, day) in enumerate(
        (
            ("pain_free_days", 4, 10),
            ("pain_free_days", 6, 5),
            ("baseline_week_minutes", 50, 12),
            ("baseline_run_minutes", 60, 8),
        )
    ):
        setting = Setting(name=name, value=value, date=on(day))
        now = NOW + timedelta(minutes=minute)
        clinician.change_setting(runner.database, ALICE, 1, setting, today=on(20), now=now)
    assert len(brought_along(runner)) == 4


def test_the_pain_allowed_before_another_site_cut_it_survives_too(runner: Runner) -> None:
    runner.today = 20
    edit(runner, site=Site.PROXIMAL_HAMSTRING_TENDON)
    change(runner, "pain_allowed", 3, day=10, by="Dr Okafor")
    edit(runner, site=Site.HAMSTRING)
    assert [s.value for s in brought_along(runner)] == [3, 2]


def brought_along(runner: Runner) -> tuple[Setting, ...]:
    """The settings after export and import into another account: the same ones."""
    first = exports.all_archives(runner.database, ALICE)
    packed = BytesIO(b"".join(exports.zipped(first, NOW)))
    with runner.database.writing() as tx:
        tx.add(AccountRow(id=3, name="C", name_key="c", passphrase_hash="-", created_at=NOW))
    imports.import_archives(runner.database, 3, read_archives(packed, NOW).archives, now=NOW)
    (again,) = exports.all_archives(runner.database, 3)
    assert again.episode.settings == first[0].episode.settings
    return again.episode.settings
