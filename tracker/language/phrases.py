"""Days, durations and what is allowed, as people say them: the small words of every sentence."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from babel import dates, lists, numbers

from tracker.translations import gettext, ngettext, pgettext, spoken

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime, time

    from tracker.progression.ladder import Prescription
    from tracker.progression.protocol import RehabProtocol


def day_name(day: date) -> str:
    """A date as people say it: Thursday 7 May."""
    return _dated(day, pgettext("date", "EEEE d MMMM"))


def full_date(day: date) -> str:
    """A date with its year: 7 May 2026."""
    return _dated(day, pgettext("date", "d MMMM y"))


def short_date(day: date) -> str:
    """A date in little room: 7 May."""
    return _dated(day, pgettext("date", "d MMM"))


def short_date_with_year(day: date) -> str:
    """The same with its year: 7 May 2026."""
    return _dated(day, pgettext("date", "d MMM y"))


def month(day: date) -> str:
    """A month and its year: May 2026."""
    return _dated(day, pgettext("date", "MMMM y"))


def weekday(day: date) -> str:
    """The name of a day: Thursday."""
    return _dated(day, "EEEE")


def short_weekday(day: date) -> str:
    """The name of a day in little room: Thu."""
    return _dated(day, "EEE")


def _dated(day: date, pattern: str) -> str:
    """A date, or that of a time where it is told: times of two zones may be equal."""
    return _written_date(date(day.year, day.month, day.day), pattern, spoken().locale)


@lru_cache(maxsize=4096)  # the same days stand on every page
def _written_date(day: date, pattern: str, locale: str) -> str:
    return dates.format_date(day, pattern, locale=locale)


def weekday_letters() -> list[str]:
    """A letter for each day of a week, from Monday on."""
    names = dates.get_day_names("narrow", "stand-alone", locale=spoken().locale)
    return [names[number] for number in range(7)]


def clock(at: time | datetime | None) -> str:
    """A time of day, by 24 hours or by 12: 07:30; nothing for None."""
    if at is None:
        return ""
    return dates.format_time(at, pgettext("date", "HH:mm"), locale=spoken().locale)


def day_and_time(moment: datetime) -> str:
    """A day and a time as people say them: Thursday 7 May, 07:30."""
    return gettext("%(day)s, %(time)s", day=day_name(moment), time=clock(moment))


def decimal(value: float) -> str:
    """A number as it is written: 3, 2.5; to three decimals at most."""
    return _written(value, "0.###", spoken().locale)


def tenths(value: float) -> str:
    """A number to a tenth, whole ones too: 3.0."""
    return _written(value, "0.0", spoken().locale)


def grouped(value: int) -> str:
    """A large number as it is written: 12,000."""
    return _written(value, "#,##0", spoken().locale)


@lru_cache(maxsize=1024)  # the same small numbers stand on every page
def _written(value: float, pattern: str, locale: str) -> str:
    return numbers.format_decimal(value, pattern, locale=locale)


def minutes(seconds: int | None) -> str:
    """A duration in minutes, with seconds only where there are any."""
    whole, rest = divmod(int(seconds or 0), 60)
    return f"{whole} min" if not rest else f"{whole}:{rest:02d} min"


def how_long(seconds: int | None) -> str:
    """A duration with its hours, so that 1:30 cannot be either; nothing for None."""
    if seconds is None:
        return ""
    hours, rest = divmod(seconds, 3600)
    return f"{hours} h {rest // 60} min" if hours else minutes(seconds)


def score(value: float) -> str:
    """A score or the middle of several: 3, 2.5."""
    return decimal(value)


def listed(items: Sequence[str]) -> str:
    """Several things as people list them: a, b and c."""
    return lists.format_list(items, locale=spoken().locale)


def quoted(words: str) -> str:
    """Words as somebody said or wrote them, in quotation marks."""
    return gettext("“%(words)s”", words=words)


def above_allowed(protocol: RehabProtocol) -> str:
    """What pain has to be above to be spoken of, where some is allowed; nothing where none is.

    It begins with a blank, for a message has it where it may be nothing.
    """
    allowed = protocol.numbers.pain_allowed
    if not allowed:
        return ""
    return ngettext(
        " above the %(num)d point allowed", " above the %(num)d points allowed", allowed
    )


def step_text(plan: Prescription) -> str:
    """A planned session in one line."""
    walk, jog = minutes(plan.walk_seconds), minutes(plan.jog_seconds)
    if plan.is_continuous and plan.repeats == 1:
        return gettext("Jog %(jog)s", jog=jog)
    if plan.repeats == 1:
        return gettext("Walk %(walk)s, jog %(jog)s, once", walk=walk, jog=jog)
    return ngettext(
        "Walk %(walk)s, jog %(jog)s, %(num)d time",
        "Walk %(walk)s, jog %(jog)s, %(num)d times",
        plan.repeats,
        walk=walk,
        jog=jog,
    )


def step_within(plan: Prescription) -> str:
    """A planned session within a sentence."""
    walk, jog = minutes(plan.walk_seconds), minutes(plan.jog_seconds)
    if plan.is_continuous and plan.repeats == 1:
        return gettext("jog %(jog)s", jog=jog)
    if plan.repeats == 1:
        return gettext("walk %(walk)s, jog %(jog)s, once", walk=walk, jog=jog)
    return ngettext(
        "walk %(walk)s, jog %(jog)s, %(num)d time",
        "walk %(walk)s, jog %(jog)s, %(num)d times",
        plan.repeats,
        walk=walk,
        jog=jog,
    )
