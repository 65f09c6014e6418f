"""The page that a clinician checks holds every word that keeps a runner safe, and is up to date."""

from __future__ import annotations

import pytest
from babel.messages.catalog import Catalog

from tests.translations.catalogues import ROOT, extracted, safety_page
from tests.translations.safety_words import FILES, PAGE, PARTS, page
from tracker.content.red_flags import SIGNS, STILL_SEVERE
from tracker.content.sign import Urgency


@pytest.fixture(scope="module")
def template() -> Catalog:
    return extracted(FILES)


def test_the_page_is_as_the_catalogues_are() -> None:
    assert PAGE.read_text("utf-8") == safety_page(), "run: python -m tests.translations.catalogues"


def test_every_warning_sign_and_its_urgency_stands_on_it() -> None:
    said = PAGE.read_text("utf-8")
    for sign in SIGNS.values():
        assert f"| {sign.question} |" in said
        assert f"| {sign.advice} |" in said
    for urgency in Urgency:
        assert f"| {urgency.title} |" in said
        assert f"| {urgency.whom} |" in said
    assert f"| {STILL_SEVERE} |" in said


def test_every_file_that_it_lists_has_words(template: Catalog) -> None:
    places = {place for message in template for place, _ in message.locations}
    for part in PARTS:
        for file in part.files:
            assert (ROOT / file).is_file(), file
            assert file in places, file


def test_a_translation_stands_beside_its_original() -> None:
    template, german = Catalog(), Catalog(locale="de")
    file = PARTS[0].files[0]
    template.add("Stop on %(day)s|<strong>now</strong>.", locations=[(file, 1)])
    template.add(("%(num)d run", "%(num)d runs"), locations=[(file, 1)])
    german.add("Stop on %(day)s|<strong>now</strong>.", "Stopp am %(day)s|<b>jetzt</b>.")
    made = page([german], template).split("\n")
    assert "| English | German |" in made
    assert r"| Stop on {day}\|now. | Stopp am {day}\|jetzt. |" in made
    assert "| {num} run / {num} runs |  |" in made
