"""The care log by its owner, and closed to everybody else."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta
from typing import TYPE_CHECKING

import pytest

from tests.builders import on
from tests.services.conftest import ALICE, BOB, NOW
from tracker.content.care import CareEntry, CareKind
from tracker.services.diary import care
from tracker.services.errors import CannotUndo, NotFound

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.services.conftest import Runner

ICE = CareEntry(
    id="ice", date=on(3), time=time(9), kind=CareKind.ICE, minutes=15, note="after work"
)
TODAY = on(10)


def save(runner: Runner, entry: CareEntry = ICE) -> int:
    change = care.save(runner.database, ALICE, ALICE, entry, today=TODAY, now=NOW)
    assert change is not None
    return change


def log(runner: Runner) -> list[CareEntry]:
    return care.log(runner.database, ALICE, ALICE)


def test_what_is_saved_is_what_is_read(runner: Runner) -> None:
    save(runner)
    assert log(runner) == [replace(ICE, entered_at=NOW)]
    assert care.find(runner.database, ALICE, ALICE, "ice") == replace(ICE, entered_at=NOW)


def test_the_latest_stands_first(runner: Runner) -> None:
    for id_, day, hour in (("a", 3, 9), ("b", 5, 8), ("c", 5, 20), ("d", 4, 7)):
        save(runner, replace(ICE, id=id_, date=on(day), time=time(hour)))
    assert [entry.id for entry in log(runner)] == ["c", "b", "d", "a"]


def test_an_edit_keeps_when_it_was_entered(runner: Runner) -> None:
    save(runner)
    later = NOW + timedelta(hours=1)
    longer = replace(ICE, minutes=20)
    care.edit(runner.database, ALICE, ALICE, longer, today=TODAY, now=later)
    assert log(runner) == [replace(longer, entered_at=NOW)]


def test_undoing_an_addition_takes_the_entry_away_and_its_deletion_brings_it_back(
    runner: Runner,
) -> None:
    save(runner)
    deleted = care.delete(runner.database, ALICE, ALICE, "ice", now=NOW)
    assert log(runner) == []
    care.undo(runner.database, ALICE, ALICE, deleted, now=NOW)
    assert log(runner) == [replace(ICE, entered_at=NOW)]
    added = save(runner, replace(ICE, id="more"))
    care.undo(runner.database, ALICE, ALICE, added, now=NOW)
    assert [entry.id for entry in log(runner)] == ["ice"]


def test_a_change_is_undone_once(runner: Runner) -> None:
    added = save(runner)
    care.undo(runner.database, ALICE, ALICE, added, now=NOW)
    with pytest.raises(CannotUndo):
        care.undo(runner.database, ALICE, ALICE, added, now=NOW)


@pytest.mark.parametrize("write", [care.save, care.edit])
def test_tomorrow_cannot_be_logged(runner: Runner, write: Callable[..., object]) -> None:
    save(runner)
    with pytest.raises(ValueError, match="after today"):
        write(runner.database, ALICE, ALICE, replace(ICE, date=on(11)), today=TODAY, now=NOW)


def test_nobody_else_reads_or_writes_the_log(runner: Runner) -> None:
    added = save(runner)
    database = runner.database
    for episode in (ALICE, BOB):
        with pytest.raises(NotFound):
            care.find(database, BOB, episode, "ice")
        with pytest.raises(NotFound):
            care.edit(database, BOB, episode, ICE, today=TODAY, now=NOW)
        with pytest.raises(NotFound):
            care.delete(database, BOB, episode, "ice", now=NOW)
        with pytest.raises(NotFound):
            care.undo(database, BOB, episode, added, now=NOW)
    with pytest.raises(NotFound):
        care.log(database, BOB, ALICE)
    with pytest.raises(NotFound):
        care.save(database, BOB, ALICE, ICE, today=TODAY, now=NOW)
    assert care.log(database, BOB, BOB) == []
    assert log(runner) == [replace(ICE, entered_at=NOW)]
