"""What every panel of the recovery chart has: a title, lines across, and words about a spot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.charts.sheet import Sheet, Style, lines
from tracker.charts.style import TYPE_SIZE, text_width

if TYPE_CHECKING:
    from tracker.charts.recovery.layout import RecoveryLayout
    from tracker.charts.sheet import Spot

EDGE = 2  # pixels that words keep from the picture's edge: a typeface may be wider than usual
MARGIN = 4
TO_BASELINE = 0.36


def title(sheet: Sheet, y: float, words: str, more: str = "") -> None:
    """The title of a panel, and what else there is to know of it."""
    sheet.text((MARGIN, y), words, Style(sheet.colours.ink, TYPE_SIZE, bold=True))
    x = MARGIN + text_width(words, TYPE_SIZE) * _BOLD + 6
    sheet.text((x, y), more, soft(sheet))


_BOLD = 1.1  # how much wider bold letters are


def levels(sheet: Sheet, layout: RecoveryLayout, named: list[tuple[float, str]]) -> None:
    """Lines across a panel and their names at its left; the first is the ground line."""
    line = layout.timeline
    across = [((line.left, y), (line.right, y)) for y, _ in named]
    sheet.stroke(lines(across[1:]), sheet.colours.line)
    sheet.stroke(lines(across[:1]), sheet.colours.edge)
    for y, words in named:
        spot = (line.left - 5, y + TYPE_SIZE * TO_BASELINE)
        sheet.text(spot, words, soft(sheet), "right")


def centred(sheet: Sheet, spot: Spot, words: str, style: Style) -> None:
    """Words about a spot, brought within the picture."""
    half = text_width(words, style.size) / 2 + EDGE
    x = min(max(spot[0], half), sheet.width - half)
    sheet.text((x, spot[1]), words, style, "center")


def soft(sheet: Sheet) -> Style:
    """The style of what is said beside."""
    return Style(sheet.colours.ink_soft, TYPE_SIZE)
