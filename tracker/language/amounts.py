"""Numbers with their units, as people write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.progression.protocol import YES_OR_NO

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracker.progression.protocol import Number

KM_PER: Mapping[str, float] = {"km": 1.0, "mi": 1.609344}


def amount(value: int, number: Number) -> str:
    """Return the value of a protocol's number with its unit: 1 day, 2 days; yes or no as such."""
    if number.unit == YES_OR_NO:
        return "yes" if value else "no"
    unit = number.unit.removesuffix("s") if value == 1 else number.unit
    return f"{value} {unit}".rstrip()


def distance(metres: int | None, unit: str) -> str:
    """Return kilometres or miles, to three decimals at most; nothing for None."""
    if metres is None:
        return ""
    return f"{metres / 1000 / KM_PER[unit]:.3f}".rstrip("0").rstrip(".")
