"""JSON text as a table of values: every parser raises ValueError saying what is expected."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

from tracker.translations import gettext

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
        raise ValueError(gettext("is larger than %(most)d MB", most=_MOST_BYTES // 1_000_000))
    try:
        text = content.decode("utf-8-sig")
        document = json.loads(text, object_pairs_hook=_without_doubles, parse_constant=_refused)
    except UnicodeDecodeError:
        raise ValueError(gettext("is not UTF-8 text")) from None
    except RecursionError:
        raise ValueError(gettext("is nested too deeply")) from None
    if not isinstance(document, dict):
        raise ValueError(gettext("must be one JSON object, written in { and }"))  # noqa: TRY004
    return document


def to_document(content: bytes, file: str) -> dict[str, Any]:
    """Read a file that is one object. Raises UnusableFileError where it is not."""
    try:
        return to_table(content)
    except json.JSONDecodeError as error:
        what = gettext(
            "is not JSON: %(fault)s at character %(place)d", fault=error.msg, place=error.colno
        )
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
            raise ValueError(gettext("has the key %(key)r twice in one object", key=key[:60]))
        table[key] = value
    return table


def _refused(name: str) -> NoReturn:
    raise ValueError(gettext("holds %(name)s, which is not a number in JSON", name=name))


def to_words(value: object) -> str:
    """Take text."""
    if not isinstance(value, str):
        raise ValueError(gettext("must be text, written in quotes"))  # noqa: TRY004
    try:
        value.encode()
    except UnicodeEncodeError:
        raise ValueError(gettext("holds half of a character")) from None
    if "\0" in value:
        raise ValueError(gettext("holds a NUL character"))
    return value


def worded(parse: Callable[[str], T]) -> Callable[[object], T]:
    """Return a parser of text as one that takes any value, and refuses what is not text."""
    return lambda value: parse(to_words(value))


def to_whole(value: object) -> int:
    """Take a whole number."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise ValueError(gettext("must be a whole number"))  # noqa: TRY004
    return value


def to_yes_or_no(value: object) -> bool:
    """Take true or false."""
    if not isinstance(value, bool):
        raise ValueError(gettext("must be true or false"))  # noqa: TRY004
    return value


def to_objects(value: object) -> list[dict[str, Any]]:
    """Take a list of objects."""
    if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
        raise ValueError(gettext("must be a list of objects, each written in { and }"))
    if len(value) > _MOST_ENTRIES:
        raise ValueError(gettext("has more than %(most)d entries", most=_MOST_ENTRIES))
    return value
