"""The recovery series: worst pain, what it felt like, minutes and events, day by day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from tracker.progression.diary import RIDES, Sensation
from tracker.progression.episode import LOCKING_FLAGS, Site
from tracker.progression.recovery import recent_median, window
from tracker.reports.pain_figures import is_called_pain
from tracker.reports.setbacks import Cause, setbacks
from tracker.translations import N_, gettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from tracker.progression.diary import CheckIn, Diary, SessionLog
    from tracker.progression.protocol import RehabProtocol, Stage
    from tracker.progression.timeline import DayOutcome

# How many days a point stands for, up to so many days in all: ten years are shown by the week.
SPANS = ((1, 132), (7, 3710))
LONGEST_SPAN = 28
_BY_SEVERITY = tuple(Sensation)


class Event(StrEnum):
    """What is marked on the day it happened, the gravest first."""

    STOP = "sharp pain"
    RED_FLAG = "warning sign"
    FLARE = "flare"
    STEP_BACK = "step back"
    LAY_OFF = "break"
    DEVIATION = "deviation"
    CLEARANCE = "cleared"


_EVENT_NAMES: Mapping[Event, str] = {
    Event.STOP: N_("sharp pain"),
    Event.RED_FLAG: N_("warning sign"),
    Event.FLARE: N_("flare"),
    Event.STEP_BACK: N_("step back"),
    Event.LAY_OFF: N_("break"),
    Event.DEVIATION: N_("deviation"),
    Event.CLEARANCE: N_("cleared"),
}


def event_name(event: Event) -> str:
    """What an event is called on the chart."""
    return gettext(_EVENT_NAMES[event])


class Point(NamedTuple):
    """One day, or some weeks of a long range.

    `worst` (0-10) is None if no day has a score: unanswered, which is not zero. `felt` is what
    the worst score felt like, None where that was not said. `unscored` is the worst pain that was
    felt and got no score. `trend` is the running median at the end, None where too few days carry
    it. `ride_seconds` are those on the bike and in the water.
    """

    first: date
    days: int
    answered: int
    worst: int | None
    felt: Sensation | None
    unscored: Sensation | None
    trend: float | None
    walk_seconds: int
    jog_seconds: int
    ride_seconds: int
    stage: Stage
    step: int
    events: tuple[Event, ...]

    @property
    def last(self) -> date:
        """The last day it stands for."""
        return self.first + timedelta(days=self.days - 1)

    @property
    def height(self) -> int | None:
        """The score at which it is marked; None where the worst has none: 0 beside pain is none."""
        return None if self.unscored and not self.worst else self.worst

    @property
    def is_unanswered(self) -> bool:
        """Whether there is neither a score nor pain without one."""
        return self.worst is None and self.unscored is None


_EVENTS = {
    Cause.SHARP: Event.STOP,
    Cause.FLARE: Event.FLARE,
    Cause.BAD_DAYS: Event.STEP_BACK,
    Cause.AFTER_RUN: Event.STEP_BACK,
    Cause.LAY_OFF: Event.LAY_OFF,
}


class Band(NamedTuple):
    """An unbroken time in one stage."""

    stage: Stage
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class RecoverySeries:
    """Everything the recovery chart shows."""

    onset: date
    today: date
    opens: date
    closes: date
    window_is_published: bool
    days_per_point: int
    points: tuple[Point, ...]

    @property
    def first(self) -> date:
        """The first day of the chart."""
        return self.points[0].first if self.points else self.onset

    @property
    def last(self) -> date:
        """The last day: the window is shown to its end, unless the chart ends before today."""
        end = self.points[-1].last if self.points else self.onset
        shows_window = end >= self.today and self.first <= self.closes
        return max(end, self.closes) if shows_window else end

    @property
    def bands(self) -> tuple[Band, ...]:
        """The stages, one after another."""
        runs = (tuple(g) for _, g in groupby(self.points, key=lambda p: p.stage))
        return tuple(Band(g[0].stage, g[0].first, g[-1].last) for g in runs)


def recovery_series(
    protocol: RehabProtocol,
    diary: Diary,
    outcomes: Sequence[DayOutcome],
    today: date,
    *,
    first: date | None = None,
) -> RecoverySeries:
    """The series of the days in `outcomes`, which follow each other; by weeks where they are many.

    From `first` on: the days before it are not shown, and tell what changed on it.
    """
    episode = diary.episode
    days = [day.standing.day for day in outcomes]
    events = dict(zip(days, _events(diary, outcomes), strict=True))
    drawn = outcomes[sum(first is not None and day < first for day in days) :]
    size = next((n for n, most in SPANS if len(drawn) <= most), LONGEST_SPAN)
    spans = (drawn[i : i + size] for i in range(0, len(drawn), size))
    around = window(protocol, episode.onset, today)
    return RecoverySeries(
        onset=episode.onset,
        today=today,
        opens=around.opens,
        closes=around.closes,
        window_is_published=episode.site is Site.HAMSTRING,
        days_per_point=size,
        points=tuple(_point(span, diary, events) for span in spans),
    )


def _point(
    span: Sequence[DayOutcome], diary: Diary, events: Mapping[date, tuple[Event, ...]]
) -> Point:
    last = span[-1]
    scores = [d.standing.today.worst for d in span if d.standing.today.worst is not None]
    worst = max(scores, default=None)
    days = [diary.day(d.standing.day) for d in span]
    sessions = [s for day in days for s in day.sessions]
    records: list[CheckIn | SessionLog] = [*sessions, *(c for d in days for c in d.check_ins)]
    happened = {event for d in span for event in events[d.standing.day]}
    return Point(
        first=span[0].standing.day,
        days=len(span),
        answered=len(scores),
        worst=worst,
        felt=_felt_at(worst, records),
        unscored=_worst_felt(r.sensation for r in records if r.pain is None and is_called_pain(r)),
        trend=recent_median(last.protocol, last.standing),
        walk_seconds=sum(s.walked_seconds for s in sessions),
        jog_seconds=sum(d.standing.today.jog_seconds for d in span),
        ride_seconds=sum(_ridden(s) for s in sessions),
        stage=last.standing.stage,
        step=last.standing.step,
        events=tuple(event for event in Event if event in happened),
    )


def _ridden(session: SessionLog) -> int:
    return max(0, (session.seconds or 0) - session.jog_seconds) if session.kind in RIDES else 0


def _felt_at(worst: int | None, records: Iterable[CheckIn | SessionLog]) -> Sensation | None:
    """What the worst score felt like; a score above 0 that felt like nothing is not said."""
    felt = _worst_felt(r.sensation for r in records if r.pain == worst)
    return None if worst and felt is Sensation.NONE else felt


def _worst_felt(felt: Iterable[Sensation | None]) -> Sensation | None:
    return max((f for f in felt if f is not None), key=_BY_SEVERITY.index, default=None)


def _events(diary: Diary, outcomes: Sequence[DayOutcome]) -> Iterator[tuple[Event, ...]]:
    cleared = {c.date for c in diary.episode.clearances}
    back = {it.day: _EVENTS[it.cause] for it in setbacks(diary, outcomes)}
    for now in outcomes:
        day = now.standing.day
        flagged = now.standing.locked_on == day or any(
            not LOCKING_FLAGS.isdisjoint(c.signs) for c in diary.day(day).check_ins
        )
        marked = {
            Event.RED_FLAG: flagged,
            Event.DEVIATION: any(run.is_deviation for run in now.runs),
            Event.CLEARANCE: day in cleared,
        }
        yield tuple(event for event in Event if marked.get(event) or back.get(day) is event)
