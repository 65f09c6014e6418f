"""Law 5, one lock and one key: how a warning sign could be lost, and is not."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from tests.builders import ONSET, check_in, on
from tests.services.conftest import ALICE, NOW, Runner
from tests.services.injury.corrections import clear, edit, stored_equals_derived
from tests.services.injury.locks import FLAGGED, LATER, correct, delete, signs
from tracker.exchange.own_format.archive import Archive
from tracker.exchange.own_format.episode_lifecycle import EpisodeLifecycle
from tracker.progression.episode import Episode
from tracker.services.diary import entries
from tracker.services.errors import ReasonNeeded
from tracker.services.injury import corrections
from tracker.services.transfer import imports
from tracker.storage.diary import changes


def test_no_edit_takes_a_locking_sign_back_without_a_reason(runner: Runner) -> None:
    runner.check(FLAGGED)
    for denied in ((), ("none",), ("R1",), ("U1", "R1")):
        with pytest.raises(ReasonNeeded) as asked:
            correct(runner, replace(FLAGGED, red_flags=denied))
        assert asked.value.signs == ("E1",)
    with pytest.raises(ReasonNeeded):
        delete(runner, FLAGGED)
    assert signs(runner, 5) == ("E1",)
    correct(runner, replace(FLAGGED, red_flags=("E1",), pain=2))  # a routine sign locks nothing
    correct(runner, replace(FLAGGED, red_flags=("none",)), "I read it wrongly.")
    assert signs(runner, 5) == ()
    assert stored_equals_derived(runner)


def test_why_a_sign_was_taken_back_stays_on_record_with_the_sign(runner: Runner) -> None:
    runner.check(FLAGGED)
    correct(runner, replace(FLAGGED, red_flags=()), "I read it wrongly.")
    with runner.database.reading() as tx:
        (change,) = changes.with_reason(tx, runner.key)
    assert change.reason == "I read it wrongly."
    assert change.before is not None
    assert "E1" in str(change.before["red_flags"])


def test_a_reason_is_kept_only_where_a_sign_was_taken_back(runner: Runner) -> None:
    runner.check(FLAGGED)
    correct(runner, replace(FLAGGED, pain=2), "No reason was asked for.")
    with runner.database.reading() as tx:
        assert changes.with_reason(tx, runner.key) == []


def test_a_deletion_with_a_reason_can_be_undone_and_locks_again(runner: Runner) -> None:
    runner.check(FLAGGED)
    change = delete(runner, FLAGGED, "It was somebody else.")
    assert signs(runner, 5) == ()
    runner.undo(change)
    assert signs(runner, 5) == ("E1",)
    with runner.database.reading() as tx:
        assert changes.with_reason(tx, runner.key) == []


def test_what_undo_brings_back_no_clearance_of_meanwhile_covers(runner: Runner) -> None:
    runner.check(replace(FLAGGED, entered_at=NOW - dt.timedelta(days=1)))
    change = delete(runner, FLAGGED, "It was somebody else.")
    clear(runner, 5)
    entries.undo(runner.database, ALICE, 1, change, today=on(runner.today), now=LATER)
    assert signs(runner, 6) == ("E1",)
    assert stored_equals_derived(runner)


def test_undoing_the_entry_of_a_sign_is_no_correction(runner: Runner) -> None:
    saved = runner.check(FLAGGED)
    with pytest.raises(ReasonNeeded):
        runner.undo(saved.change_id)
    plain = replace(check_in(4), id="plain")
    runner.check(plain)
    ticked = runner.change_check_in(replace(plain, red_flags=("U2",)))
    with pytest.raises(ReasonNeeded):
        runner.undo(ticked.change_id)
    assert signs(runner, 5) == ("E1", "U2")


def test_a_sign_is_not_moved_out_of_sight(runner: Runner) -> None:
    runner.check(FLAGGED)
    with pytest.raises(ReasonNeeded):
        correct(runner, replace(FLAGGED, date=on(-1)))
    correct(runner, replace(FLAGGED, date=on(2)))
    assert signs(runner, 5) == ("E1",)


def test_a_sign_entered_after_a_clearance_is_not_covered_as_it_is_stored(runner: Runner) -> None:
    clear(runner, 5)
    entries.save_check_in(runner.database, ALICE, 1, FLAGGED, today=on(runner.today), now=LATER)
    assert signs(runner, 6) == ("E1",)
    assert stored_equals_derived(runner)


def test_no_onset_leaves_out_one_of_two_entries_of_a_sign(runner: Runner) -> None:
    runner.today = 9
    runner.check(FLAGGED)
    runner.check(replace(check_in(8, 1, red_flags=["E1"]), id="again"))
    with pytest.raises(corrections.SignLeftOut):
        edit(runner, onset=on(5))


def test_an_entry_that_a_file_brings_again_without_its_sign_changes_nothing(runner: Runner) -> None:
    runner.check(FLAGGED)
    facts = Episode(onset=ONSET, baseline_minutes=40)
    archive = Archive(facts, EpisodeLifecycle(), [replace(FLAGGED, red_flags=("none",))], [])
    (imported,) = imports.import_archives(runner.database, ALICE, [archive], now=NOW).episodes
    assert (imported.known, imported.different) == (1, 1)
    assert signs(runner, 5) == ("E1",)


def test_a_yes_at_the_start_after_a_clearance_of_the_same_day_is_not_covered(
    runner: Runner,
) -> None:
    clear(runner, 5)
    corrections.answer_screening(runner.database, ALICE, 1, ("operated",), today=on(5), now=LATER)
    assert signs(runner, 6) == ("operated",)
