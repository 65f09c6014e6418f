"""Whatever is typed into a form: never an error page, never a page that cannot be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.web.pages import PageClient, preset

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

pytestmark = pytest.mark.slow

ODD = (
    "",
    " \t ",
    "\x00",
    "\x00\x01\x7f\x9f",
    "\u202eabc",
    "\ufffe\ufdd0",
    "x" * 20_000,
    "NaN",
    "-inf",
    "1e400",
    "-1",
    "1_0",
    "\u0663",
    "\u00b2",
    "9" * 5000,
    "0000-01-01",
    "9999-12-31",
    "2026-02-30",
    "25:61",
    "<script>alert(1)</script>",
    "{{ 7 * 7 }}",
    "' OR 1=1 --",
)
RAW = ("%ED%A0%80", "%FF%FE", "%00", "%")
PAGES = (
    "/episodes/1/edit",
    "/episodes/1/screen",
    "/episodes/1/end",
    "/clearance",
    "/numbers/pain_allowed",
    "/numbers/baseline_run_minutes",
    "/numbers/regular_medicine",
    "/numbers/step",
    "/more",
)


def form_of(client: PageClient, url: str) -> Element:
    return next(f for f in client.page(url).iter("form") if not f.get("action"))


def names_in(form: Element) -> set[str]:
    controls = (e.get("name") for tag in ("input", "select", "textarea") for e in form.iter(tag))
    return {name for name in controls if name} - {"csrf_token"}


def send_odd_answers(client: PageClient, url: str) -> None:
    """Send every odd answer in all fields at once, doubled, and as bytes that are no text."""
    form = form_of(client, url)
    names, given = names_in(form), preset(form)
    for odd in ODD:
        for answers in (dict.fromkeys(names, odd), {name: [odd, odd, "1"] for name in names}):
            response = client.post(url, data={**given, **answers})
            assert response.status_code in {200, 303, 422}, f"{url} {odd[:20]!r}"
    for raw in RAW:
        body = "&".join([f"csrf_token={given['csrf_token']}", *(f"{n}={raw}" for n in names)])
        kind = "application/x-www-form-urlencoded"
        response = client.post(url, data=body, content_type=kind)
        assert response.status_code in {200, 303, 422}, f"{url} {raw}"


@pytest.mark.usefixtures("signed_in")
@pytest.mark.parametrize("url", PAGES)
def test_odd_answers_never_break_a_page(client: PageClient, url: str) -> None:
    send_odd_answers(client, url)


@pytest.mark.usefixtures("account")
def test_odd_answers_never_break_the_first_questions(client: PageClient) -> None:
    send_odd_answers(client, "/start")


@pytest.mark.slow
@pytest.mark.usefixtures("account")
def test_each_odd_answer_alone_is_pointed_out_in_the_first_questions(client: PageClient) -> None:
    form = form_of(client, "/start")
    for name in names_in(form):
        for odd in ODD:
            response = client.post("/start", data={**preset(form), name: odd})
            assert response.status_code == 422, f"{name} {odd[:20]!r}"


def test_odd_answers_never_break_the_account_form(client: PageClient) -> None:
    send_odd_answers(client, "/account/new")


@pytest.mark.usefixtures("signed_in")
def test_a_form_too_large_to_be_honest_is_refused_as_such(client: PageClient) -> None:
    form = form_of(client, "/clearance")
    response = client.post("/clearance", data={**preset(form), "note": "x" * 1_100_000})
    assert response.status_code == 413


@pytest.mark.usefixtures("signed_in")
def test_a_note_too_long_to_be_kept_is_shown_again_with_its_length(client: PageClient) -> None:
    response = client.submit("/clearance", by="Dr Okafor", note="x" * 2001)
    assert response.status_code == 422
    page = response.get_data(as_text=True)
    assert "it has 2001" in page
    assert "x" * 2001 in page
