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
from typing import TYPE_CHECKING, Any, TypeVar, Union, get_args, get_origin, get_type_hints

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    _Turn: TypeAlias = Callable[[Any], Any]

T = TypeVar("T")
_AS_JSON_HAS_IT = {bool, int, str, type(None)}  # most of what there is, so looked for first


def to_plain(value: Any) -> Any:  # noqa: ANN401 - any value of the engine
    """A value as JSON can hold it; a dataclass as an object, a named tuple as a list."""
    kind: Any = type(value)
    return value if kind in _AS_JSON_HAS_IT else _writer(kind)(value)


def from_plain(kind: type[T], stored: Any) -> T:  # noqa: ANN401 - whatever JSON can hold
    """The value of a class that `to_plain` was given.

    Raises ValueError, KeyError or TypeError where the stored value is none of that class.
    """
    declared: Any = kind
    value: T = _reader(declared)(stored)
    return value


@cache
def _writer(kind: Any) -> _Turn:  # noqa: ANN401
    """How values of a class are written: found out once."""
    if issubclass(kind, Enum):
        return lambda value: value.value
    if issubclass(kind, date | time):
        return lambda value: value.isoformat()
    if is_dataclass(kind):
        names = [field.name for field in fields(kind)]
        return lambda value: {name: to_plain(getattr(value, name)) for name in names}
    if issubclass(kind, dict):
        return lambda value: {key: to_plain(item) for key, item in value.items()}
    if issubclass(kind, tuple | list):
        return lambda value: [to_plain(item) for item in value]
    return _as_it_is


@cache
def _reader(kind: Any) -> _Turn:  # noqa: ANN401
    """How values of a class are read, by the types it declares: found out once."""
    if get_origin(kind) in {Union, UnionType}:
        (known,) = [k for k in get_args(kind) if k is not type(None)]
        read = _reader(known)
        return lambda stored: None if stored is None else read(stored)
    if get_origin(kind) is tuple:
        read_item = _reader(get_args(kind)[0])
        return lambda stored: tuple([read_item(item) for item in stored])
    if is_dataclass(kind):
        named = [(name, _reader(hint)) for name, hint in _hints(kind).items()]
        make: Any = kind
        return lambda stored: make(**{name: read(stored[name]) for name, read in named})
    if isinstance(kind, type) and issubclass(kind, tuple):
        reads = [_reader(hint) for hint in _hints(kind).values()]
        return lambda stored: kind(*[r(item) for r, item in zip(reads, stored, strict=True)])
    if kind in {date, time, datetime}:
        return kind.fromisoformat  # type: ignore[no-any-return]
    return kind if isinstance(kind, type) and issubclass(kind, Enum) else _as_it_is


def _as_it_is(value: Any) -> Any:  # noqa: ANN401
    return value


def _hints(kind: Any) -> dict[str, Any]:  # noqa: ANN401
    """Names are looked up in the module alone: a field may be called as its type is."""
    return get_type_hints(kind, localns={})
