"""What happened in an episode: check-ins and sessions, in the order they happened."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
from typing import TYPE_CHECKING

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

WORST_SCORE = 10
_NOON = time(12)


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckIn:
    """How the injured area was: the worst since the last entry, on the 0-10 scale."""

    date: date
    pain: int
    sensation: Sensation
    time: time | None = None
    moment: Moment = Moment.DAY
    limp: bool = False
    painkiller: bool = False
    red_flags: tuple[str, ...] = ()
    note: str = ""
    entered_at: datetime | None = None
    id: str = ""


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
        return self.sensation is Sensation.SHARP

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
        """The longest jog bout in seconds: as given; all of it if there was no walking."""
        if self.longest_jog_seconds is not None:
            return self.longest_jog_seconds
        return None if self.walk_seconds else self.jog_seconds


@dataclass(frozen=True, slots=True)
class DiaryDay:
    """One day's check-ins and sessions, each in the order they happened."""

    check_ins: tuple[CheckIn, ...] = ()
    sessions: tuple[SessionLog, ...] = ()

    @classmethod
    def of(cls, check_ins: Iterable[CheckIn], sessions: Iterable[SessionLog]) -> DiaryDay:
        """Order a day's records, given in the order they were entered."""
        return cls(tuple(sorted(check_ins, key=_check_in_order)), _in_order(sessions))

    @property
    def settling(self) -> CheckIn | None:
        """The check-in that settles yesterday's run: the first on waking, else the earliest."""
        for check_in in self.check_ins:
            if check_in.moment is Moment.WAKING:
                return check_in
        return self.check_ins[0] if self.check_ins else None

    def precedes(self, check_in: CheckIn, session: SessionLog) -> bool:
        """Whether the check-in came before the session: by the clock, else by its moment."""
        if check_in.time is not None and session.time is not None:
            return check_in.time <= session.time
        if check_in.moment is Moment.DAY:
            return check_in is self.check_ins[0]
        return check_in.moment is Moment.WAKING

    def before(self, session: SessionLog) -> DiaryDay:
        """What had been recorded of the day when the session began."""
        index = next(i for i, s in enumerate(self.sessions) if s is session)
        earlier = tuple(c for c in self.check_ins if self.precedes(c, session))
        return DiaryDay(earlier, self.sessions[:index])

    def check_ins_after(self, session: SessionLog) -> tuple[CheckIn, ...]:
        """The day's check-ins from the session on."""
        return tuple(c for c in self.check_ins if not self.precedes(c, session))


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


def _check_in_order(check_in: CheckIn) -> tuple[int, time]:
    """By the clock; without a time, waking comes first, evening and night last, day at noon."""
    if check_in.time is not None:
        return (1, check_in.time)
    slot = {Moment.WAKING: 0, Moment.DAY: 1, Moment.EVENING: 2, Moment.NIGHT: 3}
    return (slot[check_in.moment], _NOON)


def _in_order(sessions: Iterable[SessionLog]) -> tuple[SessionLog, ...]:
    """By the clock; one without a time stays behind the one entered before it."""
    keyed: list[tuple[time, SessionLog]] = []
    clock = time.min
    for session in sessions:
        clock = session.time or clock
        keyed.append((clock, session))
    return tuple(session for _, session in sorted(keyed, key=lambda pair: pair[0]))
