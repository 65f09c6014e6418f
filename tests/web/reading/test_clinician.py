"""The clinician's page and its PDF: the same words, the runner's choices, nobody else's eyes."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from tests.web.diaries import good_check_in
from tests.web.pages import text_of, words_of
from tracker import paths

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from werkzeug.test import TestResponse

    from tests.web.pages import PageClient


def read(answer: TestResponse) -> str:
    assert (answer.status_code, answer.mimetype) == (200, "application/pdf")
    pages = PdfReader(BytesIO(answer.data)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def note(client: PageClient) -> None:
    client.submit("/check-in", pain="3", sensation="pain", note="On the stairs.")


@pytest.mark.slow
@pytest.mark.usefixtures("signed_in")
def test_page_and_pdf_say_the_same(client: PageClient) -> None:
    note(client)
    page, paper = words_of(client.get("/clinician")), read(client.get("/clinician.pdf"))
    for said in (
        "Return-to-running summary", "Left hamstring, onset 1 April 2026", "Protect",
        "onset 3 · worst 3 · now 3", "worst on 1 May", "checked in on 1 of 31 days",
        "No runs in these days.",
        "1 April 2026 to 1 May 2026", "return-to-run-1",
    ):  # fmt: skip
        assert said in page, said
        assert said in paper, said


@pytest.mark.slow
@pytest.mark.usefixtures("signed_in")
def test_initials_stand_there_unless_the_whole_name_is_wanted(client: PageClient) -> None:
    note(client)
    assert "Ada" not in read(client.get("/clinician.pdf"))
    assert "A. ·" in read(client.get("/clinician.pdf"))
    assert "Ada" in read(client.get("/clinician.pdf?who=name"))
    lead = client.page("/clinician?who=name").find(".//p[@class='lead']")
    assert text_of(lead).startswith("Ada")


@pytest.mark.slow
@pytest.mark.usefixtures("signed_in")
def test_notes_stand_there_only_if_they_are_wanted(client: PageClient) -> None:
    note(client)
    for address in ("/clinician", "/clinician?who=name&first="):
        assert "stairs" not in words_of(client.get(address))
    assert "stairs" not in read(client.get("/clinician.pdf"))
    assert "On the stairs." in words_of(client.get("/clinician?notes=y"))
    assert "On the stairs." in read(client.get("/clinician.pdf?notes=y"))


@pytest.mark.usefixtures("signed_in")
def test_days_and_paper_can_be_chosen(client: PageClient) -> None:
    answer = client.get("/clinician.pdf?first=2026-04-10&last=2026-04-20&paper=letter")
    assert "10 April 2026 to 20 April 2026" in read(answer)
    assert float(PdfReader(BytesIO(answer.data)).pages[0].mediabox.width) == 612
    assert 'filename="running-2026-04-20.pdf"' in answer.headers["Content-Disposition"]


@pytest.mark.usefixtures("signed_in")
def test_choices_that_cannot_be_are_explained_on_the_page(client: PageClient) -> None:
    asked = "first=2026-04-20&last=2026-04-10"
    answer = client.get(f"/clinician.pdf?{asked}")
    assert (answer.status_code, answer.headers["Location"]) == (303, f"/clinician?{asked}")
    page = client.get(f"/clinician?{asked}")
    assert page.status_code == 422
    assert "The last day has to come after the first" in words_of(page)
    assert client.get("/clinician?who=everybody").status_code == 422


@pytest.mark.usefixtures("signed_in")
def test_what_was_chosen_stays_chosen(client: PageClient) -> None:
    page = client.page("/clinician?who=name&notes=y&first=2026-04-10")
    checked = {e.get("value") for e in page.iter("input") if e.get("checked") is not None}
    assert checked == {"name", "a4", "y"}
    (way,) = [a for a in page.iter("a") if text_of(a) == "All days since it began"]
    assert "who=name" in (way.get("href") or "")


@pytest.mark.slow
@pytest.mark.usefixtures("signed_in")
def test_an_unchanged_pdf_is_not_sent_again(client: PageClient) -> None:
    note(client)
    tag = {"If-None-Match": client.get("/clinician.pdf").headers["ETag"]}
    assert client.get("/clinician.pdf", headers=tag).status_code == 304
    assert client.get("/clinician.pdf?paper=letter", headers=tag).status_code == 200
    assert client.get("/clinician.pdf?notes=y", headers=tag).status_code == 200


@pytest.mark.usefixtures("with_account")
@pytest.mark.parametrize("address", ["/clinician", "/clinician.pdf", "/progress/sheet.svg"])
def test_nobody_reads_it_without_signing_in(client: PageClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 303
    assert "/sign-in" in answer.headers["Location"]


@pytest.mark.usefixtures("signed_in")
def test_it_is_found_from_more_and_from_progress(client: PageClient) -> None:
    good_check_in(client)
    for address in ("/more", "/progress"):
        links = [a.get("href") for a in client.page(address).iter("a")]
        assert "/clinician" in links


@pytest.mark.browser
@pytest.mark.usefixtures("signed_in")
def test_the_printed_page_leaves_out_what_is_to_press(client: PageClient, browser: Browser) -> None:
    note(client)
    html = client.get("/clinician").get_data(as_text=True)
    sheets = [(paths.STATIC / "css" / f"{name}.css").read_text() for name in ("print", "report")]
    page = browser.new_page()
    page.set_content(html)
    page.emulate_media(media="print")
    for sheet in sheets:
        page.add_style_tag(content=f"@media print {{ {sheet} }}")
    assert not page.get_by_role("button").first.is_visible()
    assert page.get_by_role("heading", name="Return-to-running summary").is_visible()
    page.close()
