"""Each request has an id, and one line in the log that says how it went; a healthy server too."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from flask.testing import FlaskClient

from tests.web.pages import words_of

if TYPE_CHECKING:
    import io

    from flask import Flask

ID = "X-Request-ID"


def _lines(log: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in log.getvalue().splitlines()]


def _break_down() -> str:
    raise ZeroDivisionError


def test_every_answer_has_an_id_of_its_own(app: Flask) -> None:
    client = FlaskClient(app, app.response_class)
    answers = [client.get(path) for path in ("/about", "/about", "/nowhere", "/static/favicon.ico")]
    ids = [answer.headers[ID] for answer in answers]
    assert len(set(ids)) == len(ids)
    for answer in answers:
        answer.close()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("given", "is_taken"),
    [("proxy-7f3a.1", True), ("", False), ("a b", False), ('x"', False), ("x" * 65, False)],
)
def test_an_id_that_a_proxy_gave_is_kept_if_it_is_one(
    app: Flask,
    given: str,
    is_taken: bool,  # noqa: FBT001
) -> None:
    answer = app.test_client().get("/about", headers={ID: given})
    assert (answer.headers[ID] == given) == is_taken


def test_a_request_is_one_line_with_the_rule_of_its_address(app: Flask, log: io.StringIO) -> None:
    answer = app.test_client().get(f"/shared/{'t' * 43}/progress?month=2026-05")
    (line,) = _lines(log)
    assert line.pop("time").endswith("+00:00")
    assert line.pop("ms") > 0
    assert line == {
        "level": "info",
        "event": "request",
        "request": answer.headers[ID],
        "method": "GET",
        "route": "/shared/<token>/progress",
        "status": 404,
    }


def test_an_address_that_is_none_is_not_repeated(app: Flask, log: io.StringIO) -> None:
    app.test_client().get("/my-secret")
    (line,) = _lines(log)
    assert (line["route"], line["status"]) == (None, 404)
    assert "secret" not in log.getvalue()


@pytest.mark.own_app
def test_the_page_of_an_error_shows_the_id_that_stands_in_the_log(
    app: Flask, log: io.StringIO
) -> None:
    app.config["PROPAGATE_EXCEPTIONS"] = False
    app.add_url_rule("/break", view_func=_break_down)
    answer = app.test_client().get("/break")
    broken, request = _lines(log)
    assert broken["request"] == request["request"] == answer.headers[ID]
    assert f"quote this request: {answer.headers[ID]}" in words_of(answer)
    assert (broken["level"], request["status"]) == ("error", 500)
    assert "ZeroDivisionError" in broken["event"]


def test_whoever_watches_over_the_server_is_told_that_it_is_well_and_not_logged(
    app: Flask, log: io.StringIO
) -> None:
    answer = app.test_client().get("/healthz")
    assert (answer.status_code, answer.text, answer.mimetype) == (200, "ok\n", "text/plain")
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Set-Cookie" not in answer.headers
    assert _lines(log) == []
