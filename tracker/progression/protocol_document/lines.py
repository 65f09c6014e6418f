"""Where in a document a key stands, for whoever has to mend what is wrong with it."""

from __future__ import annotations

import re
from collections import Counter

_LONG_TEXT = re.compile(r'"""(?:\\.|.)*?"""|\'\'\'.*?\'\'\'', re.DOTALL)
_TEXT = re.compile(r'"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'')
_TABLE = re.compile(r"\s*(\[\[?)([^\[\]]+)\]")
_CELL = re.compile(r"\s*([\w-]+(?:\s*\.\s*[\w-]+)*)\s*=")
_LINE_TOLD = re.compile(r"\(at line (\d+)")


def line_of(text: str, key: str, what: str = "") -> int | None:
    """The line, from 1, of a key such as `numbers.rest_days.value` or `steps[3].repeats`.

    Of a cell that is not there, the line of the table that lacks it; None if that is not there
    either. What is no TOML says its line itself, in `what`.
    """
    if match := _LINE_TOLD.search(what):
        return int(match[1])
    places = _Places(text).places
    while key and key not in places:
        key = key.rpartition(".")[0]
    return places.get(key)


class _Places:
    """The line of every table, cell and element of a list of tables, by its key."""

    def __init__(self, text: str) -> None:
        self.places: dict[str, int] = {}
        self._table = self._list = ""
        self._depth = 0  # of a list that goes on over several lines
        self._elements: Counter[str] = Counter()
        bare = _LONG_TEXT.sub(lambda long: "''" + "\n" * long[0].count("\n"), text)
        for number, line in enumerate(bare.split("\n"), 1):
            self._read(_TEXT.sub("''", line).partition("#")[0], number)

    def _read(self, line: str, number: int) -> None:
        if self._depth:
            self._read_list(line, number)
        elif table := _TABLE.match(line):
            self._table = _without_spaces(table[2])
            if table[1] == "[[":
                self._table = self._element(self._table)
            self.places.setdefault(self._table, number)
        elif cell := _CELL.match(line):
            self._list = f"{self._table}.{_without_spaces(cell[1])}".lstrip(".")
            self.places.setdefault(self._list, number)
            self._read_list(line[cell.end() :], number)

    def _read_list(self, line: str, number: int) -> None:
        for _ in range(line.count("{")):
            self.places.setdefault(self._element(self._list), number)
        self._depth = max(0, self._depth + line.count("[") - line.count("]"))

    def _element(self, of_list: str) -> str:
        self._elements[of_list] += 1
        return f"{of_list}[{self._elements[of_list]}]"


def _without_spaces(key: str) -> str:
    return "".join(key.split())
