"""The code that the first account of a tracker needs, where it prints one."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.conftest import compiled_once
from tests.databases import lay_empty
from tests.web.conftest import PASSPHRASE, Clock
from tests.web.pages import Fields, PageClient, words_of
from tracker.app import create_app
from tracker.services.access import rate_limit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.settings import Settings


ADA: Fields = {"name": "Ada", "passphrase": PASSPHRASE}


@contextmanager
def needing_a_code(settings: Settings, clock: Clock, code: str) -> Iterator[PageClient]:
    """A browser at a tracker without accounts that asks for a code."""
    needing = replace(lay_empty(settings), first_account_code=code)
    app = compiled_once(create_app(needing, clock=clock))
    app.test_client_class = PageClient
    client = app.test_client()
    assert isinstance(client, PageClient)
    yield client
    app.config["DATABASE"].close()


def test_the_first_account_needs_the_printed_code_where_there_is_one(
    settings: Settings, clock: Clock
) -> None:
    with needing_a_code(settings, clock, "otter-lamp") as client:
        refused = client.submit("/account/new", ADA, code="guess")
        assert refused.status_code == 422
        assert "not the code" in words_of(refused)
        accepted = client.submit("/account/new", ADA, code=" otter-lamp ")
        assert accepted.location == "/start"


@pytest.mark.slow
@pytest.mark.parametrize("typed", ["abcde-fgh23", "ABCDEFGH23", " Abcde fgh23", "abcde – FGH23"])
def test_the_code_is_taken_however_it_is_typed(
    settings: Settings, clock: Clock, typed: str
) -> None:
    with needing_a_code(settings, clock, "ABCDE-FGH23") as client:
        for wrong in ("-", "ABCDE-FGH2"):
            refused = client.submit("/account/new", ADA, code=wrong)
            assert refused.status_code == 422
        accepted = client.submit("/account/new", ADA, code=typed)
        assert accepted.location == "/start"


def test_guessing_the_code_is_slowed_down(settings: Settings, clock: Clock) -> None:
    with needing_a_code(settings, clock, "otter-lamp") as client:
        for _ in range(rate_limit.TRIES["account"]):
            assert client.submit("/account/new", ADA, code="guess").status_code == 422
        assert client.submit("/account/new", ADA, code="otter-lamp").status_code == 429
