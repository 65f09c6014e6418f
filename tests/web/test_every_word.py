"""Every page in a language that brackets what is translated: nothing stands outside."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.translations.pseudo import PSEUDO, unmarked
from tests.web.addresses import CLINIC, PROGRAM, ROUTES
from tests.web.everything import CLINICIAN, OLD_NOTE, SECRET_NOTE, a_diary
from tests.web.household import client_of
from tests.web.pages import parsed
from tracker import translations
from tracker.content.literature import literature
from tracker.progression.protocol_document.reader import SHIPPED
from tracker.web.transfer.exports import FILES, FOR_OTHERS

if TYPE_CHECKING:
    from flask import Flask

    from tracker.storage.database import Database

# Names, and what people and the diary wrote themselves; units; names of formats.
AUTHORS = [document.author for document in literature().values() if document.title]
KNOWN = (
    *AUTHORS, SHIPPED, "quillfeather-1", "RPE",
    "Return to Run", "Return", "Run", "Ada", CLINICIAN, SECRET_NOTE, OLD_NOTE, "Physio",
    "English (United States)", "English", "Deutsch", "Europe/Berlin", "km", "min", "mi", "CSV",
    "PDF", "JSON", "SVG", "PNG", "ZIP", "FIT", "GPX", "TCX", "REDCap", "FHIR", "Strava", "Garmin",
    "Apple", "A watch", "a test", "http://localhost/api/v1", *FILES, *FOR_OTHERS,
)  # fmt: skip


def pages() -> list[str]:
    return sorted(rule for rule, access in ROUTES.items() if access is not PROGRAM)


@pytest.fixture
def _pseudo(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(translations, "chosen", lambda _tags: PSEUDO)


@pytest.mark.slow
@pytest.mark.usefixtures("_pseudo")
@pytest.mark.parametrize("path", pages())
def test_a_page_says_nothing_that_is_not_for_the_catalogues(
    path: str, app: Flask, database: Database
) -> None:
    made = a_diary(database, "Ada")
    left = []
    for rule in app.url_map.iter_rules():
        if rule.rule != path or "GET" not in (rule.methods or ()):
            continue
        token = made.clinician if ROUTES[path] is CLINIC else made.token
        client, _ = client_of(app, token)
        answer = client.get(made.address(rule), follow_redirects=True)
        if answer.mimetype == "text/html":
            left += unmarked(parsed(answer), KNOWN)
    assert not left, "\n".join(["", *left])
