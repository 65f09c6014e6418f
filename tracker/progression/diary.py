"""What happened in an episode: check-ins and sessions, in the order they happened."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from tracker.progression.episode import DENIED

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tracker.progression.episode import Episode


class Moment(StrEnum):
    """When in the day a check-in speaks of."""

    WAKING = "waking"
    DAY = "day"
    EVENING = "evening"
    NIGHT = "night"


class Sensation(StrEnum):
    """What the injured area felt like. Soreness is not pain; sharp pain is its own thing."""

    NONE = "none"
    SORENESS = "soreness"
    PAIN = "pain"
    SHARP = "sharp"


class Kind(StrEnum):
    """What was done in a session."""

    WALK = "walk"
    WALK_JOG = "walk_jog"
    RUN = "run"
    BIKE = "bike"
    SWIM = "swim"
    STRENGTH = "strength"
    STRETCH = "stretch"
    MASSAGE = "massage"
    OTHER = "other"


class Mark(StrEnum):
    """Stored beside a run that is a deviation: who knew of it when it was written."""

    CONFIRMED = "confirmed"
    RE_DECIDED = "re-decided"


RUNNING_KINDS = frozenset({Kind.WALK_JOG, Kind.RUN})
RIDES = (Kind.BIKE, Kind.SWIM)

WORST_SCORE = 10
Day: TypeAlias = date  # in the values below `date` is a day of theirs
_NIGHT, _SHARP, _OTHER = Moment.NIGHT, Sensation.SHARP, Kind.OTHER  # Python 3.11 is slow at them


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckIn:
    """How the injured area was: the worst since the last entry, on the 0-10 scale.

    `red_flags` are the ids answered yes, DENIED alone where the questions were asked and all
    denied, nothing where they were not asked. `confidence` (0-10) is how sure the runner is of
    running as before, `expected_return` the day they expect it: no rule reads either.
    `entered_at` is when these were last changed.
    """

    date: date
    pain: int
    sensation: Sensation
    time: time | None = None
    moment: Moment = Moment.DAY
    limp: bool = False
    painkiller: bool = False
    red_flags: tuple[str, ...] = ()
    confidence: int | None = None
    expected_return: Day | None = None
    note: str = ""
    entered_at: datetime | None = None
    id: str = ""

    @property
    def signs(self) -> tuple[str, ...]:
        """The warning signs that were answered yes."""
        return tuple(flag for flag in self.red_flags if flag != DENIED)

    @property
    def is_answer(self) -> bool:
        """Whether it answers for its day: one at night says nothing of the morning."""
        return self.moment is not _NIGHT


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionLog:
    """One thing that was done. Durations are whole seconds, the distance whole metres.

    `pain` and `sensation` are the worst during the session; None is unanswered, never zero.
    """

    date: date
    kind: Kind
    seconds: int | None = None
    walk_seconds: int = 0
    jog_seconds: int = 0
    longest_jog_seconds: int | None = None
    time: time | None = None
    pain: int | None = None
    sensation: Sensation | None = None
    limp: bool = False
    stopped_early: bool = False
    distance_m: int | None = None
    effort: int | None = None
    deviation: Mark | None = None
    note: str = ""
    entered_at: datetime | None = None
    id: str = ""

    @property
    def is_run(self) -> bool:
        """Whether any jogging was done (the default reading of the source)."""
        return self.jog_seconds > 0

    @property
    def is_sharp_pain_event(self) -> bool:
        """Whether sharp pain was felt during it, whatever its score and whatever its kind."""
        return self.sensation is _SHARP

    @property
    def walked_seconds(self) -> int:
        """The walking in it: of a walk all that was not jogged, else its walking part.

        Walk minutes are asked of running kinds alone; what a walk says of them is not needed.
        """
        if self.kind is Kind.WALK and self.seconds is not None:
            return max(0, self.seconds - self.jog_seconds)
        return self.walk_seconds

    @property
    def longest_bout(self) -> int | None:
        """The longest jog bout in seconds: as given; all of it if there was no walking.

        None where it is not known: with walking in between, and in other sports.
        """
        if self.longest_jog_seconds is not None:
            return self.longest_jog_seconds
        return None if self.walk_seconds or self.kind is _OTHER else self.jog_seconds


Record: TypeAlias = CheckIn | SessionLog


@dataclass(frozen=True, slots=True)
class DiaryDay:
    """One day's records in their order, which `of` makes, and its check-ins and sessions alone."""

    records: tuple[Record, ...] = ()
    check_ins: tuple[CheckIn, ...] = ()
    sessions: tuple[SessionLog, ...] = ()

    @classmethod
    def of(cls, check_ins: Iterable[CheckIn], sessions: Iterable[SessionLog]) -> DiaryDay:
        """Order a day's records, given in the order they were entered.

        By the clock, a check-in before a session of the same minute. If any of them lacks a time,
        no time counts: check-ins by moment, those of the morning before the sessions.
        """
        asked, done = tuple(check_ins), tuple(sessions)
        if len(asked) + len(done) == 1:
            return cls((*asked, *done), asked, done)
        if _all_timed(asked) and _all_timed(done):
            asked, done = tuple(sorted(asked, key=_clock)), tuple(sorted(done, key=_clock))
            return cls(tuple(sorted((*asked, *done), key=_clock)), asked, done)
        asked = tuple(sorted(asked, key=lambda check_in: _SLOTS[check_in.moment]))
        early = sum(check_in.moment is Moment.WAKING for check_in in asked)
        if not early and asked and asked[0].moment is Moment.DAY:
            early = 1
        return cls((*asked[:early], *done, *asked[early:]), asked, done)

    def before(self, record: Record) -> DiaryDay:
        """What had been recorded of the day when a record of it was made."""
        index = next(i for i, r in enumerate(self.records) if r is record)
        return _in_this_order(self.records[:index])

    def then(self, record: Record) -> DiaryDay:
        """The day with a record more, after all that is recorded."""
        return _in_this_order((*self.records, record))


_SLOTS = {Moment.WAKING: 0, Moment.DAY: 1, Moment.EVENING: 2, Moment.NIGHT: 3}


def _all_timed(records: Iterable[Record]) -> bool:
    return all(record.time is not None for record in records)


def _clock(record: Record) -> time:
    return record.time or time.min


def _in_this_order(records: tuple[Record, ...]) -> DiaryDay:
    return DiaryDay(
        records,
        tuple([r for r in records if isinstance(r, CheckIn)]),
        tuple([r for r in records if isinstance(r, SessionLog)]),
    )


EMPTY_DAY = DiaryDay()


@dataclass(frozen=True, slots=True)
class Diary:
    """An episode and all that was recorded in it, by day."""

    episode: Episode
    days: Mapping[date, DiaryDay] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        episode: Episode,
        check_ins: Iterable[CheckIn] = (),
        sessions: Iterable[SessionLog] = (),
    ) -> Diary:
        """Gather records, given in the order they were entered, into days."""
        by_day: dict[date, tuple[list[CheckIn], list[SessionLog]]] = defaultdict(lambda: ([], []))
        for check_in in check_ins:
            by_day[check_in.date][0].append(check_in)
        for session in sessions:
            by_day[session.date][1].append(session)
        return cls(episode, {d: DiaryDay.of(*records) for d, records in by_day.items()})

    def day(self, day: date) -> DiaryDay:
        """What was recorded on a day; an empty day if nothing was."""
        return self.days.get(day, EMPTY_DAY)

    @property
    def last_day(self) -> date:
        """The last day on which anything was recorded, a setting and a clearance included."""
        settings = [setting.date for setting in self.episode.settings]
        clearances = [clearance.date for clearance in self.episode.clearances]
        return max([self.episode.onset, *self.days, *settings, *clearances])
