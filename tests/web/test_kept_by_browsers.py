"""What browsers and proxies may keep of a diary: nothing, or only to ask for it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.web.addresses import ADMIN, FEED, NAMED, OWN, SHARED
from tests.web.household import (  # noqa: F401
    Two,
    app_of_two,
    ask,
    client_of,
    database_of_two,
    furnished_house,
    one_clock,
    two_people,
)
from tests.web.routes import rules

if TYPE_CHECKING:
    from flask import Flask

PRIVATE = "private, no-cache"


@pytest.mark.slow
def test_what_a_diary_shows_is_not_kept_by_browsers_and_proxies(app: Flask, two: Two) -> None:
    """Pages and files not at all; pictures and the PDF only to be asked for again."""
    for rule in rules(app, OWN, NAMED, ADMIN, SHARED, FEED):
        if "GET" in (rule.methods or ()):
            answer = ask(app, two.alice.token, two.alice.address(rule))
            caching = answer.headers.get("Cache-Control", "")
            picture = answer.mimetype in {"image/svg+xml", "application/pdf"}
            if answer.status_code == 200 and picture:
                assert (caching, bool(answer.headers["ETag"])) == (PRIVATE, True), rule.rule
            elif answer.status_code == 200:
                assert "no-store" in caching, rule.rule


@pytest.mark.slow
def test_a_part_of_a_file_is_not_had_more_easily_than_the_whole(app: Flask, two: Two) -> None:
    for address in ("/export/everything.zip", "/export/check_ins.csv", "/clinician.pdf"):
        for token in (two.alice.token, None):
            client, _ = client_of(app, token)
            answer = client.get(address, headers={"Range": "bytes=0-9"})
            assert answer.status_code == (200 if token else 303), address
            assert "no-" in answer.headers["Cache-Control"], address


@pytest.mark.slow
def test_nobody_is_told_that_a_picture_of_alices_is_still_the_same(app: Flask, two: Two) -> None:
    for address in ("/progress/recovery.svg", "/clinician.pdf", f"/shared/{two.alice.share}/"):
        owner, _ = client_of(app, two.alice.token)
        tag = {"If-None-Match": owner.get(address).headers.get("ETag", "*")}
        for token in (two.bob.token, None):
            client, _ = client_of(app, token)
            target = address.replace(two.alice.share, "x" * 43)
            assert client.get(target, headers=tag).status_code in {200, 303, 404}, address


def test_a_pictures_tag_tells_whose_it_is_and_in_which_theme(app: Flask, two: Two) -> None:
    tags = {
        ask(app, who.token, f"/progress/recovery.svg?theme={theme}").headers["ETag"]
        for who in two
        for theme in ("light", "dark")
    }
    assert len(tags) == 4
