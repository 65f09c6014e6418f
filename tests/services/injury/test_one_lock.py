"""Law 5, one lock and one key: how a warning sign could be lost, and is not."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.builders import ONSET, check_in, on
from tests.services.conftest import ALICE, NOW, Runner
from tests.services.injury.corrections import FACTS, answer, clear, edit, stored_equals_derived
from tracker.exchange.own_format.archive import Archive
from tracker.exchange.own_format.episode_lifecycle import EpisodeLifecycle
from tracker.progression.episode import Clearance, Episode, Site
from tracker.services.diary import entries
from tracker.services.errors import ReasonNeeded
from tracker.services.injury import clinician, corrections, episodes
from tracker.services.injury.episodes import CloseReason
from tracker.services.transfer import imports
from tracker.storage import changes

if TYPE_CHECKING:
    from tracker.progression.diary import CheckIn

FLAGGED = replace(check_in(3, 1, red_flags=["E1", "R1"]), id="flagged")
LATER = NOW + dt.timedelta(hours=1)


def signs(runner: Runner, day: int, episode: int | None = None) -> tuple[str, ...]:
    lock = clinician.lock_on(runner.database, ALICE, episode or runner.episode, on(day))
    return () if lock is None else lock.signs


def end(runner: Runner, day: int, episode: int | None = None) -> None:
    reason, ended = CloseReason.MISTAKE, episode or runner.episode
    episodes.end_episode(runner.database, ALICE, ended, reason, today=on(day))


def begin(runner: Runner, day: int, *screening: str, onset: int | None = None) -> int:
    facts = replace(FACTS, onset=on(day if onset is None else onset))
    return episodes.open_episode(runner.database, ALICE, facts, screening, today=on(day), now=NOW)


def reopen(runner: Runner, episode: int) -> None:
    episodes.reopen_episode(runner.database, ALICE, episode, now=NOW)


def correct(runner: Runner, entry: CheckIn, reason: str = "") -> None:
    entries.edit_check_in(
        runner.database,
        ALICE,
        runner.episode,
        entry,
        reason=reason,
        today=on(runner.today),
        now=LATER,
    )


def delete(runner: Runner, entry: CheckIn, reason: str = "") -> int:
    saved = entries.delete(
        runner.database,
        ALICE,
        runner.episode,
        entry,
        reason=reason,
        today=on(runner.today),
        now=LATER,
    )
    assert saved.change_id is not None
    return saved.change_id


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
        (change,) = changes.with_reason(tx, runner.episode)
    assert change.reason == "I read it wrongly."
    assert change.before is not None
    assert "E1" in str(change.before["red_flags"])


def test_a_reason_is_kept_only_where_a_sign_was_taken_back(runner: Runner) -> None:
    runner.check(FLAGGED)
    correct(runner, replace(FLAGGED, pain=2), "No reason was asked for.")
    with runner.database.reading() as tx:
        assert changes.with_reason(tx, runner.episode) == []


def test_a_deletion_with_a_reason_can_be_undone_and_locks_again(runner: Runner) -> None:
    runner.check(FLAGGED)
    change = delete(runner, FLAGGED, "It was somebody else.")
    assert signs(runner, 5) == ()
    runner.undo(change)
    assert signs(runner, 5) == ("E1",)
    with runner.database.reading() as tx:
        assert changes.with_reason(tx, runner.episode) == []


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


def test_a_yes_at_the_start_goes_with_the_runner_though_nothing_was_recorded(
    runner: Runner,
) -> None:
    end(runner, 10)
    second = begin(runner, 20, "pregnant", onset=11)
    assert signs(runner, 20, second) == ("pregnant",)
    end(runner, 21, second)
    assert signs(runner, 22, begin(runner, 22)) == ("pregnant",)


def test_a_later_lock_comes_along_when_an_episode_is_reopened(runner: Runner) -> None:
    end(runner, 10)
    runner.episode = begin(runner, 12)
    runner.check(replace(check_in(13, 1, red_flags=["U3"]), id="later"))
    end(runner, 14)
    runner.episode = 1
    reopen(runner, 1)
    assert signs(runner, 15) == ("U3",)
    assert signs(runner, 12) == (), "what was before the sign stands"
    assert stored_equals_derived(runner)


def test_reopening_where_a_sign_was_recorded_lets_it_be_corrected_everywhere(
    runner: Runner,
) -> None:
    runner.check(FLAGGED)
    end(runner, 10)
    second = begin(runner, 11)
    end(runner, 12, second)
    reopen(runner, 1)
    assert signs(runner, 13) == ("E1",)
    correct(runner, replace(FLAGGED, red_flags=("none",)), "I read it wrongly.")
    end(runner, 14)
    assert signs(runner, 15, begin(runner, 15)) == ()


def test_a_clearance_of_another_injury_that_a_file_brings_covers_nothing_here(
    runner: Runner,
) -> None:
    runner.check(FLAGGED)
    facts = Episode(
        onset=on(-90),
        baseline_minutes=40,
        site=Site.GLUTEAL,
        clearances=(Clearance(date=on(9), by="Dr Ada", entered_at=LATER),),
    )
    keeping = EpisodeLifecycle(closed_on=on(9), closed_reason="returned")
    imports.import_archives(runner.database, ALICE, [Archive(facts, keeping, [], [])], now=LATER)
    end(runner, 10)
    assert signs(runner, 11, begin(runner, 11)) == ("E1",)


def test_an_ended_injury_that_a_file_brings_locks_the_open_one(runner: Runner) -> None:
    facts = Episode(onset=on(-30), baseline_minutes=40, site=Site.GLUTEAL)
    keeping = EpisodeLifecycle(closed_on=on(-1), closed_reason="mistake")
    flagged = replace(check_in(-20, 1, red_flags=["E5"]), id="old")
    archive = Archive(facts, keeping, [flagged], [])
    imports.import_archives(runner.database, ALICE, [archive], now=NOW)
    assert signs(runner, 1) == ("E5",)
    assert stored_equals_derived(runner)


def test_an_entry_that_a_file_brings_again_without_its_sign_changes_nothing(runner: Runner) -> None:
    runner.check(FLAGGED)
    facts = Episode(onset=ONSET, baseline_minutes=40)
    archive = Archive(facts, EpisodeLifecycle(), [replace(FLAGGED, red_flags=("none",))], [])
    (imported,) = imports.import_archives(runner.database, ALICE, [archive], now=NOW).episodes
    assert (imported.known, imported.different) == (1, 1)
    assert signs(runner, 5) == ("E1",)


def test_answers_from_the_start_are_taken_back_with_a_reason_in_every_copy(runner: Runner) -> None:
    answer(runner, "operated", day=5)
    end(runner, 10)
    second = begin(runner, 11)
    assert signs(runner, 11, second) == ("operated",)
    end(runner, 12, second)
    reopen(runner, 1)
    answer(runner, day=13, reason="That was the other leg.")
    end(runner, 14)
    assert signs(runner, 15, begin(runner, 15)) == ()


def test_a_yes_at_the_start_after_a_clearance_of_the_same_day_is_not_covered(
    runner: Runner,
) -> None:
    clear(runner, 5)
    corrections.answer_screening(runner.database, ALICE, 1, ("operated",), today=on(5), now=LATER)
    assert signs(runner, 6) == ("operated",)


@pytest.mark.parametrize("entered_at", [None, LATER + dt.timedelta(days=300)])
def test_a_clearance_in_a_file_covers_no_sign_that_is_carried_into_it(
    runner: Runner, entered_at: dt.datetime | None
) -> None:
    runner.check(FLAGGED)
    end(runner, 10)
    facts = Episode(
        onset=on(2),
        baseline_minutes=40,
        site=Site.GLUTEAL,
        clearances=(Clearance(date=on(9), by="Dr Ada", entered_at=entered_at),),
    )
    archive = Archive(facts, EpisodeLifecycle(), [], [])
    imports.import_archives(runner.database, ALICE, [archive], now=LATER)
    view = episodes.current_episode(runner.database, ALICE)
    assert view is not None
    assert signs(runner, 11, view.id) == ("E1",)


def test_a_clearance_from_before_the_later_sign_does_not_cover_it_when_reopened(
    runner: Runner,
) -> None:
    clear(runner, 10)
    end(runner, 10)
    runner.episode = begin(runner, 10)
    flagged = replace(check_in(10, 1, red_flags=["U3"]), id="later", entered_at=LATER)
    runner.check(flagged)
    end(runner, 10)
    episodes.reopen_episode(runner.database, ALICE, 1, now=LATER)
    assert signs(runner, 10, 1) == ("U3",)


def carried(runner: Runner, episode: int) -> list[tuple[dt.date, str]]:
    kept = episodes.episode(runner.database, ALICE, episode).episode.carried_signs
    return [(sign.date, flag) for sign in kept for flag in sign.flags]


def test_a_sign_entered_into_an_ended_injury_locks_the_open_one(runner: Runner) -> None:
    end(runner, 10)
    second = begin(runner, 12)
    assert signs(runner, 13, second) == ()
    runner.check(FLAGGED)
    assert signs(runner, 13, second) == ("E1",)
    correct(runner, replace(FLAGGED, red_flags=("E1", "U2")))
    assert signs(runner, 13, second) == ("E1", "U2")
    correct(runner, replace(FLAGGED, red_flags=("none",)), "I read it wrongly.")
    assert signs(runner, 13, second) == ()
    change = delete(runner, FLAGGED)
    runner.check(replace(FLAGGED, id="another"))
    runner.undo(change)
    assert signs(runner, 13, second) == ("E1",)
    assert stored_equals_derived(runner)


def test_what_an_ended_injury_is_made_to_know_locks_the_open_one(runner: Runner) -> None:
    runner.check(FLAGGED)
    runner.change_check_in(replace(FLAGGED, date=on(-3)), "Before it began.")
    end(runner, 10)
    second = begin(runner, 12)
    assert signs(runner, 13, second) == ()
    edit(runner, onset=on(-5))
    assert signs(runner, 13, second) == ("E1",)
    answer(runner, "operated", day=13)
    assert set(signs(runner, 13, second)) == {"E1", "operated"}


def test_a_sign_that_moves_to_another_day_moves_in_every_copy(runner: Runner) -> None:
    runner.check(FLAGGED)
    end(runner, 10)
    second = begin(runner, 12)
    assert carried(runner, second) == [(on(3), "E1")]
    for day in (5, 2):
        correct(runner, replace(FLAGGED, date=on(day)))
        assert carried(runner, second) == [(on(day), "E1")]
    correct(runner, replace(FLAGGED, date=on(2), red_flags=("none",)), "I read it wrongly.")
    assert carried(runner, second) == []
    assert signs(runner, 13, second) == ()


def test_a_sign_of_the_start_that_moves_moves_in_every_copy(runner: Runner) -> None:
    answer(runner, "operated", day=5)
    end(runner, 10)
    second = begin(runner, 12)
    answer(runner, "operated", "pregnant", day=13)
    assert carried(runner, second) == [(on(13), "operated"), (on(13), "pregnant")]
    answer(runner, day=14, reason="That was the other leg.")
    assert signs(runner, 15, second) == ()


def test_no_move_brings_a_copy_under_a_clearance_that_did_not_cover_it(runner: Runner) -> None:
    runner.check(replace(FLAGGED, date=on(9)))
    end(runner, 10)
    second = begin(runner, 12, onset=1)
    early = Clearance(date=on(5), by="Dr Ada")
    then = NOW + dt.timedelta(minutes=30)
    clinician.record_clearance(runner.database, ALICE, second, early, today=on(12), now=then)
    assert signs(runner, 13, second) == ("E1",)
    correct(runner, replace(FLAGGED, date=on(4)))
    assert signs(runner, 13, second) == ("E1",)


def test_an_import_says_what_it_locks_before_and_after(runner: Runner) -> None:
    facts = Episode(onset=on(-30), baseline_minutes=40, site=Site.GLUTEAL)
    keeping = EpisodeLifecycle(closed_on=on(-1), closed_reason="mistake")
    flagged = replace(check_in(-20, 1, red_flags=["E5"]), id="old")
    archive = Archive(facts, keeping, [flagged], [])
    for take_in in (imports.preview, imports.import_archives):
        assert take_in(runner.database, ALICE, [archive], now=NOW).locks == ("E5",)
    again = imports.preview(runner.database, ALICE, [archive], now=NOW)
    assert again.locks == (), "it is locked by then"


def test_an_import_that_adds_a_sign_to_the_open_injury_says_that_it_locks(runner: Runner) -> None:
    archive = Archive(Episode(onset=ONSET, baseline_minutes=40), EpisodeLifecycle(), [FLAGGED], [])
    outcome = imports.preview(runner.database, ALICE, [archive], now=NOW)
    assert outcome.locks == ("E1",)
    assert signs(runner, 5) == (), "a preview changes nothing"
