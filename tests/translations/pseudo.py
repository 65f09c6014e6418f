"""A language that brackets whatever is translated: what stands outside was forgotten."""

from __future__ import annotations

import re
from gettext import NullTranslations
from typing import TYPE_CHECKING

from tracker.translations import Language

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from xml.etree.ElementTree import Element

OPEN, CLOSE = "⟦", "⟧"
_SAID_ASIDE = ("alt", "aria-label", "title", "placeholder", "content", "summary", "label")
_NOT_SAID = {"script", "style", "template", "code", "kbd", "pre", "textarea"}
_FOR_PROGRAMS = "secret"  # a class: keys, links and commands
_DATES = re.compile(
    r"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b"
    r"|\b(January|February|March|April|May|June|July|August|September|October|November|December)\b"
    r"|\b(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b"
)
_WORD = re.compile(r"[^\W\d_]{2,}")


class _Bracketed(NullTranslations):
    def gettext(self, message: str) -> str:
        return f"{OPEN}{message}{CLOSE}"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"{OPEN}{msgid1 if n == 1 else msgid2}{CLOSE}"

    def pgettext(self, context: str, message: str) -> str:
        return message if context == "date" else f"{OPEN}{message}{CLOSE}"


PSEUDO = Language("en", "en_GB", _Bracketed())


def unmarked(page: Element, known: Iterable[str]) -> list[str]:
    """Return what a page says outside of brackets, but for what is known to be nobody's words."""
    names = re.compile("|".join(map(re.escape, sorted(known, key=len, reverse=True))))
    left = []
    for text in (_outside(_text_of(page)), *(_outside(it) for it in _said_aside(page))):
        for line in text.split("\n"):
            rest = _DATES.sub(" ", names.sub(" ", line))
            if _WORD.search(rest):
                left.append(" ".join(line.split()))
    return left


def _text_of(element: Element) -> str:
    """The text in its order, a line for each piece."""
    if element.tag in _NOT_SAID or not isinstance(element.tag, str):
        return ""
    if element.get("class") == _FOR_PROGRAMS:
        return ""
    if element.get("translate") == "no":
        return ""
    inner = "".join(f"{_text_of(it)}\n{it.tail or ''}" for it in element)
    return f"{element.text or ''}\n{inner}"


def _said_aside(page: Element) -> Iterator[str]:
    for element in page.iter():
        if element.get("name") in {"viewport", "theme-color", "csrf_token"}:
            continue
        for name in _SAID_ASIDE:
            if element.tag != "path" and (text := element.get(name)):
                yield text


def _outside(text: str) -> str:
    """What is in no bracket; brackets nest where one message is part of another."""
    depth, outside = 0, []
    for letter in text:
        depth += (letter == OPEN) - (letter == CLOSE)
        if (depth == 0 and letter != CLOSE) or letter == "\n":
            outside.append(letter)
    return "".join(outside)
