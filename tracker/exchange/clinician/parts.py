"""The parts of the clinician's sheet: its head and figures, its tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import CondPageBreak, Flowable, LongTable, Spacer, Table

from tracker.exchange.clinician.fonts import BOLD, BOX, REGULAR, has_boxes, written
from tracker.exchange.clinician.tags import Tagged, Tags, decorate
from tracker.translations import gettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any, TypeAlias

    from tracker.reports.report import Report
    from tracker.reports.tables import Figure
    from tracker.reports.tables import Table as WordTable

    _Place: TypeAlias = tuple[int, int]
    _Command: TypeAlias = tuple[str, _Place, _Place, *tuple[Any, ...]]

_DECORATE: Any = decorate  # ReportLab takes any function; its stubs ask for a class
_FACT = 84
_WIDEST, _BETWEEN = 0.4, 5
_SMALLEST = 60  # below this much room a table begins on the next page
_INK, _SOFT, _LINE, _WELL = (HexColor(c) for c in ("#000000", "#333333", "#bbbbbb", "#eeeeee"))

_TEXT = ParagraphStyle("text", fontName=REGULAR, fontSize=7.8, leading=10, textColor=_INK)
_STRONG = ParagraphStyle("strong", _TEXT, fontName=BOLD)
_TITLE = ParagraphStyle("title", _TEXT, fontName=BOLD, fontSize=15, leading=19)
_HEAD = ParagraphStyle(
    "head", _TEXT, fontName=BOLD, fontSize=9, leading=12, spaceBefore=7, spaceAfter=1
)
LABEL = ParagraphStyle("label", _TEXT, fontSize=7.2, leading=9, textColor=_SOFT)
_VALUE = ParagraphStyle("value", _TEXT, fontName=BOLD, fontSize=11.5, leading=15)
_SPAN = ParagraphStyle("span", _TEXT, alignment=2)
_WHO = ParagraphStyle("who", _TITLE, fontSize=12, alignment=2)
_WARN = ParagraphStyle(
    "warn", _TEXT, fontName=BOLD, borderColor=_INK, borderWidth=1, borderPadding=5, leading=11,
    spaceBefore=7, spaceAfter=9,
)  # fmt: skip


_ALL = (0, 0), (-1, -1)
_IN_A_BAND, _PADDING = 3, 13
_SMALLER = 0.75  # no figure is written smaller than so much of its usual size
_PLAIN: list[_Command] = [
    ("FONTNAME", *_ALL, REGULAR),
    ("LEFTPADDING", *_ALL, 0),
    ("RIGHTPADDING", *_ALL, 0),
    ("TOPPADDING", *_ALL, 0),
    ("BOTTOMPADDING", *_ALL, 0),
    ("VALIGN", *_ALL, "TOP"),
]
_HEADER: list[_Command] = [*_PLAIN, ("VALIGN", *_ALL, "BOTTOM")]
_WELLS: list[_Command] = [
    ("FONTNAME", *_ALL, REGULAR),
    ("BACKGROUND", *_ALL, _WELL),
    ("VALIGN", *_ALL, "TOP"),
    ("TOPPADDING", *_ALL, 4),
    ("BOTTOMPADDING", *_ALL, 0),
    ("BOTTOMPADDING", (0, -1), (-1, -1), 5),
]
_ROWS: list[_Command] = [
    *_PLAIN,
    ("RIGHTPADDING", *_ALL, 4),
    ("TOPPADDING", *_ALL, 1),
    ("BOTTOMPADDING", *_ALL, 2),
    ("LINEBELOW", *_ALL, 0.4, _LINE),
    ("FONTSIZE", *_ALL, _TEXT.fontSize),
    ("LEADING", *_ALL, _TEXT.leading),
]


def top(report: Report, width: float) -> list[Flowable]:
    """The title, whose it is, and the figures to see first."""
    title = [Tagged.heading(report.title, _TITLE, 1), Tagged(written(report.who), _WHO)]
    where = [Tagged(written(report.injury), _TEXT), Tagged(report.span, _SPAN)]
    head = Table(
        [title, where],
        colWidths=[width * 0.68, width * 0.32],
        style=_HEADER,
        renderCB=_DECORATE,
    )
    room, value = width / _IN_A_BAND, ParagraphStyle("value", _VALUE)
    longest = max(stringWidth(it.value, BOLD, _VALUE.fontSize) for it in report.figures)
    value.fontSize *= max(_SMALLER, min(1, (room - _PADDING) / longest))
    figures = Table(
        [[_figure(it, value) for it in band] for band in _bands(report)],
        colWidths=[room] * _IN_A_BAND,
        style=_WELLS,
        renderCB=_DECORATE,
    )
    return [head, Spacer(0, 5), figures, Spacer(0, 4)]


def _bands(report: Report) -> list[tuple[Figure, ...]]:
    """The figures, so many beside each other."""
    figures = report.figures
    return [figures[i : i + _IN_A_BAND] for i in range(0, len(figures), _IN_A_BAND)]


def _figure(figure: Figure, value: ParagraphStyle) -> list[Tagged]:
    return [
        Tagged(figure.label, LABEL),
        Tagged(written(figure.value), value),
        Tagged(written(figure.detail), LABEL),
    ]


def attention(report: Report) -> list[Flowable]:
    """What to look at first, framed; nothing where there is nothing."""
    return [Tagged(written(" ".join(report.attention)), _WARN)] if report.attention else []


def table(table: WordTable, width: float, tags: Tags) -> list[Flowable]:
    """A table that repeats its header on every page it reaches; its columns fit their content."""
    head: list[Flowable] = [CondPageBreak(_SMALLEST), Tagged.heading(table.title, _HEAD, 2)]
    if not table.rows:
        return [*head, Tagged(table.empty, _TEXT)]
    columns = _columns(table, width)
    cells = [
        [_cell(text, room, table) for text, room in zip(row, columns, strict=True)]
        for row in table.rows
    ]
    of_table: Any = tags.of_table  # as above
    grid = LongTable(
        [[Tagged(name, LABEL) for name in table.header], *cells],
        colWidths=columns,
        repeatRows=1,
        hAlign="LEFT",
        splitInRow=1,
        style=[*_ROWS, *_strong(table)],
        renderCB=of_table,
    )
    return [*head, grid, *([Tagged(table.note, LABEL)] if table.note else [])]


def _cell(text: str, room: float, table: WordTable) -> str | Tagged:
    """Plain where it fits on one line of the usual typeface: a paragraph is slow to lay out."""
    fits = text.isascii() and "\n" not in text and _width(text, table) <= room - _BETWEEN
    if fits:
        return text
    return Tagged(written(text), _STRONG if text in table.strong else _TEXT)


def _strong(table: WordTable) -> list[_Command]:
    places = [
        (column, number)
        for number, row in enumerate(table.rows, 1)
        for column, text in enumerate(row)
        if text in table.strong
    ]
    return [("FONTNAME", place, place, BOLD) for place in places]


def fits(table: WordTable, width: float) -> bool:
    """Whether a table finds room without a word of it being broken."""
    return sum(_least(table, width)) <= width


def _columns(table: WordTable, width: float) -> list[float]:
    """As wide as the longest cell, up to a bound; by the longest word where room is short.

    Where there is more room, a column that reached its bound takes it, else each its share.
    """
    bound = width * _WIDEST
    needed = [_room(table, bound, [*name.split(), *cells]) for name, cells in _cells(table)]
    spare = width - sum(needed)
    widest = needed.index(max(needed))
    if spare < 0:
        return _narrowed(needed, _least(table, width), -spare)
    if needed[widest] > bound:
        needed[widest] += spare
        return needed
    return [n + spare / len(needed) for n in needed]


def _narrowed(needed: list[float], least: list[float], missing: float) -> list[float]:
    """Columns that give what is missing, the widest first: of dates, the narrowest, none breaks."""
    columns = list(needed)
    for number in sorted(range(len(columns)), key=lambda number: -needed[number]):
        given = min(missing, needed[number] - least[number])
        columns[number] -= given
        missing -= given
    return columns


def _least(table: WordTable, width: float) -> list[float]:
    """As wide as the longest word of each column."""
    bound = width * _WIDEST
    return [
        _room(table, bound, [*name.split(), *" ".join(cells).split()])
        for name, cells in _cells(table)
    ]


def _cells(table: WordTable) -> Iterator[tuple[str, list[str]]]:
    """The name of each column, and its cells."""
    for name, *cells in zip(table.header, *table.rows, strict=True):
        yield name, cells


def _room(table: WordTable, bound: float, texts: Iterable[str]) -> float:
    return min(bound, max(_width(text, table) for text in texts)) + _BETWEEN


def _width(text: str, table: WordTable) -> float:
    font = BOLD if text in table.strong else REGULAR
    return float(stringWidth(text, font, _TEXT.fontSize))


def facts(report: Report, width: float) -> list[Flowable]:
    """Labels with their text."""
    rows = [[Tagged(label, LABEL), Tagged(written(text), _TEXT)] for label, text in report.facts]
    grid = Table(
        rows,
        colWidths=[_FACT, width - _FACT],
        hAlign="LEFT",
        splitInRow=1,
        style=_ROWS,
        renderCB=_DECORATE,
    )
    return [Tagged.heading(gettext("Also"), _HEAD, 2), grid]


def boxes(report: Report) -> list[Flowable]:
    """What the boxes mean, if there are any."""
    texts = [
        report.who,
        *(cell for row in report.events.rows for cell in row),
        *(text for _, text in report.facts),
        *(cell for row in (report.notes.rows if report.notes else ()) for cell in row),
    ]
    if not any(has_boxes(text) for text in texts):
        return []
    explanation = gettext(
        "%(box)s: a letter that this PDF cannot write. The page on the screen shows it.", box=BOX
    )
    return [Spacer(0, 6), Tagged(explanation, LABEL)]
