"""How hard a page is to read, as the school year in which its own sentences can be read.

For English that is the Flesch-Kincaid grade; for German the first of the Vienna formulas for
non-fiction, which was fitted to the reading matter of school years 4 to 15: R. Bamberger and
E. Vanecek, Lesen - Verstehen - Lernen - Schreiben, Vienna 1984.
"""

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
_GERMAN_VOWELS = re.compile(r"ie|ei|ey|ai|au|äu|eu|aa|ee|oo|[aeiouyäöü]")
_LONG = 6  # letters; a German word with more is long
_SILENT = re.compile(r"(?<=[^aeiouyl])e$|(?<=[^aeioutd])ed$")


def grade(text: str) -> float:
    """The school year in which an English text can be read: 7 is about the age of twelve."""
    words, sentences = _words_and_sentences(text)
    syllables = sum(_syllables(word) for word in words)
    return 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59


def german_grade(text: str) -> float:
    """The school year in which a German text can be read, from 4 (very easy) to 15."""
    words, sentences = _words_and_sentences(text)
    syllables = [max(1, len(_GERMAN_VOWELS.findall(word.replace("qu", "q")))) for word in words]
    in_hundred = 100 / len(words)
    many = sum(number >= 3 for number in syllables) * in_hundred
    one = sum(number == 1 for number in syllables) * in_hundred
    long = sum(len(word) > _LONG for word in words) * in_hundred
    length = len(words) / sentences
    return 0.1935 * many + 0.1672 * length + 0.1297 * long - 0.0327 * one - 0.875


def _words_and_sentences(text: str) -> tuple[list[str], int]:
    """The words of a text, in small letters, and how many sentences they stand in."""
    sentences = [s for s in re.split(r"[.!?:;]+(?:\s|$)", text) if re.search(r"[^\W\d_]", s)]
    joined = (s.lower().replace("'", "") for s in sentences)
    return [w for s in joined for w in re.findall(r"[^\W\d_]+", s)], len(sentences)


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
