"""Values of the engine as plain JSON and back: dates in ISO 8601, tuples as lists.

What is written follows from a value alone, what is read from the types its class declares, so
that a new field needs no line here nor in whatever stores it.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")


def to_plain(value: Any) -> Any:  # noqa: ANN401 - any value of the engine
    """A value as JSON can hold it; a dataclass as an object, a named tuple as a list."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date | time):
        return value.isoformat()
    if is_dataclass(value):
        return {field.name: to_plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, dict):
        return {key: to_plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [to_plain(item) for item in value]
    return value


def from_plain(kind: type[T], stored: Any) -> T:  # noqa: ANN401 - whatever JSON can hold
    """The value of a class that `to_plain` was given.

    Raises ValueError, KeyError or TypeError where the stored value is none of that class.
    """
    value: T = _read(kind, stored)
    return value


def _read(kind: Any, stored: Any) -> Any:  # noqa: ANN401
    if get_origin(kind) in {Union, UnionType}:
        if stored is None:
            return None
        (kind,) = [k for k in get_args(kind) if k is not type(None)]
    if get_origin(kind) is tuple:
        return tuple([_read(get_args(kind)[0], item) for item in stored])
    if is_dataclass(kind):
        return kind(**{name: _read(hint, stored[name]) for name, hint in _hints(kind).items()})  # type: ignore[operator, arg-type]
    if isinstance(kind, type) and issubclass(kind, tuple):
        hints = _hints(kind).values()
        return kind(*[_read(hint, item) for hint, item in zip(hints, stored, strict=True)])
    if kind in {date, time, datetime}:
        return kind.fromisoformat(stored)
    return kind(stored) if isinstance(kind, type) and issubclass(kind, Enum) else stored


@cache
def _hints(kind: Any) -> dict[str, Any]:  # noqa: ANN401
    """Names are looked up in the module alone: a field may be called as its type is."""
    return get_type_hints(kind, localns={})
