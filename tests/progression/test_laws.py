"""Laws over histories of more than a hundred days."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import episode, good_morning, known_on, on, planned, run
from tests.progression.happenings import Teller
from tests.progression.histories import (
    LAST_DAY,
    Author,
    Record,
    check_ins,
    cleared_plan,
    everything,
    histories,
    of,
    outcome,
    over_histories,
    records,
    sessions,
)
from tracker.progression.diary import CheckIn, Diary, Moment, Sensation
from tracker.progression.episode import DENIED
from tracker.progression.forecast import outlook, way_home
from tracker.progression.protocol_document.reader import shipped
from tracker.progression.rules import verdict
from tracker.progression.timeline import stand, timeline
from tracker.progression.verdict import Decision, Finding

if TYPE_CHECKING:
    from random import Random

    from tracker.progression.standing import Standing
    from tracker.progression.timeline import DayOutcome

PROTOCOL = shipped()
DAYS = st.integers(0, LAST_DAY)


def standings(days: list[DayOutcome]) -> list[Standing]:
    return [day.standing for day in days]


@over_histories
@given(histories(), DAYS, st.data())
def test_the_future_never_changes_the_past(diary: Diary, day: int, data: st.DataObject) -> None:
    later = data.draw(st.lists(st.integers(day + 1, LAST_DAY + 1).flatmap(records), max_size=3))
    changed = of(diary, [*everything(known_on(diary, on(day))), *later])
    assert outcome(changed, day) == outcome(diary, day)


@pytest.mark.slow
@over_histories
@given(histories())
def test_every_day_is_the_same_without_all_that_is_dated_later(diary: Diary) -> None:
    whole, before = outcome(diary), None
    for day in whole:
        today = day.standing.day
        assert stand(PROTOCOL, known_on(diary, today), today, after=before) == day
        before = day.standing


@pytest.mark.slow
@over_histories
@given(histories(), DAYS)
def test_what_lies_ahead_does_not_depend_on_what_is_dated_later(diary: Diary, day: int) -> None:
    known = known_on(diary, on(day))
    before = stand(PROTOCOL, diary, on(day - 1)).standing if day else None
    now = stand(PROTOCOL, diary, on(day))
    assert outlook(PROTOCOL, diary, before, now) == outlook(PROTOCOL, known, before, now)
    assert way_home(PROTOCOL, diary, before, on(day)) == way_home(PROTOCOL, known, before, on(day))


@over_histories
@given(histories(), DAYS)
def test_resuming_from_any_day_equals_the_full_fold(diary: Diary, day: int) -> None:
    whole = outcome(diary)
    resumed = list(timeline(PROTOCOL, diary, on(LAST_DAY), after=whole[day].standing))
    assert resumed == whole[day + 1 :]


@pytest.mark.slow
@over_histories
@given(histories(), st.randoms(use_true_random=False))
def test_the_order_of_entering_does_not_matter(diary: Diary, random: Random) -> None:
    shuffled = everything(diary)
    random.shuffle(shuffled)
    retold = of(diary, shuffled)
    assert retold.days == {day: of_it for day, of_it in diary.days.items() if of_it.records}
    assert standings(outcome(retold)) == standings(outcome(diary))


@over_histories
@given(histories())
def test_outside_the_return_no_unmarked_run_follows_a_run_day(diary: Diary) -> None:
    days = outcome(diary)
    for before, day in pairwise(days):
        if before.runs:
            assert all(run.is_deviation or run.exempt for run in day.runs)


@pytest.mark.slow
@over_histories
@given(st.data())
def test_doing_only_what_was_cleared_never_deviates(data: st.DataObject) -> None:
    author = Author(episode(baseline=data.draw(st.sampled_from([10, 26, 40]))))
    one_in_ten = st.integers(0, 9).map(lambda n: n == 0)
    feelings = st.sampled_from([None, Sensation.SORENESS, Sensation.PAIN, Sensation.SHARP])
    for day in range(101):
        entries: list[Record] = []
        if not data.draw(one_in_ten):
            odd = data.draw(one_in_ten)
            answer = data.draw(check_ins(day)) if odd else good_morning(day)
            entries = [replace(answer, time=time(7))]
        if (plan := cleared_plan(author.now(entries))) is not None:
            felt = data.draw(feelings) if data.draw(one_in_ten) else Sensation.NONE
            pain = None if felt is None else int(felt is not Sensation.NONE)
            run = replace(planned(day, plan), sensation=felt, pain=pain, time=time(17))
            entries.append(run)
        if data.draw(one_in_ten):
            entries.append(replace(data.draw(sessions(day)), jog_seconds=0, time=time(19)))
        author.write(entries)
    assert not any(run.is_deviation for day in outcome(author.diary, 100) for run in day.runs)


@over_histories
@given(histories(), DAYS, st.data())
def test_worse_news_never_loosens_what_holds(diary: Diary, day: int, data: st.DataObject) -> None:
    recent = [r for r in everything(diary) if on(day - 1) <= r.date <= on(day)]
    if not recent:
        return
    record = data.draw(st.sampled_from(recent))
    worse = worsened(record, data)
    entries = [worse if r is record else r for r in everything(diary)]
    check_nothing_is_loosened(diary, of(diary, entries), day)


def test_a_setback_ends_the_wait_for_the_morning_after_and_holds_in_its_place() -> None:
    author = Author(episode())
    for _ in range(20):
        author.obey()
    day = len(author.days)
    unscored = replace(run(day, 5, at=time(8)), pain=None, sensation=None)
    sharp = replace(unscored, pain=1, sensation=Sensation.SHARP)
    before, after = (of(author.diary, [*everything(author.diary), it]) for it in (unscored, sharp))
    waits, ended = (by_rule(it, day + 1)["morning-after"] for it in (before, after))
    assert (waits, ended) == (Decision.HOLD, Decision.CLEARED)
    check_nothing_is_loosened(before, after, day + 1)


def check_nothing_is_loosened(diary: Diary, worse: Diary, day: int) -> None:
    """What holds goes on to hold: each rule, but for two that worse news takes the ground from.

    It can end the plan that a run is measured by. A setback ends what is pending: then the day
    is held by the setback.
    """
    before, after = findings(diary, day), findings(worse, day)
    worst = max(f.decision for f in before)
    assert worst < Decision.HOLD or max(f.decision for f in after) >= worst
    setbacks = stand(PROTOCOL, worse, on(day)).standing.setbacks
    moved = {"more-than-planned"}
    if setbacks[-1:] >= (on(day - 1),):
        moved.add("morning-after")
    for old, new in zip(before, after, strict=True):
        if old.decision >= Decision.HOLD and old.rule not in moved:
            assert new.decision >= old.decision, f"{old} became {new}"


def by_rule(diary: Diary, day: int) -> dict[str, Decision]:
    return {finding.rule: finding.decision for finding in findings(diary, day)}


def worsened(record: Record, data: st.DataObject) -> Record:
    """A record that tells worse news: more pain, a sharper one, a limp, a painkiller, a sign.

    A sign only where the questions had been answered: it answers them itself.
    """
    pain = min(10, (record.pain or 0) + data.draw(st.integers(1, 3)))
    sharp = record.sensation is Sensation.SHARP or data.draw(st.booleans())
    sensation = Sensation.SHARP if sharp else Sensation.PAIN
    limp = record.limp or data.draw(st.booleans())
    if not isinstance(record, CheckIn):
        return replace(record, pain=pain, sensation=sensation, limp=limp)
    flags: tuple[str, ...] = record.red_flags
    if data.draw(st.booleans()) and flags:
        flags = ("U2",)
    return replace(
        record,
        pain=pain,
        sensation=sensation,
        limp=limp,
        painkiller=record.painkiller or data.draw(st.booleans()),
        red_flags=flags,
    )


def findings(diary: Diary, day: int) -> tuple[Finding, ...]:
    now = stand(PROTOCOL, diary, on(day))
    return verdict(now.protocol, now.standing).findings


@over_histories
@given(histories(), DAYS)
def test_the_next_run_is_the_first_day_that_good_answers_clear(diary: Diary, day: int) -> None:
    """Lived for real, with the walk as soon as it can be and no run before."""
    known = known_on(diary, on(day))
    before = stand(PROTOCOL, known, on(day - 1)).standing if day else None
    named = outlook(PROTOCOL, known, before, stand(PROTOCOL, known, on(day))).next_run
    teller = Teller(known.episode)
    teller.check_ins = [r for r in everything(known) if isinstance(r, CheckIn)]
    teller.sessions = [r for r in everything(known) if not isinstance(r, CheckIn)]
    for ahead in range(day, day + 30):
        now = teller.stand(ahead)
        if not now.standing.today.answers or now.standing.alarm_on is not None:
            denied = replace(good_morning(ahead), time=None, moment=Moment.DAY, red_flags=(DENIED,))
            teller.check_ins.append(denied)
            now = teller.stand(ahead)
        if verdict(now.protocol, now.standing).decision.allows_running:
            assert named == on(ahead)
            return
        teller.tell(ahead, "untimed walk 30" if now.standing.stage == "cross_train" else "-")
    assert named is None
