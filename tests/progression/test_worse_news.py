"""Laws 2 and 3: worse news never helps, nor does silence, from every kind of standing on.

Both days of a pair are followed by the same records, made for the better one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.progression.beginnings import BEGINNINGS
from tests.progression.worlds import (
    ALL_KINDS,
    Morning,
    begin,
    hurting,
    ran,
    ran_unasked,
    ran_with_pain,
    silent,
    sore_later,
    walked,
    well,
)
from tests.progression.worse_days import a_run_more, answered_and_missing, worse_news
from tracker.progression.rules import verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.progression.worlds import Kind
    from tracker.progression.diary import DiaryDay
    from tracker.progression.timeline import DayOutcome

EVERYWHERE = (None, *BEGINNINGS)
FIRST: tuple[Kind, ...] = (well, hurting, walked, ran, ran_unasked, ran_with_pain, sore_later)
NEXT: tuple[Kind, ...] = (well, ran, silent)


def worse_days(kind: Kind, morning: Morning) -> Iterator[tuple[str, DiaryDay, DiaryDay]]:
    """A day, and the same day told worse."""
    day = kind(morning)
    for name, worse in (*worse_news(day), *a_run_more(day, morning.day)):
        yield name, day, worse


def silent_days(kind: Kind, morning: Morning) -> Iterator[tuple[str, DiaryDay, DiaryDay]]:
    """A day with a favourable answer, and the same day without it."""
    yield from answered_and_missing(kind(morning))


def allows(outcome: DayOutcome) -> bool:
    return verdict(outcome.protocol, outcome.standing).decision.allows_running


def helped(
    better: Morning, worse: Morning, days: tuple[DiaryDay, DiaryDay], more: int
) -> Iterator[str]:
    """The ways on which the worse of two courses clears a run that the better one does not."""
    good, bad = better.apply_day(days[0]), worse.apply_day(days[1])
    if allows(bad) and not allows(good):
        yield ""
    if not more or good.standing == bad.standing:
        return
    following = Morning(better.course, good.standing), Morning(worse.course, bad.standing)
    for kind in NEXT:
        records = kind(following[0])
        for way in helped(*following, (records, records), more - 1):
            yield f", {kind.__name__}{way}"


def helping(beginning: str | None, kinds: Sequence[Kind], more: int) -> list[str]:
    """What helped although it was worse, in all small worlds of one beginning."""
    morning = begin(beginning)
    return [
        f"{kind.__name__} with {name}{way}"
        for kind in kinds
        for days_of in (worse_days, silent_days)
        for name, good, bad in days_of(kind, morning)
        for way in helped(morning, morning, (good, bad), more)
    ]


@pytest.mark.slow
@pytest.mark.parametrize("beginning", EVERYWHERE)
def test_neither_worse_news_nor_silence_helps_on_the_next_days(beginning: str | None) -> None:
    assert helping(beginning, FIRST, 1) == []


@pytest.mark.slow
@pytest.mark.parametrize("beginning", EVERYWHERE)
def test_neither_worse_news_nor_silence_helps_in_the_days_after(beginning: str | None) -> None:
    assert helping(beginning, ALL_KINDS, 3) == []
