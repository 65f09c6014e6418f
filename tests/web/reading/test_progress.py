"""The progress page: a sentence, a chart drawn and sent once, and days that lead to History."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urljoin, urlsplit

import pytest

from tests.web.diaries import check_in, good_check_in
from tests.web.pages import text_of, words_of
from tracker import charts
from tracker.services.diary import entries
from tracker.web.kit.identity import TOKEN

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from flask import Flask

    from tests.web.conftest import Clock, SignedIn
    from tests.web.pages import PageClient
    from tracker.storage.database import Database

NAMES = ["recovery", "sheet"]
SIGNATURES = {
    "svg": (b"<?xml", "image/svg+xml"),
    "png": (b"\x89PNG", "image/png"),
    "pdf": (b"%PDF-", "application/pdf"),
}


def figures(page: Element) -> list[Element]:
    return list(page.iter("figure"))


def days_of(figure: Element) -> tuple[str, str]:
    image = figure.find(".//img")
    assert image is not None
    asked = parse_qs(urlsplit(image.get("src") or "").query)
    return asked["first"][0], asked["last"][0]


@pytest.mark.slow
@pytest.mark.usefixtures("signed_in")
def test_the_chart_has_a_picture_a_sentence_a_table_and_a_way_to_keep_it(
    client: PageClient,
) -> None:
    client.submit("/check-in", pain="3", sensation="pain")
    page = client.page("/progress")
    (figure,) = figures(page)
    image = figure.find(".//img")
    assert image is not None
    assert image.get("alt") == text_of(figure.find("figcaption"))
    assert "Pain and jogging in numbers" in [text_of(it) for it in page.iter("caption")]
    for source in (image.get("src"), *(s.get("srcset") for s in figure.iter("source"))):
        answer = client.get(source or "")
        assert (answer.status_code, answer.mimetype) == (200, "image/svg+xml")
    (keep,) = [a for a in page.iter("a") if a.get("download")]
    assert client.get(keep.get("href") or "").data.startswith(SIGNATURES["png"][0])


@pytest.mark.usefixtures("signed_in")
def test_the_page_answers_first_how_it_is_and_which_step(client: PageClient) -> None:
    assert text_of(client.page("/progress").find(".//p[@class='lead']")) == (
        "No answer yet; the ladder waits at step 1 of 9."
    )
    client.submit("/check-in", pain="3", sensation="pain")
    lead = text_of(client.page("/progress").find(".//p[@class='lead']"))
    assert lead == "Pain 3 of 10 today; the ladder waits at step 1 of 9."
    before = text_of(client.page("/progress?last=2026-04-30").find(".//p[@class='lead']"))
    assert before.startswith("On 30 April 2026: No answer yet")


@pytest.mark.slow
@pytest.mark.usefixtures("signed_in")
def test_every_day_of_the_chart_is_two_presses_from_its_history(client: PageClient) -> None:
    """Without scripts: the picture leads to a week, whose days lead to History."""
    good_check_in(client)
    parts = [a for a in figures(client.page("/progress"))[0].iter() if a.get("href")]
    assert [part.get("aria-label") for part in parts][-1] == ("Wednesday 29 April to Friday 1 May")
    reached = set()
    for part in parts:
        week = client.page(part.get("href") or "").find(".//*[@id='days']")
        assert week is not None
        for link in week.iter("a"):
            address, _, day = (link.get("href") or "").partition("#")
            assert client.page(address).find(f".//*[@id='{day}']") is not None
            reached.add(day)
    assert len(reached) == 31
    assert {"2026-04-01", "2026-05-01"} <= reached


@pytest.mark.usefixtures("signed_in")
def test_every_day_of_the_calendar_leads_to_its_history(client: PageClient) -> None:
    client.submit("/check-in", pain="3", sensation="pain")
    calendar = client.page("/progress").find(".//*[@class='calendar']")
    assert calendar is not None
    links = {a.get("href"): text_of(a) for a in calendar.iter("a")}
    assert len(links) == 31
    assert links["/history?month=2026-05#2026-05-01"] == "13: rest, pain 3"
    assert links["/history?month=2026-04#2026-04-02"] == "2: nothing recorded, no answer"


@pytest.mark.slow
@pytest.mark.usefixtures("signed_in")
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("suffix", SIGNATURES)
def test_every_chart_comes_in_every_format(client: PageClient, name: str, suffix: str) -> None:
    answer = client.get(f"/progress/{name}.{suffix}")
    signature, mimetype = SIGNATURES[suffix]
    assert answer.data.startswith(signature)
    assert answer.mimetype == mimetype


@pytest.mark.slow
@pytest.mark.usefixtures("signed_in")
def test_the_days_asked_for_are_those_of_every_chart(client: PageClient) -> None:
    good_check_in(client)
    for query, days in (
        ("", ("2026-04-01", "2026-05-01")),
        ("?first=2026-04-20&last=2026-04-29", ("2026-04-20", "2026-04-29")),
        ("?first=2020-01-01&last=2030-01-01", ("2026-04-01", "2026-05-01")),
        ("?first=&last=2026-04-29", ("2026-04-01", "2026-04-29")),
    ):
        page = client.page(f"/progress{query}")
        assert {days_of(figure) for figure in figures(page)} <= {days}


@pytest.mark.usefixtures("signed_in")
def test_the_last_six_weeks_are_one_press_away_once_there_are_more(
    client: PageClient, clock: Clock
) -> None:
    assert "The last 6 weeks" not in words_of(client.get("/progress"))
    clock.move(days=20)
    good_check_in(client)
    page = client.page("/progress")
    (way,) = [a for a in page.iter("a") if text_of(a) == "The last 6 weeks"]
    points = figures(client.page(urljoin("/progress", way.get("href"))))
    assert days_of(points[0]) == ("2026-04-10", "2026-05-21")


@pytest.mark.usefixtures("signed_in")
@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("first=soon", "Give the date as year-month-day"),
        ("first=2026-04-20&last=2026-04-10", "The last day has to come after the first"),
    ],
)
def test_days_that_cannot_be_are_explained_beside_the_field(
    client: PageClient, query: str, said: str
) -> None:
    good_check_in(client)
    answer = client.get(f"/progress?{query}")
    assert answer.status_code == 422
    assert said in words_of(answer)
    assert client.get(f"/progress/recovery.svg?{query}").status_code == 404


@pytest.mark.usefixtures("signed_in")
@pytest.mark.parametrize("address", ["nothing.svg", "recovery.gif", "recovery.svg?theme=pink"])
def test_an_unknown_chart_is_a_missing_page(client: PageClient, address: str) -> None:
    assert client.get(f"/progress/{address}").status_code == 404


@pytest.mark.usefixtures("signed_in")
def test_an_unchanged_chart_is_neither_told_nor_drawn_nor_sent_again(
    client: PageClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    good_check_in(client)
    first = client.get("/progress/recovery.svg")
    monkeypatch.setattr(charts, "draw_recovery", None)  # a call would be an error
    monkeypatch.setattr(charts, "recovery_series", None)
    again = client.get("/progress/recovery.svg", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    assert client.get("/progress/recovery.svg").data == first.data


@pytest.mark.usefixtures("signed_in")
def test_a_chart_is_another_one_in_another_language(client: PageClient) -> None:
    good_check_in(client)
    english = client.get("/progress/recovery.svg")
    german = client.get(
        "/progress/recovery.svg",
        headers={"Accept-Language": "de", "If-None-Match": english.headers["ETag"]},
    )
    assert german.status_code == 200
    assert ">Joggen</text>" in german.get_data(as_text=True)
    assert ">Jogging</text>" in english.get_data(as_text=True)
    assert client.get("/progress/recovery.svg").data == english.data


@pytest.mark.usefixtures("signed_in")
def test_the_page_itself_draws_nothing(client: PageClient, monkeypatch: pytest.MonkeyPatch) -> None:
    good_check_in(client)
    monkeypatch.setattr(charts, "draw_recovery", None)
    assert len(figures(client.page("/progress"))) == 1


def test_what_another_process_writes_is_drawn(
    signed_in: SignedIn, client: PageClient, database: Database, clock: Clock
) -> None:
    first = client.get("/progress/recovery.svg")
    entry = check_in(clock().date())
    entries.save_check_in(
        database, signed_in.account_id, signed_in.episode_id, entry,
        today=clock().date(), now=clock(),
    )  # fmt: skip
    tag = {"If-None-Match": first.headers["ETag"]}
    again = client.get("/progress/recovery.svg", headers=tag)
    assert again.status_code == 200
    assert again.data != first.data


@pytest.mark.usefixtures("signed_in")
def test_the_next_day_is_drawn_anew(client: PageClient, clock: Clock) -> None:
    first = client.get("/progress/recovery.svg")
    clock.move(days=1)
    tag = {"If-None-Match": first.headers["ETag"]}
    assert client.get("/progress/recovery.svg", headers=tag).status_code == 200


def test_many_ask_at_once_and_all_are_answered(signed_in: SignedIn, app: Flask) -> None:
    def ask(number: int) -> int:
        client = app.test_client()
        with client.session_transaction() as session:
            session[TOKEN] = signed_in.token
        return client.get(f"/progress/{NAMES[number % 2]}.svg?theme=dark").status_code

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(ask, range(16))) == {200}
