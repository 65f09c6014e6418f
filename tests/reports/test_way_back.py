"""When running may be as before: a range with its reason, or that it cannot be said yet."""

from __future__ import annotations

import re

import pytest

from tests.builders import check_in, diary, on
from tests.charts.diaries import PROTOCOL, DecidedDiary, decided, eventful, nothing, obedient
from tracker.progression.diary import Diary, DiaryDay
from tracker.reports.progress_words import way_back_sentences
from tracker.reports.way_back import NotYet, WayBack, way_back

A_DATE = re.compile(r"\d+ \w+ 20\d\d")


def way_of(story: DecidedDiary) -> WayBack | None:
    return way_back(PROTOCOL, story.diary, story.outcomes, story.way_home)


def with_a_painful_morning(days: int, painful: int) -> DecidedDiary:
    """A course that obeys but for one morning, which costs a step; then nothing more is run."""
    book = obedient(days).diary
    hurt = DiaryDay.of([check_in(painful, 1)], [])
    return decided(Diary(book.episode, {**book.days, on(painful): hurt}), days)


def test_who_did_as_well_as_can_be_has_no_later_end() -> None:
    way = way_of(obedient(30))
    assert way is not None
    assert (way.days, way.gained) == (24, 24)
    assert way.at_pace == way.earliest
    assert not way.is_a_range
    assert way_back_sentences(way)[0].startswith("If every answer from now on is good, ")


def test_who_went_back_has_a_later_end_with_its_reason() -> None:
    way = way_of(with_a_painful_morning(30, 20))
    assert way is not None
    assert way.earliest is not None
    assert way.at_pace is not None
    assert way.gained < way.days
    assert way.at_pace > way.earliest
    between, why = way_back_sentences(way)
    assert "if every answer from now on is good" in between
    assert "if it goes on as it has" in between
    assert f"In the {way.days} days since you first jogged" in why


@pytest.mark.parametrize(
    ("story", "why"),
    [
        (nothing, NotYet.NO_JOGGING),
        (lambda: obedient(15), NotYet.TOO_EARLY),
        (eventful, NotYet.NO_GAIN),
    ],
)
def test_what_cannot_be_said_is_not_and_says_why(story: object, why: NotYet) -> None:
    assert callable(story)
    way = way_of(story())
    assert way is not None
    assert (way.not_yet, way.at_pace) == (why, None)
    assert way_back_sentences(way)[0].startswith("It cannot be said yet: ")


def test_locked_running_has_no_date() -> None:
    locked = decided(diary(check_in(0, 4, red_flags=["U1"])), 0)
    way = way_of(locked)
    assert way == WayBack(None, not_yet=NotYet.LOCKED)
    assert not A_DATE.search(" ".join(way_back_sentences(way)))


def test_a_return_needs_no_way() -> None:
    assert way_of(obedient(60)) is None


@pytest.mark.parametrize("days", [0, 5, 12, 20, 26, 30, 44, 50])
def test_every_sentence_with_a_date_has_a_condition_and_the_earliest_says_if(days: int) -> None:
    for story in (obedient(days), with_a_painful_morning(days, min(days, 20))):
        way = way_of(story)
        for sentence in way_back_sentences(way) if way else ():
            if A_DATE.search(sentence) or "earliest" in sentence:
                assert re.search(r"\b[Ii]f\b", sentence), sentence
