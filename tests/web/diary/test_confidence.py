"""How sure the runner is: asked beside, once a week for a date, told and never decided upon."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.web.pages import text_of, words_of

if TYPE_CHECKING:
    from tests.web.conftest import Clock
    from tests.web.pages import PageClient

FINE = {"pain": "0", "sensation": "none"}


def names(client: PageClient, address: str) -> set[str]:
    page = client.page(address)
    return {e.get("name") or "" for kind in ("input", "select") for e in page.iter(kind)}


@pytest.mark.usefixtures("signed_in")
def test_it_may_be_left_out(client: PageClient) -> None:
    assert {"confidence", "expected_return"} <= names(client, "/")
    client.submit("/check-in", {**FINE})
    assert "Confidence" not in words_of(client.get("/clinician"))
    assert "How sure you were" not in words_of(client.get("/progress"))


@pytest.mark.usefixtures("signed_in")
def test_it_is_told_beside_and_changes_no_decision(client: PageClient) -> None:
    client.submit("/check-in", {**FINE})
    before = text_of(client.page("/").find(".//*[@class='verdict-word']"))
    client.submit("/check-in", {**FINE, "confidence": "0", "expected_return": "2026-12-24"})
    assert text_of(client.page("/").find(".//*[@class='verdict-word']")) == before
    assert "0 of 10 on 1 May 2026, expects to run as before on 24 December 2026" in words_of(
        client.get("/clinician")
    )
    assert "24 December 2026" in words_of(client.get("/progress"))


@pytest.mark.usefixtures("signed_in")
def test_the_date_is_asked_once_a_week(client: PageClient, clock: Clock) -> None:
    client.submit("/check-in", {**FINE, "expected_return": "2026-07-01"})
    assert "expected_return" not in names(client, "/check-in")
    assert "confidence" in names(client, "/check-in")
    clock.move(days=6)
    assert "expected_return" not in names(client, "/")
    clock.move(days=1)
    assert "expected_return" in names(client, "/")


@pytest.mark.usefixtures("signed_in")
@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"expected_return": "2026-04-30"}, "This day has passed."),
        ({"expected_return": "soon"}, "Give the date as year-month-day"),
        ({"confidence": "11"}, "Not a valid choice"),
    ],
)
def test_what_cannot_be_is_explained_and_nothing_is_stored(
    client: PageClient, answers: dict[str, str], said: str
) -> None:
    answer = client.submit("/check-in", {**FINE, **answers})
    assert answer.status_code == 422
    assert said in words_of(answer)
    assert "No pain" not in text_of(client.page("/history").find(".//main"))
