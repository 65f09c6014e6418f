"""What is written out comes back as it was, to the last character."""

from __future__ import annotations

import csv
from datetime import date
from io import BytesIO, StringIO
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exchange.own_format.strategies import NOTES, diaries
from tests.exchange.own_format.written import write_diary
from tracker.entries.cells import (
    from_metres,
    from_seconds,
    from_text,
    to_metres,
    to_seconds,
    to_text,
)
from tracker.exchange.own_format.days_csv import days_csv
from tracker.exchange.own_format.diary_csv import read_diary
from tracker.exchange.own_format.zip_or_folder import zip_chunks
from tracker.progression.protocol_document.reader import shipped

if TYPE_CHECKING:
    from tracker.progression.diary import Diary

FORMULA_STARTS = "=+-@\t\r\n＝＋－＠﹦﹢﹣﹫⁼⁺₌₊−"
FREE_TEXT = {"note", "id"}


def packed(diary: Diary) -> bytes:
    return b"".join(zip_chunks(write_diary(diary)))


@pytest.mark.slow
@given(diaries())
def test_a_diary_comes_back_identical_and_writes_the_same_bytes_again(diary: Diary) -> None:
    content = packed(diary)
    read = read_diary(BytesIO(content))
    assert read.diary == diary
    assert read.notices == ()
    assert packed(read.diary) == content


@pytest.mark.slow
@given(diaries())
@settings(max_examples=25)
def test_days_derived_from_the_files_are_those_derived_from_the_diary(diary: Diary) -> None:
    until = date(2026, 5, 12)
    back = read_diary(BytesIO(packed(diary))).diary
    assert [*days_csv(shipped(), back, until)] == [*days_csv(shipped(), diary, until)]


@pytest.mark.slow
@given(diaries())
@settings(max_examples=25)
def test_no_free_text_begins_as_a_formula_and_numbers_are_left_alone(diary: Diary) -> None:
    files = write_diary(diary)
    for name in ("check_ins.csv", "sessions.csv"):
        for row in csv.DictReader(StringIO("".join(files[name]), newline="")):
            for column, cell in row.items():
                if column in FREE_TEXT:
                    assert not cell.startswith(tuple(FORMULA_STARTS))
                else:
                    assert not cell.startswith("'")


@given(NOTES)
def test_free_text_comes_back_even_if_it_begins_with_an_apostrophe(text: str) -> None:
    assert to_text(from_text(text)) == text


@pytest.mark.parametrize("start", FORMULA_STARTS)
def test_what_a_spreadsheet_could_take_for_a_formula_is_guarded(start: str) -> None:
    text = f"{start}1+1"
    assert from_text(text) == f"'{text}"
    assert to_text(from_text(text)) == text


def test_an_apostrophe_of_ones_own_is_left_as_it_is() -> None:
    assert to_text("'tis better") == from_text("'tis better") == "'tis better"
    assert from_text("=1+1") == "'=1+1"
    assert to_text("'=1+1") == "=1+1"
    assert from_text("'=1+1") == "''=1+1"
    assert from_text("") == to_text("") == ""


@given(st.integers(0, 24 * 60 * 60))
def test_every_whole_second_survives_as_minutes(seconds: int) -> None:
    written = from_seconds(seconds)
    assert to_seconds(written) == seconds
    assert len(written.partition(".")[2]) <= 4


def test_minutes_are_written_as_people_would() -> None:
    assert [from_seconds(s) for s in (0, 30, 90, 100, 1800, 36000, None)] == [
        "0", "0.5", "1.5", "1.6667", "30", "600", "",
    ]  # fmt: skip


@given(st.integers(0, 1_000_000))
def test_every_whole_metre_survives_as_kilometres(metres: int) -> None:
    assert to_metres(from_metres(metres)) == metres
