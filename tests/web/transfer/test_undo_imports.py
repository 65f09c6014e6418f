"""An import is undone from its own entry in History, after it was shown what goes."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from tests.web.pages import words_of
from tests.web.transfer.test_imports import table

if TYPE_CHECKING:
    from werkzeug.test import TestResponse

    from tests.web.conftest import Clock
    from tests.web.pages import PageClient

pytestmark = pytest.mark.usefixtures("signed_in")

ROWS = ("date,activity,minutes", "2026-04-28,walk,20", "2026-04-29,bike,30")


def taken_in(client: PageClient, *lines: str) -> TestResponse:
    """Read a table in; the page that its entry in History leads to."""
    page = table(client, *lines)
    assert client.submit(page.request.full_path).status_code == 303
    history = client.get("/history")
    assert "A table was read in" in words_of(history)
    (link,) = re.findall(r'href="(/imports/\d+/undo)"', history.get_data(as_text=True))
    return client.get(link)


@pytest.mark.slow
def test_history_leads_to_what_would_go_and_takes_it_out(client: PageClient) -> None:
    page = taken_in(client, *ROWS)
    words = words_of(page)
    assert "2 entries go." in words
    assert "28 April 2026: Walk, 20 min" in words
    done = client.submit(page.request.path)
    assert done.status_code == 303
    words = words_of(client.get(done.location))
    assert "Import undone: 2 entries taken out." in words
    assert "It brought 2 sessions. Undone on 1 May 2026." in words
    assert "Walk, 20 min" not in words_of(client.get("/history?month=2026-04"))
    again = client.get(client.get(page.request.path).location)
    assert "This import was undone already." in words_of(again)


@pytest.mark.slow
def test_what_was_changed_since_is_listed_and_stays(client: PageClient) -> None:
    page = taken_in(client, "date,pain", "2026-04-28,1", "2026-04-29,2")
    history = client.get("/history?month=2026-04").get_data(as_text=True)
    edit = re.findall(r'href="(/check-ins/[^"]+/edit)"', history)[0]
    changed = client.submit(edit, note="with the dog", time="07:30")
    assert changed.status_code == 303
    words = words_of(client.get(page.request.path))
    assert "1 entry stays, for you changed it since." in words
    client.submit(page.request.path)
    assert "with the dog" in words_of(client.get("/history?month=2026-04"))


@pytest.mark.slow
def test_a_warning_sign_asks_why(client: PageClient) -> None:
    page = taken_in(client, "date,pain,red_flags", "2026-04-29,3,E1")
    assert "A warning sign goes with it" in words_of(page)
    refused = client.submit(page.request.path, reason=" ")
    assert refused.status_code == 422
    assert "only with a reason" in words_of(refused)
    assert "Pain 3" in words_of(client.get("/history?month=2026-04"))
    done = client.submit(page.request.path, reason="That was my brother's table.")
    assert done.status_code == 303
    assert "Pain 3" not in words_of(client.get("/history?month=2026-04"))


@pytest.mark.slow
def test_after_thirty_days_history_offers_no_undo(client: PageClient, clock: Clock) -> None:
    page = taken_in(client, *ROWS)
    for _ in range(2):  # still signed in, for the page was seen in between
        clock.instant += timedelta(days=16)
        client.get("/history")
    assert "/undo" not in client.get("/history?month=2026-05").get_data(as_text=True)
    text = words_of(client.get(client.get(page.request.path).location))
    assert "older than 30 days" in text
