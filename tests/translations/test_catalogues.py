"""Every catalogue is whole, of one mind with the code, and what is compiled is what is written."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from babel.messages.mofile import read_mo, write_mo

from tests.translations.catalogues import extracted, is_whole, read, untranslated
from tracker.translations import DOMAIN, ENGLISH, FOLDER, chosen, languages

if TYPE_CHECKING:
    from pathlib import Path

    from babel.messages.catalog import Catalog

CATALOGUES = sorted(FOLDER.glob(f"*/LC_MESSAGES/{DOMAIN}.po"))
WHOLE = [path for path in CATALOGUES if is_whole(path)]
PLACES = re.compile(r"%\(\w+\)[sdr]|\{\w+\}|%s|https?://[\w./@]+|`[^`]+`")
of_each = pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
of_whole = pytest.mark.parametrize("path", WHOLE, ids=lambda path: path.parts[-3])


@pytest.fixture(scope="module")
def template() -> Catalog:
    return extracted()


@pytest.mark.slow  # reads the whole program
@of_each
def test_a_catalogue_has_the_messages_of_the_code_and_no_others(
    path: Path, template: Catalog
) -> None:
    ours = {(it.id, it.context) for it in read(path) if it.id}
    assert ours == {(it.id, it.context) for it in template if it.id}


def test_no_message_hides_in_an_f_string() -> None:
    """Before Python 3.12 its tokens do not show what is in one, so no catalogue would have it."""
    hidden = [
        f"{path.name}: {line}"
        for path in FOLDER.parent.rglob("*.py")
        for line in re.findall(r"""f["'].*\{n?p?gettext\(["'].*""", path.read_text("utf-8"))
    ]
    assert hidden == []


@of_whole
def test_everything_is_translated(path: Path) -> None:
    assert list(untranslated(read(path))) == []


@of_each
def test_nothing_is_a_guess(path: Path) -> None:
    assert [it.id for it in read(path) if it.fuzzy and it.id] == []


@of_whole
def test_a_translation_has_the_places_of_its_message(path: Path) -> None:
    wrong = []
    for message in read(path):
        if not message.id:
            continue
        forms = (message.id,) if isinstance(message.id, str) else message.id
        allowed = [_places(form) for form in forms]
        strings = (message.string,) if isinstance(message.string, str) else message.string or ()
        wrong += [text for text in strings if _places(text) not in allowed]
    assert wrong == []


@of_each
def test_what_is_compiled_is_what_is_written(path: Path) -> None:
    written, compiled = read(path), BytesIO()
    write_mo(compiled, written)
    with path.with_suffix(".mo").open("rb") as file:
        read_back = read_mo(file)
    compiled.seek(0)
    assert _said_in(read_back) == _said_in(read_mo(compiled))


def test_the_language_asked_for_most_is_spoken() -> None:
    german = languages()["de"]
    assert chosen(["de-AT", "en"]) is german
    assert chosen(["fr", "de"]) is german
    assert chosen(["en-US"]).tag == "en-US"
    assert chosen(["en-AU", "de"]) is ENGLISH
    assert chosen(["tlh", ""]) is ENGLISH
    assert german.name == "Deutsch"


def _places(text: str) -> set[str]:
    """What is filled in, but for the number that is counted: one may be a word."""
    return set(PLACES.findall(text)) - {"%(num)d"}


def _said_in(catalogue: Catalog) -> list[tuple[str, str, str]]:
    return sorted((str(it.id), str(it.context), str(it.string)) for it in catalogue if it.id)
