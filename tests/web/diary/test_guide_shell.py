"""What a phone keeps to open without a network, and who is believed behind a proxy."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from tests.databases import lay_empty
from tests.web.conftest import NAME
from tests.web.diaries import good_check_in
from tests.web.pages import parsed
from tracker.app import create_app

if TYPE_CHECKING:
    from flask import Flask

    from tests.web.pages import PageClient
    from tracker.settings import Settings


def worker_of(client: PageClient) -> dict[str, Any]:
    text = client.get("/service-worker.js").get_data(as_text=True)
    said = re.findall(r"^const ([A-Z_]+) = (.*);$", text, re.MULTILINE)
    return {name: json.loads(value) for name, value in said if value[0] in '"[{'}


def test_the_worker_is_sent_for_the_whole_site_and_is_asked_for_anew(client: PageClient) -> None:
    answer = client.get("/service-worker.js")
    assert answer.mimetype == "text/javascript"
    assert answer.headers["Cache-Control"] == "no-cache"


def test_everything_the_worker_keeps_is_there(client: PageClient) -> None:
    worker = worker_of(client)
    addresses = [*worker["FILES"], *worker["PAGES"].values(), worker["OFFLINE"]]
    names = {address.partition("/static")[2].partition("/")[2] for address in addresses}
    assert {"css/tokens.css", "js/guide.js", "icons.svg"} <= names
    for address in addresses:
        with client.get(address) as answer:
            assert answer.status_code == 200, address
    for address in worker["PAGES"]:
        assert client.get(address).status_code == 303, address


@pytest.mark.usefixtures("signed_in")
def test_a_page_kept_by_a_phone_is_the_same_whoever_asks(client: PageClient, app: Flask) -> None:
    good_check_in(client)  # and the message about it was not read yet
    worker = worker_of(client)
    for address in (*worker["PAGES"].values(), worker["OFFLINE"]):
        mine = client.get(address).get_data(as_text=True)
        anybodys = app.test_client().get(address).get_data(as_text=True)
        assert mine == anybodys
        assert "csrf_token" not in mine
        assert NAME not in mine
        assert "2026" not in mine


def test_the_manifest_names_icons_that_exist_in_the_sizes_it_says(client: PageClient) -> None:
    manifest = json.loads(client.get("/app.webmanifest").get_data())
    icons = [icon for icon in manifest["icons"] if icon["type"] == "image/png"]
    assert {icon["sizes"] for icon in icons} == {"192x192", "512x512"}
    assert any(icon.get("purpose") == "maskable" for icon in icons)
    for icon in icons:
        head = client.get(icon["src"]).get_data()[:24]
        width, height = (int.from_bytes(head[at : at + 4], "big") for at in (16, 20))
        assert icon["sizes"] == f"{width}x{height}"


def test_what_a_phone_keeps_and_installs_is_in_its_language(client: PageClient) -> None:
    german = {"Accept-Language": "de-AT,en;q=0.5"}
    worker = client.get("/service-worker.js", headers=german).get_data(as_text=True)
    assert "/offline/guide?language=de" in worker
    assert "Guten Morgen" in worker
    assert "-de" in worker.splitlines()[0]
    page = parsed(client.get("/offline?language=de"))
    assert page.get("lang") == "de"
    address = next(
        link.get("href") or "" for link in page.iter("link") if link.get("rel") == "manifest"
    )
    manifest = json.loads(client.get(address).get_data())
    assert manifest["lang"] == "de"
    assert [it["name"] for it in manifest["shortcuts"]] == ["Der Lauf von heute", "Check-in"]


def test_over_https_the_cookie_never_travels_without_it(settings: Settings) -> None:
    app = create_app(replace(lay_empty(settings), https=True))
    with app.test_client() as client:
        cookie = client.get("/account/new").headers["Set-Cookie"]
    assert "Secure" in cookie
    app.config["DATABASE"].close()
