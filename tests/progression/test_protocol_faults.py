"""Every fault of a protocol document is named by its key."""

from __future__ import annotations

import pytest

from tests.progression.protocol_text import (
    FAULTY,
    PAIN,
    REST,
    changed,
    faults,
)


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
