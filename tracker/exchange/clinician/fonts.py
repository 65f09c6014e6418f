"""The typefaces of the PDF, all embedded, and text written with them.

DejaVu Sans, which comes with matplotlib, has Latin, Greek, Cyrillic, Hebrew, Arabic and more. For
other scripts a typeface of this computer is borrowed where there is one. What none of them has
becomes boxes, which the PDF explains.
"""

from __future__ import annotations

from functools import cache
from itertools import groupby
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING
from unicodedata import bidirectional, category
from xml.sax.saxutils import escape

from arabic_reshaper import reshape
from bidi import get_display
from matplotlib import font_manager, get_data_path
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

if TYPE_CHECKING:
    from collections.abc import Iterator

REGULAR, BOLD = "DejaVuSans", "DejaVuSans-Bold"
BOX = "□"

# File names, in small letters, of TrueType fonts with many scripts, on the usual systems.
_WIDE_FONTS = (
    "droidsansfallback",
    "notosanssc",
    "notosansjp",
    "notosanskr",
    "wqy-",
    "arial unicode",
    "arialuni",
    "msyh.",
    "msgothic",
    "malgun.",
    "notoemoji-",
    "seguisym",
    "symbola",
    "unifont",
)
_RIGHT_TO_LEFT = {"R", "AL"}
_LINE = 24  # letters of a right-to-left text that find room on a line of the narrowest column
_VARIANTS = {chr(code) for code in range(0xFE00, 0xFE10)}


@cache
def load() -> None:
    """Make the two typefaces of the sheet known."""
    folder = Path(get_data_path()) / "fonts" / "ttf"
    for name in (REGULAR, BOLD):
        pdfmetrics.registerFont(TTFont(name, folder / f"{name}.ttf"))
    pdfmetrics.registerFontFamily(REGULAR, normal=REGULAR, bold=BOLD, italic=REGULAR)


def written(text: str) -> str:
    """The text as markup for a paragraph: its letters in the typeface that has them.

    It is broken into lines by the paragraph, but right-to-left text here: a PDF has it as seen.
    """
    return "<br/>".join(_marked_up(line) for line in _as_seen("".join(_visible(text))))


def _marked_up(text: str) -> str:
    pieces = []
    for font, group in groupby(text, key=_font_of):
        letters = "".join(group)
        piece = escape(BOX * len(letters) if font is None else letters)
        pieces.append(piece if font in {None, REGULAR} else f'<font name="{font}">{piece}</font>')
    return "".join(pieces)


def _as_seen(text: str) -> list[str]:
    """The lines of a text, from the left to the right of the page, Arabic letters joined."""
    directions = [bidirectional(letter) for letter in text]
    if not _RIGHT_TO_LEFT.intersection(directions):
        return [text]
    begins = next(d for d in directions if d == "L" or d in _RIGHT_TO_LEFT)
    lines = [text] if begins == "L" else wrap(text, _LINE)
    return [get_display(reshape(line)) for line in lines]


def has_boxes(text: str) -> bool:
    """Whether some of the text cannot be written."""
    return any(_font_of(letter) is None for letter in _visible(text))


def _visible(text: str) -> Iterator[str]:
    """Letters without those that only join others or choose how they look; space as one space."""
    line = " ".join(text.split())
    return (c for c in line if not (category(c) in {"Cf", "Cc"} or c in _VARIANTS))


@cache
def _font_of(letter: str) -> str | None:
    """The name of a typeface that has a letter; None if there is none."""
    load()
    if letter.isspace() or _has(REGULAR, letter):
        return REGULAR
    return next((name for name in _borrowed() if _has(name, letter)), None)


def _has(font: str, letter: str) -> bool:
    face = pdfmetrics.getFont(font)
    return isinstance(face, TTFont) and ord(letter) in face.face.charToGlyph


@cache
def _borrowed() -> tuple[str, ...]:
    """Typefaces found on this computer, by the order of the list above."""
    files = sorted(Path(name) for name in font_manager.findSystemFonts())
    names: list[str] = []
    for wanted in _WIDE_FONTS:
        for file in files:
            if file.name.lower().startswith(wanted) and file.stem not in names:
                try:
                    pdfmetrics.registerFont(TTFont(file.stem, file))
                except TTFError:
                    continue  # its outlines are of a kind that cannot be embedded here
                names.append(file.stem)
    return tuple(names)
