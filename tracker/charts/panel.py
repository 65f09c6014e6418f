"""What the charts have in common: titles, levels across a panel, and the key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.charts.key import KEY_ROW
from tracker.charts.sheet import Style, lines
from tracker.charts.symbols import stamp

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.charts.key import PlacedEntry
    from tracker.charts.sheet import Sheet

MARGIN = 6
_KEY_SYMBOL = 9
_TO_BASELINE = 0.36


def title(sheet: Sheet, y: float, words: str, size: float) -> None:
    """The title of a panel."""
    sheet.text((MARGIN, y), words, Style(sheet.colours.ink, size, bold=True))


def levels(
    sheet: Sheet, left: float, right: float, named: Sequence[tuple[float, str]], size: float
) -> None:
    """Lines across a panel and their names at its left; the first is the ground line."""
    across = [((left, y), (right, y)) for y, _ in named]
    sheet.stroke(lines(across[1:]), sheet.colours.line)
    sheet.stroke(lines(across[:1]), sheet.colours.edge)
    style = Style(sheet.colours.ink_soft, size)
    for y, words in named:
        sheet.text((left - 5, centred(y, size)), words, style, "right")


def key(sheet: Sheet, placed: Sequence[PlacedEntry], top: float, size: float) -> None:
    """The key: `top` is the middle of its first row."""
    style = Style(sheet.colours.ink_soft, size)
    for p in placed:
        y = top + KEY_ROW * p.row
        stamp(sheet, p.entry.symbol, [(p.symbol_x, y)], _KEY_SYMBOL)
        sheet.text((p.label_x, centred(y, size)), p.entry.label, style)


def centred(y: float, size: float) -> float:
    """The baseline on which letters stand centred about a height."""
    return y + size * _TO_BASELINE
