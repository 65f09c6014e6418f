"""A warning sign ticked by mistake: taken back with a reason, on every page that can do it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.web.pages import parsed, words_of

if TYPE_CHECKING:
    from werkzeug.test import TestResponse

    from tests.web.pages import Fields, PageClient

FLAGGED: Fields = {
    "uid": "flagged",
    "pain": "1",
    "sensation": "pain",
    "red_flags": ["E1"],
    "note": "on the stairs",
}
ASKED = "A warning sign is taken back only with a reason."


@pytest.fixture(autouse=True)
def _flagged(signed_in: object, client: PageClient) -> None:
    del signed_in
    client.submit("/check-in", FLAGGED)


def is_locked(client: PageClient) -> bool:
    return "Running is locked" in words_of(client.get("/warning"))


def test_an_edit_without_a_reason_is_refused_and_keeps_what_was_typed(client: PageClient) -> None:
    answer = client.submit(
        "/check-ins/flagged/edit", pain="2", sensation="pain", red_flags=["none"], note="typed"
    )
    assert answer.status_code == 422
    words = words_of(answer)
    assert ASKED in words
    assert "typed" in words
    assert is_locked(client)


def test_the_reason_is_asked_only_where_a_sign_goes(client: PageClient) -> None:
    assert "Why is the warning sign" not in words_of(client.get("/check-ins/flagged/edit"))
    answer = client.submit("/check-ins/flagged/edit", FLAGGED | {"pain": "3"})
    assert answer.status_code == 303


def test_a_reason_unlocks_and_the_clinician_sees_the_sign_and_the_reason(
    client: PageClient,
) -> None:
    refused = client.submit("/check-ins/flagged/edit", red_flags=["none"])
    answer = say_why(client, refused, "I misread it.", red_flags=["none"])
    assert answer.status_code == 303
    assert not is_locked(client)
    words = words_of(client.get("/clinician"))
    assert "Taken back, E1:" in words
    assert "Reason given: I misread it." in words


def test_a_deletion_asks_why_and_can_be_undone(client: PageClient) -> None:
    asked = delete(client)
    assert asked.status_code == 422
    assert "Delete this check-in?" in words_of(asked)
    assert "Error" not in words_of(asked)
    assert is_locked(client)
    deleted = say_why(client, asked, "It was my brother.")
    assert deleted.status_code == 303
    undo(client)
    assert is_locked(client)


def test_an_empty_reason_is_none(client: PageClient) -> None:
    for reason in ("", "   "):
        answer = say_why(client, delete(client), reason)
        assert answer.status_code == 422
        assert ASKED in words_of(answer)
    assert is_locked(client)


def test_undo_leads_to_the_correction(client: PageClient) -> None:
    answer = undo(client)
    assert answer.headers["Location"] == "/check-ins/flagged/edit"
    assert ASKED in words_of(client.get("/check-ins/flagged/edit"))
    assert is_locked(client)


def delete(client: PageClient) -> TestResponse:
    return client.submit("/check-ins/flagged/edit", button="Delete this check-in")


def undo(client: PageClient) -> TestResponse:
    forms = client.page("/").iter("form")
    return client.send(next(f for f in forms if "/undo/" in (f.get("action") or "")), "/", {})


def say_why(
    client: PageClient, asked: TestResponse, reason: str, **typed: str | list[str]
) -> TestResponse:
    """Answer the page that asks for a reason, as it came."""
    forms = parsed(asked).iter("form")
    form = next(f for f in forms if any(e.get("name") == "reason" for e in f.iter()))
    return client.send(form, asked.request.path, typed | {"reason": reason})
