"""A protocol document: every number with its origin, every fault named by its key."""

from __future__ import annotations

from dataclasses import fields

import pytest

from tests.progression.protocol_texts import FAULTY, PAIN, REST, changed, faults
from tracker.progression.protocol import Grade, Numbers, Origin, Stage
from tracker.progression.protocol_document.reader import (
    SHIPPED,
    shipped,
)
from tracker.progression.rules import RULES


def test_the_shipped_protocol_is_read_and_asks_every_rule() -> None:
    protocol = shipped()
    assert protocol.id == SHIPPED
    assert tuple(RULES) == tuple(protocol.rules)


def test_the_ladder_is_the_one_the_contract_names() -> None:
    ladder = [(s.walk_seconds // 60, s.jog_seconds // 60, s.repeats) for s in shipped().steps]
    assert ladder == [
        (4, 1, 5), (3, 2, 5), (2, 3, 5), (1, 4, 5), (1, 6, 4), (1, 9, 3), (1, 14, 2),
        (0, 25, 1), (0, 30, 1),
    ]  # fmt: skip
    assert [s.clean_runs for s in shipped().steps] == [3, 2, 2, 2, 2, 2, 2, 2, 2]
    assert [shipped().ladder_stage(n) for n in (1, 7, 8, 9, 10)] == [
        Stage.WALK_JOG, Stage.WALK_JOG, Stage.RUN, Stage.RUN, Stage.BUILD,
    ]  # fmt: skip


def test_the_numbers_are_the_ones_the_contract_names() -> None:
    numbers = {field.name: getattr(shipped().numbers, field.name) for field in fields(Numbers)}
    assert numbers == {
        "pain_allowed": 0,
        "pain_free_days": 2,
        "pain_free_days_after": 1,
        "flare_pain": 4,
        "flare_points": 2,
        "flare_steps": 1,
        "bad_days": 3,
        "bad_days_window": 7,
        "hard_effort": 7,
        "evening_from_hour": 18,
        "walk_first_minutes": 30,
        "step_back_points": 2,
        "plan_done_percent": 90,
        "rest_days": 1,
        "sharp_pain_hold_days": 2,
        "sharp_pain_steps": 2,
        "layoff_days": 14,
        "layoff_every_days": 7,
        "layoff_caution_days": 28,
        "over_plan_percent": 10,
        "over_plan_seconds": 30,
        "longest_run_percent": 110,
        "longest_run_days": 30,
        "build_percent": 110,
        "build_start_minutes": 30,
        "build_clean_runs": 2,
        "week_least_percent": 250,
        "week_days": 6,
        "easy_percent": 50,
        "cross_training_first_minutes": 15,
        "cross_training_percent": 120,
        "cross_training_whole_minutes": 5,
        "cross_training_painful_percent": 50,
        "cross_training_cap_minutes": 60,
        "cross_training_over_minutes": 5,
        "cross_training_days": 30,
        "watch_days": 60,
        "trend_days": 7,
        "trend_scored_days": 3,
        "worse_points": 2,
        "improve_after_days": 14,
        "improve_points": 2,
        "improve_percent": 30,
        "stalled_days": 21,
        "window_opens_day": 14,
        "window_closes_day": 42,
        "past_window_days": 7,
        "setbacks": 2,
        "severe_pain": 7,
        "baseline_shortest_minutes": 10,
        "baseline_longest_minutes": 300,
        "baseline_week_longest_minutes": 3000,
        "baseline_week_asked_minutes": 60,
    }


def test_every_number_has_an_origin_and_what_is_not_a_default_has_a_source() -> None:
    for name, number in shipped().origins.items():
        assert number.allows(number.value), name
        assert number.title, name
        assert number.sources or number.origin is Origin.DEFAULT, name


def test_everything_has_a_grade_and_a_default_is_graded_as_one() -> None:
    protocol = shipped()
    graded = [(cell.origin, cell.grade) for cell in protocol.origins.values()]
    graded += [(cell.origin, cell.grade) for cell in protocol.steps]
    graded += [(cell.origin, cell.grade) for cell in protocol.rules.values()]
    assert all((grade is Grade.DEFAULT) is (o is Origin.DEFAULT) for o, grade in graded)
    assert {grade for _, grade in graded} == set(Grade) - {Grade.TRIAL}


def test_the_length_of_the_watch_is_a_default_for_no_source_gives_one() -> None:
    assert shipped().origins["watch_days"].origin is Origin.DEFAULT


def test_only_these_numbers_may_be_changed_for_an_episode() -> None:
    clean_runs = {f"clean_runs_step_{n}" for n in range(1, 10)}
    others = {
        "pain_allowed",
        "pain_free_days",
        "baseline_run_minutes",
        "baseline_week_minutes",
        "step",
        "regular_medicine",
    }
    assert shipped().tunables.keys() == clean_runs | others


def test_what_is_not_tunable_cannot_be_tuned() -> None:
    for name in ("rest_days", "nothing"):
        with pytest.raises(ValueError, match=f"{name} cannot be changed"):
            shipped().tuned(name, 1)


def test_an_unknown_protocol_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        shipped("return-to-run-99")


@pytest.mark.parametrize("key", FAULTY)
def test_a_fault_is_named_by_its_key(key: str) -> None:
    assert key in dict(faults(changed(*FAULTY[key])))


def test_the_grade_default_goes_with_that_origin_alone() -> None:
    text = changed(REST, REST.replace('grade = "clinic"', 'grade = "default"'))
    assert faults(text) == [
        ("numbers.rest_days.grade", 'must be "default" exactly where the origin is')
    ]


def test_a_fault_in_a_step_s_own_basis_is_named() -> None:
    own = 'clean_runs_basis = { origin = "default", grade = "default"'
    text = changed(own, own.replace('"default", grade', '"folklore", grade'))
    assert [key for key, _ in faults(text)] == ["steps[1].clean_runs_basis.origin"]


def test_every_fault_is_named_at_once() -> None:
    text = changed('id = "return-to-run-1"', "").replace(PAIN, PAIN.replace("[0, 2]", "[1, 2]"))
    assert faults(text) == [
        ("numbers.pain_allowed.value", "must be 1 to 2"),
        ("id", "must be some text, not None"),
    ]


def test_an_empty_document_lacks_everything() -> None:
    missing = dict(faults(""))
    assert {"sources", "numbers", "steps", "rules", "clean_runs", "id"} <= missing.keys()
    assert missing["steps"] == "must be a list of at least one step"


def test_what_is_not_toml_is_said_so() -> None:
    assert faults("steps = [")[0][0] == "document"


def test_tables_that_are_none_are_named() -> None:
    text = "sources = 1\nsteps = [3]\nclean_runs = 4\nnumbers.rest_days = 5\nrules.painkiller = 2"
    named = dict(faults(text))
    assert {
        "sources",
        "rules.painkiller",
        "steps[1]",
        "clean_runs",
        "numbers.rest_days",
    } <= named.keys()


def test_truth_is_no_whole_number() -> None:
    assert ("numbers.pain_allowed.value", "must be a whole number, not True") in faults(
        changed(PAIN, PAIN.replace("value = 0", "value = true"))
    )
