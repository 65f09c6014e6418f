"""The shipped protocol's text, and what reading a changed one finds wrong."""

from __future__ import annotations

from importlib.resources import files

import pytest

from tracker.progression.protocol_document.reader import (
    ProtocolError,
    parse,
    shipped,
)

TEXT = files("tracker.progression").joinpath("protocols", "return_to_run_1.toml").read_text("utf-8")
STEP_ONE = "walk_minutes = 4\njog_minutes = 1\nrepeats = 5\nclean_runs = 3"
PAIN = (
    'value = 0\nunit = "points"\nbounds = [0, 2]\n'
    "site_highest = { proximal_hamstring_tendon = 3 }\n"
    'looser = "higher"\ntunable = true\n'
)
REST = (
    'value = 1\nunit = "days"\nbounds = [1, 6]\nlooser = "lower"\n'
    'origin = "documented"\ngrade = "clinic"\n'
)
STEP_TWO = "walk_minutes = 3\njog_minutes = 2"
OWN_ID = ('id = "return-to-run-1"', 'id = "mine"')
CLEAN = (
    '[clean_runs]\nbounds = [1, 6]\nlooser = "lower"\ntunable = true\n'
    'origin = "published"\ngrade = "clinic"\nsources = ["army"]\n'
    "note = \"Every phase at least twice: a trial's programme, though the programme was not what"
    ' it compared."\n'
)


def changed(old: str, new: str) -> str:
    assert old in TEXT, f"{old!r} is not in the protocol"
    return TEXT.replace(old, new, 1)


def as_variant(text: str) -> str:
    return text.replace(*OWN_ID)


def faults(text: str, *, variant: bool = False) -> list[tuple[str, str]]:
    with pytest.raises(ProtocolError) as caught:
        parse(as_variant(text) if variant else text, reference=shipped() if variant else None)
    return caught.value.faults


FAULTY = {
    "numbers.pain_allowed.value": (PAIN, PAIN.replace("value = 0", 'value = "none"')),
    "numbers.pain_allowed.unit": (PAIN, PAIN.replace('"points"', '" "')),
    "numbers.pain_allowed.bounds": (PAIN, PAIN.replace("[0, 2]", "[2, 0]")),
    "numbers.pain_allowed.looser": (PAIN, PAIN.replace('"higher"', '"up"')),
    "numbers.pain_allowed.tunable": (PAIN, PAIN.replace("true", '"yes"')),
    "numbers.rest_days.origin": (REST, REST.replace("documented", "folklore")),
    "numbers.rest_days.grade": (REST, REST.replace('grade = "clinic"\n', "")),
    "numbers.pain_allowed.site_highest": (PAIN, PAIN.replace("= 3", "= true")),
    "numbers.rest_days": ("[numbers.rest_days]", "[numbers.rest_day]"),
    "numbers.rest_day": ("[numbers.rest_days]", "[numbers.rest_day]"),
    "numbers.pain_allowed.sources": ('sources = ["albrechta", "aspetar"]', "sources = [3]"),
    "sources.leigh.author": ('author = "Kristin Leigh"', "author = 5"),
    "source": ("[sources.albrechta]", "[source.albrechta]"),
    "id": ('id = "return-to-run-1"', ""),
    "summary": ('summary = "', 'summery = "'),
    "rules.painkiller": ("[rules.painkiller]", "[rules.pain-killer]"),
    "rules.pain-killer": ("[rules.painkiller]", "[rules.pain-killer]"),
    "rules.pain-gone.numbers": ('numbers = ["pain_free_days", ', 'numbers = ["pain_free_week", '),
    "rules.walk-first.sources": ('sources = ["stepahead"]\nnumbers', 'sources = ["me"]\nnumbers'),
    "steps[1].jog_minutes": (STEP_ONE, STEP_ONE.replace("jog_minutes = 1", "jog_minutes = 0")),
    "steps[1].walk_minutes": (STEP_ONE, STEP_ONE.replace("minutes = 4", "minutes = 121")),
    "steps[1].repeats": (STEP_ONE, STEP_ONE.replace("repeats = 5", "repeats = 21")),
    "steps[1].clean_runs": (STEP_ONE, STEP_ONE.replace("runs = 3", "runs = 7")),
    "steps[2].jog_minutes": (STEP_ONE, STEP_ONE.replace("jog_minutes = 1", "jog_minutes = 2")),
    "steps[3].walk_minutes": (STEP_TWO, STEP_TWO.replace("minutes = 3", "minutes = 0")),
    "clean_runs": (CLEAN, ""),
    "clean_runs.bounds": (CLEAN, CLEAN.replace("[1, 6]", "[1]")),
    "clean_runs.looser": (CLEAN, CLEAN.replace('"lower"', "3")),
    "clean_runs.tunable": (CLEAN, CLEAN.replace("true", "1")),
}
BEYOND = {
    "numbers.rest_days.value": (REST, REST.replace("value = 1", "value = 0").replace("[1,", "[0,")),
    "numbers.rest_days.bounds": (REST, REST.replace("[1, 6]", "[0, 6]")),
    "numbers.rest_days.tunable": (REST, REST + "tunable = true\n"),
    "numbers.pain_allowed.bounds": (PAIN, PAIN.replace("[0, 2]", "[0, 3]")),
    "numbers.pain_allowed.looser": (PAIN, PAIN.replace('"higher"', '"lower"')),
    "numbers.pain_allowed.site_highest": (PAIN, PAIN.replace("= 3", "= 4")),
    "numbers.sharp_pain_steps.value": ('value = 2\nunit = "steps"', 'value = 1\nunit = "steps"'),
    "clean_runs.bounds": (CLEAN, CLEAN.replace("[1, 6]", "[0, 6]")),
    "clean_runs.looser": (CLEAN, CLEAN.replace("lower", "higher")),
}
