"""Keeps the catalogues: `python -m tests.translations.catalogues [LANGUAGE FILE.po ...]`.

Reads every marked message out of the code and the templates, brings each language's catalogue up
to date with them, takes translations of a language from other files where they are given,
compiles what the tracker reads, writes docs/safety-words.md, and prints what is missing. A folder
with an empty tracker.po is a new language.
"""

from __future__ import annotations

import sys
import tomllib
from copy import deepcopy
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from babel.util import pathmatch

from tests.translations import safety_words
from tracker.translations import DOMAIN, FOLDER

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

ROOT = FOLDER.parent.parent
AUTHORS = "The return-to-run tracker authors"
NEVER = datetime(2026, 1, 1, tzinfo=UTC)  # a date that moves is a conflict in every merge


def main(arguments: list[str]) -> int:
    """Bring every catalogue up to date; return 1 where a translation is missing."""
    language, *names = arguments or [""]
    others = [read(Path(name)) for name in names]
    template, missing = extracted(), 0
    for path in paths():
        given = others if path.parts[-3] == language else []
        catalogue = brought_up_to_date(read(path), template, given)
        save(catalogue, path)
        lacking = list(untranslated(catalogue))
        missing += len(lacking) if is_whole(path) else 0
        print(f"{path.parts[-3]}: {len(catalogue)} messages, {len(lacking)} not translated")  # noqa: T201
        for message in lacking[:20] if is_whole(path) else ():
            print(f"  {message}")  # noqa: T201
    safety_words.PAGE.write_text(safety_page(), "utf-8")
    return int(missing > 0)


def paths() -> list[Path]:
    """Return where the catalogues are."""
    return sorted(FOLDER.glob(f"*/LC_MESSAGES/{DOMAIN}.po"))


def safety_page() -> str:
    """Return the page of safety words, as the catalogues are now."""
    catalogues = [read(path) for path in paths() if is_whole(path)]
    return safety_words.page(catalogues, extracted(safety_words.FILES))


def extracted(files: Collection[str] = ()) -> Catalog:
    """Return every message that is marked in the code and the templates, or in some files."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["babel"]
    template = Catalog(charset="utf-8")
    for mapping in settings["mappings"]:
        folder, _, _ = mapping["pattern"].partition("/")
        names = (path.relative_to(ROOT).as_posix() for path in sorted((ROOT / folder).rglob("*.*")))
        for name in names:
            if not pathmatch(mapping["pattern"], name) or (files and name not in files):
                continue
            for _line, message, _comments, context in extract_from_file(
                mapping["method"],
                ROOT / name,
                keywords={**DEFAULT_KEYWORDS, "_": None},
                options={"trimmed": "true", "newstyle_gettext": "true"},
            ):
                template.add(message, locations=[(name, 0)], context=context)
    return template


def read(path: Path) -> Catalog:
    """Return a catalogue."""
    with path.open("rb") as file:
        return read_po(file, locale=_locale(path), charset="utf-8", abort_invalid=True)


def brought_up_to_date(catalogue: Catalog, template: Catalog, others: Iterable[Catalog]) -> Catalog:
    """Return a catalogue with the messages of the template alone, translated by all these."""
    catalogue.update(deepcopy(template), no_fuzzy_matching=True)  # else both share their messages
    catalogue.obsolete.clear()
    catalogue.creation_date = catalogue.revision_date = NEVER
    catalogue.last_translator = catalogue.msgid_bugs_address = AUTHORS
    catalogue.language_team = str(catalogue.locale)
    for other in others:
        for message in other:
            wanted = catalogue.get(message.id, message.context) if message.id else None
            if wanted is not None and all(_strings(message)):
                wanted.string = message.string
    return catalogue


def untranslated(catalogue: Catalog) -> Iterable[str]:
    """Return what a catalogue has no words for."""
    for message in catalogue:
        if message.id and not all(_strings(message)):
            yield str(message.id)


def is_whole(path: Path) -> bool:
    """Whether a catalogue has to translate everything: not one of another English."""
    return not path.parts[-3].startswith("en")


def save(catalogue: Catalog, path: Path) -> None:
    """Write a catalogue, and beside it what the tracker reads."""
    with path.open("wb") as file:
        write_po(file, catalogue, width=100, sort_output=True, include_lineno=False)
    with path.with_suffix(".mo").open("wb") as file:
        write_mo(file, catalogue)


def _strings(message: object) -> tuple[str, ...]:
    strings = getattr(message, "string", None) or ""
    return (strings,) if isinstance(strings, str) else tuple(strings)


def _locale(path: Path) -> str | None:
    return path.parts[-3] if path.is_relative_to(FOLDER) else None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
