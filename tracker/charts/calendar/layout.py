"""Where every cell of the calendar chart stands, in pixels from the top left corner."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.charts.calendar.series import DayKind
from tracker.charts.key import KEY_ROW, KeyEntry, PlacedEntry, Symbol, flow, key_height
from tracker.charts.style import type_size
from tracker.charts.timeline import MONTHS

if TYPE_CHECKING:
    from datetime import date

    from tracker.charts.calendar.series import CalendarSeries, Cell

_LEFT, _YEAR_LEFT, _RIGHT = 24, 38, 8
_LARGEST, _SMALLEST = 34, 15
_WEEKS_OF_YEAR = 53
_DAYS = 7

ENTRIES = {
    DayKind.RUN: KeyEntry(Symbol.JOG, "run"),
    DayKind.WALK: KeyEntry(Symbol.WALK, "walk"),
    DayKind.CROSS_TRAINING: KeyEntry(Symbol.CROSS, "cross-training"),
    DayKind.REST: KeyEntry(Symbol.REST, "rest"),
    DayKind.NOTHING: KeyEntry(Symbol.BLANK, "nothing recorded"),
    DayKind.STOP: KeyEntry(Symbol.STOP, "stop: sharp pain"),
    DayKind.DEVIATION: KeyEntry(Symbol.DEVIATION, "deviation"),
}


class PlacedCell(NamedTuple):
    """A cell and its left upper corner."""

    cell: Cell
    x: float
    y: float


class Label(NamedTuple):
    """A word beside or above the cells: where its baseline begins."""

    x: float
    y: float
    words: str


class CalendarLayout(NamedTuple):
    """The cells, all of one size, the names around them and the key."""

    type_size: int
    title: float
    cell: float
    cells: tuple[PlacedCell, ...]
    labels: tuple[Label, ...]
    key: tuple[PlacedEntry, ...]
    key_top: float
    height: int


def calendar_layout(series: CalendarSeries, width: int) -> CalendarLayout:
    """The layout at a width in pixels: a column a week, or a row a year where cells are weeks."""
    size = type_size(width)
    top = size + 14
    place = _by_year if series.by_week else _by_weekday
    cell, cells, labels = place(series, width, top, size)
    bottom = max([top, *(c.y + cell for c in cells), *(label.y for label in labels)])
    kinds = {c.cell.kind for c in cells}
    entries = [entry for kind, entry in ENTRIES.items() if kind in kinds]
    if not series.by_week and any(c.first == series.today for c in series.cells):
        entries.append(KeyEntry(Symbol.TODAY, "today"))
    key = flow(entries, 6, width - _RIGHT, size)
    key_top = bottom + 8 + KEY_ROW
    return CalendarLayout(
        type_size=size,
        title=size + 5,
        cell=cell,
        cells=cells,
        labels=labels,
        key=tuple(key),
        key_top=key_top,
        height=round(key_top + key_height(key)),
    )


def _by_weekday(
    series: CalendarSeries, width: int, top: float, size: int
) -> tuple[float, tuple[PlacedCell, ...], tuple[Label, ...]]:
    """A column a week, Monday on top; more weeks than fit go on below."""
    if not series.cells:
        return _SMALLEST, (), ()
    first = series.cells[0].first
    weeks = [_week(first, c.first) for c in series.cells]
    room = width - _LEFT - _RIGHT
    cell = min(_LARGEST, max(_SMALLEST, room // (weeks[-1] + 1)))
    columns = int(room // cell)
    band = size + 6 + _DAYS * cell + 8
    placed = []
    labels: list[Label] = []
    for c, week in zip(series.cells, weeks, strict=True):
        row, column = divmod(week, columns)
        x, head = _LEFT + column * cell, top + row * band + size + 6
        placed.append(PlacedCell(c, x, head + c.first.weekday() * cell))
        if c.first.day == 1 or c is series.cells[0]:
            labels.append(Label(x, head - 5, MONTHS[c.first.month - 1]))
    for row in range(weeks[-1] // columns + 1):
        labels += _weekdays(top + row * band + size + 6, cell, size)
    return cell, tuple(placed), _apart(labels, size)


def _weekdays(head: float, cell: float, size: int) -> list[Label]:
    """The initials of the weekdays, beside their rows."""
    down = cell / 2 + size * 0.36
    return [Label(6, head + i * cell + down, name) for i, name in enumerate("MTWTFSS")]


def _by_year(
    series: CalendarSeries, width: int, top: float, size: int
) -> tuple[float, tuple[PlacedCell, ...], tuple[Label, ...]]:
    """A row a year, a column each of its weeks."""
    cell = min(_LARGEST / 2, (width - _YEAR_LEFT - _RIGHT) / _WEEKS_OF_YEAR)
    row_height = max(cell, size + 4)
    placed = []
    rows: dict[int, Label] = {}
    start = series.cells[0].first.isocalendar().year
    for c in series.cells:
        year, week, _ = c.first.isocalendar()
        y = top + (year - start) * row_height
        placed.append(PlacedCell(c, _YEAR_LEFT + (week - 1) * cell, y))
        rows[year] = Label(6, y + cell / 2 + size * 0.36, str(year))
    return cell, tuple(placed), tuple(rows.values())


def _week(first: date, day: date) -> int:
    """Which week a day is in, counted by Mondays from the week of the first."""
    return ((day - first).days + first.weekday()) // _DAYS


def _apart(labels: list[Label], size: int) -> tuple[Label, ...]:
    """Without names that would run into the one that follows them."""
    shown: list[Label] = []
    for label in labels:
        if shown and shown[-1].y == label.y and label.x - shown[-1].x < size * 2.4:
            shown.pop()
        shown.append(label)
    return tuple(shown)
