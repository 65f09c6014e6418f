"""An import undone as one: exactly, for 30 days, and never a warning sign without a reason."""

from __future__ import annotations

import tempfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from tests.builders import check_in, good_morning, on, planned, run, walk
from tests.exchange.own_format.strategies import diaries as made_up_diaries
from tests.services.conftest import ALICE, BOB, NOW, Runner, open_database
from tests.services.diary.test_refold import assert_stored_as_folded
from tests.services.transfer.lived_in import read, zipped
from tests.services.transfer.undoing import (
    FLAGGED,
    LATER,
    MINUTE,
    REASON,
    injury,
    rows,
    table_of,
    undo,
)
from tests.storage.release import NOW as THEN
from tests.storage.release import bring_back
from tracker.content.care import CareEntry, CareKind
from tracker.entries.fields import SESSION
from tracker.exchange.own_format.episode_lifecycle import EpisodeLifecycle
from tracker.progression.diary import CheckIn, Diary, Mark, SessionLog
from tracker.progression.episode import Site
from tracker.progression.ladder import Prescription
from tracker.services.diary import basis, entries
from tracker.services.errors import NotFound, ReasonNeeded
from tracker.services.injury import episodes
from tracker.services.transfer import imports
from tracker.services.transfer.import_history import imports_of
from tracker.services.transfer.import_items import _hash, digest
from tracker.services.transfer.undo_import import (
    CannotUndoImport,
    WhyNot,
    undo_import,
)
from tracker.storage.database import Database
from tracker.storage.schema import migrate


def test_a_diary_is_as_it_was_to_the_byte_once_an_import_is_undone(runner: Runner) -> None:
    runner.check(replace(good_morning(0), id="own"))
    runner.session(replace(walk(1), id="own walk"))
    before = rows(runner.database)
    flagless = replace(check_in(3, 6), id="a")
    ice = CareEntry(date=on(1), kind=CareKind.ICE, minutes=15, id="ice")
    brought = table_of(runner, flagless, replace(run(2), id="b"), care=[ice])
    assert rows(runner.database) != before
    undone = undo(runner, brought)
    assert {entry.id for entry in undone.gone} == {"a", "b", "ice"}
    assert rows(runner.database) == before
    assert_stored_as_folded(runner)
    assert imports_of(runner.database, ALICE, 1)[0].undone_at == LATER


@pytest.mark.slow
@settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow])
@given(made_up_diaries(), made_up_diaries())
def test_whatever_an_import_brings_undone_it_leaves_nothing(own: Diary, given: Diary) -> None:
    with tempfile.TemporaryDirectory() as folder:
        runner = Runner(open_database(Path(folder) / "tracker.sqlite3"))
        table_of(runner, replace(walk(0), id="own"), *numbered(own, "own"))
        before = rows(runner.database)
        entries_of_file = numbered(given, "file")
        if entries_of_file:
            undo(runner, table_of(runner, *entries_of_file), REASON)
        assert rows(runner.database) == before
        runner.database.close()


def numbered(diary: Diary, name: str) -> list[CheckIn | SessionLog]:
    records = [record for day in diary.days.values() for record in day.records]
    return [replace(record, id=f"{name}-{index}") for index, record in enumerate(records)]


def test_a_run_that_was_confirmed_is_so_again(runner: Runner) -> None:
    for day in range(9):
        runner.check(replace(good_morning(day), id=f"c{day}"))
    plan = Prescription(walk_seconds=240, jog_seconds=60, repeats=5)
    runner.insist(replace(planned(8, plan), id="run"))
    before = rows(runner.database)
    brought = table_of(runner, replace(walk(6), id="walk"))
    assert entries.find_session(runner.database, ALICE, 1, "run").deviation is None
    undo(runner, brought)
    assert entries.find_session(runner.database, ALICE, 1, "run").deviation is Mark.CONFIRMED
    assert rows(runner.database) == before


def test_what_was_changed_since_stays_and_is_told(runner: Runner) -> None:
    changed, gone, deleted = (replace(walk(day), id=f"w{day}") for day in (1, 2, 3))
    brought = table_of(runner, changed, gone, deleted)
    runner.change_session(replace(changed, note="with the dog"))
    runner.delete_session(deleted.id)
    undone = undo(runner, brought)
    assert [entry.id for entry in undone.changed] == ["w1"]
    assert [entry.id for entry in undone.gone] == ["w2"]
    assert undone.deleted == 1
    assert entries.find_session(runner.database, ALICE, 1, "w1").note == "with the dog"
    with pytest.raises(NotFound):
        entries.find_session(runner.database, ALICE, 1, "w2")


def test_an_entry_that_was_changed_and_changed_back_goes_too(runner: Runner) -> None:
    brought = table_of(runner, replace(walk(1), id="w"))
    change = runner.change_session(replace(walk(1), id="w", note="typed"))
    runner.undo(change.change_id)  # type: ignore[union-attr]
    assert [entry.id for entry in undo(runner, brought).gone] == ["w"]


def test_a_field_of_a_later_release_changes_no_entry_but_an_answer_of_zero_does() -> None:
    bare = replace(walk(1), pain=None)
    snapshot = SESSION.snapshot(bare)
    assert digest(bare) == _hash(snapshot | {"shoes": None, "warmed_up": False, "deviation": None})
    assert digest(bare) != digest(walk(1))


def test_an_injury_that_was_gone_on_with_stays(runner: Runner) -> None:
    brought = injury(runner, replace(check_in(-10), id="old"))
    view = episodes.all_episodes(runner.database, ALICE)[-1]
    whose = runner.database, ALICE, view.id
    now = {"today": on(5), "now": NOW + MINUTE}
    saved = entries.save_session(*whose, replace(walk(-3), id="mine"), **now)  # type: ignore[arg-type]
    with pytest.raises(CannotUndoImport) as refused:
        undo_import(runner.database, ALICE, brought, now=LATER)
    assert refused.value.why is WhyNot.GONE_ON_WITH
    entries.undo(*whose, saved.change_id, **now)  # type: ignore[union-attr,arg-type]
    assert undo(runner, brought).injuries == (on(-30),)


def test_thirty_days_once_and_nobody_elses(runner: Runner) -> None:
    brought = table_of(runner, replace(walk(1), id="w"))
    with pytest.raises(NotFound):
        undo_import(runner.database, BOB, brought, now=NOW)
    with pytest.raises(CannotUndoImport) as refused:
        undo_import(runner.database, ALICE, brought, now=LATER + MINUTE)
    assert refused.value.why is WhyNot.TOO_LATE
    undo(runner, brought)
    with pytest.raises(CannotUndoImport) as refused:
        undo_import(runner.database, ALICE, brought, now=NOW)
    assert refused.value.why is WhyNot.UNDONE


def test_what_adds_nothing_is_no_import_and_what_was_undone_may_come_again(runner: Runner) -> None:
    entry = replace(walk(1), id="w")
    brought = table_of(runner, entry)
    assert table_of(runner, entry) == brought
    undo(runner, brought)
    assert table_of(runner, entry) != brought


@pytest.mark.parametrize("release", ["0001", "0004"])
def test_a_diary_of_an_earlier_release_takes_an_import_back(tmp_path: Path, release: str) -> None:
    path = tmp_path / "diary.db"
    bring_back(release, path)
    migrate(path)
    with closing(Database(path)) as database:
        basis.decide_anew(database, THEN)
        mine = next(
            (account, view)
            for account in (1, 2)
            for view in episodes.all_episodes(database, account)
            if view.is_open
        )
        runner = Runner(database, account=mine[0], episode=mine[1].id)
        before = rows(database)
        assert imports_of(database, *(runner.account, runner.episode)) == []
        day = (mine[1].facts.onset - on(0)).days + 1
        brought = table_of(runner, replace(walk(day), id="w"), replace(run(day + 1), id="r"))
        assert rows(database) != before
        undo_import(database, runner.account, brought, now=NOW)
        assert rows(database) == before


def test_an_own_export_read_into_an_empty_account_is_undone_whole(runner: Runner) -> None:
    runner.check(FLAGGED)
    runner.session(replace(walk(5), id="w"))
    (archive,) = read(zipped(runner.database))
    other = replace(archive.episode, site=Site.GLUTEAL)
    archives = [archive._replace(episode=other, keeping=EpisodeLifecycle(opened_at=LATER))]
    whose = runner.database, BOB, 2
    episodes.end_episode(*whose, episodes.CloseReason.MISTAKE, today=on(9))
    before = rows(runner.database)
    imports.import_archives(runner.database, BOB, archives, now=NOW)
    new = max(view.id for view in episodes.all_episodes(runner.database, BOB))
    (brought,) = imports_of(runner.database, BOB, new)
    assert brought.is_new
    with pytest.raises(ReasonNeeded):
        undo_import(runner.database, BOB, brought.id, now=NOW)
    undo_import(runner.database, BOB, brought.id, reason=REASON, now=NOW)
    assert rows(runner.database) == before
