"""Law 5 through every page and the import: a warning sign is lifted by its keys alone.

The keys are a clearance that covers it, and the correction of its own entry with a reason.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.web.addresses import NAMED, OWN, ROUTES
from tests.web.injury.ways import (
    DOCTOR,
    E1,
    EDIT,
    NO_SCREEN,
    SIGN,
    U2,
    WAYS,
    begins_anew,
    locked_by,
)
from tests.web.pages import parsed, words_of
from tests.web.transfer.test_imports import changed, send
from tracker.content.red_flags import SIGNS

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask import Flask

    from tests.web.conftest import Clock, SignedIn
    from tests.web.pages import Fields, PageClient

    Way = Callable[[PageClient], None]


@pytest.fixture(autouse=True)
def _locked(signed_in: SignedIn, client: PageClient) -> None:
    del signed_in
    client.submit("/check-in", SIGN, date="2026-04-30")
    assert E1 in locked_by(client)


NOT_READ_BY_THE_ENGINE = (
    "/account",
    "/calendar",
    "/care",
    "/clinicians",
    "/more",
    "/people",
    "/programs",
    "/reminders",
    "/sharing",
    "/sign-",
    "/visit",
)
BRINGS_SESSIONS_ALONE = "/import/archive"  # and takes them in as the other import does
WRITES_NO_ENTRY = ("/decided-anew/seen", "/session/file")


@pytest.mark.slow
def test_every_page_that_writes_is_tried_here(app: Flask) -> None:
    writing = {
        rule.rule
        for rule in app.url_map.iter_rules()
        if "POST" in (rule.methods or ()) and ROUTES[rule.rule] in {OWN, NAMED}
    }
    rest = {
        rule
        for rule in writing - set(WAYS)
        if not rule.startswith((*NOT_READ_BY_THE_ENGINE, BRINGS_SESSIONS_ALONE))
        and rule not in WRITES_NO_ENTRY
    }
    assert rest == set()
    assert set(WAYS) <= writing


@pytest.mark.slow
@pytest.mark.parametrize("way", dict.fromkeys(WAYS.values()), ids=lambda way: way.__name__)
def test_no_page_lifts_a_lock(client: PageClient, way: Way) -> None:
    way(client)
    assert E1 in locked_by(client)


@pytest.mark.slow
@pytest.mark.parametrize("backwards", [False, True])
def test_no_sequence_of_pages_lifts_a_lock(
    client: PageClient, clock: Clock, *, backwards: bool
) -> None:
    ways = list(dict.fromkeys(WAYS.values()))
    for way in reversed(ways) if backwards else ways:
        way(client)
        assert E1 in locked_by(client), way.__name__
        clock.move(minutes=1)


@pytest.mark.slow
def test_the_two_keys_open_it(client: PageClient) -> None:
    begins_anew(client)
    assert client.submit("/clearance", DOCTOR, note="Go on.", covers=["E1"]).status_code == 303
    assert locked_by(client) == ""


def test_the_reason_given_with_a_correction_is_the_other_key(client: PageClient) -> None:
    refused = client.submit(EDIT, red_flags=["none"])
    form = next(
        form
        for form in parsed(refused).iter("form")
        if any(field.get("name") == "reason" for field in form.iter())
    )
    typed: Fields = {"red_flags": ["none"], "reason": "I read it wrongly."}
    assert client.send(form, EDIT, typed).status_code == 303
    assert locked_by(client) == ""


@pytest.mark.slow
def test_a_yes_said_of_an_ended_injury_locks_the_open_one(client: PageClient) -> None:
    client.submit("/clearance", DOCTOR, note="Go on.", covers=["E1"])
    begins_anew(client)
    assert locked_by(client) == ""
    client.submit("/episodes/1/screen", NO_SCREEN | {"operated": "yes"})
    assert SIGNS["operated"].question in locked_by(client)


@pytest.mark.slow
def test_an_import_that_locks_says_so_before_it_is_taken_in(client: PageClient) -> None:
    content = client.get("/export/everything.zip").get_data()
    client.submit("/clearance", DOCTOR, note="Go on.", covers=["E1"])
    assert locked_by(client) == ""
    brought = changed(content, ",E1,", ",U2,")
    page = send(client, changed(brought, ",sign", ",another"))
    assert f"This locks running until a clinician clears it: {U2}." in words_of(page)
    done = client.submit(page.request.full_path, button="Add it to my diary")
    assert U2 in client.get(done.location).get_data(as_text=True)
    assert U2 in locked_by(client)
