"""Every fault of a protocol document is told once, in words, and by its place."""

from __future__ import annotations

import pytest

from tests.progression.protocol_texts import BEYOND, FAULTY, TEXT, changed, faults
from tracker.progression.protocol_document.reader import ProtocolError, parse

TOLD = {
    "numbers.pain_allowed.value": "must be a whole number, not 'none'",
    "numbers.pain_allowed.unit": "must be some text, not ' '",
    "numbers.pain_allowed.bounds": "must be the lowest and the highest value, not [2, 0]",
    "numbers.pain_allowed.looser": "must be higher or lower, not 'up'",
    "numbers.pain_allowed.tunable": "must be true or false, not 'yes'",
    "numbers.rest_days.origin": "must be one of documented, published, default, not 'folklore'",
    "numbers.rest_days.grade": "must be one of trial, cohort, consensus, clinic, default, not None",
    "numbers.pain_allowed.site_highest": (
        "must be whole numbers by site, not {'proximal_hamstring_tendon': True}"
    ),
    "numbers.pain_allowed.sources": "must be a list of names, not [3]",
    "sources.leigh.author": "must be some text, not 5",
    "id": "must be some text, not None",
    "rules.pain-gone.numbers": "names 'pain_free_week', which is no number",
    "rules.walk-first.sources": "cites 'me', which is not among the sources",
    "steps[1].jog_minutes": "must be 0.5 to 120",
    "steps[1].walk_minutes": "must be 0 to 120",
    "steps[1].repeats": "must be 1 to 20",
    "steps[1].clean_runs": "must be 1 to 6",
    "steps[2].jog_minutes": "must be longer than on the step before, or as long with more repeats",
    "steps[3].walk_minutes": "must be 0 after a continuous step",
    "clean_runs": "is missing",
    "clean_runs.looser": "must be higher or lower, not 3",
    "clean_runs.tunable": "must be true or false, not 1",
}


@pytest.mark.parametrize("key", TOLD)
def test_one_fault_is_told_once_and_in_words(key: str) -> None:
    assert faults(changed(*FAULTY[key])) == [(key, TOLD[key])]


TOLD_TOGETHER = {
    "numbers.rest_day": [
        ("numbers.rest_days", "is missing"),
        ("numbers.rest_day", "is not a number the rules know"),
        ("rules.rest-between-runs.numbers", "names 'rest_days', which is no number"),
    ],
    "summary": [
        ("summery", "is not a part of a protocol"),
        ("summary", "must be some text, not None"),
    ],
    "rules.painkiller": [
        ("rules.painkiller", "is missing"),
        ("rules.pain-killer", "is not a rule the tracker knows"),
    ],
}


@pytest.mark.parametrize("key", TOLD_TOGETHER)
def test_what_follows_from_a_fault_is_told_with_it(key: str) -> None:
    assert faults(changed(*FAULTY[key])) == TOLD_TOGETHER[key]


HELD = {
    "numbers.rest_days.bounds": "must lie within 1 to 6",
    "numbers.rest_days.tunable": "cannot be made tunable",
    "numbers.pain_allowed.bounds": "must lie within 0 to 2",
    "numbers.pain_allowed.looser": "must be higher",
    "numbers.pain_allowed.site_highest": "must be at most 3 at proximal_hamstring_tendon",
    "clean_runs.bounds": "must lie within 1 to 6",
    "clean_runs.looser": "must be lower",
}


@pytest.mark.parametrize("key", HELD)
def test_a_variant_beyond_the_bounds_is_told_them(key: str) -> None:
    assert faults(changed(*BEYOND[key]), variant=True) == [(key, HELD[key])]


def test_a_value_outside_its_own_bounds_and_the_shipped_ones_is_told_once() -> None:
    value = "numbers.rest_days.value"
    beyond = changed(*BEYOND[value]).replace("[0, 6]", "[1, 6]")
    assert faults(beyond, variant=True) == [(value, "must be 1 to 6")]
    assert faults(beyond) == [(value, "must be 1 to 6")]


@pytest.mark.parametrize(
    "key", ["sources.leigh.author", "numbers.pain_allowed.title", "rules.walk-first.title"]
)
def test_words_that_are_missing_are_named_by_their_place(key: str) -> None:
    table, _, word = key.rpartition(".")
    start = TEXT.index(f"[{table}]")
    at = TEXT.index(f"{word} = ", start)
    end = TEXT.index("\n", at)
    wordless = TEXT[:at] + TEXT[end + 1 :]
    assert faults(wordless) == [(key, "must be some text, not None")]


def test_all_faults_are_the_text_of_the_error() -> None:
    with pytest.raises(ProtocolError) as caught:
        parse(changed(*FAULTY["rules.painkiller"]))
    message = "rules.painkiller: is missing\nrules.pain-killer: is not a rule the tracker knows"
    assert str(caught.value) == message


def test_tables_that_are_none_are_told_so() -> None:
    named = faults("sources = 1\nsteps = [3]\nnumbers.rest_days = 5")
    for key, what in (
        ("sources", "is missing"),
        ("steps[1]", "must be a table"),
        ("numbers.rest_days", "must be a table"),
    ):
        assert (key, what) in named
    assert ("steps", "must be a list of at least one step") in faults("steps = 3")


def faults_of_cell(table: str, cell: str, written: str) -> list[tuple[str, str]]:
    """The faults of the document with one cell of a table written anew."""
    start = TEXT.index(f"{cell} = ", TEXT.index(table))
    return faults(TEXT[:start] + f"{cell} = {written}" + TEXT[TEXT.index("\n", start) :])


@pytest.mark.parametrize(
    ("table", "at"), [("[[steps]]", "steps[1]"), ("[rules.walk-first]", "rules.walk-first")]
)
def test_a_fault_in_a_step_or_a_rule_is_named_by_its_place(table: str, at: str) -> None:
    no_origin = "must be one of documented, published, default, not 'me'"
    assert (f"{at}.origin", no_origin) in faults_of_cell(table, "origin", '"me"')
    no_list = "must be a list of names, not 'me'"
    assert faults_of_cell(table, "sources", '"me"') == [(f"{at}.sources", no_list)]
    unknown = "cites 'me', which is not among the sources"
    assert faults_of_cell(table, "sources", '["me"]') == [(f"{at}.sources", unknown)]


def test_what_a_number_cites_and_what_a_rule_reads_are_looked_at() -> None:
    assert faults_of_cell("[numbers.pain_allowed]", "sources", '["me"]') == [
        ("numbers.pain_allowed.sources", "cites 'me', which is not among the sources")
    ]
    assert faults_of_cell("[rules.walk-first]", "numbers", '"me"') == [
        ("rules.walk-first.numbers", "must be a list of names, not 'me'")
    ]


def test_the_minutes_of_a_step_are_whole_or_half_and_reach_their_bounds() -> None:
    faults = [("steps[1].walk_minutes", "must be minutes, whole or half (2 or 2.5), not 'x'")]
    assert faults_of_cell("[[steps]]", "walk_minutes", '"x"') == faults
    longest = changed("walk_minutes = 4\n", "walk_minutes = 120\n")
    longest = longest.replace("repeats = 5", "repeats = 20", 1)
    assert parse(longest.replace("clean_runs = 3", "clean_runs = 6", 1)).steps[0].clean_runs == 6
