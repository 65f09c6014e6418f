"""Bike and swim: how long the last ones were, and so how long the next may be."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.progression.diary import RIDES
from tracker.progression.protocol import Stage

if TYPE_CHECKING:
    from tracker.progression.diary import Kind
    from tracker.progression.protocol import Numbers, RehabProtocol
    from tracker.progression.standing import Draft

_MINUTE = 60


class Suggestion(NamedTuple):
    """How long to ride and to swim at most, each on its own, in minutes."""

    bike_minutes: int
    swim_minutes: int


def suggestion(protocol: RehabProtocol, standing: Draft) -> Suggestion | None:
    """The time on the bike and in the water, rising gradually; None where it is not cleared."""
    cleared = standing.on_ladder or standing.stage is Stage.CROSS_TRAIN
    if not cleared or standing.locked_on is not None:
        return None
    return Suggestion(*[_minutes(protocol.numbers, standing, kind) for kind in RIDES])


def _minutes(numbers: Numbers, standing: Draft, kind: Kind) -> int:
    """More than the longest without pain, half of the last if that one hurt, never too much."""
    rides = [
        ride
        for day in standing.last_days(numbers.cross_training_days)
        for ride in day.rides
        if ride.kind is kind and (ride.seconds or ride.painful)
    ]
    whole = numbers.cross_training_whole_minutes
    minutes = numbers.cross_training_first_minutes
    if rides and rides[-1].painful:
        half = rides[-1].seconds * numbers.cross_training_painful_percent // 100
        minutes = max(whole, half // (whole * _MINUTE) * whole)
    elif rides:
        longest = max(ride.seconds for ride in rides if not ride.painful)
        more = longest * numbers.cross_training_percent
        minutes = -(-more // (100 * whole * _MINUTE)) * whole
    cap = max(standing.baseline_seconds // _MINUTE, numbers.cross_training_cap_minutes)
    return min(minutes, cap)


class Jump(NamedTuple):
    """A ride of today that is far longer than those of the month before."""

    kind: Kind
    seconds: int
    longest_seconds: int


def jump(numbers: Numbers, standing: Draft) -> Jump | None:
    """The first ride of today that is longer than the month before allows for; None if none is."""
    for kind in RIDES:
        today = max((r.seconds for r in standing.today.rides if r.kind is kind), default=0)
        if not today:
            continue
        longest = _longest(numbers, standing, kind)
        base = longest * numbers.cross_training_percent
        if not longest:
            base = numbers.cross_training_first_minutes * _MINUTE * 100
        room = numbers.cross_training_over_minutes * _MINUTE * 100
        if today * 100 > base + room:
            return Jump(kind, today, longest)
    return None


def _longest(numbers: Numbers, standing: Draft, kind: Kind) -> int:
    """The longest ride of the month that was not painful, today excluded; 0 if there is none."""
    return max(
        (
            ride.seconds
            for day in standing.last_days(numbers.cross_training_days)
            for ride in day.rides
            if ride.kind is kind and not ride.painful
        ),
        default=0,
    )
