"""CSV as RFC 4180 has it: checked on the way in, streamed on the way out."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

from tracker.exchange.parse_errors import Faults, ParseError, Record, UnusableFileError
from tracker.translations import N_, gettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

MOST_ROWS = 100_000
_MARK = "\ufeff"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_NOT_UTF_8 = N_('is not UTF-8 text: save it again as "CSV UTF-8"')


def to_records(
    content: bytes, file: str, columns: Sequence[str], faults: Faults, notices: list[str]
) -> Iterator[Record]:
    """Read the rows of a CSV file, each with the line it begins on.

    Unknown columns go to `notices`. Raises UnusableFileError where the file is no such table.
    """
    text = _text(content, file)
    rows = _rows(text, file)
    _, header = next(rows, (1, []))
    names = [name.strip().lower() for name in header]
    _check_header(names, file, columns)
    notices += [_unknown(name, file) for name in names if name not in columns]
    for count, (line, cells) in enumerate(rows, 1):
        if count > MOST_ROWS:
            raise UnusableFileError(
                file, gettext("has more than %(most)d rows", most=MOST_ROWS), line
            )
        if len(cells) != len(names):
            what = gettext(
                "has %(cells)d cells where the header has %(width)d",
                cells=len(cells),
                width=len(names),
            )
            faults.add(ParseError(file, what, line))
            continue
        yield Record(faults, file, dict(zip(names, cells, strict=True)), line=line)


def to_lines(
    columns: Sequence[str], rows: Iterable[Sequence[object]], *, foreign: bool = False
) -> Iterator[str]:
    """Write a header and rows, one line at a time.

    `foreign` says that letters beyond ASCII follow, and begins with the mark by which Excel
    knows UTF-8; all others that read such files skip it.
    """
    if foreign:
        yield _MARK
    writer = csv.writer(_Echo)
    yield writer.writerow(columns)
    yield from map(writer.writerow, rows)


class _Echo:
    """Hands every line back to the writer, which hands it to whoever asked."""

    write = str


def _text(content: bytes, file: str) -> str:
    if content.startswith(_UTF_16):
        raise UnusableFileError(file, gettext(_NOT_UTF_8))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise UnusableFileError(file, gettext(_NOT_UTF_8), line) from error
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise UnusableFileError(
            file, gettext("holds a NUL character, so it is not a CSV file"), line
        )
    return text


def _rows(text: str, file: str) -> Iterator[tuple[int, list[str]]]:
    """Rows that are not empty, each with the line it begins on."""
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        what = gettext(
            "the quotes of this row do not fit (%(fault)s); a quote inside a cell is doubled",
            fault=error,
        )
        raise UnusableFileError(file, what, line) from error


def _check_header(names: Sequence[str], file: str, columns: Sequence[str]) -> None:
    if not names:
        raise UnusableFileError(file, gettext("is empty: its first line must name the columns"), 1)
    if len(names) == 1 and ";" in names[0]:
        raise UnusableFileError(file, gettext("has ; between its columns: save it with commas"), 1)
    for name in columns:
        if names.count(name) > 1:
            raise UnusableFileError(file, gettext("is there twice"), 1, name)


def _unknown(name: str, file: str) -> str:
    if not name:
        return gettext("%(file)s: a column without a name is not read", file=file)
    return gettext(
        "%(file)s: the column %(name)r is not known and is not read", file=file, name=name[:60]
    )
