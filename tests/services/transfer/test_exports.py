"""Export, wipe, import: the same decisions, and the same bytes on the next export."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from tests.builders import check_in, good_morning, on, session, walk
from tests.databases import fresh
from tests.exchange.own_format.strategies import diaries as made_up_diaries
from tests.services.conftest import ALICE, BOB, NOW, Runner, open_database
from tests.services.diary.test_refold import assert_stored_as_folded
from tests.services.transfer.lived_in import (
    lived_in,
    marks,
    one_account,
    read,
    standings,
    zipped,
)
from tracker.exchange.own_format.archive import Archive, write_archive
from tracker.exchange.own_format.episode_lifecycle import EpisodeLifecycle
from tracker.exchange.own_format.zip_or_folder import zip_chunks
from tracker.exchange.parse_errors import FilesError
from tracker.progression.diary import Diary, Kind
from tracker.services.errors import NotFound
from tracker.services.transfer import demo, exports, imports
from tracker.storage.database import Database


@pytest.mark.slow
def test_export_wipe_import_gives_identical_bytes_and_decisions(
    runner: Runner, wiped: Database
) -> None:
    lived_in(runner)
    content = zipped(runner.database)
    episodes = imports.import_archives(wiped, 9, read(content), now=NOW).episodes
    assert [(e.is_new, e.check_ins, e.sessions, e.care, e.known) for e in episodes] == [
        (True, 8, 3, 1, 0),
        (True, 0, 0, 0, 0),
    ]
    assert [d.date for d in episodes[0].deviations] == [on(8)]
    assert zipped(wiped, 9) == content
    assert standings(wiped, 9) == standings(runner.database, ALICE)
    assert marks(wiped) == marks(runner.database)


@pytest.mark.slow
def test_the_made_up_diary_of_the_demo_survives_too(tmp_path: Path, wiped: Database) -> None:
    database = open_database(tmp_path / "demo.db")
    demo.fill(database, NOW)
    content = zipped(database, 3)
    imports.import_archives(wiped, 9, read(content), now=NOW)
    assert zipped(wiped, 9) == content
    assert marks(wiped) == marks(database)
    database.close()


@pytest.mark.slow
def test_any_diary_that_was_read_is_exported_and_imported_to_the_byte() -> None:
    _given_many(5)


@pytest.mark.slow
def test_any_of_very_many_diaries_is_exported_and_imported_to_the_byte() -> None:
    _given_many(100)


def _given_many(examples: int) -> None:
    @given(made_up_diaries())
    @settings(max_examples=examples, suppress_health_check=[HealthCheck.too_slow])
    def check(diary: Diary) -> None:
        _comes_back(diary)

    check()


def _comes_back(diary: Diary) -> None:
    made_up = Archive(
        diary.episode,
        EpisodeLifecycle(opened_at=NOW),
        [_storable(c) for day in diary.days.values() for c in day.check_ins],
        [_storable(s) for day in diary.days.values() for s in day.sessions],
    )
    first = _imported((made_up,))
    assert _imported(read(first[0])) == first


def _imported(given_archives: tuple[Archive, ...]) -> tuple[bytes, object]:
    """What a database exports, and what is decided in it, after importing into an empty one."""
    with tempfile.TemporaryDirectory() as folder:
        database = Database(fresh(Path(folder) / "diary.db", one_account))
        imports.import_archives(database, 9, given_archives, now=NOW)
        assert_stored_as_folded(Runner(database, account=9, episode=1))
        content = zipped(database, 9)
        decided = standings(database, 9), marks(database)
        database.close()
        return content, decided


def _storable(entry: Any) -> Any:
    return replace(entry, id=f"x{entry.id}", note="".join(c for c in entry.note if c.isprintable()))


def test_importing_again_changes_nothing(runner: Runner) -> None:
    lived_in(runner)
    content = zipped(runner.database)
    episodes = imports.import_archives(runner.database, ALICE, read(content), now=NOW).episodes
    assert [(e.is_new, e.added, e.different) for e in episodes] == [(False, 0, 0), (False, 0, 0)]
    assert episodes[0].known == 12
    assert zipped(runner.database) == content


def test_what_was_deleted_since_comes_back_and_is_noted(runner: Runner) -> None:
    runner.check(replace(good_morning(1), id="c1"))
    content = zipped(runner.database)
    runner.delete_check_in("c1")
    (episode,) = imports.import_archives(runner.database, ALICE, read(content), now=NOW).episodes
    assert (episode.check_ins, episode.known) == (1, 0)
    (archive,) = exports.all_archives(runner.database, ALICE)
    assert [a.action for a in archive.audit] == ["create", "delete", "create"]


def test_an_entry_that_was_changed_since_stays_as_it_is(runner: Runner) -> None:
    runner.check(replace(good_morning(1), id="c1"))
    content = zipped(runner.database)
    runner.change_check_in(replace(check_in(1, 4), id="c1"))
    (episode,) = imports.import_archives(runner.database, ALICE, read(content), now=NOW).episodes
    assert (episode.added, episode.known, episode.different) == (0, 1, 1)
    (archive,) = exports.all_archives(runner.database, ALICE)
    assert [c.pain for c in archive.check_ins] == [4]


def test_a_run_that_comes_in_between_two_others_marks_the_later_one(runner: Runner) -> None:
    for number in range(8):
        runner.check(replace(good_morning(number), id=f"c{number}"))
    runner.session(replace(walk(6), id="walk"))
    runner.session(replace(session(7, Kind.WALK_JOG, 30, walk=25, jog=5, bout=1), id="run-7"))
    (archive,) = read(zipped(runner.database))
    earlier = replace(session(6, Kind.WALK_JOG, 30, walk=25, jog=5, bout=1), id="run-6")
    changed = archive._replace(sessions=[*archive.sessions, earlier])
    (episode,) = imports.preview(runner.database, ALICE, (changed,), now=NOW).episodes
    assert [d.date for d in episode.deviations] == [on(6)]
    assert [(r.date, "rest-between-runs" in r.rules) for r in episode.redecided.runs] == [
        (on(7), True)
    ]


def test_a_preview_says_what_will_happen_and_changes_nothing(
    runner: Runner, wiped: Database
) -> None:
    lived_in(runner)
    given_archives = read(zipped(runner.database))
    expected = imports.preview(wiped, 9, given_archives, now=NOW).episodes
    assert exports.all_archives(wiped, 9) == []
    assert imports.import_archives(wiped, 9, given_archives, now=NOW).episodes == expected


def test_nothing_of_a_zip_is_taken_in_when_a_second_episode_is_open(
    runner: Runner, wiped: Database
) -> None:
    (archive,) = read(zipped(runner.database))
    later = archive._replace(
        keeping=replace(archive.keeping, opened_at=NOW.replace(year=2027)),
        episode=replace(archive.episode, onset=on(30)),
        folder="2/",
    )
    with pytest.raises(FilesError, match=r"2/episode.json: is another open episode"):
        imports.import_archives(wiped, 9, (archive, later), now=NOW)
    assert exports.all_archives(wiped, 9) == []


def test_nobody_takes_away_the_episode_of_another_account(runner: Runner) -> None:
    with pytest.raises(NotFound):
        exports.archive_of(runner.database, BOB, 1)
    assert exports.archive_of(runner.database, ALICE, 1).folder == ""


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('2026-05-01T10:00:00Z,check_in,c1,create,,"{""pain"":""x""}",,', "no line that"),
        ("2026-05-01T10:00:00Z,decision,2026-05-01,cleared,,{},,", "no line that"),
        ("2026-05-01T10:00:00Z,check_in,c1,invent,,,,", "no line that"),
        ("2026-05-01T10:00:00Z,check_in,c1,create,,[1],,", "audit.csv, line 2, after"),
        ("yesterday,check_in,c1,create,,,,", "audit.csv, line 2, at: 'yesterday'"),
    ],
)
def test_a_record_of_edits_that_nobody_wrote_here_is_refused(
    runner: Runner, wiped: Database, line: str, message: str
) -> None:
    (archive,) = exports.all_archives(runner.database, ALICE)
    files = {
        name: "".join(lines)
        for name, lines in write_archive(archive._replace(folder=""), on(10)).items()
    }
    files["audit.csv"] += line + "\r\n"
    content = b"".join(zip_chunks({name: [text] for name, text in files.items()}))
    with pytest.raises(FilesError, match=message):
        imports.import_archives(wiped, 9, read(content), now=NOW)
