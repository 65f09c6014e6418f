"""Single values as JSON holds them: a schema for each, and a reader that raises ValueError."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tracker.entries import cells
from tracker.progression.episode import DENIED, RED_FLAGS
from tracker.translations import gettext

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import TypeVar

    T = TypeVar("T")

DAY_MINUTES = 24 * 60
MOST_SECONDS = DAY_MINUTES * 60
MOST_METRES = 1_000_000

_YEAR = "(19[0-9]{2}|2[01][0-9]{2})"  # cells.FIRST_YEAR to LAST_YEAR
DATE: Mapping[str, Any] = {"type": "string", "format": "date", "pattern": f"^{_YEAR}-"}
TIME: Mapping[str, Any] = {
    "type": "string",
    "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?$",
}
INSTANT: Mapping[str, Any] = {"type": "string", "format": "date-time"}
TICK: Mapping[str, Any] = {"type": "boolean"}
TEXT: Mapping[str, Any] = {"type": "string"}
FLAGS: Mapping[str, Any] = {
    "type": "array",
    "items": {"type": "string", "enum": [*RED_FLAGS, DENIED]},
    "uniqueItems": True,
}


def whole(most: int) -> Mapping[str, Any]:
    """The schema of a whole number from 0 to a greatest one."""
    return {"type": "integer", "minimum": 0, "maximum": most}


def one_of(words: tuple[str, ...]) -> Mapping[str, Any]:
    """The schema of one of some words."""
    return {"type": "string", "enum": list(words)}


def text(value: object) -> str:
    """Take text."""
    if not isinstance(value, str):
        raise ValueError(gettext("must be text"))  # noqa: TRY004 - whoever sent it is told
    return value


def read_by(read: Callable[[str], T]) -> Callable[[object], T]:
    """Return a reader of cells as one that takes any value, and refuses what is not text."""
    return lambda value: read(text(value))


def whole_up_to(most: int) -> Callable[[object], int]:
    """Return a reader of whole numbers from 0 to a greatest one."""

    def take(value: object) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= most:
            raise ValueError(gettext("must be a whole number from 0 to %(most)d", most=most))
        return value

    return take


def tick(value: object) -> bool:
    """Take true or false."""
    if not isinstance(value, bool):
        raise ValueError(gettext("must be true or false"))  # noqa: TRY004
    return value


def flags(value: object) -> tuple[str, ...]:
    """Take a list of ids of warning signs, each kept once; or DENIED alone."""
    if not isinstance(value, list | tuple) or not all(isinstance(flag, str) for flag in value):
        raise ValueError(gettext("must be a list of ids of warning signs"))
    return cells.to_red_flags(";".join(value))
