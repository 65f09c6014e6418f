"""The same day told worse: with worse news, with a bad run more, or with an answer missing."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import TYPE_CHECKING

from tests.builders import run
from tracker.progression.diary import DiaryDay, Sensation, SessionLog
from tracker.progression.episode import DENIED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.progression.diary import Record

BEFORE_ALL, AT_NOON, LATE = time(5), time(12), time(22)


def worse_news(day: DiaryDay) -> Iterator[tuple[str, DiaryDay]]:
    """Each record of a day made worse, one way at a time."""
    for record in day.records:
        for name, worse in _worse(record):
            yield f"{name} at {record.time}", _with(day, record, worse)


def _worse(record: Record) -> Iterator[tuple[str, Record]]:
    score = record.pain or 0
    felt = Sensation.SHARP if record.sensation is Sensation.SHARP else Sensation.PAIN
    for more in (1, 2, 4, 7):
        if more > score:
            yield f"score {more}", replace(record, pain=more, sensation=felt)
    if record.sensation is not Sensation.SHARP:
        yield "sharp", replace(record, pain=max(1, score), sensation=Sensation.SHARP)
    yield "limp", replace(record, limp=True)
    if isinstance(record, SessionLog):
        yield "stopped early", replace(record, stopped_early=True)
        return
    yield "painkiller", replace(record, painkiller=True)
    if record.red_flags == (DENIED,):
        yield "a sign", replace(record, red_flags=("U2",))


def a_run_more(day: DiaryDay, of: int) -> Iterator[tuple[str, DiaryDay]]:
    """A run added that is not clean: stopped early, hard, or with pain."""
    for at in (BEFORE_ALL, AT_NOON, LATE):
        short = run(of, 4, at=at)
        bad = {
            "stopped early": replace(short, stopped_early=True),
            "unscored": replace(short, pain=None, sensation=None),
            "hard": replace(short, effort=9),
            "painful": replace(short, pain=1, sensation=Sensation.PAIN),
        }
        for name, made in bad.items():
            yield f"a run {name} at {at}", DiaryDay.of(day.check_ins, (*day.sessions, made))


def answered_and_missing(day: DiaryDay) -> Iterator[tuple[str, DiaryDay, DiaryDay]]:
    """The day with a favourable answer, and without it: a check-in's, or a run's."""
    for check_in in day.check_ins:
        favourable = replace(
            check_in,
            pain=0,
            sensation=Sensation.NONE,
            limp=False,
            painkiller=False,
            red_flags=(DENIED,),
        )
        rest = tuple(other for other in day.check_ins if other is not check_in)
        missing = DiaryDay.of(rest, day.sessions)
        yield f"no answer at {check_in.time}", _with(day, check_in, favourable), missing
    for session in day.sessions:
        favourable_session = replace(session, pain=0, sensation=Sensation.NONE)
        missing = _with(day, session, replace(session, pain=None, sensation=None))
        yield f"no score at {session.time}", _with(day, session, favourable_session), missing


def _with(day: DiaryDay, record: Record, other: Record) -> DiaryDay:
    """The day with another record in the place of one."""
    return DiaryDay.of(
        [_swapped(r, record, other) for r in day.check_ins],  # type: ignore[misc]
        [_swapped(r, record, other) for r in day.sessions],  # type: ignore[misc]
    )


def _swapped(each: Record, record: Record, other: Record) -> Record:
    return other if each is record else each
