"""Diaries to draw: one in which everything happens, obedient ones of any length, odd ones."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from tests.builders import (
    MORNING,
    check_in,
    diary,
    episode,
    good_morning,
    number,
    on,
    planned,
    run,
    session,
    walk,
)
from tracker.progression.diary import CheckIn, Kind, Sensation, SessionLog
from tracker.progression.episode import DENIED, Clearance
from tracker.progression.forecast import way_home
from tracker.progression.ladder import prescription
from tracker.progression.protocol import Stage
from tracker.progression.protocol_document.reader import shipped
from tracker.progression.rules import verdict
from tracker.progression.timeline import stand, timeline
from tracker.reports.run_days import run_days

if TYPE_CHECKING:
    from tracker.progression.diary import Diary
    from tracker.progression.episode import Episode
    from tracker.progression.forecast import WayHome
    from tracker.progression.standing import Standing
    from tracker.progression.timeline import DayOutcome
    from tracker.reports.run_days import PastRunDay

PROTOCOL = shipped()
BASELINE = 40
_EARLY = (6, 6, 5, None, 5, 4, 4, 3, None, None, 2, 2, 1)
_SILENT = (20,)
_RESTLESS = 33
_PAINFUL_MORNING = 24
_SHARP = 39


class DecidedDiary(NamedTuple):
    """A diary, its days and its way home, as a page would hand them to the charts."""

    diary: Diary
    outcomes: tuple[DayOutcome, ...]
    way_home: WayHome

    @property
    def today(self) -> int:
        """The day number of the last day."""
        return number(self.outcomes[-1].standing.day)

    @property
    def runs(self) -> tuple[PastRunDay, ...]:
        """Its run days."""
        return run_days(self.diary, self.outcomes)


def decided(book: Diary, today: int) -> DecidedDiary:
    """A diary as it stands at the end of a day."""
    outcomes = tuple(timeline(PROTOCOL, book, on(today)))
    before = outcomes[-2].standing if len(outcomes) > 1 else None
    return DecidedDiary(book, outcomes, way_home(PROTOCOL, book, before, on(today)))


@cache
def eventful() -> DecidedDiary:
    """Forty-two days with a bit of everything: gaps, soreness, a warning sign and its clearance,
    a deviation, a painful morning, an unanswered one, sharp pain and its questions.
    """
    injury = episode(clearances=[Clearance(date=on(5), by="Dr. $x_1$ 🏃")])
    early: list[CheckIn | SessionLog] = [
        check_in(day, pain, red_flags=["U1"] if day == 2 else [])
        for day, pain in enumerate(_EARLY)
        if pain is not None
    ]
    return decided(diary(*early, *_climb(injury, early, 42), of=injury), 42)


@cache
def obedient(days: int) -> DecidedDiary:
    """Pain for four days, then only what was cleared, and every answer favourable."""
    early: list[CheckIn | SessionLog] = [check_in(day, 3) for day in range(4)]
    return decided(diary(*early, *_climb(episode(), early, days, eventful=False)), days)


def _climb(
    injury: Episode, early: list[CheckIn | SessionLog], until: int, *, eventful: bool = True
) -> list[CheckIn | SessionLog]:
    """The records of the days after the early ones: a check-in, and what it allows."""
    first = number(early[-1].date) + 1
    standing = stand(PROTOCOL, diary(*early, of=injury), on(first - 1)).standing
    everything: list[CheckIn | SessionLog] = []
    for day in range(first, until + 1):
        today = [] if eventful and day in _SILENT else _morning(day, eventful=eventful)
        outcome = stand(PROTOCOL, diary(*today, of=injury), on(day), after=standing)
        if today:
            today += _activity(day, outcome, eventful=eventful)
            outcome = stand(PROTOCOL, diary(*today, of=injury), on(day), after=standing)
        standing = outcome.standing
        everything += today
    return everything


def _morning(day: int, *, eventful: bool) -> list[CheckIn | SessionLog]:
    if eventful and day == _PAINFUL_MORNING:
        return [check_in(day, 2)]
    if eventful and day == _SHARP + 1:
        return [replace(good_morning(day), red_flags=(DENIED,))]
    if eventful and day % 6 == 0:
        return [check_in(day, 0, Sensation.SORENESS, at=MORNING)]
    return [good_morning(day)]


def _activity(day: int, outcome: DayOutcome, *, eventful: bool) -> list[SessionLog]:
    standing = outcome.standing
    if standing.stage is Stage.CROSS_TRAIN:
        return [walk(day)]
    if not verdict(outcome.protocol, standing).decision.allows_running:
        return [run(day, 12)] if eventful and day == _RESTLESS else _cross(day)
    if _ran_yesterday(standing):
        return []
    plan = prescription(outcome.protocol, standing)
    done = run(day, BASELINE) if plan is None else planned(day, plan)
    if eventful and day == _SHARP:
        return [replace(done, pain=4, sensation=Sensation.SHARP)]
    return [done]


def _cross(day: int) -> list[SessionLog]:
    return [session(day, Kind.BIKE, 30)] if day % 5 == 0 else []


def _ran_yesterday(standing: Standing) -> bool:
    return standing.last_run is not None and (standing.day - standing.last_run).days == 1


def nothing() -> DecidedDiary:
    """The day of onset, before anything is written down."""
    return decided(diary(), 0)


def one_day() -> DecidedDiary:
    """The day of onset, answered."""
    return decided(diary(check_in(0, 4)), 0)


def all_unanswered() -> DecidedDiary:
    """Sessions and no check-in; no session says how it felt."""
    runs = [session(d, Kind.RUN, 10, jog=10, pain=None, sensation=None) for d in range(0, 30, 2)]
    return decided(diary(*runs), 30)


@cache
def long_runs() -> DecidedDiary:
    """Three hours of running on every day of some years; the last week is not over."""
    return decided(diary(*(run(day, 180) for day in range(983))), 982)


def emoji_and_dollars() -> DecidedDiary:
    """Notes that would be mathematics, or break a font, if they ever reached a picture."""
    note = r"pain $\frac{$ 100%_x $a_$ 🤕🏃‍♀️ </text> &amp; \(x\)"
    book = diary(
        *(replace(check_in(day, 2), note=note) for day in range(5)),
        *(replace(run(day), note=note) for day in range(1, 5, 2)),
        of=episode(clearances=[Clearance(date=on(2), by=note, note=note)]),
    )
    return decided(book, 5)
