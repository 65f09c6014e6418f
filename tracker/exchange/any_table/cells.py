"""Values as people and other programs write them, turned into those of our own files.

Every function takes text that is not empty, and raises ValueError saying what is expected.
"""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, datetime
from typing import TYPE_CHECKING

from tracker.entries.cells import to_seconds

if TYPE_CHECKING:
    from datetime import tzinfo

_NUMBERS = re.compile(r"(\d{1,4})[./\- ](\d{1,2})[./\- ](\d{1,4})\.?")
_CLOCK = re.compile(
    r"(\d{1,2})(?:[:.](\d{2}))?(?:[:.](\d{2})(?:\.\d+)?)?\s*([ap])?\.?m?\.?", re.IGNORECASE
)
_HOURS = re.compile(r"(\d{1,3}):([0-5]\d):([0-5]\d)(?:\.\d+)?")
_UNITS = re.compile(
    r"(?:(\d{1,6})\s*h(?:ours?|rs?)?)?\s*(?:(\d{1,6})\s*m(?:in(?:ute)?s?)?)?\s*(?:(\d{1,6})\s*s(?:ec\w*)?)?",
    re.IGNORECASE,
)
_PLAIN = re.compile(r"[0-9]{1,9}(?:\.[0-9]*)?")
_OFFSET = re.compile(r"\s*(?:Z|UTC|GMT|([+-](?:0\d|1[0-4]):?[0-5]\d))$", re.IGNORECASE)
_SECONDS = re.compile(r"\bsecs?\b|\bseconds\b|[(\[]s[)\]]")
_OF_STRAVA = ("elapsed time", "moving time")
_MOST_MINUTES = 600
_SCORE = re.compile(r"(\d{1,2})(?:[.,]0+)?\s*(?:/\s*10|of 10|out of 10)?", re.IGNORECASE)
_NAMED = ("%d %B %Y", "%d %b %Y", "%B %d %Y", "%b %d %Y", "%Y %b %d", "%Y%m%d")
_NO_DATE = "must be a date, such as 2026-05-03 or 3 May 2026"
_MILE_KM = 1.609344
_YES = {"yes", "y", "true", "1", "x", "✓", "ja", "oui", "si", "sí"}
_NO = {"no", "n", "false", "0", "-", "nein", "non"}


def day(text: str, *, day_first: bool, zone: tzinfo) -> str:
    """Turn a date into year-month-day: 3.5.2026, 5/3/26, 3 May 2026, with or without a time.

    An instant with its offset is the day that it is in the zone.
    """
    return _day_and_time(text, zone, day_first=day_first)[0]


def time_in(text: str, *, day_first: bool, zone: tzinfo) -> str:
    """Return the time that stands behind a date, if one does; of an instant, that in the zone."""
    return _day_and_time(text, zone, day_first=day_first)[1]


def _day_and_time(text: str, zone: tzinfo, *, day_first: bool) -> tuple[str, str]:
    written, *rest = re.split(r"[T ](?=\d{1,2}:)", text.strip(), maxsplit=1)
    date_ = _day(written.rstrip(","), day_first=day_first)
    if not rest:
        return date_, ""
    offset = _OFFSET.search(rest[0])
    time_ = clock(_OFFSET.sub("", rest[0]))
    if offset is None:
        return date_, time_
    given = f"{date_}T{time_}{offset[1] or '+00:00'}"
    try:
        at = datetime.fromisoformat(given).astimezone(zone)
    except OverflowError:
        raise ValueError(_NO_DATE) from None
    return at.date().isoformat(), at.time().isoformat("seconds" if at.second else "minutes")


def _day(written: str, *, day_first: bool) -> str:
    if match := _NUMBERS.fullmatch(written):
        found = _of_numbers(*match.groups(), dotted="." in written, day_first=day_first)
    else:
        found = _of_words(written)
    if found is None:
        raise ValueError(_NO_DATE)
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


def minutes(text: str, *, heading: str = "") -> str:
    """Turn a duration into minutes: 32, 32.5, 32:10 (minutes), 1:05:30, 1 h 5 min.

    A plain number is one of seconds where the heading says so.
    """
    text = text.strip().lower().replace(",", ".")
    if match := _HOURS.fullmatch(text):
        hours, mins, secs = (int(part) for part in match.groups())
    elif (match := _UNITS.fullmatch(text)) and any(match.groups()):
        hours, mins, secs = (int(part or 0) for part in match.groups())
    elif _PLAIN.fullmatch(text) and _is_in_seconds(heading, text):
        hours, mins, secs = 0, 0, round(float(text))
    else:
        return _as_minutes(text)
    whole = (hours * 60 + mins) * 60 + secs
    return _in_a_day(f"{whole // 60}:{whole % 60:02d}")


def _is_in_seconds(heading: str, text: str) -> bool:
    plain = re.sub(r"[\s_]+", " ", heading.lower()).strip()
    if plain in _OF_STRAVA:
        return text.isdecimal()
    return _SECONDS.search(plain) is not None and "min" not in plain


def _as_minutes(text: str) -> str:
    if _PLAIN.fullmatch(text) and float(text) > _MOST_MINUTES:
        raise ValueError("looks like seconds: write minutes, or h:mm:ss")
    return _in_a_day(re.sub(r"\s*min(ute)?s?$", "", text))


def _in_a_day(found: str) -> str:
    to_seconds(found)
    return found


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
    return str(int(match[1]))


def tick(text: str) -> str:
    """Turn an answer into yes or no."""
    word = text.strip().lower()
    if word in _YES:
        return "yes"
    if word in _NO:
        return "no"
    raise ValueError("must be yes or no")
