"""Saving, refusing, re-deciding and undoing, on a real database."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from tests.builders import check_in, good_morning, on, run, session, walk
from tests.services.conftest import BOB, NOW, Runner
from tracker.language.sentences import changes
from tracker.progression.diary import Kind, Mark, Sensation
from tracker.services.diary import entries
from tracker.services.diary.refusal import Refusal
from tracker.services.errors import CannotUndo, NotFound
from tracker.storage.tables.audit import ChangeRow
from tracker.storage.tables.diary import CheckInRow, SessionRow

if TYPE_CHECKING:
    from tracker.progression.diary import CheckIn, SessionLog


def _named(entry: CheckIn, uid: str) -> CheckIn:
    return replace(entry, id=uid)


def _step_one(day: int, uid: str) -> SessionLog:
    """Step 1 done as planned."""
    done = session(day, Kind.WALK_JOG, 25, walk=20, jog=5, bout=1)
    return replace(done, id=uid)


def _to_the_ladder(runner: Runner) -> None:
    """Pain-free days 0 to 3, the walk on day 1: the ladder is open from day 2."""
    for day in range(4):
        runner.check(_named(good_morning(day), f"c{day}"))
    runner.session(replace(walk(1), id="walk"))


def _marks(runner: Runner) -> dict[str, Mark | None]:
    with runner.database.reading() as db:
        rows = db.scalars(select(SessionRow).where(SessionRow.episode_id == runner.episode))
        return {row.uid: row.deviation for row in rows if row.jog_seconds}


def test_a_cleared_run_is_stored_without_a_mark(runner: Runner) -> None:
    _to_the_ladder(runner)
    runner.session(_step_one(2, "run"))
    assert _marks(runner) == {"run": None}


def test_a_run_on_the_day_after_a_run_is_refused_and_nothing_is_stored(runner: Runner) -> None:
    _to_the_ladder(runner)
    runner.session(_step_one(2, "run"))
    refused = runner.try_session(_step_one(3, "next"))
    assert isinstance(refused, Refusal)
    assert [finding.rule for finding in refused.findings] == ["rest-between-runs"]
    assert _marks(runner) == {"run": None}


def test_the_refusal_names_the_next_possible_date_as_things_stand(runner: Runner) -> None:
    runner.today = 3
    _to_the_ladder(runner)
    runner.session(_step_one(2, "run"))
    refused = runner.try_session(_step_one(3, "next"))
    assert isinstance(refused, Refusal)
    assert refused.next_run == on(4)


def test_what_already_happened_is_recorded_as_a_confirmed_deviation(runner: Runner) -> None:
    _to_the_ladder(runner)
    runner.session(_step_one(2, "run"))
    runner.insist(_step_one(3, "next"))
    assert _marks(runner) == {"run": None, "next": Mark.CONFIRMED}


def test_a_confirmation_holds_only_for_the_findings_it_was_given_for(runner: Runner) -> None:
    _to_the_ladder(runner)
    runner.session(_step_one(2, "run"))
    first = runner.try_session(_step_one(3, "next"))
    runner.check(_named(check_in(3, 2), "worse"))
    assert isinstance(first, Refusal)
    second = runner.try_session(_step_one(3, "next"), confirmed=first.fingerprint)
    assert isinstance(second, Refusal)
    assert "pain-gone" in {finding.rule for finding in second.findings}


def test_a_confirmation_holds_only_for_the_run_it_was_given_for(runner: Runner) -> None:
    _to_the_ladder(runner)
    runner.session(_step_one(2, "run"))
    refused = runner.try_session(_step_one(3, "next"))
    assert isinstance(refused, Refusal)
    longer = replace(_step_one(3, "next"), jog_seconds=900, longest_jog_seconds=900)
    assert isinstance(runner.try_session(longer, confirmed=refused.fingerprint), Refusal)


def test_a_run_before_a_run_day_is_refused_and_makes_the_later_one_a_deviation(
    runner: Runner,
) -> None:
    _to_the_ladder(runner)
    runner.session(_step_one(3, "later"))
    refused = runner.try_session(_step_one(2, "earlier"))
    assert isinstance(refused, Refusal)
    saved = runner.insist(_step_one(2, "earlier"))
    assert _marks(runner) == {"later": Mark.RE_DECIDED, "earlier": None}
    assert changes(saved.redecided) == [
        "Saturday 4 April: the run there is now recorded as a deviation (it follows a run day)."
    ]


def test_undoing_the_earlier_run_clears_the_later_one_again(runner: Runner) -> None:
    _to_the_ladder(runner)
    runner.session(_step_one(3, "later"))
    saved = runner.insist(_step_one(2, "earlier"))
    runner.undo(saved.change_id)
    assert _marks(runner) == {"later": None}


def test_a_run_without_a_check_in_before_it_is_refused_until_the_feeling_before_is_told(
    runner: Runner,
) -> None:
    _to_the_ladder(runner)
    run_later = _step_one(5, "run")
    refused = runner.try_session(run_later)
    assert isinstance(refused, Refusal)
    assert "check-in-today" in {finding.rule for finding in refused.findings}
    before = _named(check_in(5, at=run_later.time), "before")
    saved = runner.try_session(run_later, before=before)
    assert not isinstance(saved, Refusal)
    assert _marks(runner) == {"run": None}
    whose = runner.database, runner.account, runner.episode
    assert entries.find_check_in(*whose, "before").date == on(5)


def test_deleting_the_check_in_before_a_run_re_decides_the_run(runner: Runner) -> None:
    _to_the_ladder(runner)
    runner.session(_step_one(2, "run"))
    deleted = runner.delete_check_in("c2")
    assert _marks(runner) == {"run": Mark.RE_DECIDED}
    runner.undo(deleted.change_id)
    assert _marks(runner) == {"run": None}


def test_moving_a_run_beside_another_is_refused(runner: Runner) -> None:
    _to_the_ladder(runner)
    for day in (4, 5):
        runner.check(_named(good_morning(day), f"c{day}"))
    runner.session(_step_one(2, "first"))
    runner.session(_step_one(4, "second"))
    assert isinstance(runner.change_session(_step_one(3, "second")), Refusal)
    assert _marks(runner) == {"first": None, "second": None}


def test_a_known_deviation_can_be_edited_without_being_asked_again(runner: Runner) -> None:
    _to_the_ladder(runner)
    runner.session(_step_one(2, "run"))
    runner.insist(_step_one(3, "next"))
    edited = runner.change_session(replace(_step_one(3, "next"), note="in the rain"))
    assert not isinstance(edited, Refusal)
    assert _marks(runner)["next"] is Mark.CONFIRMED


def test_the_same_id_twice_is_stored_once(runner: Runner) -> None:
    first = runner.check(_named(good_morning(0), "one"))
    again = runner.check(_named(good_morning(0), "one"))
    assert (first.already, again.already) == (False, True)
    with runner.database.reading() as db:
        assert len(list(db.scalars(select(CheckInRow)))) == 1


def test_an_edit_can_be_undone_back_to_every_field(runner: Runner) -> None:
    first = replace(
        check_in(0, 3, limp=True, painkiller=True, red_flags=("R1",)), id="one", note="Ω $x$"
    )
    runner.check(first)
    edited = runner.change_check_in(_named(good_morning(0), "one"))
    runner.undo(edited.change_id)
    restored = entries.find_check_in(runner.database, runner.account, runner.episode, "one")
    assert replace(restored, entered_at=None) == first


def test_only_the_last_change_of_an_entry_can_be_undone_and_only_once(runner: Runner) -> None:
    first = runner.check(_named(good_morning(0), "one"))
    second = runner.change_check_in(_named(check_in(0, 1), "one"))
    with pytest.raises(CannotUndo):
        runner.undo(first.change_id)
    runner.undo(second.change_id)
    with pytest.raises(CannotUndo):
        runner.undo(second.change_id)
    runner.undo(first.change_id)


def test_the_record_of_changes_keeps_what_was_deleted(runner: Runner) -> None:
    runner.check(_named(check_in(0, 4), "one"))
    runner.delete_check_in("one")
    with runner.database.reading() as db:
        rows = list(db.scalars(select(ChangeRow).order_by(ChangeRow.id)))
    assert [row.action.value for row in rows] == ["create", "delete"]
    assert rows[1].before is not None
    assert rows[1].before["pain"] == 4


def test_an_entry_dated_after_today_is_refused(runner: Runner) -> None:
    runner.today = 3
    with pytest.raises(ValueError, match="after today"):
        runner.check(_named(good_morning(4), "one"))


def test_nobody_reaches_the_diary_of_another(runner: Runner) -> None:
    runner.check(_named(good_morning(0), "one"))
    stranger = Runner(runner.database, account=BOB, episode=1)
    for reach in (
        lambda: stranger.check(_named(good_morning(1), "two")),
        lambda: stranger.change_check_in(_named(check_in(0, 9), "one")),
        lambda: stranger.delete_check_in("one"),
        lambda: stranger.session(replace(walk(0), id="walk")),
        lambda: stranger.undo(1),
        lambda: entries.find_check_in(runner.database, BOB, 1, "one"),
    ):
        with pytest.raises(NotFound):
            reach()


def test_entries_before_onset_are_kept_and_decide_nothing(runner: Runner) -> None:
    runner.session(replace(run(-2), id="before"))
    runner.session(replace(run(-1), id="day-before"))
    assert _marks(runner) == {"before": None, "day-before": None}


def test_sharp_pain_on_the_bike_is_stored_with_its_score(runner: Runner) -> None:
    _to_the_ladder(runner)
    ride = session(3, Kind.BIKE, 20, pain=1, sensation=Sensation.SHARP)
    runner.session(replace(ride, id="ride"))
    refused = entries.save_session(
        runner.database,
        runner.account,
        runner.episode,
        replace(_step_one(3, "run"), time=None),
        today=on(3),
        now=NOW,
    )
    assert isinstance(refused, Refusal)
    assert "sharp-pain" in {finding.rule for finding in refused.findings}
