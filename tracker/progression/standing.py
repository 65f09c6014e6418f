"""Standing: all that the past of an episode means for a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from tracker.progression.diary import Sensation
from tracker.progression.protocol import LADDER, Stage

if TYPE_CHECKING:
    from tracker.progression.diary import CheckIn, SessionLog
    from tracker.progression.protocol import Numbers

ONE_DAY = timedelta(days=1)
REMEMBERED_DAYS = 31


class DayFacts(NamedTuple):
    """What the rules need of one day's records."""

    check_ins: int = 0
    sessions: int = 0
    worst: int | None = None
    painful: bool = False
    painkiller: bool = False
    sharp: bool = False
    runs: int = 0
    longest_run: int = 0
    clean_run: int = 0
    over_plan: bool = False

    @property
    def recorded(self) -> bool:
        """Whether anything was recorded that day."""
        return bool(self.check_ins or self.sessions)

    @property
    def pain_free(self) -> bool:
        """Whether the day was answered, and without a painful record or a painkiller."""
        return bool(self.check_ins) and not self.painful and not self.painkiller


class RunDay(NamedTuple):
    """A day with a run whose morning after has not answered yet."""

    day: date
    jog_seconds: int
    clean_so_far: bool
    steps_back: bool
    reached_baseline: bool


NOTHING = DayFacts()


@dataclass(slots=True)
class Standing:
    """The past, folded: made by `timeline` alone, and never changed once it is handed out.

    `step` runs from 1 to one above the last step, which stands for `build` and `returned`.
    `recent` holds the facts of the last days, this day last.
    """

    day: date
    onset: date
    baseline_seconds: int
    stage: Stage = Stage.PROTECT
    step: int = 1
    clean_runs: int = 0
    baseline_runs: int = 0
    setbacks: int = 0
    pain_free_days: int = 0
    last_run: date | None = None
    last_run_settled: bool = True
    sharp_on: date | None = None
    walked_on: date | None = None
    progress_on: date | None = None
    returned_on: date | None = None
    locked_on: date | None = None
    locked_by: tuple[str, ...] = ()
    awaiting: tuple[RunDay, ...] = ()
    first_days: tuple[int, ...] = ()
    recent: tuple[DayFacts, ...] = (NOTHING,)

    def copy(self) -> Standing:
        """A standing of its own, to be carried on from here."""
        return Standing(
            self.day,
            self.onset,
            self.baseline_seconds,
            self.stage,
            self.step,
            self.clean_runs,
            self.baseline_runs,
            self.setbacks,
            self.pain_free_days,
            self.last_run,
            self.last_run_settled,
            self.sharp_on,
            self.walked_on,
            self.progress_on,
            self.returned_on,
            self.locked_on,
            self.locked_by,
            self.awaiting,
            self.first_days,
            self.recent,
        )

    @property
    def today(self) -> DayFacts:
        """The facts of this day as far as it is recorded."""
        return self.recent[-1]

    @property
    def yesterday(self) -> DayFacts:
        """The facts of the day before; nothing before onset."""
        return self.recent[-2] if len(self.recent) > 1 else NOTHING

    @property
    def on_ladder(self) -> bool:
        """Whether a plan is in force: walk/jog, run or build."""
        return self.stage in LADDER

    @property
    def has_returned(self) -> bool:
        """Whether the usual run has been reached."""
        return self.stage is Stage.RETURNED

    @property
    def day_number(self) -> int:
        """Days since onset, which is day 0."""
        return (self.day - self.onset).days

    @property
    def pain_free_since(self) -> date | None:
        """The first of the unbroken pain-free days up to today, or to an unrecorded today."""
        if not self.pain_free_days:
            return None
        last = self.day if self.today.recorded else self.day - ONE_DAY
        return last - (self.pain_free_days - 1) * ONE_DAY

    @property
    def walk_awaiting(self) -> date | None:
        """The day of the walk that the next morning's check-in has yet to answer for."""
        walked = self.walked_on
        if walked == self.day or (walked == self.day - ONE_DAY and not self.today.check_ins):
            return walked
        return None

    def run_within(self, days: int) -> date | None:
        """The latest run day among the days just before this one."""
        for ago in range(1, min(days, len(self.recent) - 1) + 1):
            if self.recent[-1 - ago].runs:
                return self.day - ago * ONE_DAY
        return None

    def past(self, days: int) -> tuple[DayFacts, ...]:
        """The facts of the days before this one, at most `days` of them."""
        return self.recent[-days - 1 : -1]


def is_painful(record: CheckIn | SessionLog, numbers: Numbers) -> bool:
    """Whether a record tells of pain: above the allowed score, sharp, a limp, or called pain."""
    allowed = numbers.pain_allowed
    if record.limp or (record.pain is not None and record.pain > allowed):
        return True
    sensation = record.sensation
    return sensation is Sensation.SHARP or (not allowed and sensation is Sensation.PAIN)
