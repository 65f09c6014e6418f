"""Numbers with their units, as people write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.language.phrases import decimal
from tracker.progression.protocol import YES_OR_NO
from tracker.translations import gettext, ngettext

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracker.progression.protocol import Number

KM_PER: Mapping[str, float] = {"km": 1.0, "mi": 1.609344}


def amount(value: int, number: Number) -> str:
    """Return the value of a protocol's number with its unit: 1 day, 2 days; yes or no as such."""
    if number.unit == YES_OR_NO:
        return gettext("yes") if value else gettext("no")
    counted = {
        "days": ngettext("%(num)d day", "%(num)d days", value),
        "minutes": ngettext("%(num)d minute", "%(num)d minutes", value),
        "o'clock": gettext("%(hour)d o'clock", hour=value),
        "percent": gettext("%(number)d percent", number=value),
        "points": ngettext("%(num)d point", "%(num)d points", value),
        "runs": ngettext("%(num)d run", "%(num)d runs", value),
        "seconds": ngettext("%(num)d second", "%(num)d seconds", value),
        "steps": ngettext("%(num)d step", "%(num)d steps", value),
        "times": ngettext("%(num)d time", "%(num)d times", value),
    }
    return counted.get(number.unit) or f"{value} {number.unit}".rstrip()  # or a protocol's own


def distance(metres: int | None, unit: str) -> str:
    """Return kilometres or miles, to three decimals at most; nothing for None."""
    return "" if metres is None else decimal(metres / 1000 / KM_PER[unit])


def distance_typed(metres: int | None, unit: str) -> str:
    """Return the same as a form has it: with a point, whatever is spoken."""
    if metres is None:
        return ""
    return f"{metres / 1000 / KM_PER[unit]:.3f}".rstrip("0").rstrip(".")
