"""Single values as text, and back: every parser raises ValueError saying what is expected."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import UTC, date, datetime, time
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

from tracker.progression.diary import WORST_SCORE
from tracker.progression.episode import DENIED, RED_FLAGS
from tracker.translations import gettext

if TYPE_CHECKING:
    from collections.abc import Callable
    from enum import StrEnum

    E = TypeVar("E", bound=StrEnum)

FIRST_YEAR, LAST_YEAR = 1900, 2199
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TIME = re.compile(r"([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?")
_CLOCK_MINUTES = re.compile(r"([0-9]{1,4}):([0-5][0-9])")
_DECIMAL = re.compile(r"[0-9]{1,9}(?:\.[0-9]{0,20})?|\.[0-9]{1,20}")
_WHOLE = re.compile(r"([0-9]{1,9})(?:\.0*)?")  # spreadsheets may write 3.0 for 3
# What no page may contain, and no keyboard types: control characters, halves of characters,
# code points that are none.
UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_DAY_SECONDS = 24 * 60 * 60
_FARTHEST_KM = 1000
# What begins a formula, in every width and height: some spreadsheets take them for the plain ones.
_FORMULA = (*"=+-@", *"＝＋－＠", *"﹦﹢﹣﹫", *"⁼⁺⁻", *"₌₊₋", "−", "\t", "\r", "\n")
_GUARDED = (*_FORMULA, "'")
_SPECIAL = frozenset(_GUARDED)
_REMEMBERED = 400  # a day has several entries, and minutes are mostly round


def to_date(text: str) -> date:
    """Read a calendar date, such as 2026-05-03."""
    parsed = None
    if _DATE.fullmatch(text := text.strip()):
        with suppress(ValueError):
            parsed = date.fromisoformat(text)
    if parsed is None:
        raise ValueError(gettext("must be a date written as year-month-day, such as 2026-05-03"))
    if not FIRST_YEAR <= parsed.year <= LAST_YEAR:
        raise ValueError(
            gettext(
                "must lie between the years %(first)d and %(last)d",
                first=FIRST_YEAR,
                last=LAST_YEAR,
            )
        )
    return parsed


from_date = lru_cache(_REMEMBERED)(date.isoformat)


def to_time(text: str) -> time:
    """Read a time of day, such as 07:30 or 07:30:15."""
    if match := _TIME.fullmatch(text.strip()):
        with suppress(ValueError):
            return time(int(match[1]), int(match[2]), int(match[3] or 0))
    raise ValueError(gettext("must be a time of day, such as 07:30"))


@lru_cache(_REMEMBERED)
def from_time(value: time | None) -> str:
    """Write a time of day; its seconds only where there are any."""
    if value is None:
        return ""
    return value.isoformat("seconds" if value.second else "minutes")


def to_instant(text: str) -> datetime:
    """Read an instant with its offset, such as 2026-05-03T07:30:00Z; returned in UTC."""
    with suppress(ValueError, OverflowError):
        parsed = datetime.fromisoformat(text.strip())
        if parsed.tzinfo is not None:
            return parsed.astimezone(UTC)
    raise ValueError(
        gettext("must be a date and time with its offset, such as 2026-05-03T07:30:00Z")
    )


def from_instant(value: datetime | None) -> str:
    """Write an instant in UTC."""
    if value is None:
        return ""
    if value.tzinfo is not UTC:
        value = value.astimezone(UTC)
    return f"{from_date(value.date())}T{value.time().isoformat()}Z"  # twice as fast as its own


def to_score(text: str) -> int:
    """Read a whole number from 0 to 10."""
    match = _WHOLE.fullmatch(text.strip())
    if match is None or int(match[1]) > WORST_SCORE:
        raise ValueError(gettext("must be a whole number from 0 to %(most)d", most=WORST_SCORE))
    return int(match[1])


def to_whole_minutes(text: str) -> int:
    """Read whole minutes, up to a day."""
    match = _WHOLE.fullmatch(text.strip())
    if match is None or int(match[1]) > _DAY_SECONDS // 60:
        raise ValueError(gettext("must be whole minutes, up to a day (1440)"))
    return int(match[1])


def to_tick(text: str) -> bool:
    """Read a tick: `yes`; `no` or nothing is no."""
    word = text.strip().lower()
    if word not in {"yes", "no"}:
        raise ValueError(gettext("must be yes, or left empty"))
    return word == "yes"


from_tick = {True: "yes", False: ""}.__getitem__  # as fast as can be: ten years have many


def to_seconds(text: str) -> int:
    """Read minutes, as decimals (12.5) or as mm:ss (12:30), to whole seconds."""
    text = text.strip()
    if match := _CLOCK_MINUTES.fullmatch(text):
        seconds = int(match[1]) * 60 + int(match[2])
    elif _DECIMAL.fullmatch(text):
        seconds = round(Decimal(text) * 60)
    else:
        raise ValueError(gettext("must be minutes, such as 12.5 or 12:30"))
    if seconds > _DAY_SECONDS:
        raise ValueError(gettext("must not be more than a day (1440 minutes)"))
    return seconds


@lru_cache(_REMEMBERED)
def from_seconds(seconds: int | None) -> str:
    """Write minutes with at most four decimals; reading them gives the same whole seconds."""
    if seconds is None:
        return ""
    whole, rest = divmod(seconds, 60)
    return _plain(f"{seconds / 60:.4f}") if rest else str(whole)


def to_metres(text: str) -> int:
    """Read kilometres to whole metres."""
    text = text.strip()
    if not _DECIMAL.fullmatch(text) or Decimal(text) > _FARTHEST_KM:
        raise ValueError(
            gettext("must be kilometres from 0 to %(most)d, such as 5.2", most=_FARTHEST_KM)
        )
    return round(Decimal(text) * 1000)


@lru_cache(_REMEMBERED)
def from_metres(metres: int | None) -> str:
    """Write kilometres with at most three decimals."""
    return "" if metres is None else _plain(f"{metres / 1000:.3f}")


def _plain(number: str) -> str:
    return number.rstrip("0").rstrip(".")


def one_of(kind: type[E]) -> Callable[[str], E]:
    """Return a parser for the words of an enumeration."""

    def to_member(text: str) -> E:
        try:
            return kind(text.strip().lower())
        except ValueError:
            raise ValueError(gettext("must be one of %(words)s", words=", ".join(kind))) from None

    return to_member


def to_red_flags(text: str) -> tuple[str, ...]:
    """Read ids of warning signs, joined by semicolons, each kept once; or `none`: all denied."""
    flags = [flag.strip().upper() for flag in text.split(";") if flag.strip()]
    if flags == [DENIED.upper()]:
        return (DENIED,)
    for flag in flags:
        if flag not in RED_FLAGS:
            raise ValueError(
                gettext(
                    "must be %(denied)s alone, or ids joined by ; out of %(ids)s",
                    denied=DENIED,
                    ids=", ".join(RED_FLAGS),
                )
            )
    return tuple(dict.fromkeys(flags))


from_red_flags = ";".join


def to_text(text: str) -> str:
    """Read free text, without the apostrophe that `from_text` put before a formula."""
    return text[1:] if text.startswith("'") and text.startswith(_GUARDED, 1) else text


def from_text(text: str) -> str:
    """Write free text so that no spreadsheet takes it for a formula, and `to_text` undoes it."""
    if text[:1] not in _SPECIAL:  # as nearly all are
        return text
    return text if text == to_text(text) and text[0] == "'" else f"'{text}"
