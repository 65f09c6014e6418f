"""Values as people and other programs write them, turned into those of our own files.

Every function takes text that is not empty, and raises ValueError saying what is expected.
"""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, datetime
from typing import TYPE_CHECKING

from tracker.entries.cells import to_seconds
from tracker.exchange.any_table.dates import date_of_words
from tracker.translations import N_, gettext

if TYPE_CHECKING:
    from datetime import tzinfo

_NUMBERS = re.compile(r"(\d{1,4})[./\- ](\d{1,2})[./\- ](\d{1,4})\.?")
_CLOCK = re.compile(
    r"(\d{1,2})(?:[:.](\d{2}))?(?:[:.](\d{2})(?:\.\d+)?)?\s*([ap])?\.?m?\.?", re.IGNORECASE
)
_HOURS = re.compile(r"(\d{1,3}):([0-5]\d):([0-5]\d)(?:[.,]\d+)?")
_TWO_PARTS = re.compile(r"(\d{1,3}):([0-5]\d)(?:\.\d+)?")
_H, _MIN, _S = (
    r"(?:h|hr|hrs|hours?|std\.?|stunden?|heures?|horas?)",
    r"(?:m|mins?\.?|minutes?|minuten?|minutos?|['′])",
    r"(?:s|secs?\.?|seconds?|sek\.?|sekunden|secondes|segundos|[\"″])",
)
_SOME = r"(\d{1,6}(?:\.\d+)?)\s*"
_UNITS = re.compile(rf"(?:{_SOME}{_H})?\s*(?:{_SOME}{_MIN})?\s*(?:{_SOME}{_S})?")
_HOURS_BARE = re.compile(rf"(\d{{1,2}})\s*{_H}\s*(\d{{1,2}})")  # 1h30
_PLAIN = re.compile(r"[0-9]{1,9}(?:\.[0-9]*)?")
_GROUPED = re.compile(r"\d{1,3}(?:([ \u00a0\u202f'’.,])\d{3})(?:\1\d{3})*(?:[.,]\d+)?")
_OFFSET = re.compile(r"\s*(?:Z|UTC|GMT|([+-](?:0\d|1[0-4]):?[0-5]\d))$", re.IGNORECASE)
_MOST_MINUTES = 600
_SCORE = re.compile(r"(\d{1,2})(?:[.,]0+)?\s*(?:/\s*10|of 10|out of 10)?", re.IGNORECASE)
_NO_DATE = N_("must be a date, such as 2026-05-03 or 3 May 2026")
KM_IN = {"km": 1.0, "mi": 1.609344, "m": 0.001, "yd": 0.0009144}
_UNIT_OF_WAY = re.compile(r"\s*(km|kilom\w+|mi|miles?|millas?|meilen?|yds?|yards?|m|met\w+)\.?$")
_YES = {
    "yes", "y", "true", "1", "x", "✓", "✔", "ja", "j", "oui", "o", "vrai", "si", "sí", "s", "wahr",
    "verdadero",
}  # fmt: skip
_NO = {
    "no", "n", "false", "0", "-", "–", "none", "nein", "falsch", "non", "faux", "nothing", "nil",
    "kein", "keine", "keins", "nichts", "aucun", "aucune", "rien", "ninguno", "ninguna", "nada",
    "never", "nie", "falso",
}  # fmt: skip
_NOT_TAKEN = re.compile(
    r"\b(no|not|none|without|didn.?t|forgot|skipped|kein\w*|nicht|ohne|pas|sans|sin|maybe|perhaps"
    r"|vielleicht)\b|\?"
)


def day(text: str, *, day_first: bool, zone: tzinfo, utc: bool = False) -> str:
    """Turn a date into year-month-day: 3.5.2026, 5/3/26, 3 May 2026, with or without a time.

    An instant with its offset is the day that it is in the zone; without one too if it is `utc`.
    """
    return _day_and_time(text, zone, day_first=day_first, utc=utc)[0]


def time_in(text: str, *, day_first: bool, zone: tzinfo, utc: bool = False) -> str:
    """Return the time that stands behind a date, if one does; of an instant, that in the zone."""
    return _day_and_time(text, zone, day_first=day_first, utc=utc)[1]


def _day_and_time(text: str, zone: tzinfo, *, day_first: bool, utc: bool) -> tuple[str, str]:
    written, *rest = re.split(r"[T\s](?=\d{1,2}(?::|\s*[ap]\.?m))", text.strip(), maxsplit=1)
    date_ = _day(re.sub(r"(,|\s+(at|um|à|a las))*$", "", written), day_first=day_first)
    if not rest:
        return date_, ""
    offset = _OFFSET.search(rest[0])
    time_ = clock(_OFFSET.sub("", rest[0]))
    if offset is None and not utc:
        return date_, time_
    given = f"{date_}T{time_}{(offset[1] if offset else '') or '+00:00'}"
    try:
        at = datetime.fromisoformat(given).astimezone(zone)
    except OverflowError:
        raise ValueError(gettext(_NO_DATE)) from None
    return at.date().isoformat(), at.time().isoformat("seconds" if at.second else "minutes")


def _day(written: str, *, day_first: bool) -> str:
    if match := _NUMBERS.fullmatch(written):
        day = _of_numbers(*match.groups(), dotted="." in written, day_first=day_first)
    else:
        day = date_of_words(written)
    if day is None:
        raise ValueError(gettext(_NO_DATE))
    return day.isoformat()


def _of_numbers(a: str, b: str, c: str, *, dotted: bool, day_first: bool) -> date | None:
    if len(a) == 4:  # noqa: PLR2004 - a year
        year, month, day_ = a, b, c
    elif dotted or day_first:
        day_, month, year = a, b, c
    else:
        month, day_, year = a, b, c
    century = 2000 if len(year) == 2 else 0  # noqa: PLR2004
    with suppress(ValueError):
        return date(int(year) + century, int(month), int(day_))
    return None


def clock(text: str) -> str:
    """Turn a time of day into hh:mm: 7:30, 7.30 pm, 19:05:12."""
    match = _CLOCK.fullmatch(text.strip())
    hour = int(match[1]) if match else 99
    if match and match[4]:
        hour = hour % 12 + (12 if match[4].lower() == "p" else 0) if 1 <= hour <= 12 else 99  # noqa: PLR2004
    if match is None or hour > 23 or int(match[2] or 0) > 59 or int(match[3] or 0) > 59:  # noqa: PLR2004
        raise ValueError(gettext("must be a time of day, such as 7:30"))
    seconds = f":{match[3]}" if match[3] else ""
    return f"{hour:02d}:{match[2] or '00'}{seconds}"


def minutes(text: str, *, unit: str = "minutes") -> str:
    """Turn a duration into minutes: 32, 32.5, 32:10 (minutes), 1:05:30, 1 h 5 min, 1h30.

    `unit` is that of a plain number: minutes, hours or seconds. In hours, 1:05 is an hour and
    five minutes.
    """
    text = text.strip().lower()
    if parts := _parts(text, unit):
        return _of_parts(*parts)
    number = ungrouped(text, whole=unit == "seconds")
    if not _PLAIN.fullmatch(number) and (match := _UNITS.fullmatch(number)) and any(match.groups()):
        return _of_parts(*match.groups())
    if _PLAIN.fullmatch(number) and unit != "minutes":
        return _of_parts(*((number,) if unit == "hours" else (0, 0, number)))
    return _as_minutes(number)


def _parts(text: str, unit: str) -> tuple[str | int, ...]:
    """Hours, minutes and seconds of what is written with colons, or as 1h30; else nothing."""
    if match := _HOURS.fullmatch(text) or _HOURS_BARE.fullmatch(text):
        return match.groups()
    if match := _TWO_PARTS.fullmatch(text):
        return match.groups() if unit == "hours" else (0, *match.groups())
    return ()


def _of_parts(
    hours: str | float | None, mins: str | float | None = 0, secs: str | float | None = 0
) -> str:
    whole = round((float(hours or 0) * 60 + float(mins or 0)) * 60 + float(secs or 0))
    return _in_a_day(f"{whole // 60}:{whole % 60:02d}")


def _as_minutes(text: str) -> str:
    if _PLAIN.fullmatch(text) and float(text) > _MOST_MINUTES:
        raise ValueError(gettext("looks like seconds: write minutes, or h:mm:ss"))
    return _in_a_day(text)


def _in_a_day(written: str) -> str:
    to_seconds(written)
    return written


def ungrouped(text: str, *, whole: bool = False) -> str:
    """A number without the marks between its thousands, with a point before its decimals.

    1,234.5 and 1.234,5 and 1 234,5 are all 1234.5. One mark with three digits behind it may be
    either: it groups where numbers are `whole` (metres, seconds), else it is the decimals'.
    """
    match = _GROUPED.match(text)
    if match is None:
        return text.replace(",", ".")
    number, rest = match[0], text[match.end() :]
    mark = match[1]
    marks = [letter for letter in number if letter in ".,"]
    is_clear = mark not in ".," or len(set(marks)) > 1 or len(marks) > 1
    if is_clear or whole:
        number = number.replace(mark, "")
    return number.replace(",", ".") + rest


def kilometres(text: str, *, unit: str = "km") -> str:
    """Turn a distance into kilometres: 5.2, 5,2 km, 3.1 mi, 5200 m, 1,234.5.

    `unit` is that of a plain number: km, mi or m.
    """
    text = text.strip().lower()
    match = _UNIT_OF_WAY.search(text)
    unit = _unit_of_way(match[1]) if match else unit
    number = ungrouped(text[: match.start()].strip() if match else text, whole=unit == "m")
    if not _PLAIN.fullmatch(number):
        raise ValueError(gettext("must be a distance, such as 5.2"))
    return f"{float(number) * KM_IN[unit]:.3f}"


def _unit_of_way(word: str) -> str:
    if word == "m" or word.startswith("met"):
        return "m"
    return {"k": "km", "y": "yd"}.get(word[0], "mi")


def score(text: str) -> str:
    """Turn a score into a whole number: 3, 3.0, 3/10."""
    match = _SCORE.fullmatch(text.strip())
    if match is None:
        raise ValueError(gettext("must be a whole number from 0 to 10"))
    return str(int(match[1]))


def tick(text: str) -> str:
    """Turn an answer into yes or no."""
    word = text.strip().lower()
    if word in _YES:
        return "yes"
    if word in _NO:
        return "no"
    raise ValueError(gettext("must be yes or no"))


def medicine(text: str) -> str:
    """Turn an answer, or the name of what was taken, into yes or no."""
    word = text.strip().lower()
    if word in _YES | _NO:
        return tick(text)
    if _PLAIN.fullmatch(ungrouped(word)):  # how many, or how much
        return "yes" if float(ungrouped(word)) else "no"
    if _NOT_TAKEN.search(word) or not any(letter.isalpha() for letter in word):
        raise ValueError(gettext("must be yes or no, or the name of what was taken"))
    return "yes"
