"""Days, durations and what is allowed, as people say them: the small words of every sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from tracker.progression.ladder import Prescription
    from tracker.progression.protocol import RehabProtocol


def day_name(day: date) -> str:
    """A date as people say it: Thursday 7 May."""
    return f"{day:%A} {day.day} {day:%B}"


def full_date(day: date) -> str:
    """A date with its year: 7 May 2026."""
    return f"{day.day} {day:%B} {day.year}"


def day_and_time(moment: datetime) -> str:
    """A day and a time as people say them: Thursday 7 May, 07:30."""
    return f"{day_name(moment)}, {moment:%H:%M}"


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
    return f"{value:g}"


def above_allowed(protocol: RehabProtocol) -> str:
    """What pain has to be above to be spoken of, where some is allowed; nothing where none is."""
    allowed = protocol.numbers.pain_allowed
    return f" above the {allowed} {'point' if allowed == 1 else 'points'} allowed" * bool(allowed)


def step_text(plan: Prescription) -> str:
    """A planned session in one line."""
    if plan.is_continuous and plan.repeats == 1:
        return f"Jog {minutes(plan.jog_seconds)}"
    times = "once" if plan.repeats == 1 else f"{plan.repeats} times"
    return f"Walk {minutes(plan.walk_seconds)}, jog {minutes(plan.jog_seconds)}, {times}"


_OF_ANOTHER_DAY: Mapping[str, str] = {
    "Yesterday's run": "The run of the day before",
    "Today's": "That day's",
    "this morning": "that morning",
    "this evening": "that evening",
    "today": "that day",
    "yesterday": "the day before",
}
_SAID_OF_TODAY = re.compile(rf"\b({'|'.join(_OF_ANOTHER_DAY)})\b")


def of_another_day(text: str) -> str:
    """What was said of today, said of a day that is not today."""
    return _SAID_OF_TODAY.sub(lambda said: _OF_ANOTHER_DAY[said[0]], text)
