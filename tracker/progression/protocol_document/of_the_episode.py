"""Numbers that are each runner's own: a document gives their bounds, an episode their values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.progression.protocol import (
    BASELINE,
    BASELINE_WEEK,
    REGULAR_MEDICINE,
    STEP,
    YES_OR_NO,
    Grade,
    Number,
    Origin,
)

if TYPE_CHECKING:
    from collections.abc import Mapping


def of_the_episode(numbers: Mapping[str, Number], steps: int) -> dict[str, Number]:
    """The numbers that have no value but an episode's, by the name of their setting."""
    shortest, longest = numbers["baseline_shortest_minutes"], numbers["baseline_longest_minutes"]
    week = numbers["baseline_week_longest_minutes"]
    return {
        BASELINE: _own(
            "Usual run before the injury",
            "What the ladder leads back to. The return counts from here.",
            bounds=(shortest.value, longest.value),
            value=longest.value,
            looser="lower",
        ),
        BASELINE_WEEK: _own(
            "Jogging in a usual week before the injury",
            "In the last stage no week plans more than this.",
            bounds=(shortest.value, week.value),
            value=week.value,
            looser="higher",
        ),
        STEP: _own(
            "Step on the ladder",
            "A clinician may set it; you may set a lower one yourself, from today on.",
            bounds=(1, steps),
            value=1,
            looser="higher",
            unit="",
        ),
        REGULAR_MEDICINE: _own(
            "A medicine taken every day",
            "A clinician says it is not for this injury. Painkillers are asked for besides it.",
            bounds=(0, 1),
            value=0,
            looser="higher",
            unit=YES_OR_NO,
        ),
    }


def _own(
    title: str,
    note: str,
    *,
    bounds: tuple[int, int],
    value: int,
    looser: str,
    unit: str = "minutes",
) -> Number:
    return Number(
        title=title,
        value=value,
        unit=unit,
        lowest=bounds[0],
        highest=bounds[1],
        looser=looser,
        origin=Origin.DEFAULT,
        grade=Grade.DEFAULT,
        sources=(),
        note=note,
        tunable=True,
    )
