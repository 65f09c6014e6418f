"""The recovery chart in words."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from tracker.charts.recovery.series import Event
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
from tracker.language.sentences import STAGE_NAMES

if TYPE_CHECKING:
    from tracker.charts.recovery.series import Point, RecoverySeries

_SPANS = {1: ("day",), 7: ("week",), 28: ("time of 4 weeks", "times of 4 weeks")}
_COUNTED = {
    Event.STOP: "with a stop for sharp pain",
    Event.RED_FLAG: "with a warning sign",
    Event.STEP_BACK: "with a step back",
    Event.DEVIATION: "with a deviation",
    Event.CLEARANCE: "with a clinician's clearance",
}


def describe(series: RecoverySeries) -> Description:
    """The sentence and the table of a recovery series."""
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
    return Description(_sentence(series), header, [_row(series, p) for p in series.points])


def _row(series: RecoverySeries, point: Point) -> tuple[str, ...]:
    return (
        iso(point.first),
        str((point.first - series.onset).days),
        STAGE_NAMES[point.stage],
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


def _sentence(series: RecoverySeries) -> str:
    if not any(p.answered or p.jog_seconds or p.events for p in series.points):
        return f"Nothing recorded yet since {date_with_year(series.onset)}{_home(series)}."
    last = series.points[-1].last
    through = f"From {date_with_year(series.first)} to {date_with_year(last)}"
    return f"{through}: {_pain(series)}; {_answers(series)}{_marked(series)}{_home(series)}."


def _pain(series: RecoverySeries) -> str:
    scores = [p.worst for p in series.points if p.worst is not None]
    unscored = any(p.unscored for p in series.points)
    if not scores:
        return "no pain score answered" + " for the pain that was felt" * unscored
    worst = f"worst {'score' if unscored else 'pain'} {max(scores)} of 10"
    if unscored:
        worst += " besides pain without a score"
    return f"{worst}{_trend(series)}"


def _trend(series: RecoverySeries) -> str:
    trend = [(p.trend, p.last) for p in series.points if p.trend is not None]
    if not trend:
        return ""
    first, (last, known_on) = score(trend[0][0]), trend[-1]
    if series.points[-1].trend is None:
        moved = (
            f"was {first} at first, {score(last)} on {date_with_year(known_on)} and is not known "
            "at the end: too few days have a score"
        )
    elif last == trend[0][0]:
        moved = f"began and ended at {first}"
    else:
        moved = f"went from {first} to {score(last)}"
    return f", the middle of 7 days {moved}"


def _answers(series: RecoverySeries) -> str:
    days = sum(p.days for p in series.points)
    answered = sum(p.answered for p in series.points)
    jogged = sum(p.jog_seconds for p in series.points)
    running = f"{in_minutes(jogged)} of jogging" if jogged else "no jogging"
    ridden = sum(p.ride_seconds for p in series.points)
    riding = f", {in_minutes(ridden)} on the bike or in the water" if ridden else ""
    return f"{answered} of {count(days, 'day')} scored; {running}{riding}"


def _marked(series: RecoverySeries) -> str:
    happened = list(chain.from_iterable(p.events for p in series.points))
    found = [
        (happened.count(event), words) for event, words in _COUNTED.items() if event in happened
    ]
    if not found:
        return ""
    (number, words), *others = found
    spans = count(number, *_SPANS[series.days_per_point])
    return f"; {several([f'{spans} {words}', *(f'{n} {also}' for n, also in others)])}"


def _home(series: RecoverySeries) -> str:
    if series.way_home is None or series.way_home.returns_on is None:
        return ""
    home = series.way_home.returns_on
    if home <= series.today:
        return ""
    return f"; the earliest way home, if all goes well, ends on {date_with_year(home)}"
