"""The recovery chart in words. What is counted is counted once: by the summary of the same days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.charts.timeline import date_with_year, every
from tracker.charts.words import (
    NOTHING,
    Description,
    count,
    in_minutes,
    iso,
    minutes,
    score,
    several,
)
from tracker.language.names import stage_name
from tracker.reports.setbacks import Cause

if TYPE_CHECKING:
    from tracker.charts.recovery.series import Point, RecoverySeries
    from tracker.reports.summary import Summary


def describe(series: RecoverySeries, summary: Summary) -> Description:
    """The sentence and the table of a recovery series; `summary` is that of the same days."""
    span = every(series.days_per_point)
    first = "Date" if series.days_per_point == 1 else f"{span.capitalize()} from"
    header = (
        first,
        "Day",
        "Stage",
        "Worst pain (0–10)",
        "Felt like",
        "Middle of 7 days",
        "Walking (min)",
        "Jogging (min)",
        "Bike, swim (min)",
        "Marked",
    )
    return Description(_sentence(summary), header, [_row(series, p) for p in series.points])


def _row(series: RecoverySeries, point: Point) -> tuple[str, ...]:
    return (
        iso(point.first),
        str((point.first - series.onset).days),
        stage_name(point.stage),
        _worst(point),
        _felt(point),
        NOTHING if point.trend is None else score(point.trend),
        minutes(point.walk_seconds),
        minutes(point.jog_seconds),
        minutes(point.ride_seconds),
        several(point.events) or NOTHING,
    )


def _worst(point: Point) -> str:
    if point.is_unanswered:
        return "no answer"
    return "not scored" if point.height is None else str(point.height)


def _felt(point: Point) -> str:
    """What it felt like: at the worst score, and what got no score."""
    if point.unscored is None:
        return point.felt or NOTHING
    unscored = f"{point.unscored}, not scored"
    return f"{point.felt}; {unscored}" if point.height and point.felt else unscored


def _sentence(summary: Summary) -> str:
    through = f"From {date_with_year(summary.first)} to {date_with_year(summary.last)}"
    if not (summary.pain.scored_days or summary.runs or _happened(summary)):
        return f"{through}: nothing recorded yet."
    parts = [_pain(summary), _answers(summary), _jogging(summary)]
    happened = _happened(summary)
    return f"{through}: {'; '.join(parts + ([several(happened)] if happened else []))}."


def _pain(summary: Summary) -> str:
    pain = summary.pain
    if pain.worst is None or pain.latest is None:
        return "no pain score answered" + " for the pain that was felt" * bool(pain.unscored)
    if not pain.worst.score:
        worst = "no score above 0"
    else:
        worst = f"worst pain {pain.worst.score} of 10 on {date_with_year(pain.worst.day)}"
    besides = " besides pain without a score" * bool(pain.unscored)
    return f"{worst}{besides}, last score {pain.latest.score}"


def _answers(summary: Summary) -> str:
    return f"{summary.pain.scored_days} of {count(summary.pain.days, 'day')} scored"


def _jogging(summary: Summary) -> str:
    if not summary.runs:
        return "no jogging"
    jogged = sum(run.jog_seconds for run in summary.runs)
    return f"{in_minutes(jogged)} of jogging on {count(len(summary.runs), 'run day')}"


def _happened(summary: Summary) -> list[str]:
    """How often each thing happened that the chart marks."""
    causes = [it.cause for it in summary.setbacks if it.day >= summary.first]
    counted = [(causes.count(cause), f"× {cause}") for cause in Cause]
    counted += [
        (len(summary.flags), "× warning sign"),
        (len(summary.deviations), "× deviation"),
        (len(summary.clearances), "× clearance"),
    ]
    return [f"{number} {words}" for number, words in counted if number]
