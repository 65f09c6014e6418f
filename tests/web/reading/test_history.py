"""History, export, progress and the explanation: everything recorded can be seen and taken away."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

import pytest

from tests.web.conftest import TODAY
from tests.web.diaries import good_check_in, ladder_from
from tests.web.pages import text_of, words_of
from tracker.progression.rules import RULES

if TYPE_CHECKING:
    from tests.web.conftest import Clock, SignedIn
    from tests.web.pages import PageClient
    from tracker.storage.database import Database


@pytest.mark.usefixtures("signed_in")
def test_history_shows_every_day_of_a_month_with_its_decision_gaps_included(
    client: PageClient,
) -> None:
    good_check_in(client)
    page = client.page("/history?month=2026-04")
    days = [li for li in page.iter("li") if li.get("class") == "day"]
    assert [day.get("id") for day in days] == [f"2026-04-{n:02d}" for n in range(30, 0, -1)]
    assert all("Hold" in text_of(day) and "Nothing recorded." in text_of(day) for day in days)
    assert "No pain" in words_of(client.get("/history"))


@pytest.mark.usefixtures("signed_in")
def test_history_begins_at_onset_and_ends_today_whatever_month_is_asked_for(
    client: PageClient,
) -> None:
    for month in ("0000-01", "1970-01", "9999-12", "soon", "", "2026-13"):
        assert client.get(f"/history?month={month}").status_code == 200
    assert "May 2026" in words_of(client.get("/history?month=9999-12"))


@pytest.mark.usefixtures("signed_in")
def test_an_entry_before_onset_is_shown_apart(client: PageClient) -> None:
    client.submit("/check-in?date=2026-03-20", time="07:00", pain="2", sensation="pain")
    words = words_of(client.get("/history?month=2026-03"))
    assert "Kept, but not read for any decision. Friday 20 March" in words
    assert "Pain 2" in words


def test_the_three_files_hold_what_was_recorded_and_decided(
    client: PageClient, signed_in: SignedIn, clock: Clock, database: Database
) -> None:
    ladder_from(database, signed_in, TODAY, clock())
    client.submit("/check-in", pain="0", sensation="soreness", note='"=1+1"\nsecond line')
    client.submit("/session", kind="bike", minutes="12:30", distance_km="3.2")
    check_ins, sessions, days = (
        list(csv.DictReader(StringIO(client.get(f"/export/{name}").get_data(as_text=True))))
        for name in ("check_ins.csv", "sessions.csv", "days.csv")
    )
    assert check_ins[-1]["pain"] == "0"
    assert check_ins[-1]["note"] == '"=1+1"\nsecond line'
    assert (sessions[-1]["minutes"], sessions[-1]["pain"]) == ("12.5", "")
    assert days[-1]["date"] == "2026-05-01"
    assert (days[-1]["stage"], days[-1]["decision"]) == ("walk_jog", "cleared")
    assert len(days) == 31


@pytest.mark.usefixtures("signed_in")
def test_a_file_is_named_kept_by_nobody_and_linked_from_its_page(client: PageClient) -> None:
    answer = client.get("/export/days.csv")
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="days.csv"'
    links = [a.get("href") for a in client.page("/export").iter("a")]
    assert {f"/export/{name}" for name in ("check_ins.csv", "sessions.csv", "days.csv")} <= set(
        links
    )
    assert client.get("/export/secret_key").status_code == 404


@pytest.mark.usefixtures("signed_in")
def test_progress_without_entries_says_what_will_be_there(client: PageClient) -> None:
    assert "Nothing to draw yet" in words_of(client.get("/progress"))


@pytest.mark.slow
@pytest.mark.usefixtures("signed_in")
def test_progress_shows_a_picture_a_sentence_and_a_table(client: PageClient) -> None:
    client.submit("/check-in", pain="3", sensation="pain")
    page = client.page("/progress")
    figure = page.find(".//figure")
    assert figure is not None
    image = figure.find(".//img")
    assert image is not None
    caption = text_of(figure.find("figcaption"))
    assert image.get("alt") == caption
    assert len(caption) > 20
    rows = [[text_of(cell) for cell in row] for row in page.iter("tr")]
    assert next(row for row in rows if row[0] == "2026-05-01")[3:5] == ["3", "pain"]
    for source in (image.get("src"), *(s.get("srcset") for s in figure.iter("source"))):
        answer = client.get(source or "")
        assert (answer.status_code, answer.mimetype) == (200, "image/svg+xml")


@pytest.mark.usefixtures("signed_in")
def test_a_picture_is_sent_again_only_when_it_changed(client: PageClient) -> None:
    url = "/progress/recovery.svg?theme=dark"
    first = client.get(url)
    tag = {"If-None-Match": first.headers["ETag"]}
    assert first.headers["Cache-Control"] == "private, no-cache"
    again = client.get(url, headers=tag)
    assert (again.status_code, again.data) == (304, b"")
    assert client.get("/progress/recovery.svg?theme=light", headers=tag).status_code == 200
    good_check_in(client)
    assert client.get(url, headers=tag).status_code == 200
    client.delete_cookie("return_to_run")
    assert client.get(url, headers=tag).status_code == 303


@pytest.mark.usefixtures("signed_in")
def test_what_is_not_yet_cleared_says_so_on_today_and_in_the_history(client: PageClient) -> None:
    client.submit("/session", kind="bike", minutes="20", pain="0", sensation="none")
    client.submit("/session", kind="walk", minutes="20", pain="0", sensation="none")
    for page in ("/", "/history"):
        words = words_of(client.get(page))
        assert words.count("not yet cleared") == 1
        assert "nothing felt · not yet cleared" in words


def test_what_the_last_day_of_a_month_opened_is_cleared_on_the_first_of_the_next(
    client: PageClient, signed_in: SignedIn, clock: Clock, database: Database
) -> None:
    ladder_from(database, signed_in, TODAY, clock())
    client.submit("/session", kind="bike", minutes="20", pain="0", sensation="none")
    words = words_of(client.get("/history"))
    assert "Bike, 20 min" in words
    assert "not yet cleared" not in words


@pytest.mark.usefixtures("signed_in")
def test_an_unknown_theme_or_size_is_a_missing_page(client: PageClient) -> None:
    assert client.get("/progress/recovery.svg?theme=pink").status_code == 404
    assert client.get("/progress/recovery.svg?size=huge").status_code == 404


def test_how_this_decides_shows_every_rule_and_number_with_its_origin_to_anyone(
    client: PageClient,
) -> None:
    page = client.page("/how-this-decides")
    ids = {element.get("id") for element in page.iter()}
    assert set(RULES) <= ids
    assert "number-pain_allowed" in ids
    words = text_of(page.find(".//main"))
    for origin in ("Said by a source document", "Published", "Our own default"):
        assert origin in words
    assert ": 1 days" not in words
    assert "You go one step back after pain of 2 or more during the run, stopping early" in words
    inner = {a.get("href") for a in page.iter("a") if (a.get("href") or "").startswith("#number")}
    assert {f"{href}"[1:] for href in inner} <= ids
