"""Law 5 between injuries: an open sign goes with the runner, and an import brings its own."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from tests.builders import ONSET, check_in, on
from tests.services.conftest import ALICE, NOW, Runner
from tests.services.injury.corrections import answer, clear, edit, stored_equals_derived
from tests.services.injury.locks import (
    FLAGGED,
    LATER,
    begin,
    carried,
    correct,
    delete,
    end,
    reopen,
    signs,
)
from tracker.exchange.own_format.archive import Archive
from tracker.exchange.own_format.episode_lifecycle import EpisodeLifecycle
from tracker.progression.episode import Clearance, Episode, Site
from tracker.services.injury import clinician, episodes
from tracker.services.transfer import imports


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
