"""How much a request may send: refused by its size before it is read, under one ceiling."""

from __future__ import annotations

import asyncio
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from werkzeug.test import EnvironBuilder

from tests.serving.conftest import run_in_a_thread
from tests.serving.test_answers import head_of
from tracker.serving import bodies
from tracker.serving.bodies import Body, BodyTooLarge, BodyTooSlow, CallerGone, NoRoom, Spool
from tracker.web.kit import large_uploads, workload
from tracker.web.kit.staged_uploads import MOST_BYTES
from tracker.web.kit.work_budget import ACCOUNT

if TYPE_CHECKING:
    from pathlib import Path

    from flask import Flask
    from flask.testing import FlaskClient

    from tests.serving.conftest import Door
    from tests.web.conftest import SignedIn

MEGABYTE = 1024 * 1024
TOO_MUCH = 3 * MEGABYTE


def _post(path: str, size: int, cookie: str = "") -> bytes:
    lines = (
        f"POST {path} HTTP/1.1",
        "Host: localhost",
        "Content-Type: application/x-www-form-urlencoded",
        f"Content-Length: {size}",
        f"Cookie: return_to_run={cookie}",
        "Connection: close",
    )
    return "\r\n".join(lines).encode() + b"\r\n\r\n"


@pytest.fixture
def spooled(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The sizes of all parts of bodies that were kept."""
    sizes: list[int] = []
    keep = Body._add

    def noted(body: Body, part: bytes, most: int) -> None:
        sizes.append(len(part))
        keep(body, part, most)

    monkeypatch.setattr(Body, "_add", noted)
    return sizes


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/sign-in", 413, b"too large"),
        ("/check-in", 413, b"too large"),
        ("/session/file", 400, b"open for too long"),  # who has to sign in anew is told so
        ("/import", 400, b"open for too long"),
        ("/nowhere", 404, b"no page here"),
    ],
)
def test_a_stranger_s_large_body_is_refused_before_a_byte_is_kept(
    door: Door, spooled: list[int], path: str, status: int, words: bytes
) -> None:
    answer = door.said(_post(path, TOO_MUCH) + b"x" * TOO_MUCH)
    code, headers = head_of(answer)
    assert (code, headers["connection"]) == (status, "close")
    assert words in answer
    assert spooled == []


def test_a_body_that_does_not_say_its_size_is_cut_off_at_the_most(door: Door) -> None:
    head = _post("/sign-in", 0).replace(b"Content-Length: 0", b"Transfer-Encoding: chunked")
    chunk = b"%x\r\n" % MEGABYTE + b"x" * MEGABYTE + b"\r\n"
    answer = door.said(head + chunk * 3 + b"0\r\n\r\n")
    assert head_of(answer)[0] == 413


@pytest.mark.parametrize(("path", "status"), [("/session/file", 400), ("/check-in", 413)])
@pytest.mark.usefixtures("signed_in")
def test_who_is_signed_in_may_send_a_file_to_the_pages_that_take_one(
    door: Door, client: FlaskClient, spooled: list[int], path: str, status: int
) -> None:
    cookie = client.get_cookie("return_to_run")
    assert cookie is not None
    answer = door.said(_post(path, TOO_MUCH, cookie.value) + b"x" * TOO_MUCH)
    assert head_of(answer)[0] == status  # 400: read to its end, but without a form's token
    assert sum(spooled) == (TOO_MUCH if status == 400 else 0)


@pytest.mark.usefixtures("signed_in")
def test_where_the_disk_has_no_room_a_file_is_refused_before_it_is_read(
    door: Door, client: FlaskClient, spooled: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(large_uploads, "_LEFT_FREE", 10**18)
    cookie = client.get_cookie("return_to_run")
    assert cookie is not None
    answer = door.said(_post("/session/file", TOO_MUCH, cookie.value) + b"x" * TOO_MUCH)
    assert head_of(answer)[0] == 507
    assert b"not enough room" in answer
    assert spooled == []


def test_who_sent_too_many_files_waits_before_the_next_is_read(
    app: Flask, door: Door, client: FlaskClient, signed_in: SignedIn, spooled: list[int]
) -> None:
    budget = app.extensions["work_budget"]
    budget.spend([(("account", signed_in.account_id), ACCOUNT)], ACCOUNT.at_once)
    cookie = client.get_cookie("return_to_run")
    assert cookie is not None
    answer = door.said(_post("/session/file", TOO_MUCH, cookie.value) + b"x" * TOO_MUCH)
    assert (head_of(answer)[0], spooled) == (429, [])


def test_a_view_declares_how_much_it_takes_and_the_server_knows_the_most(app: Flask) -> None:
    for path, most, is_file in (
        ("/import/archive", large_uploads.MOST_BYTES, True),
        ("/import", MOST_BYTES, True),
        ("/session/file", MOST_BYTES, True),
        ("/check-in", MEGABYTE, False),
        ("/nowhere", MEGABYTE, False),
    ):
        environ = {"REQUEST_METHOD": "POST", "PATH_INFO": path, "HTTP_HOST": "localhost"}
        environ |= {"SERVER_NAME": "localhost", "SERVER_PORT": "80", "wsgi.url_scheme": "http"}
        declared = workload.workload_of(app, environ)
        assert (declared.most_bytes, declared.is_file) == (most, is_file), path
    assert workload.largest(app) == large_uploads.MOST_BYTES


def test_a_piece_of_an_archive_waits_among_what_is_heavy_and_how_far_it_is_does_not(
    app: Flask,
) -> None:
    for path in ("/import/archive/look", "/import/archive/read"):
        asked = {method: EnvironBuilder(path, method=method) for method in ("GET", "POST")}
        heavy = {
            method: workload.workload_of(app, request.get_environ()).is_heavy
            for method, request in asked.items()
        }
        assert heavy == {"GET": False, "POST": True}


def _reads(parts: list[bytes], body: Body, **limits: float) -> None:
    messages: list[dict[str, Any]] = [
        {"type": "http.request", "body": part, "more_body": True} for part in parts
    ]

    async def receive() -> dict[str, Any]:
        if messages:
            return messages.pop(0)
        await asyncio.sleep(60)
        return {}

    run_in_a_thread(body.read(receive, most=1_000_000, **{"gap": 0.01, **limits}))


def test_all_bodies_together_have_a_ceiling_and_one_network_half_of_it(tmp_path: Path) -> None:
    spool = Spool(400_000, tmp_path / "incoming")
    large = [b"x" * 100_000, b"x" * 80_000]
    with spool.body("a") as first:
        with pytest.raises(BodyTooSlow):
            _reads(large, first)
        with spool.body("a") as second, pytest.raises(NoRoom):
            _reads(large, second)
        with spool.body("a") as small, pytest.raises(BodyTooSlow):
            _reads([b"x" * 60_000], small)  # stays in memory, and counts not
        with spool.body("b") as other, spool.body("c") as third:
            with pytest.raises(BodyTooSlow):
                _reads(large, other)
            with pytest.raises(NoRoom):
                _reads([b"x" * 90_000], third)
    with spool.body("a") as later, pytest.raises(BodyTooSlow):
        _reads(large, later)


def test_a_body_may_not_trickle_for_ever_nor_be_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    body = Body(BytesIO(), lambda _: None)
    monkeypatch.setattr(bodies, "_PATIENCE_SECONDS", 0.05)
    with pytest.raises(BodyTooSlow):
        _reads([b"x"], body, gap=20)
    with pytest.raises(BodyTooLarge):
        _reads([b"x" * 600_000] * 2, Body(BytesIO(), lambda _: None))


def test_nobody_is_answered_who_has_gone() -> None:
    async def receive() -> dict[str, Any]:
        return {"type": "http.disconnect"}

    with pytest.raises(CallerGone):
        run_in_a_thread(Body(BytesIO(), lambda _: None).read(receive, most=10, gap=20))


def test_a_full_disk_is_no_room() -> None:
    class Full(BytesIO):
        def write(self, _part: object) -> int:
            raise OSError(28, "No space left on device")

    with pytest.raises(NoRoom):
        _reads([b"x"], Body(Full(), lambda _: None))
