"""What is wrong with a file, and where: file, line, column and value, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from tracker.translations import gettext

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

T = TypeVar("T")

MOST_FAULTS = 20
_LONGEST_SHOWN = 60


class ParseError(NamedTuple):
    """One fault, and where it is.

    `line` is 0 and `column` empty where all of the file is meant; `file` is empty where the
    folder or the ZIP is.
    """

    file: str
    what: str
    line: int = 0
    column: str = ""
    value: object = ""

    def __str__(self) -> str:
        """Return a sentence that names file, line, column and value."""
        line = gettext("line %(number)d", number=self.line) if self.line else ""
        place = ", ".join(part for part in (self.file, line, self.column) if part)
        quoted = "" if self.value in ("", None) else f"{_quoted(self.value)} "
        return f"{place}: {quoted}{self.what}" if place else self.what


def _quoted(value: object) -> str:
    """Return a value as a reader can see it: short, and with nothing a terminal would obey."""
    text = repr(value)
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"


class FilesError(ValueError):
    """Files that cannot be taken in; nothing of them is used. Lists the first faults found."""

    def __init__(self, faults: Iterable[ParseError]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


class UnusableFileError(ValueError):
    """A fault after which the rest of the file cannot be read."""

    def __init__(self, file: str, what: str, line: int = 0, column: str = "") -> None:
        self.fault = ParseError(file, what, line, column)
        super().__init__(str(self.fault))


class Faults:
    """Collects faults, so that one reading tells of all of them, up to `most`."""

    def __init__(self, most: int = MOST_FAULTS) -> None:
        self._all: list[ParseError] = []
        self._most = most

    def __len__(self) -> int:
        return len(self._all)

    def add(self, fault: ParseError) -> None:
        """Note a fault; FilesError once there are too many to go on."""
        self._all.append(fault)
        if len(self._all) >= self._most:
            self.settle()

    @property
    def all(self) -> tuple[ParseError, ...]:
        """The faults, in the order in which they were found."""
        return tuple(self._all)

    def settle(self) -> None:
        """Raise FilesError if any fault was found."""
        if self._all:
            raise FilesError(self._all)


class Record:
    """Named values from one place: a line of a CSV file, or an object in a JSON file.

    A parser takes a value and returns its meaning, or raises ValueError saying what it must be.
    `headings` are what the columns are called in the file, where that is another name.
    """

    def __init__(
        self,
        faults: Faults,
        file: str,
        values: Mapping[str, Any],
        *,
        line: int = 0,
        path: str = "",
        headings: Mapping[str, str] | None = None,
    ) -> None:
        self._faults = faults
        self._before = len(faults)
        self._file = file
        self.values = values
        self._line = line
        self._path = path
        self._headings = headings or {}
        self._written = values

    def of(self, values: Mapping[str, Any]) -> Record:
        """The same place with other values for those that are written there."""
        record = Record(self._faults, self._file, values, line=self._line, headings=self._headings)
        record._written = self.values
        return record

    def within(self, values: Mapping[str, Any], path: str) -> Record:
        """An object that is part of this one, whose own faults are named by a path."""
        return Record(self._faults, self._file, values, path=path)

    @property
    def is_faulty(self) -> bool:
        """Whether a fault was found since the record was opened."""
        return len(self._faults) > self._before

    def fault(self, column: str, what: str) -> None:
        """Note that a value is wrong."""
        place = self._path + self._headings.get(column, column)
        value = self._written.get(column, "")
        self._faults.add(ParseError(self._file, what, self._line, place, value))

    def need(self, column: str, parse: Callable[[Any], T]) -> T | None:
        """Return the meaning of a value that must be there; None once a fault is noted."""
        if self._is_empty(column):
            self.fault(column, gettext("is missing"))
            return None
        return self._parsed(column, parse)

    def get(self, column: str, parse: Callable[[Any], T]) -> T | None:
        """Return the meaning of a value; None where it is empty or faulty."""
        return None if self._is_empty(column) else self._parsed(column, parse)

    def text(self, column: str, parse: Callable[[Any], str]) -> str:
        """Return free text as it stands, blanks and all; empty where it is missing or faulty."""
        if self.values.get(column) is None:
            return ""
        return self._parsed(column, parse) or ""

    def _is_empty(self, column: str) -> bool:
        value = self.values.get(column)
        return value is None or (isinstance(value, str) and not value.strip())

    def _parsed(self, column: str, parse: Callable[[Any], T]) -> T | None:
        try:
            return parse(self.values[column])
        except ValueError as error:
            self.fault(column, str(error))
            return None
