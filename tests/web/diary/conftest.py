"""What tests of sessions begin with, and the form that they fill in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.web.conftest import TODAY
from tests.web.diaries import good_check_in, ladder_from
from tests.web.pages import parsed

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from werkzeug.test import TestResponse

    from tests.web.conftest import Clock, SignedIn
    from tests.web.pages import Fields, PageClient
    from tracker.storage.database import Database

BIKE: Fields = {"kind": "bike", "minutes": "40", "pain": "0", "sensation": "none"}


@pytest.fixture
def ready(client: PageClient, signed_in: SignedIn, clock: Clock, database: Database) -> None:
    """The ladder is open, today's check-in is good, and an hour has passed."""
    ladder_from(database, signed_in, TODAY, clock())
    good_check_in(client)
    clock.move(hours=1)


def session_form(answer: TestResponse) -> Element:
    """Return the form of a page's main part that holds a session."""
    forms = parsed(answer).findall(".//main//form")
    return next(f for f in forms if "uid" in {field.get("name") for field in f.iter("input")})
