"""What decisions stand on is pinned: another engine or protocol decides every day anew."""

from __future__ import annotations

import datetime as dt
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import update

from tests.builders import check_in, good_morning, on
from tests.services.conftest import ALICE, BOB, NOW, Runner
from tracker.language import basis as words
from tracker.progression.engine import ENGINE_VERSION
from tracker.progression.protocol import Stage
from tracker.progression.protocol_document import reader
from tracker.services.diary import basis, integrity
from tracker.services.errors import NotFound
from tracker.storage.diary import standings
from tracker.storage.tables.diary import DailyStandingRow

if TYPE_CHECKING:
    from collections.abc import Iterator

LATER = NOW + dt.timedelta(days=1)


@pytest.fixture
def runner(runner: Runner) -> Runner:
    """The diary of Alice and that of Bob as they are after a start of the tracker."""
    basis.decide_anew(runner.database, NOW - dt.timedelta(days=30))
    return runner


def written_by_the_engine_before(runner: Runner, **columns: object) -> None:
    """Days as an earlier engine left them: its own answers, its own checkpoints."""
    with runner.database.writing() as tx:
        mine = update(DailyStandingRow).where(DailyStandingRow.episode_id == runner.episode)
        old = {"engine": 1, "protocol_digest": "", "checkpoint": None}
        tx.execute(mine.values(old | columns))


@contextmanager
def protocol_with(monkeypatch: pytest.MonkeyPatch, **numbers: int) -> Iterator[None]:
    shipped = reader.shipped()
    changed = replace(shipped, numbers=replace(shipped.numbers, **numbers))
    with monkeypatch.context() as patch:
        patch.setitem(reader._dropped_in, shipped.id, changed)
        yield


def test_nothing_is_decided_anew_while_nothing_changed(runner: Runner) -> None:
    runner.check(good_morning(0))
    assert basis.decide_anew(runner.database, NOW) == 0
    assert basis.latest(runner.database, ALICE, runner.episode, now=NOW) is None


def test_days_of_an_earlier_engine_are_decided_anew_and_the_runner_is_told(runner: Runner) -> None:
    runner.check(good_morning(0))
    runner.check(replace(good_morning(1), id="b"))
    written_by_the_engine_before(runner, stage="walk_jog", step=3)
    assert integrity.faults(runner.database)
    assert basis.decide_anew(runner.database, NOW) == 1
    assert integrity.faults(runner.database) == []
    change = basis.latest(runner.database, ALICE, runner.episode, now=LATER)
    assert change is not None
    assert (change.engine_changed, change.before) == (True, (Stage.WALK_JOG, 3))
    assert change.after == (Stage.CROSS_TRAIN, 1)
    assert basis.decide_anew(runner.database, NOW) == 0


def test_days_of_other_numbers_are_decided_anew(
    runner: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    runner.check(good_morning(0))
    runner.check(replace(good_morning(1), id="b"))
    with protocol_with(monkeypatch, pain_free_days=5):
        assert basis.decide_anew(runner.database, NOW) == 2  # Bob's too
        assert integrity.faults(runner.database) == []
        change = basis.latest(runner.database, ALICE, runner.episode, now=NOW)
    assert change is not None
    assert not change.engine_changed
    assert (change.before[0], change.after[0]) == (Stage.CROSS_TRAIN, Stage.PROTECT)


def test_it_is_told_for_a_week_and_to_its_own_runner(runner: Runner) -> None:
    runner.check(check_in(0, 3))
    written_by_the_engine_before(runner, stage="walk_jog", step=3)
    basis.decide_anew(runner.database, NOW)
    late = NOW + basis.SHOWN_FOR + dt.timedelta(seconds=1)
    assert basis.latest(runner.database, ALICE, runner.episode, now=late) is None
    with pytest.raises(NotFound):
        basis.latest(runner.database, BOB, runner.episode, now=NOW)


def test_what_changed_nothing_is_on_record_and_not_told(runner: Runner) -> None:
    runner.check(check_in(0, 3))
    written_by_the_engine_before(runner)
    assert basis.decide_anew(runner.database, NOW) == 1
    assert basis.latest(runner.database, ALICE, runner.episode, now=NOW) is None


def test_every_stored_day_says_what_decided_it(runner: Runner) -> None:
    runner.check(good_morning(3))
    with runner.database.reading() as tx:
        (stored,) = standings.bases(tx)[runner.episode]
    assert stored == standings.running("return-to-run-1")
    assert stored.engine == ENGINE_VERSION


def test_the_words_say_what_changed() -> None:
    assert "other rules" in words.why(engine_changed=True)
    assert "numbers" in words.why(engine_changed=False)
    before, after = (Stage.WALK_JOG, 3), (Stage.PROTECT, 2)
    assert words.where(before, before) == ""
    assert words.where(before, after).count("step") == 2
    days = [dt.date(2026, 4, day) for day in range(1, 6)]
    assert words.runs(days, ()).endswith("and 2 more.")
    assert words.runs((), ()) == ""


def test_the_days_with_another_answer_are_told_the_latest_first(runner: Runner) -> None:
    runner.check(good_morning(0))
    runner.check(replace(good_morning(1), id="b"))
    written_by_the_engine_before(runner, decision="cleared")
    basis.decide_anew(runner.database, NOW)
    change = basis.latest(runner.database, ALICE, runner.episode, now=NOW)
    assert change is not None
    assert [(day.date, day.before, day.after) for day in change.days] == [
        (on(1), "cleared", "hold"),
        (on(0), "cleared", "hold"),
    ]


def test_what_was_put_away_is_not_told_again(runner: Runner) -> None:
    runner.check(check_in(0, 3))
    written_by_the_engine_before(runner, decision="cleared")
    basis.decide_anew(runner.database, NOW)
    with pytest.raises(NotFound):
        basis.put_away(runner.database, BOB, runner.episode, now=NOW)
    assert basis.latest(runner.database, ALICE, runner.episode, now=NOW) is not None
    basis.put_away(runner.database, ALICE, runner.episode, now=NOW)
    assert basis.latest(runner.database, ALICE, runner.episode, now=NOW) is None
    written_by_the_engine_before(runner, decision="cleared")
    basis.decide_anew(runner.database, LATER)
    assert basis.latest(runner.database, ALICE, runner.episode, now=LATER) is not None, "news again"
