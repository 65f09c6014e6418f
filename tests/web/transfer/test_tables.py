"""A table is read in only as it was shown: every entry, every question, every row left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.web.pages import words_of
from tests.web.transfer.test_imports import table

if TYPE_CHECKING:
    from werkzeug.test import TestResponse

    from tests.web.pages import PageClient

pytestmark = pytest.mark.usefixtures("signed_in")

WALKS = (
    "Date,Type,Duration,Distance,Pain",
    "2026-04-28,Walk,1:30:00,6.9,",
    "2026-04-29,Bike,30:00,,2",
)


def again(client: PageClient, page: TestResponse, **answers: str) -> TestResponse:
    return client.submit(page.request.full_path, {**answers, "again": "yes"})


def exported(client: PageClient) -> str:
    return client.get("/export/sessions.csv").get_data(as_text=True)


def test_every_entry_is_shown_with_its_hours_distance_and_score(client: PageClient) -> None:
    words = words_of(table(client, *WALKS))
    assert "28 April 2026 Walk 1 h 30 min 6.9 km Not said" in words
    assert "29 April 2026 Bike 30 min 2" in words
    assert "Distances without a unit were read as kilometres." in words


def test_another_unit_is_looked_at_before_it_counts(client: PageClient) -> None:
    page = table(client, *WALKS)
    words = words_of(again(client, page, distances="mi"))
    assert "28 April 2026 Walk 1 h 30 min 11.104 km" in words
    assert exported(client).count("\n") == 1


def test_a_sport_that_is_not_known_is_other_unless_it_is_said_to_be_something(
    client: PageClient,
) -> None:
    page = table(client, "date,type,minutes", "2026-04-28,Tennis,30", "2026-04-29,Gardening,30")
    words = words_of(page)
    assert "Read as other, which counts as no walk and no run: 'Tennis', 'Gardening'." in words
    client.submit(page.request.full_path, {"kinds-1": "strength:Gardening"})
    assert [line.split(",")[2] for line in exported(client).splitlines()[1:]] == [
        "other",
        "strength",
    ]


def test_a_word_that_may_be_a_run_has_to_be_said(client: PageClient) -> None:
    page = table(client, "date,type,minutes", "2026-04-28,Easy,30")
    assert "'Easy' may be a run or something else" in words_of(page)
    assert client.submit(page.request.full_path).status_code == 422
    done = client.submit(page.request.full_path, {"kinds-0": "run:Easy"})
    assert done.status_code == 303
    assert "2026-04-28,,run,30,0,30," in exported(client)


def test_a_column_that_may_tell_of_pain_is_asked_about(client: PageClient) -> None:
    page = table(client, "date,type,minutes,hamstring", "2026-04-28,walk,30,3")
    assert "hamstring: may tell of pain" in words_of(page)
    assert client.submit(page.request.full_path).status_code == 422
    unread = again(client, page, **{"columns-3": ""})
    assert "28 April 2026 Walk 30 min Not said" in words_of(unread)
    read = again(client, page, **{"columns-3": "pain"})
    assert "28 April 2026 Walk 30 min 3" in words_of(read)


def test_faulty_rows_are_left_out_by_choice_and_listed(client: PageClient) -> None:
    page = table(client, "date,pain", "2026-04-28,1", "2026-04-99,1", "2026-04-29,2")
    assert "Some rows cannot be read" in words_of(page)
    looked = again(client, page, leave_out="y")
    words = words_of(looked)
    assert "To be added: 2 check-ins." in words
    assert "Left out, for they cannot be read" in words
    assert "line 3, date: '2026-04-99'" in words
    done = client.submit(page.request.full_path, {"leave_out": "y"})
    assert done.status_code == 303
    words = words_of(client.get(done.location))
    assert "2 entries added." in words
    assert "Left out: 1 row, of line 3." in words


@pytest.mark.slow
def test_a_row_that_is_here_already_is_pointed_out_and_added_by_choice(client: PageClient) -> None:
    lines = (
        "Date,Type,Duration,Distance,Note",
        "2026-04-20,Walk,35:00,3.0,",
        "2026-04-22,Walk,40:00,3.3,",
    )
    client.submit(table(client, *lines).request.full_path)
    before = exported(client)
    edited = (lines[0], "2026-04-20,Walk,35:00,3.0,a note typed later", lines[2])
    page = table(client, *edited)
    words = words_of(page)
    assert "1 row looks like an entry that is here already." in words
    assert "20 April 2026: Walk, 35 min, here as Walk, 35 min" in words
    assert "Nothing here is new." in words
    assert exported(client) == before
    twice = again(client, page, add_alike="y")
    assert "To be added: 1 session." in words_of(twice)
    client.submit(page.request.full_path, {"add_alike": "y"})
    assert exported(client).count("\n") == before.count("\n") + 1


def test_entries_before_the_injury_are_said_to_be_so(client: PageClient) -> None:
    words = words_of(table(client, "date,pain", "2025-04-28,1", "2026-04-29,2"))
    assert (
        "1 entry is dated before the injury began: kept and shown, but read for no decision."
        in words
    )


def test_a_row_a_day_gives_check_in_and_run(client: PageClient) -> None:
    page = table(client, "date,pain,run minutes", "2026-04-28,1,20", "2026-04-29,2,")
    assert "To be added: 2 check-ins, 1 session." in words_of(page)
    assert client.submit(page.request.full_path).status_code == 303


def test_a_long_table_is_shown_whole(client: PageClient) -> None:
    rows = [f"2026-04-{day:02},1" for day in range(1, 31)]
    words = words_of(table(client, "date,pain", *rows))
    assert "The other 15" in words
    assert words.count("Check-in 1, pain") == 30
