"""The words that keep a runner safe, in every language side by side, for a clinician to check.

`docs/safety-words.md` is made of the catalogues whenever they are brought up to date.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

from tracker.translations import FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from babel.messages.catalog import Catalog, Message

PAGE = FOLDER.parent.parent / "docs" / "safety-words.md"


class Part(NamedTuple):
    """One table: what it is about, and the files whose words it lists, in their order."""

    title: str
    files: tuple[str, ...]


PARTS = (
    Part(
        "Warning signs: each question, and what to do after a yes",
        ("tracker/content/red_flags.py",),
    ),
    Part("How soon, and whom to see", ("tracker/content/sign.py",)),
    Part(
        "Around the questions: asking, locking, clearing",
        (
            "templates/injury/red_flags.html",
            "templates/injury/lock.html",
            "templates/injury/clearance.html",
            "tracker/web/injury/red_flags.py",
            "tracker/web/injury/screen_form.py",
            "tracker/web/injury/lock.py",
            "tracker/web/injury/clinician_forms.py",
        ),
    ),
    Part("Stop: warning signs and sharp pain", ("tracker/language/rules/signs.py",)),
    Part("Wait: pain, the walk, the morning", ("tracker/language/rules/readiness.py",)),
    Part("Wait: rest days, one run a day, painkillers", ("tracker/language/rules/spacing.py",)),
    Part("Too much at once", ("tracker/language/rules/load.py",)),
    Part("Not getting better", ("tracker/language/rules/trends.py",)),
    Part("The verdict", ("tracker/language/job.py", "templates/macros/verdict.html")),
    Part("A run that is refused", ("templates/diary/refusal.html",)),
    Part(
        "Who it is not for, and what it cannot do",
        (
            "templates/learn/what-it-is-for.html",
            "templates/learn/about.html",
            "templates/learn/in-pregnancy.html",
            "templates/injury/onboarding.html",
        ),
    ),
    Part("When to see whom", ("templates/learn/whom-to-see.html",)),
    Part(
        "Pain or soreness, painkillers, the first days",
        (
            "templates/learn/soreness-and-pain.html",
            "templates/learn/first-days.html",
        ),
    ),
    Part(
        "A symptom, and a nerve", ("tracker/content/symptoms.py", "templates/learn/symptoms.html")
    ),
)
FILES = {file for part in PARTS for file in part.files}
_HEAD = """\
# Safety words, side by side

What the tracker says where a wrong word could do harm: warning signs, stops, refusals, locks, whom
to see. English is the original. **Nobody medical has checked the translations yet.** The pages
“About” and “What it is for” say so in every language but English.

Are you a clinician who speaks both? Read a line across. The translation should say the same: as
urgent, as careful, no more and no less. It should name no illness that the English does not name.
Write down the line, what is wrong with it and what it should say, and send that to whoever runs the
tracker or to the project. A word in braces stands for a value, such as `{day}` for a date. An empty
cell is not translated: there the tracker speaks English.

This page is made of the catalogues by `python -m tests.translations.catalogues`.
"""
_TAG = re.compile(r"</?[a-z]+[^>]*>")
_VALUE = re.compile(r"%\((\w+)\)[sd]")


def page(catalogues: Sequence[Catalog], template: Catalog) -> str:
    """Return the page: a table for each part, a column for each catalogue."""
    listed: set[object] = set()
    tables = [_table(part, catalogues, template, listed) for part in PARTS]
    return "\n".join([_HEAD, *tables])


def _table(
    part: Part, catalogues: Sequence[Catalog], template: Catalog, listed: set[object]
) -> str:
    names = ["English", *(_name(catalogue) for catalogue in catalogues)]
    lines = [f"## {part.title}", "", _row(names), _row(["---"] * len(names))]
    for message in _of_files(part.files, template):
        key = (message.context, message.id)
        if key in listed:
            continue
        listed.add(key)
        said = [catalogue.get(message.id, message.context) for catalogue in catalogues]
        lines.append(_row([_words(message.id), *(_words(it.string) if it else "" for it in said)]))
    return "\n".join([*lines, ""])


def _name(catalogue: Catalog) -> str:
    return (catalogue.locale and catalogue.locale.get_display_name("en")) or ""


def _of_files(files: Iterable[str], template: Catalog) -> Iterator[Message]:
    for file in files:
        for message in template:
            if message.id and file in {place for place, _ in message.locations}:
                yield message


def _words(text: str | Sequence[str] | None) -> str:
    """Words as they are read: without markup, values in braces, both forms of a plural."""
    forms = (text,) if isinstance(text, str) else tuple(text or ())
    plain = (_VALUE.sub(r"{\1}", unescape(_TAG.sub("", form))) for form in forms)
    return " / ".join(plain).replace("%%", "%").replace("|", "\\|")


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
