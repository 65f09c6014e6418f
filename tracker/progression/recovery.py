"""Recovery: the running median of daily worst scores, and the two-to-six-week window."""

from __future__ import annotations

from datetime import date, timedelta
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tracker.progression.protocol import RehabProtocol
    from tracker.progression.standing import Draft

_WHOLE = 100


class Window(NamedTuple):
    """Where a day lies against the usual recovery window."""

    day: int
    position: str
    opens: date
    closes: date


def window(protocol: RehabProtocol, onset: date, day: date) -> Window:
    """The recovery window counted from onset (day 0): before, inside or beyond it."""
    numbers = protocol.numbers
    number = (day - onset).days
    position = "before" if number < numbers.window_opens_day else "inside"
    if number > numbers.window_closes_day:
        position = "beyond"
    return Window(
        number,
        position,
        onset + timedelta(days=numbers.window_opens_day),
        onset + timedelta(days=numbers.window_closes_day),
    )


def scored_median(scores: Iterable[int | None], needed: int) -> float | None:
    """The median of the answered daily worst scores; None with fewer than `needed` of them."""
    answered = [score for score in scores if score is not None]
    return float(median(answered)) if len(answered) >= needed else None


def recent_median(protocol: RehabProtocol, standing: Draft) -> float | None:
    """The median of the last week, today included."""
    return _median(protocol, [d.worst for d in standing.recent[-protocol.numbers.trend_days :]])


def previous_median(protocol: RehabProtocol, standing: Draft) -> float | None:
    """The median of the week before the last."""
    days = protocol.numbers.trend_days
    return _median(protocol, [d.worst for d in standing.recent[-2 * days : -days]])


def first_median(protocol: RehabProtocol, standing: Draft) -> float | None:
    """The median of the first week from onset."""
    return _median(protocol, standing.first_days)


def fell_short(protocol: RehabProtocol, now: float | None, first: float | None) -> bool:
    """Whether there is pain, and it fell neither by enough points nor by enough of a share."""
    if not now or first is None:
        return False
    numbers = protocol.numbers
    fall = first - now
    return fall < numbers.improve_points and fall * _WHOLE < first * numbers.improve_percent


def _median(protocol: RehabProtocol, scores: Sequence[int | None]) -> float | None:
    return scored_median(scores, protocol.numbers.trend_scored_days)
