"""Made-up runners through two protocols: always the same ones, and what the comparison finds."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tracker.progression.protocol_document.reader import parse, shipped
from tracker.progression.simulated.course import answers, days_of
from tracker.progression.simulated.results import Simulation, Tally, simulate
from tracker.progression.simulated.runners import DAYS, KINDS, made_up
from tracker.progression.simulated.stories import STORIES, stories

HEAD = 'based-on = "return-to-run-1"\nid = "mine-1"\ntitle = "Mine"\n'
SHORTER_WAIT = parse(HEAD + '[numbers.pain_free_days]\nvalue = 1\nnote = "x"\n')
LONGER_WAIT = parse(HEAD + '[numbers.pain_free_days]\nvalue = 4\nnote = "x"\n')
MORE_REST = parse(HEAD + '[numbers.rest_days]\nvalue = 2\nnote = "x"\n')
FEW = 8


def counts(simulation: Simulation) -> dict[str, object]:
    after = simulation.after
    return {
        "days": after.days,
        "cleared": after.cleared,
        "returned": after.back,
        "step backs": after.step_backs,
        "deviations": after.deviations,
        "jog minutes": [seconds // 60 for seconds in after.jog_seconds],
        "first": after.place(1),
        "holds": dict(sorted(after.holds.items())),
        "safety": len(simulation.safety),
        "longer": simulation.longer,
    }


def test_the_same_seed_makes_the_same_runners_and_another_one_others() -> None:
    assert list(made_up(4)) == list(made_up(4))
    assert list(made_up(4, seed="another")) != list(made_up(4))
    assert list(made_up(8))[:4] == list(made_up(4))


def test_runners_are_of_each_kind_in_turn_and_have_a_fate_for_each_day() -> None:
    runners = list(made_up(8))
    assert [runner.kind for runner in runners] == [kind.name for kind in KINDS] * 2
    assert len({runner.name for runner in runners}) == 8
    assert all(len(runner.fates) == DAYS for runner in runners)


@pytest.mark.parametrize(
    ("few", "drawn", "days"),
    [(4, 4, 30), pytest.param(len(STORIES), FEW, DAYS, marks=pytest.mark.slow)],
)
def test_no_day_is_cleared_by_the_shipped_protocol_alone_beside_itself(
    few: int, drawn: int, days: int
) -> None:
    courses = [*stories(days)[:few], *made_up(drawn, days=days)]
    simulation = simulate(shipped(), shipped(), courses)
    assert simulation.safety == []
    assert simulation.longer == 0
    assert simulation.before == simulation.after


@pytest.mark.slow
def test_a_shorter_wait_clears_days_that_the_shipped_protocol_holds_and_names_the_rules() -> None:
    simulation = simulate(shipped(), SHORTER_WAIT, stories())
    first = {day.runner: day for day in reversed(simulation.safety)}
    assert first["all goes well"].day == 6
    assert first["all goes well"].held_by == ("walk-first",)
    assert simulation.held_by["walk-first"] > 0


@pytest.mark.parametrize("variant", [LONGER_WAIT, MORE_REST], ids=["wait", "rest"])
def test_an_obedient_runner_is_cleared_no_earlier_by_a_more_careful_protocol(
    variant: object,
) -> None:
    well = stories()[0]
    simulation = simulate(shipped(), variant, [well])  # type: ignore[arg-type]
    assert simulation.safety == []
    assert simulation.after.returned[0] > simulation.before.returned[0]


def test_a_story_in_which_all_goes_well_returns_on_the_day_of_the_worked_example() -> None:
    simulation = simulate(shipped(), shipped(), stories()[:1])
    assert next(iter(STORIES)) == "all goes well"
    assert simulation.after.returned == [55]
    assert simulation.after.place(1) == (1, 7)


def test_who_obeys_never_runs_when_it_is_held() -> None:
    (obedient, impatient, *_) = made_up(4)
    held = [day for day in days_of(shipped(), obedient) if day.answer.held_by]
    assert held
    assert not any(day.outcome.runs for day in held)
    assert any(day.outcome.runs for day in days_of(shipped(), impatient) if day.answer.held_by)


def test_what_befalls_a_runner_does_not_depend_on_the_protocol() -> None:
    (runner,) = made_up(1)
    ours, theirs = (list(days_of(p, runner)) for p in (shipped(), MORE_REST))
    for our_day, their_day in zip(ours, theirs, strict=True):
        pains = [
            [(c.pain, c.moment) for c in day.records.check_ins] for day in (our_day, their_day)
        ]
        assert pains[0] == pains[1]


def test_the_other_protocol_is_asked_of_the_very_same_diary() -> None:
    runner = stories()[7]
    days = list(days_of(shipped(), runner))
    asked = list(answers(shipped(), runner.baseline_minutes, days))
    assert asked == [day.answer for day in days]


def test_steps_are_come_to_in_their_order() -> None:
    simulation = simulate(shipped(), shipped(), stories()[:1])
    days = [simulation.after.reached[step][0] for step in range(1, 11)]
    assert all(earlier < later for earlier, later in pairwise(days))


def test_the_jogging_of_a_week_is_that_of_a_runner_in_the_mean() -> None:
    tally = Tally(runners=2, jog_seconds=[180, 0, 60])
    assert list(tally.jog_minutes) == [1.5, 0, 0.5]
    assert list(Tally(jog_seconds=[0]).jog_minutes) == [0]


GOLDEN: dict[str, object] = {
    "days": 1980,
    "cleared": 1019,
    "returned": (15, 62),
    "step backs": 31,
    "deviations": 59,
    "jog minutes": [101, 362, 729, 909, 1355, 1337],
    "first": (22, 6.0),
    "holds": {
        "check-in-today": 91,
        "morning-after": 30,
        "pain-gone": 291,
        "painkiller": 29,
        "rest-between-runs": 641,
        "sharp-pain": 10,
        "signs-asked": 6,
        "walk-first": 238,
    },
    "safety": 970,
    "longer": 2,
}


@pytest.mark.slow
def test_the_counts_of_a_few_runners_are_these() -> None:
    assert counts(simulate(shipped(), SHORTER_WAIT, [*stories(), *made_up(FEW)])) == GOLDEN


GOLDEN_OF_MANY: dict[str, object] = {
    "days": 18000,
    "cleared": 6408,
    "returned": (27, 76),
    "step backs": 820,
    "deviations": 1133,
    "jog minutes": [1037, 1668, 3124, 4119, 5146, 5712],
    "first": (200, 14.0),
    "holds": {
        "check-in-today": 1882,
        "morning-after": 595,
        "pain-gone": 5110,
        "painkiller": 571,
        "rest-between-runs": 6295,
        "sharp-pain": 132,
        "signs-asked": 219,
        "walk-first": 4297,
    },
    "safety": 5109,
    "longer": 111,
}


@pytest.mark.slow
def test_the_counts_of_two_hundred_runners_are_these() -> None:
    assert counts(simulate(shipped(), SHORTER_WAIT, made_up(200))) == GOLDEN_OF_MANY
