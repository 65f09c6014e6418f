"""The columns of a table as meanings are given to them one by one, the surest first."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from tracker.exchange.any_table import headings

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tracker.exchange.any_table.table import Table

_LOOKED_AT = 100  # rows: enough to know a column by
MOST = 0.5  # of the cells bear a meaning out, where it is believed


class TakenColumns:
    """A table's first rows, what its columns may mean, and (`taken`) what they were taken for."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.rows = table.rows[:_LOOKED_AT]
        self.may_be = [headings.meanings(name) for name in table.columns]
        self.taken: dict[int, str] = {}

    def take(self, meaning: str, column: int | None) -> None:
        """Take a column for a meaning; none for None."""
        if column is not None:
            self.taken[column] = meaning

    def of(self, meaning: str) -> int | None:
        """The column that was taken for a meaning."""
        return next((i for i, name in self.taken.items() if name == meaning), None)

    def written(self, column: int) -> list[str]:
        """The first cells of a column that are not empty."""
        return [row.cells[column] for row in self.rows if row.cells[column]]

    def ranked(self, meaning: str) -> list[int]:
        """The columns that are left and may mean that by their headings, the best first."""
        left = [i for i, may in enumerate(self.may_be) if meaning in may and i not in self.taken]
        return sorted(left, key=lambda i: (self.may_be[i][meaning], i))

    def first(self, meaning: str, bears_out: Callable[[int], bool]) -> int | None:
        """The best of those whose cells bear the meaning out."""
        return next((i for i in self.ranked(meaning) if bears_out(i)), None)

    def is_mostly(self, read: Callable[[str], object], column: int) -> bool:
        """Whether most cells of a column can be read so; an empty one bears everything out."""
        return share(self.written(column), read) >= MOST


def share(written: Sequence[str], read: Callable[[str], object]) -> float:
    """The share of cells that can be read so; all of none at all."""
    good = 0
    for cell in written:
        with suppress(ValueError):
            read(cell)
            good += 1
    return good / len(written) if written else 1
