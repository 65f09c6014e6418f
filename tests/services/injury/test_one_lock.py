"""Law 5, one lock and one key: how a warning sign could be lost, and is not."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.builders import ONSET, check_in, on
from tests.services.conftest import ALICE, NOW, Desk
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


def signs(desk: Desk, day: int, episode: int | None = None) -> tuple[str, ...]:
    lock = clinician.lock_on(desk.database, ALICE, episode or desk.episode, on(day))
    return () if lock is None else lock.signs


def end(desk: Desk, day: int, episode: int | None = None) -> None:
    reason, ended = CloseReason.MISTAKE, episode or desk.episode
    episodes.end_episode(desk.database, ALICE, ended, reason, today=on(day))


def begin(desk: Desk, day: int, *screening: str, onset: int | None = None) -> int:
    facts = replace(FACTS, onset=on(day if onset is None else onset))
    return episodes.open_episode(desk.database, ALICE, facts, screening, today=on(day), now=NOW)


def reopen(desk: Desk, episode: int) -> None:
    episodes.reopen_episode(desk.database, ALICE, episode, now=NOW)


def correct(desk: Desk, entry: CheckIn, reason: str = "") -> None:
    entries.edit_check_in(
        desk.database, ALICE, desk.episode, entry, reason=reason, today=on(desk.today), now=LATER
    )


def delete(desk: Desk, entry: CheckIn, reason: str = "") -> int:
    saved = entries.delete(
        desk.database, ALICE, desk.episode, entry, reason=reason, today=on(desk.today), now=LATER
    )
    assert saved.change_id is not None
    return saved.change_id


def test_no_edit_takes_a_locking_sign_back_without_a_reason(desk: Desk) -> None:
    desk.check(FLAGGED)
    for denied in ((), ("none",), ("R1",), ("U1", "R1")):
        with pytest.raises(ReasonNeeded) as asked:
            correct(desk, replace(FLAGGED, red_flags=denied))
        assert asked.value.signs == ("E1",)
    with pytest.raises(ReasonNeeded):
        delete(desk, FLAGGED)
    assert signs(desk, 5) == ("E1",)
    correct(desk, replace(FLAGGED, red_flags=("E1",), pain=2))  # a routine sign locks nothing
    correct(desk, replace(FLAGGED, red_flags=("none",)), "I read it wrongly.")
    assert signs(desk, 5) == ()
    assert stored_equals_derived(desk)


def test_why_a_sign_was_taken_back_stays_on_record_with_the_sign(desk: Desk) -> None:
    desk.check(FLAGGED)
    correct(desk, replace(FLAGGED, red_flags=()), "I read it wrongly.")
    with desk.database.reading() as tx:
        (change,) = changes.with_reason(tx, desk.episode)
    assert change.reason == "I read it wrongly."
    assert change.before is not None
    assert "E1" in str(change.before["red_flags"])


def test_a_reason_is_kept_only_where_a_sign_was_taken_back(desk: Desk) -> None:
    desk.check(FLAGGED)
    correct(desk, replace(FLAGGED, pain=2), "No reason was asked for.")
    with desk.database.reading() as tx:
        assert changes.with_reason(tx, desk.episode) == []


def test_a_deletion_with_a_reason_can_be_undone_and_locks_again(desk: Desk) -> None:
    desk.check(FLAGGED)
    change = delete(desk, FLAGGED, "It was somebody else.")
    assert signs(desk, 5) == ()
    desk.undo(change)
    assert signs(desk, 5) == ("E1",)
    with desk.database.reading() as tx:
        assert changes.with_reason(tx, desk.episode) == []


def test_what_undo_brings_back_no_clearance_of_meanwhile_covers(desk: Desk) -> None:
    desk.check(replace(FLAGGED, entered_at=NOW - dt.timedelta(days=1)))
    change = delete(desk, FLAGGED, "It was somebody else.")
    clear(desk, 5)
    entries.undo(desk.database, ALICE, 1, change, today=on(desk.today), now=LATER)
    assert signs(desk, 6) == ("E1",)
    assert stored_equals_derived(desk)


def test_undoing_the_entry_of_a_sign_is_no_correction(desk: Desk) -> None:
    saved = desk.check(FLAGGED)
    with pytest.raises(ReasonNeeded):
        desk.undo(saved.change_id)
    plain = replace(check_in(4), id="plain")
    desk.check(plain)
    ticked = desk.change_check_in(replace(plain, red_flags=("U2",)))
    with pytest.raises(ReasonNeeded):
        desk.undo(ticked.change_id)
    assert signs(desk, 5) == ("E1", "U2")


def test_a_sign_is_not_moved_out_of_sight(desk: Desk) -> None:
    desk.check(FLAGGED)
    with pytest.raises(ReasonNeeded):
        correct(desk, replace(FLAGGED, date=on(-1)))
    correct(desk, replace(FLAGGED, date=on(2)))
    assert signs(desk, 5) == ("E1",)


def test_a_sign_entered_after_a_clearance_is_not_covered_as_it_is_stored(desk: Desk) -> None:
    clear(desk, 5)
    entries.save_check_in(desk.database, ALICE, 1, FLAGGED, today=on(desk.today), now=LATER)
    assert signs(desk, 6) == ("E1",)
    assert stored_equals_derived(desk)


def test_no_onset_leaves_out_one_of_two_entries_of_a_sign(desk: Desk) -> None:
    desk.today = 9
    desk.check(FLAGGED)
    desk.check(replace(check_in(8, 1, red_flags=["E1"]), id="again"))
    with pytest.raises(corrections.SignLeftOut):
        edit(desk, onset=on(5))


def test_a_yes_at_the_start_goes_with_the_runner_though_nothing_was_recorded(desk: Desk) -> None:
    end(desk, 10)
    second = begin(desk, 20, "pregnant", onset=11)
    assert signs(desk, 20, second) == ("pregnant",)
    end(desk, 21, second)
    assert signs(desk, 22, begin(desk, 22)) == ("pregnant",)


def test_a_later_lock_comes_along_when_an_episode_is_reopened(desk: Desk) -> None:
    end(desk, 10)
    desk.episode = begin(desk, 12)
    desk.check(replace(check_in(13, 1, red_flags=["U3"]), id="later"))
    end(desk, 14)
    desk.episode = 1
    reopen(desk, 1)
    assert signs(desk, 15) == ("U3",)
    assert signs(desk, 12) == (), "what was before the sign stands"
    assert stored_equals_derived(desk)


def test_reopening_where_a_sign_was_recorded_lets_it_be_corrected_everywhere(desk: Desk) -> None:
    desk.check(FLAGGED)
    end(desk, 10)
    second = begin(desk, 11)
    end(desk, 12, second)
    reopen(desk, 1)
    assert signs(desk, 13) == ("E1",)
    correct(desk, replace(FLAGGED, red_flags=("none",)), "I read it wrongly.")
    end(desk, 14)
    assert signs(desk, 15, begin(desk, 15)) == ()


def test_a_clearance_of_another_injury_that_a_file_brings_covers_nothing_here(desk: Desk) -> None:
    desk.check(FLAGGED)
    facts = Episode(
        onset=on(-90),
        baseline_minutes=40,
        site=Site.GLUTEAL,
        clearances=(Clearance(date=on(9), by="Dr Ada", entered_at=LATER),),
    )
    keeping = EpisodeLifecycle(closed_on=on(9), closed_reason="returned")
    imports.import_archives(desk.database, ALICE, [Archive(facts, keeping, [], [])], now=LATER)
    end(desk, 10)
    assert signs(desk, 11, begin(desk, 11)) == ("E1",)


def test_an_ended_injury_that_a_file_brings_locks_the_open_one(desk: Desk) -> None:
    facts = Episode(onset=on(-30), baseline_minutes=40, site=Site.GLUTEAL)
    keeping = EpisodeLifecycle(closed_on=on(-1), closed_reason="mistake")
    flagged = replace(check_in(-20, 1, red_flags=["E5"]), id="old")
    archive = Archive(facts, keeping, [flagged], [])
    imports.import_archives(desk.database, ALICE, [archive], now=NOW)
    assert signs(desk, 1) == ("E5",)
    assert stored_equals_derived(desk)


def test_an_entry_that_a_file_brings_again_without_its_sign_changes_nothing(desk: Desk) -> None:
    desk.check(FLAGGED)
    facts = Episode(onset=ONSET, baseline_minutes=40)
    archive = Archive(facts, EpisodeLifecycle(), [replace(FLAGGED, red_flags=("none",))], [])
    (imported,) = imports.import_archives(desk.database, ALICE, [archive], now=NOW)
    assert (imported.known, imported.different) == (1, 1)
    assert signs(desk, 5) == ("E1",)


def test_answers_from_the_start_are_taken_back_with_a_reason_in_every_copy(desk: Desk) -> None:
    answer(desk, "operated", day=5)
    end(desk, 10)
    second = begin(desk, 11)
    assert signs(desk, 11, second) == ("operated",)
    end(desk, 12, second)
    reopen(desk, 1)
    answer(desk, day=13, reason="That was the other leg.")
    end(desk, 14)
    assert signs(desk, 15, begin(desk, 15)) == ()


def test_a_yes_at_the_start_after_a_clearance_of_the_same_day_is_not_covered(desk: Desk) -> None:
    clear(desk, 5)
    corrections.answer_screening(desk.database, ALICE, 1, ("operated",), today=on(5), now=LATER)
    assert signs(desk, 6) == ("operated",)


@pytest.mark.parametrize("entered_at", [None, LATER + dt.timedelta(days=300)])
def test_a_clearance_in_a_file_covers_no_sign_that_is_carried_into_it(
    desk: Desk, entered_at: dt.datetime | None
) -> None:
    desk.check(FLAGGED)
    end(desk, 10)
    facts = Episode(
        onset=on(2),
        baseline_minutes=40,
        site=Site.GLUTEAL,
        clearances=(Clearance(date=on(9), by="Dr Ada", entered_at=entered_at),),
    )
    archive = Archive(facts, EpisodeLifecycle(), [], [])
    imports.import_archives(desk.database, ALICE, [archive], now=LATER)
    view = episodes.current_episode(desk.database, ALICE)
    assert view is not None
    assert signs(desk, 11, view.id) == ("E1",)


def test_a_clearance_from_before_the_later_sign_does_not_cover_it_when_reopened(
    desk: Desk,
) -> None:
    clear(desk, 10)
    end(desk, 10)
    desk.episode = begin(desk, 10)
    flagged = replace(check_in(10, 1, red_flags=["U3"]), id="later", entered_at=LATER)
    desk.check(flagged)
    end(desk, 10)
    episodes.reopen_episode(desk.database, ALICE, 1, now=LATER)
    assert signs(desk, 10, 1) == ("U3",)
