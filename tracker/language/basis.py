"""That every day was decided anew, in words for the runner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.language.phrases import day_name
from tracker.language.sentences import place

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tracker.progression.review import Place

_MOST_NAMED = 3
ANSWERS = {
    "cleared": "cleared",
    "caution": "cleared, with care",
    "hold": "not yet",
    "stop": "stop",
    "refer": "see a clinician first",
}


def why(*, engine_changed: bool) -> str:
    """What was changed under the decisions."""
    if engine_changed:
        return (
            "This version of the tracker decides by other rules, so every day was looked at again."
        )
    return "The numbers of your protocol have changed, so every day was looked at again."


def where(before: Place, after: Place) -> str:
    """Where the runner stands now, and stood before; empty where that is the same."""
    if before == after:
        return ""
    return f"You now stand at {place(*after)}; before it was {place(*before)}."


def runs(deviations: Sequence[date], cleared: Sequence[date]) -> str:
    """Which runs are seen differently; empty for none."""
    parts = []
    if deviations:
        parts.append(f"Now recorded as deviations: {_days(deviations)}.")
    if cleared:
        parts.append(f"No longer deviations: {_days(cleared)}.")
    return " ".join(parts)


def answer(day: date, before: str, after: str, today: date) -> str:
    """How the answer of a day changed; today's is said to be today's."""
    if day == today:
        return f"Today’s answer was “{ANSWERS[before]}”. It is “{ANSWERS[after]}” now."
    return f"{day_name(day)}: it was “{ANSWERS[before]}”, it is “{ANSWERS[after]}” now."


def _days(days: Sequence[date]) -> str:
    """The first of them by name, and how many more there are."""
    named = ", ".join(day_name(day) for day in days[:_MOST_NAMED])
    more = len(days) - _MOST_NAMED
    return f"{named} and {more} more" if more > 0 else named
