"""An import is worked out before the lock, so that others can save meanwhile."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from tests.builders import good_morning, run, walk
from tests.services.conftest import ALICE, NOW
from tests.services.diary.test_refold import assert_stored_as_folded
from tests.services.transfer.undoing import archive_of
from tracker.progression import timeline as timeline_
from tracker.services.transfer import import_plan, imports
from tracker.storage.database import Database

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    import pytest

    from tests.services.conftest import Runner
    from tracker.progression.timeline import DayOutcome
    from tracker.storage.database import Transaction
    from tracker.storage.places import Place


class Watched(Database):
    """A database that says when somebody is about to write in it."""

    def __init__(self, place: Place, before_writing: Callable[[], object]) -> None:
        super().__init__(place)
        self._before_writing = before_writing

    @contextmanager
    def writing(
        self, account_id: int | None = None, *, keys: Collection[str] = ()
    ) -> Iterator[Transaction]:
        self._before_writing()
        with super().writing(account_id, keys=keys) as tx:
            yield tx


def test_every_day_is_decided_before_anybody_has_to_wait(
    runner: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    happened: list[str] = []
    timeline = timeline_.timeline

    def noted(*given: Any) -> Iterator[DayOutcome]:
        happened.append("decided")
        return timeline(*given)

    monkeypatch.setattr(import_plan, "timeline", noted)
    database = Watched(runner.database.place, lambda: happened.append("locked"))
    for_alice = [archive_of(runner, replace(run(2, 20), id="file"))]
    imports.preview(database, ALICE, for_alice, now=NOW)
    imports.import_archives(database, ALICE, for_alice, now=NOW)
    database.close()
    assert happened == ["decided", "locked"] * 2


def test_what_is_saved_while_an_import_is_worked_out_counts(runner: Runner) -> None:
    """The run of the file is beside one that was saved meanwhile: both are decided as they are."""
    runner.check(good_morning(2))
    for_alice = [archive_of(runner, replace(run(4, 20), id="file"), replace(walk(3, 30), id="way"))]
    database = Watched(runner.database.place, lambda: runner.insist(replace(run(3, 20), id="own")))
    outcome = imports.import_archives(database, ALICE, for_alice, now=NOW)
    database.close()
    assert outcome.episodes[0].added == 2
    (deviation,) = outcome.episodes[0].deviations
    assert "rest-between-runs" in deviation.rules
    assert_stored_as_folded(runner)
