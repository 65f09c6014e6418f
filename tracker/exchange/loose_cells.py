"""Values as people and other programs write them, turned into those of our own files.

Every function takes text that is not empty, and raises ValueError saying what is expected.
"""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_NUMBERS = re.compile(r"(\d{1,4})[./\- ](\d{1,2})[./\- ](\d{1,4})\.?")
_CLOCK = re.compile(
    r"(\d{1,2})(?:[:.](\d{2}))?(?:[:.](\d{2})(?:\.\d+)?)?\s*([ap])?\.?m?\.?", re.IGNORECASE
)
_HOURS = re.compile(r"(\d{1,3}):([0-5]\d):([0-5]\d)(?:\.\d+)?")
_UNITS = re.compile(
    r"(?:(\d+)\s*h(?:ours?|rs?)?)?\s*(?:(\d+)\s*m(?:in(?:ute)?s?)?)?\s*(?:(\d+)\s*s(?:ec\w*)?)?",
    re.IGNORECASE,
)
_SCORE = re.compile(r"(\d{1,2})(?:[.,]0+)?\s*(?:/\s*10|of 10|out of 10)?", re.IGNORECASE)
_NAMED = ("%d %B %Y", "%d %b %Y", "%B %d %Y", "%b %d %Y", "%Y %b %d", "%Y%m%d")
_MILE_KM = 1.609344
_YES = {"yes", "y", "true", "1", "x", "✓", "ja", "oui", "si", "sí"}
_NO = {"no", "n", "false", "0", "-", "nein", "non"}


def day(text: str, *, day_first: bool) -> str:
    """Turn a date into year-month-day: 3.5.2026, 5/3/26, 3 May 2026, with or without a time."""
    written = re.split(r"[T ](?=\d{1,2}:)", text.strip(), maxsplit=1)[0].rstrip(",")
    if match := _NUMBERS.fullmatch(written):
        found = _of_numbers(*match.groups(), dotted="." in written, day_first=day_first)
    else:
        found = _of_words(written)
    if found is None:
        raise ValueError("must be a date, such as 2026-05-03 or 3 May 2026")
    return found.isoformat()


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


def _of_words(text: str) -> date | None:
    plain = re.sub(r"(?<=\d)(st|nd|rd|th)\b|,|\.", " ", text)
    plain = re.sub(r"^\s*(mon|tue|wed|thu|fri|sat|sun)[a-z]*\s+", "", plain, flags=re.IGNORECASE)
    for form in _NAMED:
        with suppress(ValueError):
            return datetime.strptime(" ".join(plain.split()), form).date()  # noqa: DTZ007
    return None


def time_in(text: str) -> str:
    """Return the time that stands behind a date, if one does."""
    parts = re.split(r"[T ](?=\d{1,2}:)", text.strip(), maxsplit=1)
    if len(parts) == 1:
        return ""
    return clock(re.sub(r"(Z|[+-]\d\d:?\d\d)$", "", parts[1]))


def clock(text: str) -> str:
    """Turn a time of day into hh:mm: 7:30, 7.30 pm, 19:05:12."""
    match = _CLOCK.fullmatch(text.strip())
    hour = int(match[1]) if match else 99
    if match and match[4]:
        hour = hour % 12 + (12 if match[4].lower() == "p" else 0) if 1 <= hour <= 12 else 99  # noqa: PLR2004
    if match is None or hour > 23 or int(match[2] or 0) > 59 or int(match[3] or 0) > 59:  # noqa: PLR2004
        raise ValueError("must be a time of day, such as 7:30")
    seconds = f":{match[3]}" if match[3] else ""
    return f"{hour:02d}:{match[2] or '00'}{seconds}"


def minutes(text: str) -> str:
    """Turn a duration into minutes: 32, 32.5, 32:10 (minutes), 1:05:30, 1 h 5 min."""
    text = text.strip().lower()
    if match := _HOURS.fullmatch(text):
        hours, mins, secs = (int(part) for part in match.groups())
    elif (match := _UNITS.fullmatch(text)) and any(match.groups()):
        hours, mins, secs = (int(part or 0) for part in match.groups())
    else:
        return re.sub(r"\s*min(ute)?s?$", "", text).replace(",", ".")
    whole = timedelta(hours=hours, minutes=mins, seconds=secs) // timedelta(seconds=1)
    return f"{whole // 60}:{whole % 60:02d}"


def kilometres(text: str, *, miles: bool) -> str:
    """Turn a distance into kilometres: 5.2, 5,2 km, 3.1 mi, 5200 m."""
    text = text.strip().lower().replace(",", ".")
    number = re.sub(r"\s*(km|kilomet\w+|mi|miles?|m|met\w+)$", "", text)
    try:
        value = float(number)
    except ValueError:
        raise ValueError("must be a distance, such as 5.2") from None
    if text.endswith(("mi", "mile", "miles")) or (miles and number == text):
        value *= _MILE_KM
    elif re.search(r"\d\s*(m|met\w+)$", text):
        value /= 1000
    return f"{value:.3f}"


def score(text: str) -> str:
    """Turn a score into a whole number: 3, 3.0, 3/10."""
    match = _SCORE.fullmatch(text.strip())
    if match is None:
        raise ValueError("must be a whole number from 0 to 10")
    return match[1]


def tick(text: str) -> str:
    """Turn an answer into yes or no."""
    word = text.strip().lower()
    if word in _YES:
        return "yes"
    if word in _NO:
        return "no"
    raise ValueError("must be yes or no")


def word(text: str, meanings: Mapping[str, tuple[str, ...]]) -> str:
    """Turn words into the one of ours that they contain or mean."""
    plain = re.sub(r"[\s_/+&-]+", " ", text.lower()).strip()
    for ours, others in meanings.items():
        if plain == ours.replace("_", " ") or any(other in plain for other in others):
            return ours
    raise ValueError(f"must be one of {', '.join(meanings)}")
