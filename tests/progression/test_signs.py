"""Warning signs: what opens and closes them, and which edit takes one out of force."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.builders import check_in, diary, episode, on
from tracker.progression.episode import CarriedSign, Clearance
from tracker.progression.protocol_document.reader import shipped
from tracker.progression.signs import taken_away
from tracker.progression.timeline import stand


@pytest.mark.parametrize(
    ("cleared_at", "entered_at", "locked"),
    [(9, 8, False), (9, 9, False), (9, 10, True), (None, 10, True), (9, None, True)],
)
def test_a_clearance_covers_what_was_entered_before_it_as_far_as_that_is_known(
    cleared_at: int | None, entered_at: int | None, *, locked: bool
) -> None:
    def at(hour: int | None) -> datetime | None:
        return None if hour is None else datetime(2026, 4, 6, hour, tzinfo=UTC)

    word = Clearance(date=on(5), by="Dr Okafor", entered_at=at(cleared_at))
    sign = replace(check_in(5, 1, red_flags=("E4",)), entered_at=at(entered_at))
    book = diary(sign, replace(check_in(5, 1), id="other"), of=episode(clearances=[word]))
    standing = stand(shipped(), book, on(6)).standing
    assert (standing.locked_on is not None) == locked
    assert (standing.locked_by == ("E4",)) == locked


def test_what_an_edit_takes_out_of_force() -> None:
    facts = episode(clearances=[Clearance(date=on(2), by="Dr Ada")])
    old = check_in(5, 1, red_flags=["E1", "R1"])
    assert taken_away(facts, old, None) == ("E1",)
    assert taken_away(facts, old, replace(old, red_flags=("none",))) == ("E1",)
    assert taken_away(facts, old, replace(old, red_flags=("E1",), pain=2)) == ()
    assert taken_away(facts, old, replace(old, date=on(-1))) == ("E1",), "nothing is read there"
    assert taken_away(facts, old, replace(old, date=on(1))) == ("E1",), (
        "a clearance covers it there"
    )
    covered = replace(old, date=on(1))
    assert taken_away(facts, covered, replace(covered, date=on(0))) == ()


def test_where_no_time_is_known_a_clearance_of_that_day_covers_no_sign_of_a_check_in() -> None:
    facts = episode(clearances=[Clearance(date=on(5), by="Dr Ada", covers=("E1",))])
    old = check_in(6, 1, red_flags=["E1", "E2"])
    assert taken_away(facts, old, replace(old, date=on(5))) == ()
    assert taken_away(facts, old, replace(old, date=on(4))) == ("E1",)


def test_moved_to_the_onset_a_sign_stands() -> None:
    old = check_in(6, 1, red_flags=["E1"])
    assert taken_away(episode(), old, replace(old, date=on(0))) == ()
    assert taken_away(episode(), replace(old, date=on(0)), replace(old, date=on(-1))) == ("E1",)
    before = replace(old, date=on(-2))
    assert taken_away(episode(), before, replace(old, date=on(-1))) == ()


def test_of_several_clearances_one_that_covers_a_sign_is_enough() -> None:
    words = [Clearance(date=on(day), by="Dr Ada") for day in (1, 7)]
    old = check_in(5, 1, red_flags=["E1"])
    facts = episode(clearances=words[:1])
    assert taken_away(facts, old, replace(old, date=on(0))) == ("E1",)
    both = episode(clearances=words)
    assert taken_away(both, replace(old, date=on(8)), replace(old, date=on(6))) == ("E1",)


def test_a_carried_sign_locks_from_its_own_day_on_once() -> None:
    carried = replace(episode(), carried_signs=(CarriedSign(date=on(3), flags=("E1",)),))
    days = [stand(shipped(), diary(of=carried), on(day)).standing for day in (2, 3, 5)]
    assert [day.locked_on for day in days] == [None, on(3), on(3)]
    assert [len(day.open_signs) for day in days] == [0, 1, 1]


def test_a_clearance_closes_what_it_names_and_leaves_the_rest_open() -> None:
    word = Clearance(date=on(2), by="Dr Ada", covers=("E1",))
    signs = diary(check_in(0, 1, red_flags=("E1", "U2", "R1")), of=episode(clearances=[word]))
    days = [stand(shipped(), signs, on(day)).standing.locked_by for day in (0, 1, 2)]
    assert days == [("E1", "U2"), ("E1", "U2"), ("U2",)]
