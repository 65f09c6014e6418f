"""What a protocol of a clinician's own may change, and on whose word."""

from __future__ import annotations

import pytest

from tests.progression.protocol_texts import (
    REST,
    STEP_ONE,
    TEXT,
    as_variant,
    changed,
    faults,
)
from tracker.progression.protocol import Stage
from tracker.progression.protocol_document.reader import parse, shipped

NOTE = next(line for line in TEXT.splitlines() if line.startswith('note = "No running on consecut'))
SLOWER = (
    REST + 'sources = ["albrechta", "army"]\n',
    REST.replace("value = 1", "value = 2")
    .replace("documented", "default")
    .replace("clinic", "default")
    + 'sources = ["albrechta", "army"]\n',
)


def test_a_changed_value_does_not_rest_on_the_word_of_the_shipped_one() -> None:
    variant = changed(REST, REST.replace("value = 1", "value = 2"))
    message = (
        'must be "default" with a note that says whose word it is, or cite a source of its own:'
        " the shipped ones say 1, not 2"
    )
    assert faults(variant, variant=True) == [("numbers.rest_days.origin", message)]
    message = "must say whose word 2 is: the shipped note speaks of 1"
    for text in (changed(*SLOWER), changed(*SLOWER).replace(f"{NOTE}\n", "")):
        assert faults(text, variant=True) == [("numbers.rest_days.note", message)]
    sources = 'sources = ["albrechta", "stepahead"]'
    cited = as_variant(variant).replace('sources = ["albrechta", "army"]', sources, 1)
    assert parse(cited, reference=shipped()).numbers.rest_days == 2


@pytest.mark.parametrize("origin", ["documented", "published"])
def test_what_is_documented_or_published_names_where(origin: str) -> None:
    message = f'must name where it is {origin}; if nowhere, write origin = "default"'
    number = ('sources = ["albrechta", "aspetar"]', "sources = []")
    ours = 'origin = "default"\ngrade = "default"\n'
    by_us = f'{ours}sources = []\nnote = "Silence is not permission: without'
    step = f'{ours}sources = ["fitnessgrid", "army"]\nnote = ""'
    unsaid = f'origin = "{origin}"\ngrade = "clinic"\nsources = []\nnote = '
    for at, text in (
        ("numbers.pain_allowed", changed(*number).replace('"documented"', f'"{origin}"', 1)),
        ("rules.check-in-today", changed(by_us, f'{unsaid}"Silence is not permission: without')),
        ("steps[3]", changed(step, f'{unsaid}""')),
    ):
        assert faults(text) == [(f"{at}.sources", message)]


@pytest.mark.parametrize("minutes", [(1, 2), (2, 2), (0, 1)])
def test_the_first_step_is_mostly_walking(minutes: tuple[int, int]) -> None:
    walk, jog = minutes
    first = f"walk_minutes = {walk}\njog_minutes = {jog}\nrepeats = 5\nclean_runs = 3"
    message = "must be more than the jog_minutes: the first step is mostly walking"
    assert ("steps[1].walk_minutes", message) in faults(changed(STEP_ONE, first))


def test_a_more_cautious_variant_is_read() -> None:
    slower = as_variant(changed(*SLOWER)).replace(NOTE, 'note = "Dr Okafor: two days."')
    slower = slower.replace("[0, 2]", "[0, 1]", 1).replace("[1, 6]\nlooser", "[2, 6]\nlooser")
    variant = parse(slower, reference=shipped())
    assert variant.numbers.rest_days == 2
    assert not variant.origins["pain_allowed"].allows(2)


def test_a_variant_may_have_another_ladder() -> None:
    parts = TEXT.split("[[steps]]")
    rules = parts[-1][parts[-1].index("[rules.") :]
    shorter = "[[steps]]".join([*parts[:3], parts[-2], parts[-1]])
    assert rules in shorter
    variant = parse(as_variant(shorter), reference=shipped())
    assert variant.build_step == 5
    assert [variant.ladder_stage(n) for n in (2, 3, 5)] == [
        Stage.WALK_JOG, Stage.RUN, Stage.BUILD,
    ]  # fmt: skip
