"""The chance of a painful next morning: from eight mornings on, wide where they are few."""

from __future__ import annotations

import pytest

from tests.builders import on
from tests.charts.diaries import eventful, obedient
from tracker.reports.next_morning import chances, next_mornings
from tracker.reports.progress_words import chance_sentences
from tracker.reports.run_days import Outcome, PastRunDay

FIVE, TEN, FIFTEEN, LONG = 300, 600, 900, 1620


def ran(day: int, jog: int, *, hurt: bool | None = False) -> PastRunDay:
    return PastRunDay(
        day=on(day),
        step=1,
        jog_seconds=jog,
        longest_bout=60,
        outcome=Outcome.CLEAN,
        morning=None if hurt is None else int(hurt),
        felt=None,
        morning_hurt=hurt,
        walk_seconds=0,
        pain=0,
        morning_to_come=False,
    )


@pytest.mark.parametrize(
    ("fine", "hurt", "low", "high"),
    # Quantiles of Beta(hurt + 1/2, fine + 1/2) at 5 % and 95 %: Jeffreys' interval.
    [(4, 4, 0.2396, 0.7604), (13, 0, 0.0001, 0.1357), (0, 8, 0.7873, 0.9998)],
)
def test_with_equal_runs_it_is_jeffreys_interval(
    fine: int, hurt: int, low: float, high: float
) -> None:
    mornings = [(FIVE, False)] * fine + [(FIVE, True)] * hurt
    (chance,) = chances(mornings, [FIVE])
    assert chance.low == pytest.approx(low, abs=0.02)
    assert chance.high == pytest.approx(high, abs=0.02)
    assert chance.middle == pytest.approx((hurt + 0.5) / (fine + hurt + 1), abs=0.02)


def test_more_jogging_is_never_less_likely_to_hurt_whatever_the_mornings_say() -> None:
    for mornings in (
        [(FIVE, True)] * 4 + [(TEN, False)] * 6,
        [(FIVE, False)] * 6 + [(TEN, True)] * 4,
        [(FIVE, False)] * 9,
    ):
        less, more = chances(mornings, [FIVE, FIFTEEN])
        assert less.middle <= more.middle
        assert less.low <= less.middle <= less.high


def test_more_painful_mornings_raise_it_and_more_mornings_narrow_it() -> None:
    one = chances([(FIVE, False)] * 7 + [(FIVE, True)], [FIVE])[0]
    three = chances([(FIVE, False)] * 5 + [(FIVE, True)] * 3, [FIVE])[0]
    assert three.middle > one.middle
    many = chances(([(FIVE, False)] * 7 + [(FIVE, True)]) * 4, [FIVE])[0]
    assert many.high - many.low < one.high - one.low


def test_with_seven_mornings_nothing_is_told_and_with_eight_there_is() -> None:
    now = obedient(30).outcomes[-1]
    runs = [ran(day, FIVE) for day in range(8)]
    seven = next_mornings(now.protocol, now.standing, runs[:7])
    assert (seven.can_tell, seven.planned, seven.step_less) == (False, None, None)
    assert chance_sentences(seven, returned=False)[0] == (
        "It cannot be told yet: 1 more is needed before your mornings say anything."
    )
    eight = next_mornings(now.protocol, now.standing, runs)
    assert eight.planned is not None
    assert eight.step_less is not None
    assert eight.step_less.jog_seconds < eight.planned.jog_seconds


def test_a_morning_without_an_answer_is_none() -> None:
    now = obedient(30).outcomes[-1]
    runs = [ran(day, FIVE, hurt=None if day % 2 else False) for day in range(14)]
    assert next_mornings(now.protocol, now.standing, runs).answered == 7


def test_nothing_is_named_where_no_run_is_planned_or_the_plan_is_the_runners_own() -> None:
    story = obedient(60)
    now = story.outcomes[-1]
    said = next_mornings(now.protocol, now.standing, story.runs)
    assert (said.can_tell, said.planned) == (True, None)
    assert "you plan your runs yourself again" in chance_sentences(said, returned=True)[0]


def test_it_is_said_in_words_first_and_a_wide_interval_says_nothing() -> None:
    story = eventful()
    now = story.outcomes[-1]
    sentences = chance_sentences(
        next_mornings(now.protocol, now.standing, story.runs), returned=False
    )
    assert sentences[0].startswith("After today’s plan (5 min of jogging): a painful morning is un")
    assert sentences[-1] == "1 of 12 answered mornings after a run painful."
    wide = chances([(FIVE, False)] * 8, [FIFTEEN * 3])[0]
    assert wide.high - wide.low > 0.7


def test_a_year_of_mornings_is_read_from_its_end() -> None:
    now = obedient(30).outcomes[-1]
    old = [ran(day, LONG, hurt=True) for day in range(100)]
    new = [ran(day, LONG) for day in range(100, 140)]
    said = next_mornings(now.protocol, now.standing, [*old, *new])
    assert said.planned is not None
    assert said.step_less is not None
    assert said.step_less.high < 0.5
    assert (said.answered, said.hurt) == (140, 100)


def test_the_grid_is_fine_enough() -> None:
    """A posterior that lies within few cells would jump between them."""
    mornings = [(FIVE, False)] * 38 + [(FIVE, True)] * 2
    chance = chances(mornings, [FIVE])[0]
    assert 0.01 < chance.low < chance.middle < chance.high < 0.14
