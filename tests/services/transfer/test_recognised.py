"""A row of a table that is in the diary already is known again, though it was edited."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import TYPE_CHECKING

import pytest

from tests.builders import MINUTE, check_in, on, walk
from tests.services.conftest import ALICE, NOW, Runner
from tracker.exchange.own_format.archive import Archive, named
from tracker.exchange.own_format.episode_lifecycle import EpisodeLifecycle
from tracker.progression.diary import CheckIn, Moment, SessionLog
from tracker.services.diary import entries
from tracker.services.errors import NotFound
from tracker.services.injury import episodes
from tracker.services.transfer import imports

if TYPE_CHECKING:
    from tracker.services.transfer.import_outcome import Imported

FIRST, SECOND = walk(3, 35, at=None), walk(3, 60, at=None)


def read_in(runner: Runner, *rows: CheckIn | SessionLog, unless_alike: bool = True) -> Imported:
    """Read rows of a table in, which have no ids of their own."""
    view = episodes.episode(runner.database, ALICE, 1)
    check_ins = named([row for row in rows if isinstance(row, CheckIn)])
    sessions = named([row for row in rows if isinstance(row, SessionLog)])
    keeping = EpisodeLifecycle(opened_at=view.opened_at)
    archives = [Archive(view.episode, keeping, check_ins, sessions)]
    outcome = imports.import_archives(
        runner.database, ALICE, archives, unless_alike=unless_alike, now=NOW
    )
    (imported,) = outcome.episodes
    return imported


@pytest.mark.parametrize(
    "edited",
    [
        replace(FIRST, note="typed later"),
        replace(FIRST, pain=2, sensation=None),
        replace(FIRST, seconds=36 * MINUTE),
        replace(FIRST, time=time(18)),
    ],
)
def test_an_edited_row_is_the_one_that_is_here(runner: Runner, edited: SessionLog) -> None:
    assert read_in(runner, FIRST, SECOND).added == 2
    again = read_in(runner, edited, SECOND)
    assert (again.added, again.known) == (0, 1)
    ((given, stored),) = again.alike
    assert (given.note, stored.note) == (edited.note, "")
    assert read_in(runner, edited, SECOND, unless_alike=False).added == 1


def test_each_entry_is_but_one_row_and_the_likest(runner: Runner) -> None:
    read_in(runner, FIRST, replace(FIRST, note="the second"))
    again = read_in(
        runner,
        replace(FIRST, note="the second", pain=3),
        replace(FIRST, pain=3),
        replace(FIRST, note="a third"),
    )
    assert again.added == 1
    assert [pair.stored.note for pair in again.alike] == ["the second", ""]


def test_a_session_of_a_watch_is_pointed_out_and_one_of_another_time_is_added(
    runner: Runner,
) -> None:
    runner.session(replace(walk(3, 33, at=time(16, 5)), id="watch"))
    (pair,) = read_in(runner, replace(walk(3, 35, at=time(16)), note="row")).alike
    assert pair.stored.id == "watch"
    assert read_in(runner, walk(3, 35, at=time(9))).added == 1


def test_a_check_in_is_known_by_its_part_of_the_day(runner: Runner) -> None:
    morning = check_in(3, 2, at=None, moment=Moment.WAKING)
    read_in(runner, morning)
    again = read_in(runner, replace(morning, pain=3), replace(morning, moment=Moment.EVENING))
    assert (again.added, len(again.alike)) == (1, 1)


def test_what_is_alike_is_not_touched(runner: Runner) -> None:
    read_in(runner, FIRST)
    (pair,) = read_in(runner, replace(FIRST, note="typed later")).alike
    stored = entries.find_session(runner.database, ALICE, 1, pair.stored.id)
    assert (stored.note, stored.date) == ("", on(3))
    with pytest.raises(NotFound):
        entries.find_session(runner.database, ALICE, 1, pair.given.id)
