"""Made-up histories of a hundred days and more, for laws that hold in all of them."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import time
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

from tests.builders import check_in, episode, good_morning, on, planned, session, walk
from tracker.progression.diary import CheckIn, Diary, DiaryDay, Kind, Moment, Sensation, SessionLog
from tracker.progression.episode import Clearance
from tracker.progression.guardrails import terms
from tracker.progression.ladder import prescription
from tracker.progression.protocol import Stage
from tracker.progression.protocol_document.reader import shipped
from tracker.progression.rules import verdict
from tracker.progression.timeline import apply_day, start_day, timeline

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from hypothesis.strategies import SearchStrategy

    from tracker.progression.episode import Episode
    from tracker.progression.ladder import Prescription
    from tracker.progression.standing import Standing
    from tracker.progression.timeline import DayOutcome

Record = CheckIn | SessionLog

LAST_DAY = 130
EXAMPLES = int(os.environ.get("LAW_EXAMPLES", "12"))  # a thorough run asks for hundreds
over_histories = settings(
    max_examples=EXAMPLES,
    deadline=None,
    phases=[phase for phase in Phase if phase is not Phase.explain],  # it takes minutes
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
FLAGS = st.sampled_from([(), (), (), (), (), (), ("R1",), ("U2",), ("E1",)])
SCORES = st.sampled_from([0, 0, 0, 0, 1, 2, 3, 7, 10])
TIMES = st.builds(time, st.integers(0, 23), st.integers(0, 59))
MINUTES = st.sampled_from([1, 4, 5, 10, 20, 25, 27.5, 30, 33, 40, 44])


def check_ins(day: int) -> SearchStrategy[CheckIn]:
    """Any check-in of a day that a form would take."""

    def fit(record: CheckIn) -> CheckIn:
        hurts = record.sensation in {Sensation.PAIN, Sensation.SHARP}
        if hurts and not record.pain:
            return replace(record, pain=1)
        named = Sensation.SORENESS if record.sensation is Sensation.NONE else record.sensation
        return replace(record, sensation=named) if record.pain else record

    return st.builds(
        check_in,
        st.just(day),
        SCORES,
        st.sampled_from(Sensation),
        at=TIMES,
        moment=st.sampled_from(Moment),
        limp=st.sampled_from([False, False, False, True]),
        painkiller=st.sampled_from([False, False, False, True]),
        red_flags=FLAGS,
    ).map(fit)


def sessions(day: int) -> SearchStrategy[SessionLog]:
    """Any session of a day."""
    felt = st.sampled_from([None, Sensation.NONE, Sensation.SORENESS, Sensation.PAIN])
    walks = st.builds(session, st.just(day), st.just(Kind.WALK), MINUTES, at=TIMES, pain=SCORES)
    rides = st.builds(
        session, st.just(day), st.just(Kind.BIKE), MINUTES, sensation=st.sampled_from(Sensation)
    )
    runs = st.builds(
        session,
        st.just(day),
        st.sampled_from([Kind.RUN, Kind.WALK_JOG]),
        MINUTES,
        at=TIMES,
        jog=MINUTES,
        walk=st.sampled_from([0, 5, 20]),
        bout=st.none() | MINUTES,
        pain=st.none() | SCORES,
        sensation=felt,
        limp=st.sampled_from([False, False, True]),
        stopped_early=st.booleans(),
    )
    return walks | rides | runs


def records(day: int) -> SearchStrategy[Record]:
    return check_ins(day) | sessions(day)


class Author:
    """Writes a history day by day, folding as it goes."""

    def __init__(self, facts: Episode) -> None:
        self.episode = facts
        self.days: dict[date, DiaryDay] = {}
        self.standing: Standing | None = None
        self._terms = terms(shipped(), facts)[-1]

    @property
    def diary(self) -> Diary:
        return Diary(self.episode, self.days)

    def now(self, entries: Sequence[Record]) -> DayOutcome:
        """The next day with these records."""
        day = on(len(self.days))
        records = _day(entries)
        morning = start_day(self.standing, day, self._terms, self.episode)
        return apply_day(morning, records, shipped(), self.episode)

    def write(self, entries: Sequence[Record]) -> None:
        """Close the day with these records."""
        self.standing = self.now(entries).standing
        self.days[self.standing.day] = _day(entries)

    def obey(self) -> None:
        """The best of answers, and whatever is then cleared or due."""
        day = len(self.days)
        good = good_morning(day)
        outcome = self.now([good])
        plan = cleared_plan(outcome)
        if outcome.standing.stage is Stage.CROSS_TRAIN:
            self.write([good, walk(day)])
        else:
            self.write([good, planned(day, plan)] if plan else [good])


def cleared_plan(outcome: DayOutcome) -> Prescription | None:
    """The plan, if a run is cleared now."""
    allowed = verdict(outcome.protocol, outcome.standing).decision.allows_running
    return prescription(outcome.protocol, outcome.standing) if allowed else None


def _day(entries: Sequence[Record]) -> DiaryDay:
    """A day whose records lie at different seconds, so that the clock alone orders them."""
    taken: set[time | None] = set()
    moved = []
    for entry in entries:
        at = entry.time or time(12)
        while at in taken:
            at = at.replace(second=at.second + 1)
        taken.add(at)
        moved.append(replace(entry, time=at))
    return DiaryDay.of(
        [r for r in moved if isinstance(r, CheckIn)],
        [r for r in moved if isinstance(r, SessionLog)],
    )


@st.composite
def histories(draw: st.DrawFn, *, last_day: int = LAST_DAY) -> Diary:
    """A course that obeys, but for some days on which anything may have happened."""
    clearances = [
        Clearance(date=on(day), by="Rivera") for day in draw(st.sets(st.integers(0, last_day)))
    ]
    baseline = draw(st.sampled_from([10, 26, 40]))
    author = Author(episode(baseline=baseline, clearances=clearances))
    odd = draw(st.dictionaries(st.integers(0, last_day), st.integers(0, 3), max_size=12))
    for day in range(last_day + 1):
        if day in odd:
            author.write([draw(records(day)) for _ in range(odd[day])])
        else:
            author.obey()
    return author.diary


def everything(diary: Diary) -> list[Record]:
    """All records of a diary."""
    records: list[Record] = []
    for day in diary.days.values():
        records += [*day.check_ins, *day.sessions]
    return records


def of(diary: Diary, entries: Sequence[Record]) -> Diary:
    """The same episode with other records, in the order they were entered."""
    return Diary.of(
        diary.episode,
        [r for r in entries if isinstance(r, CheckIn)],
        [r for r in entries if isinstance(r, SessionLog)],
    )


def outcome(diary: Diary, until: int = LAST_DAY) -> list[DayOutcome]:
    """Every day of the course."""
    return list(timeline(shipped(), diary, on(until)))
