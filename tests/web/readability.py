"""How hard a page is to read: the Flesch-Kincaid grade of its own sentences."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.web.pages import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

_BLOCKS = {"p", "li", "dd", "td"}
_HEADINGS = {"h1", "h2", "h3", "dt", "th", "caption", "summary", "form", "nav"}
_SHORTEST = 5  # words; anything shorter is a label, not a sentence
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"(?<=[^aeiouyl])e$|(?<=[^aeioutd])ed$")


def grade(text: str) -> float:
    """The school year in which a text can be read: 7 is about the age of twelve."""
    sentences = [s for s in re.split(r"[.!?:;]+(?:\s|$)", text) if re.search(r"[A-Za-z]", s)]
    words = [w for s in sentences for w in re.findall(r"[a-z]+", s.lower().replace("'", ""))]
    syllables = sum(_syllables(word) for word in words)
    return 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59


def _syllables(word: str) -> int:
    return max(1, len(_VOWELS.findall(_SILENT.sub("", word))))


def sentences_of(page: Element) -> str:
    """What a page says in whole sentences: headings, labels, forms and sources are left out."""
    blocks = [b for part in ("main", "aside") for e in page.iter(part) for b in _blocks(e)]
    long_enough = [b for b in blocks if len(b.split()) >= _SHORTEST]
    return " ".join(b if b[-1] in ".!?:" else f"{b}." for b in long_enough)


def _blocks(within: Element) -> Iterator[str]:
    for child in within:
        if child.tag in _HEADINGS or "sources" in (child.get("class") or ""):
            continue
        inner = [e for e in child.iter() if e is not child and e.tag in _BLOCKS]
        if child.tag in _BLOCKS and not inner:
            yield text_of(child)
        else:
            yield from _blocks(child)
