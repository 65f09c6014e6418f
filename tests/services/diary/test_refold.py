"""Whatever is entered, edited, deleted or undone: what is stored is what the fold says."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    invariant,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import select, text

from tests.builders import check_in, good_morning, on, planned, session, walk
from tests.services.conftest import NOW, Runner, open_database
from tracker.progression.diary import Kind, Moment, Sensation
from tracker.progression.ladder import Prescription
from tracker.progression.review import mark_for, place_of
from tracker.progression.rules import verdict
from tracker.progression.timeline import timeline
from tracker.services.diary.refold import protocol_of
from tracker.services.diary.refusal import Refusal
from tracker.services.errors import CannotUndo, ReasonNeeded
from tracker.services.ownership import own_episode
from tracker.storage.diary import diaries, standings
from tracker.storage.errors import StorageError
from tracker.storage.tables.diary import DailyStandingRow, SessionRow

if TYPE_CHECKING:
    from tracker.progression.diary import CheckIn, SessionLog
    from tracker.progression.timeline import DayOutcome

DAYS = st.integers(-2, 60)


@st.composite
def _check_ins(draw: st.DrawFn) -> CheckIn:
    pain = draw(st.sampled_from([0, 0, 0, 0, 0, 1, 3, 8]))
    moment = draw(st.sampled_from([Moment.WAKING, Moment.WAKING, Moment.DAY, Moment.EVENING]))
    flags = draw(st.sampled_from([(), (), (), (), (), (), ("E1",), ("R1",)]))
    entry = check_in(draw(DAYS), pain, moment=moment, red_flags=flags)
    return replace(entry, painkiller=draw(st.sampled_from([False] * 6 + [True])))


@st.composite
def _sessions(draw: st.DrawFn) -> SessionLog:
    day = draw(DAYS)
    sensation = draw(st.sampled_from([Sensation.NONE] * 6 + [Sensation.SHARP]))
    if draw(st.booleans()):
        return replace(walk(day), sensation=sensation)
    return session(day, Kind.WALK_JOG, 25, walk=20, jog=5, bout=1, sensation=sensation)


def fold(runner: Runner) -> list[DayOutcome]:
    """The whole course as far as it is stored, folded from onset without any checkpoint."""
    with runner.database.reading() as db:
        episode = own_episode(db, runner.account, runner.episode)
        diary = diaries.load(db, episode).diary()
        last = standings.last_day(db, runner.key)
        if last is None:
            assert not diary.days
            return []
        assert last >= diary.last_day
        return list(timeline(protocol_of(episode), diary, last))


def assert_stored_as_folded(runner: Runner) -> None:
    outcome = fold(runner)
    with runner.database.reading() as db:
        stored = list(db.scalars(select(DailyStandingRow).order_by(DailyStandingRow.date)))
        runs = {row.uid: row for row in db.scalars(select(SessionRow))}
    assert [(row.date, row.stage, row.step, row.decision, row.worst_pain) for row in stored] == [
        (
            day.standing.day,
            place_of(day.standing)[0].value,
            place_of(day.standing)[1],
            verdict(day.protocol, day.standing).decision.word,
            day.standing.today.worst,
        )
        for day in outcome
    ]
    for row, day in zip(stored, outcome, strict=False):
        if row.checkpoint is not None:
            assert standings.from_json(row.checkpoint) == day.standing
    for day in outcome:
        for assessed in day.runs:
            run = runs[assessed.run.id]
            assert (run.deviation is not None) == assessed.is_deviation
            assert run.exempt == assessed.exempt
            assert run.deviation == mark_for(assessed, entered=None)


def test_a_session_moved_to_another_day_keeps_its_place_among_those_of_the_same_minute(
    runner: Runner,
) -> None:
    """A run, and a ride that hurt, at one time: which came first decides what the run is worth."""
    for day in range(3):
        runner.check(replace(good_morning(day), id=f"c{day}"))
    same = time(16)
    runner.session(replace(walk(1), time=same, id="walk"))
    hurt = replace(session(0, Kind.BIKE, 20, sensation=Sensation.SHARP), time=same, id="bike")
    runner.session(replace(planned(2, Prescription(240, 60, 5)), time=same, id="run"))
    runner.session(hurt)
    runner.change_session(replace(hurt, date=on(2)))
    assert_stored_as_folded(runner)


class Diarist(RuleBasedStateMachine):
    """Somebody who enters, edits, deletes and undoes in any order, on any day."""

    checked = Bundle("checked")
    done = Bundle("done")
    undoable = Bundle("undoable")

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        self.runner = Runner(open_database(Path(self._folder.name) / "tracker.sqlite3"))
        self._count = 0

    def _uid(self) -> str:
        self._count += 1
        return f"entry-{self._count}"

    @rule(target=checked, entry=_check_ins())
    def check(self, entry: CheckIn) -> str:
        return self.runner.check(replace(entry, id=self._uid())).uid

    @rule(target=done, entry=_sessions())
    def do(self, entry: SessionLog) -> str:
        return self.runner.insist(replace(entry, id=self._uid())).uid

    @rule(target=undoable, uid=checked, entry=_check_ins())
    def change_check_in(self, uid: str, entry: CheckIn) -> int | None:
        return self.runner.change_check_in(replace(entry, id=uid), reason="a slip").change_id

    @rule(target=undoable, uid=done, entry=_sessions())
    def change_session(self, uid: str, entry: SessionLog) -> int | None:
        changed = self.runner.change_session(replace(entry, id=uid))
        if isinstance(changed, Refusal):
            proof = changed.fingerprint
            changed = self.runner.change_session(replace(entry, id=uid), confirmed=proof)
        assert not isinstance(changed, Refusal)
        return changed.change_id

    @rule(uid=consumes(checked))
    def delete_check_in(self, uid: str) -> None:
        self.runner.delete_check_in(uid, reason="a slip")

    @rule(uid=consumes(done), undo=st.booleans())
    def delete_session(self, uid: str, undo: bool) -> None:  # noqa: FBT001 - drawn
        deleted = self.runner.delete_session(uid)
        if undo:
            self.runner.undo(deleted.change_id)

    @rule(change=consumes(undoable))
    def undo(self, change: int | None) -> None:
        try:
            self.runner.undo(change)
        except (CannotUndo, ReasonNeeded):  # a sign is not taken back by the way
            return

    @invariant()
    def what_is_stored_is_what_the_fold_says(self) -> None:
        assert_stored_as_folded(self.runner)

    def teardown(self) -> None:
        self.runner.database.close()
        self._folder.cleanup()


_LEISURELY = settings(
    deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@pytest.mark.slow
def test_any_edits_leave_stored_what_the_fold_says() -> None:
    few = settings(_LEISURELY, max_examples=4, stateful_step_count=20)
    run_state_machine_as_test(Diarist, settings=few)


@pytest.mark.slow
def test_very_many_edits_leave_stored_what_the_fold_says() -> None:
    many = settings(_LEISURELY, max_examples=25, stateful_step_count=40)
    run_state_machine_as_test(Diarist, settings=many)


@pytest.mark.slow
def test_a_long_diary_resumed_from_a_checkpoint_ends_as_the_whole_fold(
    runner: Runner,
) -> None:
    for day in range(60):
        runner.check(replace(check_in(day, 2 if day < 3 else 0), id=f"c{day}"))
        if day == 5:
            runner.session(replace(walk(day), id="walk"))
        if day > 5 and day % 2 == 0:
            done = session(day, Kind.WALK_JOG, 25, walk=20, jog=5, bout=1)
            runner.insist(replace(done, id=f"r{day}"))
    assert_stored_as_folded(runner)
    runner.delete_check_in("c20")
    runner.change_check_in(replace(check_in(3, 5), id="c3"))
    assert_stored_as_folded(runner)


def test_a_sign_is_folded_with_the_time_at_which_it_is_stored(runner: Runner) -> None:
    """Which clearance covers it hangs on that time, at once and when it is read again."""
    runner.check(replace(check_in(0, red_flags=("E1",)), id="sign"))
    with runner.database.reading() as db:
        checkpoint = standings.from_json(db.scalars(select(DailyStandingRow.checkpoint)).one())
    (sign,) = checkpoint.open_signs
    assert sign.entered_at == NOW
    assert_stored_as_folded(runner)


def test_raw_sql_cannot_put_an_unmarked_run_beside_a_run(runner: Runner) -> None:
    for day in range(3):
        runner.check(replace(check_in(day), id=f"c{day}"))
    runner.session(replace(walk(1), id="walk"))
    cleared = session(2, Kind.WALK_JOG, 25, walk=20, jog=5, bout=1)
    runner.session(replace(cleared, id="run"))
    for day in (1, 3):
        with pytest.raises(StorageError, match="adjacent run days"):
            _enter_raw(runner, day)


def _enter_raw(runner: Runner, day: int) -> None:
    insert = text(
        "INSERT INTO sessions (account_id, episode_id, uid, date, kind, jog_seconds, entered_at)"
        f" VALUES (1, 1, 'raw', '{on(day)}', 'run', 600, '2026-04-04 10:00:00')"
    )
    with runner.database.writing() as db:
        db.execute(insert)
