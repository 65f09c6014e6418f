"""The one place for the charts' colours, sizes of type and names of themes and formats.

The colours are those of static/css/tokens.css (a test compares them). As on the pages, colour
means a decision; everything else is ink on paper, told apart by shape and by lightness.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from tracker.progression.protocol import Stage

Theme: TypeAlias = Literal["light", "dark", "print"]
Format: TypeAlias = Literal["svg", "png", "pdf"]

NARROWEST, WIDEST = 320, 1600
TYPE_SIZE = 14  # pixels: a picture of 328 shown on a screen of 320 still has letters of 12

# For SVG: the pages' own typeface, then the system's. A picture in a page can load
# nothing, so the letters that charts use come along in it (letters.woff2). PNG and PDF are set in
# the typeface that matplotlib brings along.
LETTERS = " ,-./–:()0123456789ABCDEFGHIJKLMNOPRSTUVWZabcdefghijklmnopqrstuvwxyzÄÖÜäöüß"
PAGE_FONTS = '"Hanken Grotesk", system-ui, sans-serif'


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one theme. `stages` rises from `protect` to `returned`."""

    sheet: str
    ink: str
    ink_soft: str
    line: str
    edge: str
    well: str
    cleared: str
    caution: str
    hold: str
    stop: str
    refer: str
    stages: tuple[str, str, str, str, str, str]

    def stage(self, stage: Stage) -> str:
        """The tint of a stage."""
        return self.stages[list(Stage).index(stage)]


_LIGHT = Palette(
    sheet="#fff",
    ink="#13201c",
    ink_soft="#4b5b55",
    line="#cdd7d2",
    edge="#6a7b74",
    well="#e4ebe8",
    cleared="#0f6654",
    caution="#7a4b00",
    hold="#325070",
    stop="#b3211a",
    refer="#7a0f18",
    stages=("#eff3f1", "#e0e9e5", "#d0dfd9", "#bed4cc", "#abc8bd", "#97bbae"),
)
_DARK = Palette(
    sheet="#18211e",
    ink="#e7efeb",
    ink_soft="#a3b4ad",
    line="#33423d",
    edge="#7f928b",
    well="#232f2b",
    cleared="#84d9c1",
    caution="#f0c364",
    hold="#a9c7e8",
    stop="#ff9f95",
    refer="#ff97a0",
    stages=("#202b28", "#243530", "#29413a", "#2f4e45", "#355b50", "#3b695c"),
)
_PRINT = Palette(
    sheet="#fff",
    ink="#000",
    ink_soft="#333",
    line="#bbb",
    edge="#666",
    well="#e8e8e8",
    cleared="#0f6654",
    caution="#7a4b00",
    hold="#325070",
    stop="#b3211a",
    refer="#7a0f18",
    stages=("#f4f4f4", "#e9e9e9", "#dedede", "#d2d2d2", "#c6c6c6", "#b9b9b9"),
)
_PALETTES: dict[Theme, Palette] = {"light": _LIGHT, "dark": _DARK, "print": _PRINT}


def palette(theme: Theme) -> Palette:
    """The colours of a theme."""
    return _PALETTES[theme]


def text_width(text: str, size: float) -> float:
    """About how wide a text will be, in pixels, in the widest of the typefaces."""
    return len(text) * size * 0.58


def clamp_width(width: int) -> int:
    """The nearest width, in pixels, at which the charts can be read."""
    return min(max(width, NARROWEST), WIDEST)
