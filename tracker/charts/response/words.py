"""The response chart in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.charts.words import NOTHING, Description, count, in_minutes, iso, minutes

if TYPE_CHECKING:
    from tracker.charts.response.series import ResponseSeries
    from tracker.reports.run_days import PastRunDay

_HEADER = ("Run day", "Jogging (min)", "Pain next morning (0–10)", "Felt like", "Outcome")


def describe(series: ResponseSeries) -> Description:
    """The sentence and the table of a response series."""
    return Description(_sentence(series), _HEADER, [_row(day) for day in series.run_days])


def _row(day: PastRunDay) -> tuple[str, ...]:
    waiting = "to come" if day.morning_to_come else "no answer"
    return (
        iso(day.day),
        minutes(day.jog_seconds),
        waiting if day.morning is None else str(day.morning),
        NOTHING if day.felt is None else day.felt.value,
        day.outcome.value,
    )


def _sentence(series: ResponseSeries) -> str:
    days = series.run_days
    if not days:
        return "No runs yet, so there is no morning after to show."
    mornings = [d.morning for d in days if d.morning is not None]
    said = f"{count(len(days), 'run day')}, {count(len(mornings), 'morning')} after answered"
    painful = [m for m in mornings if m > 0]
    if not mornings:
        return f"{said}."
    if not painful:
        return f"{said}: none with pain."
    worst = max((d for d in days if d.morning), key=lambda d: d.morning or 0)
    after = in_minutes(worst.jog_seconds)
    return (
        f"{said}: {len(mornings) - len(painful)} without pain, {len(painful)} with pain; "
        f"the worst was {worst.morning} of 10, after {after} of jogging."
    )
