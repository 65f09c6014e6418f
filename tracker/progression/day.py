"""A day taken in, record by record, in the order in which they happened.

Each run is assessed against all that came before it; each record may end what is pending, send
back to `protect`, or open the ladder.
"""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

from tracker.progression import setbacks, signs
from tracker.progression.day_facts import DayFacts, Ride
from tracker.progression.diary import RIDES, CheckIn, Kind, Moment
from tracker.progression.pain import is_alarming, is_flare, is_grave, is_painful
from tracker.progression.protocol import Stage
from tracker.progression.run_assessment import RunAssessment, assess
from tracker.progression.standing import ONE_DAY, RunDay

if TYPE_CHECKING:
    from tracker.progression.diary import Record, SessionLog
    from tracker.progression.episode import Episode
    from tracker.progression.protocol import Numbers, RehabProtocol
    from tracker.progression.standing import Draft

_PROTECT, _CROSS_TRAIN = Stage.PROTECT, Stage.CROSS_TRAIN
_LATE = frozenset({Moment.EVENING, Moment.NIGHT})


class OpenDay:
    """A day that is being taken in: the draft of its standing, and its facts so far."""

    def __init__(self, draft: Draft, protocol: RehabProtocol, episode: Episode) -> None:
        self.draft = draft
        self.protocol = protocol
        self.numbers = protocol.numbers
        self.episode = episode
        self.runs: tuple[RunAssessment, ...] = ()
        self.check_ins = self.answers = self.sessions = 0
        self.worst: int | None = None
        self.painful = self.painkiller = self.evening_painkiller = self.sharp = False
        self.longest_run = self.jog_seconds = 0
        self.over_plan = self.walked = False
        self.rides: tuple[Ride, ...] = ()

    def take(self, record: Record) -> None:
        """Take in the next record."""
        painful = is_painful(record, self.numbers)
        if isinstance(record, CheckIn):
            self._check_in(record, painful=painful)
        else:
            self._session(record, painful=painful)
        if record.pain is not None and (self.worst is None or record.pain > self.worst):
            self.worst = record.pain
        if painful:
            self.painful = True
            self._follow_pain(record)
        self._move(record)

    def _check_in(self, record: CheckIn, *, painful: bool) -> None:
        draft, answers = self.draft, record.is_answer
        if record.red_flags:
            signs.take_in(draft, record, self.episode)
            draft.alarm_on = None
        self.check_ins += 1
        self.answers += answers
        if record.painkiller:
            self.painkiller = True
            self.evening_painkiller = self.evening_painkiller or _is_late(record, self.numbers)
        if draft.awaiting:
            spoilt = painful or record.painkiller
            in_time = answers and not self.runs
            draft.awaiting = tuple(
                [_with_check_in(run, draft, spoilt, painful, in_time) for run in draft.awaiting]
            )

    def _session(self, record: SessionLog, *, painful: bool) -> None:
        draft = self.draft
        if record.is_run:
            self._run(record)
        elif opens_ladder(record, self.numbers):
            self.walked = True
        self.sessions += 1
        if painful and draft.awaiting:
            draft.awaiting = tuple([run._replace(clean=False) for run in draft.awaiting])
        if record.kind in RIDES:
            self.rides = (*self.rides, Ride(record.kind, record.seconds or 0, painful))

    def _run(self, run: SessionLog) -> None:
        draft = self.draft
        draft.today = self.facts()
        assessed = assess(draft, run, self.protocol)
        self.runs = (*self.runs, assessed)
        self.longest_run = max(self.longest_run, run.jog_seconds)
        self.jog_seconds += run.jog_seconds
        self.over_plan = self.over_plan or assessed.over_plan
        draft.last_run = draft.day
        new = RunDay(
            draft.day,
            run.jog_seconds,
            assessed.counted_seconds,
            assessed.reach_seconds,
            assessed.clean_so_far,
            assessed.steps_back,
            assessed.is_deviation,
        )
        if len(self.runs) > 1:
            draft.awaiting, new = _with_earlier(draft.awaiting, new)
        draft.awaiting = (*draft.awaiting, new)

    def _follow_pain(self, record: Record) -> None:
        """What pain asks for and ends: questions, an event, a flare, once a day a run of bad days.

        Only here is asked what is never said of a record without pain.
        """
        draft, numbers = self.draft, self.numbers
        draft.grave = draft.grave or is_grave(record, numbers)
        answered = isinstance(record, CheckIn) and record.red_flags
        if not answered and is_alarming(record, numbers):
            draft.alarm_on = draft.alarm_on or draft.day
        climbing = draft.on_ladder or draft.has_returned
        if climbing and draft.bad_days_on != draft.day and self._is_third_bad_day():
            setbacks.bad_days(draft, numbers)
        if not isinstance(record, CheckIn) and record.is_sharp_pain_event:
            self.sharp = True
            setbacks.sharp_pain(draft, self.protocol)
        elif (climbing or draft.bad_days_on == draft.day) and is_flare(record, numbers):
            setbacks.flare(draft, record, self.protocol)

    def _is_third_bad_day(self) -> bool:
        before = self.draft.last_days(self.numbers.bad_days_window - 1)
        return 1 + sum(day.painful for day in before) >= self.numbers.bad_days

    def _move(self, record: Record) -> None:
        """Between `protect` and `cross_train`, and onto the ladder by the morning after a walk."""
        draft = self.draft
        if draft.stage is _PROTECT:
            if self.pain_free and draft.streak + 1 >= self.numbers.pain_free_days:
                draft.stage = _CROSS_TRAIN
        elif draft.stage is _CROSS_TRAIN:
            new = draft.stage_yesterday is _PROTECT  # the day counts as it stands
            if self.painful or (new and not self.pain_free):
                draft.stage = _PROTECT
            elif self._is_morning_after_the_walk(record):
                draft.stage = self.protocol.ladder_stage(draft.step)

    def _is_morning_after_the_walk(self, record: Record) -> bool:
        """Whether a record is the good first answer on the day after the walk."""
        return (
            isinstance(record, CheckIn)
            and record.is_answer
            and self.answers == 1
            and not record.painkiller
            and self.draft.walked_on == self.draft.day - ONE_DAY
        )

    @property
    def pain_free(self) -> bool:
        """Whether the day is pain-free as it stands."""
        return self.answers > 0 and not self.painful and not self.painkiller

    def facts(self) -> DayFacts:
        """The facts of the day so far."""
        return DayFacts(
            self.check_ins,
            self.answers,
            self.sessions,
            self.worst,
            self.painful,
            self.painkiller,
            self.evening_painkiller,
            self.sharp,
            len(self.runs),
            self.longest_run,
            self.jog_seconds,
            self.over_plan,
            self.rides,
        )

    def end(self) -> None:
        """Note on the draft what the whole day means."""
        draft = self.draft
        draft.today = self.facts()
        if self.walked and draft.stage is _CROSS_TRAIN:
            draft.walked_on = draft.day
        if self.worst is not None and draft.day_number < self.numbers.trend_days:
            draft.first_days = (*draft.first_days, self.worst)


def _with_earlier(awaiting: tuple[RunDay, ...], new: RunDay) -> tuple[tuple[RunDay, ...], RunDay]:
    """The days before, and a run day with all of its runs: never clean, and the worst of them.

    On the ladder a second run deviates by itself; after the return a deviation takes nothing.
    """
    today = [run for run in awaiting if run.day == new.day]  # none where an event has ended it
    hurt = new.steps_back or any(run.steps_back for run in today)
    settled = new._replace(clean=False, steps_back=hurt)
    return tuple([run for run in awaiting if run.day < new.day]), settled


def _with_check_in(
    run: RunDay,
    draft: Draft,
    spoilt: bool,  # noqa: FBT001 - painful, or under a painkiller
    painful: bool,  # noqa: FBT001
    in_time: bool,  # noqa: FBT001 - not at night, and before a run of its own day
) -> RunDay:
    """A run day with a check-in of its response: on the next day pain in it costs the step."""
    next_day = run.day < draft.day
    if next_day and in_time and not run.answered:
        run = run.with_answer()
    if not spoilt:
        return run
    return run._replace(clean=False, steps_back=run.steps_back or (painful and next_day))


def _is_late(record: CheckIn, numbers: Numbers) -> bool:
    from_hour = time(numbers.evening_from_hour)
    return record.moment in _LATE or (record.time is not None and record.time >= from_hour)


def opens_ladder(session: SessionLog, numbers: Numbers) -> bool:
    """Whether a session is the walk that opens the ladder: long enough, its score answered."""
    return (
        session.kind is Kind.WALK
        and not session.is_run
        and (session.seconds or 0) >= numbers.walk_first_minutes * 60
        and session.pain is not None
        and not is_painful(session, numbers)
    )
