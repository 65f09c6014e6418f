"""Standing: all that the past of an episode means for a day."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, dataclass, fields
from datetime import date, datetime, timedelta
from enum import StrEnum
from operator import attrgetter
from typing import Any, NamedTuple

from tracker.progression.day_facts import NOTHING, DayFacts
from tracker.progression.protocol import LADDER, Stage

ONE_DAY = timedelta(days=1)
REMEMBERED_DAYS = 30
_RETURNED = Stage.RETURNED


class RunDay(NamedTuple):
    """A day with a run that is not judged yet, as far as its response is known.

    `reach_seconds` is how much of the baseline it can stand for, `counted_seconds` what later
    plans may build on. `answered`: the next day has a check-in that ends the waiting, made before
    any run of that day.
    """

    day: date
    jog_seconds: int
    counted_seconds: int
    reach_seconds: int
    clean: bool
    steps_back: bool
    deviation: bool
    answered: bool = False

    def with_answer(self) -> RunDay:
        """The same, answered: most run days are, and `_replace` is slow."""
        return RunDay(*self[:-1], answered=True)


class Worth(StrEnum):
    """What a run day was judged to be worth."""

    CLEAN = "clean"
    HELD = "held"
    STEPPED_BACK = "stepped back"


class Judgement(NamedTuple):
    """What a dawn made of the run day two days before it."""

    day: date
    worth: Worth


class OpenSign(NamedTuple):
    """A warning sign without a clearance; one of a check-in was `entered_at`, if that is known."""

    id: str
    date: date
    by_check_in: bool = False
    entered_at: datetime | None = None


@dataclass(slots=True)
class Draft:
    """A standing that may still be written on: the fold's own. Rules read it, and only read it.

    `step` runs from 1 to one above the last step, which stands for `build` and `returned`; in
    `returned` and off the ladder it is the step kept. `today` are the facts of this day as far as
    it is recorded, `past` those of the days before it, the latest last.
    """

    day: date
    onset: date
    baseline_seconds: int
    week_seconds: int | None = None
    stage: Stage = Stage.PROTECT
    step: int = 1
    clean_runs: int = 0
    counts_from: date | None = None  # runs made before it do not count
    baseline_reach: tuple[int, ...] = ()  # of the clean runs that reached the baseline of their day
    setbacks: tuple[date, ...] = ()  # with no clean run made since the first of them
    plan_from: date | None = None  # plans build on no clean run made before it
    lost_today: int = 0  # steps that pain has taken today
    streak: int = 0  # pain-free days in a row, yesterday the last of them
    painful_on: date | None = None  # the last painful day before today
    pain_free_after: int = 0  # pain-free days after that, before today
    grave: bool = False  # a limp, sharp or strong pain since the last pain-free day before today
    last_run: date | None = None
    run_before_today: date | None = None
    unjudged_on: date | None = None
    sharp_on: date | None = None
    bad_days_on: date | None = None
    walked_on: date | None = None
    stage_yesterday: Stage = Stage.PROTECT
    stage_since: date | None = None  # the first of the unbroken days that ended in that stage
    progress_on: date | None = None
    returned_on: date | None = None
    laid_off: bool = False  # after the return: so long without a run that it is spoken of
    placed_on: date | None = None  # a clinician's placement
    alarm_on: date | None = None  # an alarming record whose questions are not answered
    open_signs: tuple[OpenSign, ...] = ()
    awaiting: tuple[RunDay, ...] = ()
    judged: Judgement | None = None  # at this day's dawn
    first_days: tuple[int, ...] = ()
    past: tuple[DayFacts, ...] = ()
    today: DayFacts = NOTHING

    @property
    def recent(self) -> tuple[DayFacts, ...]:
        """The facts of the last days, this day last."""
        return (*self.past, self.today)

    @property
    def yesterday(self) -> DayFacts:
        """The facts of the day before; nothing before onset."""
        return self.past[-1] if self.past else NOTHING

    @property
    def on_ladder(self) -> bool:
        """Whether a plan is in force: walk/jog, run or build."""
        return self.stage in LADDER

    @property
    def has_returned(self) -> bool:
        """Whether the usual run has been reached."""
        return self.stage is _RETURNED

    @property
    def day_number(self) -> int:
        """Days since onset, which is day 0."""
        return (self.day - self.onset).days

    @property
    def baseline_runs(self) -> int:
        """The clean runs since the count began anew that reach the baseline of today."""
        return sum(reach >= self.baseline_seconds for reach in self.baseline_reach)

    @property
    def entered_on(self) -> date:
        """The first of the unbroken days that ended in this stage; today if it is new."""
        unbroken = self.stage is self.stage_yesterday
        return self.stage_since if unbroken and self.stage_since is not None else self.day

    @property
    def pain_free_days(self) -> int:
        """How many in a row: through yesterday while nothing is recorded today."""
        if self.today.pain_free:
            return self.streak + 1
        return 0 if self.today.recorded else self.streak

    @property
    def pain_free_since(self) -> date | None:
        """The first of the unbroken pain-free days up to today, or to an unrecorded today."""
        days = self.pain_free_days
        if not days:
            return None
        last = self.day if self.today.recorded else self.day - ONE_DAY
        return last - (days - 1) * ONE_DAY

    @property
    def walk_awaiting(self) -> date | None:
        """The day of the walk that the next morning's check-in has yet to answer for."""
        walked = self.walked_on
        if walked == self.day or (walked == self.day - ONE_DAY and not self.today.answers):
            return walked
        return None

    @property
    def locked_on(self) -> date | None:
        """Since when running is locked by a warning sign; None if none is open."""
        return min([sign.date for sign in self.open_signs]) if self.open_signs else None

    @property
    def locked_by(self) -> tuple[str, ...]:
        """The ids of the open warning signs."""
        return tuple(dict.fromkeys([sign.id for sign in self.open_signs]))

    @property
    def pending_run(self) -> RunDay | None:
        """Yesterday's run day, while no check-in has answered for it."""
        for run in self.awaiting:
            if run.day < self.day and not run.answered:
                return run
        return None

    def run_within(self, days: int) -> date | None:
        """The latest run day among the days just before this one."""
        last = self.run_before_today
        return last if last is not None and (self.day - last).days <= days else None

    def last_days(self, days: int) -> tuple[DayFacts, ...]:
        """The facts of the days before this one, at most `days` of them."""
        return self.past[-days:]


class Standing(Draft):
    """The past, folded: made by `timeline` alone, and immutable."""

    __slots__ = ()

    def __init__(self, *args: Any, **facts: Any) -> None:  # noqa: ANN401 - those of a draft
        draft = Draft(*args, **facts)
        for name in _NAMES:
            object.__setattr__(self, name, getattr(draft, name))

    def __setattr__(self, name: str, value: object) -> None:
        raise FrozenInstanceError(f"a standing is not changed: {name}")

    def __delattr__(self, name: str) -> None:
        raise FrozenInstanceError(f"a standing is not changed: {name}")

    def __hash__(self) -> int:
        return hash(_facts_of(self))


_NAMES = tuple(field.name for field in fields(Draft))
_facts_of = attrgetter(*_NAMES)


def drafted(standing: Draft) -> Draft:
    """A draft that goes on from a standing."""
    return Draft(*_facts_of(standing))


def handed_out(draft: Draft) -> Standing:
    """The draft as the standing it has become; nobody writes on it any more."""
    draft.__class__ = Standing
    return draft  # type: ignore[return-value]  # its class has just become that
