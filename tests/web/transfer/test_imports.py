"""Reading a diary in: shown first, all or nothing, and every file gets a clear answer."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from tests.web.pages import words_of

if TYPE_CHECKING:
    from werkzeug.test import TestResponse

    from tests.web.conftest import SignedIn
    from tests.web.pages import PageClient

pytestmark = pytest.mark.usefixtures("signed_in")


def send(client: PageClient, content: bytes, url: str = "/import") -> TestResponse:
    sent = client.submit(url, {"file": (BytesIO(content), "any.bin")})  # type: ignore[dict-item]
    return client.get(sent.location) if sent.status_code == 303 else sent


def table(client: PageClient, *lines: str) -> TestResponse:
    return send(client, "\n".join(lines).encode())


def test_an_export_comes_back_after_it_was_shown(client: PageClient) -> None:
    client.submit("/check-in", pain="0", sensation="soreness", note="schön")
    content = client.get("/export/everything.zip").get_data()
    words = words_of(send(client, content))
    assert "Nothing here is new." in words
    assert "1 entry is here already and stays as it is." in words
    assert client.get("/export/everything.zip").get_data() == content


def test_what_the_file_says_of_the_injury_itself_is_shown_as_not_taken_over(
    client: PageClient,
) -> None:
    content = client.get("/export/everything.zip").get_data()
    assert "Not taken over" not in words_of(send(client, content))
    other = changed(content, '"baseline_run_minutes": 40', '"baseline_run_minutes": 55')
    words = words_of(send(client, other))
    assert "Not taken over" in words
    assert "Minutes of the usual run: 55 in the file, 40 here." in words


def changed(packed: bytes, old: str, new: str) -> bytes:
    """A ZIP with a word changed in its files."""
    written = BytesIO()
    with zipfile.ZipFile(BytesIO(packed)) as given, zipfile.ZipFile(written, "w") as made:
        for name in given.namelist():
            made.writestr(name, given.read(name).replace(old.encode(), new.encode()))
    return written.getvalue()


def test_a_table_is_shown_with_its_columns_and_taken_in_when_confirmed(
    client: PageClient,
) -> None:
    page = table(client, "Datum;Pain level;Notes", "29.4.2026;3/10;grün", "30.4.2026;0;")
    words = words_of(page)
    assert "29 April 2026 Check-in 3, pain" in words
    assert "This is what will happen if you say yes, and nothing else" in words
    assert "To be added: 2 check-ins." in words
    done = client.submit(page.request.full_path, button="Add it to my diary")
    assert done.status_code == 303
    assert "2 entries added." in client.get(done.location).get_data(as_text=True)
    assert "Pain 3" in words_of(client.get("/history?month=2026-04"))


def test_columns_can_be_given_another_meaning(client: PageClient) -> None:
    page = table(client, "when,hurt,bad", "2026-04-29,3,5")
    url = page.request.full_path
    again = client.submit(url, {"columns-1": "", "columns-2": "pain", "again": "yes"})
    assert "To be added: 1 check-in." in words_of(again)
    done = client.submit(url, {"columns-1": "", "columns-2": "pain"})
    assert done.status_code == 303
    assert "Pain 5" in words_of(client.get("/history?month=2026-04"))


def test_a_date_that_may_be_either_is_said_and_can_be_read_the_other_way(
    client: PageClient,
) -> None:
    page = table(client, "date,pain", "4/3/2026,3")
    sentence = "A date like '4/3/2026' can mean two days. It was read as"
    assert f"{sentence} 4 March 2026. If that is wrong" in words_of(page)
    again = client.submit(page.request.full_path, {"dates": "month", "again": "yes"})
    assert f"{sentence} 3 April 2026. If that is wrong" in words_of(again)


def test_an_instant_is_a_day_of_the_runner(client: PageClient) -> None:
    page = table(client, "date,pain", "2026-04-28T23:30:00Z,3")
    assert "29 April 2026, 01:30 Check-in 3, pain" in words_of(page)


def test_two_columns_cannot_mean_the_same(client: PageClient) -> None:
    url = table(client, "when,hurt,bad", "2026-04-29,3,5").request.full_path
    answer = client.submit(url, {"columns-2": "pain"})
    assert answer.status_code == 422
    assert "Two columns cannot both be “Pain”." in words_of(answer)


def test_a_run_too_soon_is_shown_as_a_deviation_before_it_is_added(client: PageClient) -> None:
    page = table(client, "date,activity,minutes", "2026-04-28,run,20", "2026-04-29,run,20")
    words = words_of(page)
    assert "To be added: 2 sessions." in words
    assert "These runs were not cleared." in words
    assert "29 April 2026: " in words
    assert "it follows a run day" in words


def test_a_fault_names_line_column_and_value_and_nothing_is_added(client: PageClient) -> None:
    page = table(client, "date,pain", "2026-04-29,3", "2026-04-31,2", "2026-04-30,eleven")
    words = words_of(page)
    assert "your file, line 3, date: '2026-04-31' must be a date" in words
    assert "your file, line 4, pain: 'eleven' must be a whole number" in words
    assert client.get("/export/check_ins.csv").get_data(as_text=True).count("\n") == 1


@pytest.mark.slow
@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "Choose a file first"),
        (b"PK\x03\x04 broken", "is neither a folder nor a whole ZIP file"),
        (b"hello", "needs a first line that names its columns"),
        (bytes(500), "is not text"),
    ],
)
def test_what_is_no_diary_gets_a_clear_answer(
    client: PageClient, content: bytes, message: str
) -> None:
    answer = send(client, content)
    assert answer.status_code == 422
    assert message in words_of(answer)


@pytest.mark.slow
def test_a_zip_bomb_gets_a_clear_answer(client: PageClient) -> None:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("episode.json", bytes(200_000_000))
    answer = send(client, packed.getvalue())
    assert "episode.json: is larger than 50 MB" in words_of(answer)


def test_a_file_of_200_mb_is_refused(client: PageClient) -> None:
    answer = client.post("/import", data={"file": (BytesIO(bytes(21_000_000)), "a.csv")})
    assert answer.status_code == 413
    assert "too large" in words_of(answer)
    assert client.post("/check-in", data={"note": "x" * 2_000_000}).status_code == 413


def test_a_table_with_one_id_on_two_entries_is_refused_with_its_line(client: PageClient) -> None:
    text = words_of(table(client, "date,pain,id", "2026-04-20,0,one", "2026-04-21,3,one"))
    assert "line 3, id: 'one' is there twice, on different entries" in text


def test_a_file_of_somebody_else_is_not_found(client: PageClient, signed_in: SignedIn) -> None:
    del signed_in
    answer = client.get("/import/preview?file=" + "0" * 64)
    assert answer.status_code == 303


def test_what_a_table_did_not_ask_is_said(client: PageClient) -> None:
    words = words_of(table(client, "date,pain,limp", "2026-04-29,3,yes"))
    assert "The table did not ask about painkiller, red flags" in words
    words = words_of(table(client, "date,activity,minutes", "2026-04-28,bike,20"))
    assert "The table did not ask about limp, stopped early" in words
