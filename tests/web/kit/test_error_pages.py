"""Error pages say what happened and what to do, whatever broke."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

import pytest
from flask import abort, request

from tests.web.conftest import START, SignedIn
from tests.web.pages import words_of
from tracker.progression.protocol_document import reader
from tracker.storage.injury import protocols
from tracker.storage.injury.protocols import StoredProtocol
from tracker.storage.tables.diary import EpisodeRow

if TYPE_CHECKING:
    from flask import Flask

    from tests.web.pages import PageClient
    from tracker.storage.database import Database

SHIPPED = files("tracker.progression").joinpath("protocols", "return_to_run_1.toml")

TYPED = {"note": "sore <after> stairs", "pain": "0", "empty": "", "passphrase": "hush"}


def echo() -> str:
    return request.form.get("note", "")


def break_down() -> str:
    raise ZeroDivisionError


def refuse() -> str:
    abort(403)


def break_every_page() -> dict[str, object]:
    raise LookupError("the context itself")


def test_a_missing_page_says_so(app: Flask) -> None:
    response = app.test_client().get("/nowhere")
    assert response.status_code == 404
    assert "There is no page here" in words_of(response)


def test_a_wrong_method_says_so_and_which_are_allowed(app: Flask) -> None:
    response = app.test_client().post("/nowhere-else")
    assert response.status_code == 404
    app_response = app.test_client().delete("/")
    assert app_response.status_code == 405
    assert "GET" in app_response.headers["Allow"]


@pytest.mark.own_app
def test_a_page_of_someone_else_says_so(app: Flask) -> None:
    app.add_url_rule("/refuse", view_func=refuse)
    response = app.test_client().get("/refuse")
    assert response.status_code == 403
    assert "not yours" in words_of(response)


@pytest.mark.slow
@pytest.mark.own_app
def test_an_expired_form_gives_back_what_was_typed_but_no_secret(app: Flask) -> None:
    app.add_url_rule("/echo", view_func=echo, methods=["POST"])
    response = app.test_client().post("/echo", data=TYPED)
    words = words_of(response)
    assert response.status_code == 400
    assert "open for too long" in words
    assert "sore <after> stairs" in words
    assert "Pain0" in words
    assert "hush" not in words


@pytest.mark.own_app
def test_too_large_a_form_says_so(app: Flask) -> None:
    app.add_url_rule("/echo", view_func=echo, methods=["POST"])
    response = app.test_client().post("/echo", data={"note": "x" * (1024 * 1024 + 1)})
    assert response.status_code == 413
    assert "too large" in words_of(response)


def test_too_large_a_form_for_a_page_that_is_none_is_answered_too(app: Flask) -> None:
    response = app.test_client().post("/nowhere", data={"note": "x" * (1024 * 1024 + 1)})
    assert response.status_code == 404


def test_what_was_typed_for_something_that_is_gone_is_given_back(app: Flask) -> None:
    words = words_of(app.test_client().post("/nowhere", data=TYPED))
    assert "not there any more" in words
    assert "sore <after> stairs" in words
    assert "hush" not in words


@pytest.mark.own_app
@pytest.mark.parametrize("context_breaks", [False, True])
def test_what_breaks_is_told_plainly_and_shows_no_insides(
    app: Flask,
    context_breaks: bool,  # noqa: FBT001
) -> None:
    app.config["PROPAGATE_EXCEPTIONS"] = False
    app.add_url_rule("/break", view_func=break_down)
    if context_breaks:
        app.context_processor(break_every_page)
    for address in ("/break", "/nowhere") if context_breaks else ("/break",):
        response = app.test_client().get(address)
        words = words_of(response)
        assert response.status_code == 500
        assert "not your fault" in words
        assert "without running" in words
        assert "Error" not in words


@pytest.mark.usefixtures("signed_in")
@pytest.mark.parametrize("number", [f"{2**31}", "9" * 18, "9" * 19, "9" * 400])
def test_a_number_that_no_row_can_have_is_a_missing_page(client: PageClient, number: str) -> None:
    assert client.get(f"/episodes/{number}").status_code == 404
    assert client.get(f"/episodes/{number}/progress").status_code == 404


def test_an_injury_whose_protocol_is_gone_is_not_answered_and_everyone_else_is(
    app: Flask, signed_in: SignedIn, client: PageClient
) -> None:
    database: Database = app.config["DATABASE"]
    with database.writing() as tx:
        tx.get_one(
            EpisodeRow, (signed_in.account_id, signed_in.episode_id)
        ).protocol = "dr-okafor-1"
    for address in ("/", "/progress"):
        answer = client.get(address)
        assert answer.status_code == 503
        words = words_of(answer)
        assert "What decides your injury is missing" in words
        assert "nothing can be said about running" in words
    assert app.test_client().get("/sign-in").status_code == 200
    assert client.get("/export/everything.zip").status_code == 200


def test_a_protocol_that_another_process_took_in_meanwhile_is_recalled(
    app: Flask,
    signed_in: SignedIn,
    client: PageClient,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(reader, "_dropped_in", {})
    text = SHIPPED.read_text("utf-8").replace('id = "return-to-run-1"', 'id = "dr-okafor-1"')
    database: Database = app.config["DATABASE"]
    with database.writing() as tx:
        tx.get_one(
            EpisodeRow, (signed_in.account_id, signed_in.episode_id)
        ).protocol = "dr-okafor-1"
        protocols.put(tx, StoredProtocol("dr-okafor-1", text, offered=False), START)
    answer = client.get("/?again=1")
    assert (answer.status_code, answer.location) == (303, "/?again=1")
    assert client.get("/").status_code == 200
