"""JSON text as a table of values: every parser raises ValueError saying what is expected."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    T = TypeVar("T")

from tracker.exchange.parse_errors import UnusableFileError

_MOST_BYTES = 1_000_000
_MOST_ENTRIES = 1000


def to_table(content: bytes) -> dict[str, Any]:
    """Read a document that is one object, in which no key stands twice.

    Raises json.JSONDecodeError, which knows the line, or another ValueError.
    """
    if len(content) > _MOST_BYTES:
        raise ValueError(f"is larger than {_MOST_BYTES // 1_000_000} MB")
    try:
        text = content.decode("utf-8-sig")
        document = json.loads(text, object_pairs_hook=_without_doubles, parse_constant=_refused)
    except UnicodeDecodeError:
        raise ValueError("is not UTF-8 text") from None
    except RecursionError:
        raise ValueError("is nested too deeply") from None
    if not isinstance(document, dict):
        raise ValueError("must be one JSON object, written in { and }")  # noqa: TRY004
    return document


def to_document(content: bytes, file: str) -> dict[str, Any]:
    """Read a file that is one object. Raises UnusableFileError where it is not."""
    try:
        return to_table(content)
    except json.JSONDecodeError as error:
        what = f"is not JSON: {error.msg} at character {error.colno}"
        raise UnusableFileError(file, what, error.lineno) from error
    except ValueError as error:
        raise UnusableFileError(file, str(error)) from error


def known(**values: str | None) -> dict[str, object]:
    """The values that there are."""
    return {key: value for key, value in values.items() if value}


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    table: dict[str, Any] = {}
    for key, value in pairs:
        if key in table:
            raise ValueError(f"has the key {key[:60]!r} twice in one object")
        table[key] = value
    return table


def _refused(name: str) -> NoReturn:
    raise ValueError(f"holds {name}, which is not a number in JSON")


def to_words(value: object) -> str:
    """Take text."""
    if not isinstance(value, str):
        raise ValueError("must be text, written in quotes")  # noqa: TRY004
    try:
        value.encode()
    except UnicodeEncodeError:
        raise ValueError("holds half of a character") from None
    if "\0" in value:
        raise ValueError("holds a NUL character")
    return value


def worded(parse: Callable[[str], T]) -> Callable[[object], T]:
    """Return a parser of text as one that takes any value, and refuses what is not text."""
    return lambda value: parse(to_words(value))


def to_whole(value: object) -> int:
    """Take a whole number."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise ValueError("must be a whole number")  # noqa: TRY004
    return value


def to_yes_or_no(value: object) -> bool:
    """Take true or false."""
    if not isinstance(value, bool):
        raise ValueError("must be true or false")  # noqa: TRY004
    return value


def to_objects(value: object) -> list[dict[str, Any]]:
    """Take a list of objects."""
    if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
        raise ValueError("must be a list of objects, each written in { and }")
    if len(value) > _MOST_ENTRIES:
        raise ValueError(f"has more than {_MOST_ENTRIES} entries")
    return value
