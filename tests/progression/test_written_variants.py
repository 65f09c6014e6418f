"""What is written down of a protocol is read as the same one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from tests.progression.made_up_variants import variants
from tests.progression.protocol_texts import as_variant, changed
from tracker.progression.protocol_document.reader import parse, shipped
from tracker.progression.protocol_document.writing import begin, write

if TYPE_CHECKING:
    from tracker.progression.protocol import RehabProtocol


@pytest.mark.slow
@given(variants())
@settings(max_examples=60, deadline=None)
def test_a_variant_is_read_as_it_was_written(variant: RehabProtocol) -> None:
    assert parse(write(variant)) == variant


FULL = """based-on = "return-to-run-1"
id = "okafor-1"
title = "Northside"
summary = "Slower."

steps = [
  { walk_minutes = 4, jog_minutes = 1, repeats = 5, clean_runs = 3 },
  { walk_minutes = 2.5, jog_minutes = 2, repeats = 5, clean_runs = 2, note = "Dr Okafor's." },
  { walk_minutes = 0, jog_minutes = 20, repeats = 1, clean_runs = 4, clean_runs_basis = \
{ note = "Four.", origin = "published", grade = "clinic", sources = ["mine"] } },
]

[numbers.pain_free_days]
value = 3
note = "Three mornings."

[clean_runs]
bounds = [2, 5]
tunable = true

[rules.pain-gone]
note = "Ask twice."

[sources.mine]
title = "A letter"
author = "Okafor"
"""


def test_what_may_be_changed_is_written_as_it_was_given() -> None:
    assert write(parse(FULL)) == FULL


BEGINNING = 'based-on = "return-to-run-1"\nid = "okafor-1"\ntitle = "Northside"\n\n'
LETTER = '\n[sources.mine]\nauthor = "Okafor"\n'
OWN = '{ note = "", origin = "default", grade = "default", sources = [] }'
BOTH = '{ note = "I.", origin = "published", grade = "clinic", sources = ["mine", "army"] }'
STEPS = {  # from the clean runs on
    "clean runs as usual, no note": "2",
    "clean runs as usual, on another word": f"2, clean_runs_basis = {OWN}",
    "clean runs of its own, on the word of the step": '4, note = "I."',
    "clean runs of its own, on nobody's word": f"4, clean_runs_basis = {OWN}",
    "clean runs of its own, on two sources": f'4, note = "U.", clean_runs_basis = {BOTH}',
    "a step on a source": '2, origin = "published", grade = "trial", sources = ["mine"]',
}
STEP = "steps = [\n  { walk_minutes = 4, jog_minutes = 2, repeats = 5, clean_runs = "
WRITTEN = {
    **{
        name: f"{STEP}{cells} }},\n]\n{LETTER if 'mine' in cells else ''}"
        for name, cells in STEPS.items()
    },
    "a number on a source": (
        '[numbers.rest_days]\nvalue = 2\nnote = "Two."\n'
        'origin = "published"\ngrade = "cohort"\nsources = ["mine"]\n' + LETTER
    ),
    "the word of a number alone": '[numbers.rest_days]\nnote = "One."\n',
    "bounds, so none of a site": "[numbers.pain_allowed]\nbounds = [0, 1]\nsite_highest = {}\n",
    "the numbers of a rule": '[rules.painkiller]\nnumbers = ["rest_days", "watch_days"]\n',
    "letters of all alphabets": '[rules.painkiller]\nnote = "Łódź, 東京, 🏃 \\u007f \\t"\n',
}


@pytest.mark.parametrize("text", WRITTEN.values(), ids=WRITTEN)
def test_each_thing_that_differs_is_written_in_its_place_and_no_other(text: str) -> None:
    assert write(parse(BEGINNING + text)) == BEGINNING + text


def test_a_whole_copy_with_one_number_changed_is_a_few_lines() -> None:
    slower = changed('value = 14\nunit = "days"', 'value = 10\nunit = "days"')
    slower = slower.replace("One step back on that day;", "Dr Okafor's word.", 1)
    whole = replace(parse(as_variant(slower), reference=shipped()), id="mine-1")
    assert write(whole) == (
        'based-on = "return-to-run-1"\nid = "mine-1"\n'
        'title = "Return to running after a sore hamstring or glute"\n\n'
        "[numbers.layoff_days]\nvalue = 10\nnote = \"Dr Okafor's word. after the return the step"
        ' that is kept sinks the same way."\n'
    )
    assert parse(write(whole)) == whole


def test_a_file_that_was_begun_changes_nothing_and_shows_the_whole_ladder() -> None:
    text = begin("okafor-1", 'The "slow" way')
    begun = parse(text)
    assert (begun.id, begun.title) == ("okafor-1", 'The "slow" way')
    assert (begun.origins, begun.steps) == (shipped().origins, shipped().steps)
    uncommented = "\n".join(
        line.removeprefix("# ")
        for line in text.splitlines()
        if "steps = [" in line or "jog_minutes = " in line or line == "# ]"
    )
    assert (
        parse(f"{text}{''}".replace("title", f"{uncommented}\ntitle", 1)).steps == shipped().steps
    )
