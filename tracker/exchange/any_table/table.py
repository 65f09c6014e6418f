"""A table from anywhere: commas, semicolons or tabs, in the usual encodings."""

from __future__ import annotations

import csv
import re
from io import StringIO
from typing import NamedTuple

from tracker.entries.cells import UNPRINTABLE
from tracker.exchange.parse_errors import FilesError, ParseError
from tracker.translations import gettext

MOST_ROWS, MOST_COLUMNS = 20_000, 150
_MARKS, _TITLES = ",;\t|", 10
_IS_DATE = re.compile(r"^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b")
_SEP = re.compile(r'"?sep=(.)"?[,;]*', re.IGNORECASE)
_SAMPLES = ("Sample rate",)  # what a watch maker writes below the session itself, second by second
_BOMS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


class Row(NamedTuple):
    """The cells of a row, and the line it begins on."""

    line: int
    cells: tuple[str, ...]


class Table(NamedTuple):
    """A table as it was read; every row has as many cells as there are columns."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    def samples(self, column: int, most: int = 3) -> list[str]:
        """The first values of a column that are not empty."""
        cells = (row.cells[column] for row in self.rows if row.cells[column])
        return [value for value, _ in zip(cells, range(most), strict=False)]


def read_table(content: bytes, file: str) -> Table:
    """Read a table whose first row names its columns. Raises FilesError where it is none."""
    text, mark, first = _marked(_text(content, file))
    reader = csv.reader(StringIO(text, newline=""), delimiter=mark or _delimiter(text))
    rows, line = [], first
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append(Row(line, tuple(UNPRINTABLE.sub("", cell).strip() for cell in cells)))
            line = reader.line_num + first
            if rows and rows[-1].cells[:1] == _SAMPLES:
                rows.pop()
                break
            if len(rows) > MOST_ROWS:
                _refuse(file, gettext("has more than %(most)d rows", most=MOST_ROWS), line)
    except csv.Error as error:
        _refuse(file, gettext("is no table from here on (%(fault)s)", fault=error), line)
    rows = _without_title(rows)
    if len(rows) < 2 or any(map(_IS_DATE.search, rows[0].cells)):  # noqa: PLR2004 - and a row below
        _refuse(file, gettext("needs a first line that names its columns, and rows below it"))
    return _squared(rows, file)


def _refuse(file: str, what: str, line: int = 0) -> None:
    raise FilesError([ParseError(file, what, line)])


def _text(content: bytes, file: str) -> str:
    encoding = next((name for bom, name in _BOMS.items() if content.startswith(bom)), "utf-8")
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")  # what older spreadsheets write
    if "\0" in text:
        _refuse(file, gettext("is not text: save the table as CSV first"))
    return text


def _without_title(rows: list[Row]) -> list[Row]:
    """The rows from the names of the columns on: a line of one cell above wider ones is a title."""
    widest = max((_filled(row) for row in rows[:_TITLES]), default=0)
    while len(rows) > 1 and _filled(rows[0]) == 1 < widest:
        rows = rows[1:]
    return rows


def _filled(row: Row) -> int:
    return sum(bool(cell) for cell in row.cells)


def _marked(text: str) -> tuple[str, str, int]:
    """The table, the mark between its columns if a line before it names one, and its first line.

    Excel writes and reads `sep=;`.
    """
    first, _, rest = text.partition("\n")
    match = _SEP.fullmatch(first.strip())
    return (rest, match[1], 2) if match else (text, "", 1)


def _delimiter(text: str) -> str:
    """The most frequent one of the first line that has any: titles above it have none."""
    lines = text.lstrip().split("\n", _TITLES)[:_TITLES]
    first = next((line for line in lines if any(mark in line for mark in _MARKS)), "")
    return max(_MARKS, key=first.count)


def _squared(rows: list[Row], file: str) -> Table:
    names = rows[0].cells
    while names and not names[-1]:
        names = names[:-1]
    if len(names) > MOST_COLUMNS:
        _refuse(file, gettext("has more than %(most)d columns", most=MOST_COLUMNS), 1)
    width = len(names)
    for row in rows[1:]:
        if any(row.cells[width:]):
            what = gettext(
                "has %(cells)d cells where the first line has %(width)d",
                cells=len(row.cells),
                width=width,
            )
            _refuse(file, what, row.line)
    squared = [Row(r.line, (*r.cells[:width], *[""] * (width - len(r.cells)))) for r in rows[1:]]
    columns = [
        name or gettext("Column %(number)d", number=index) for index, name in enumerate(names, 1)
    ]
    return Table(tuple(columns), tuple(squared))
