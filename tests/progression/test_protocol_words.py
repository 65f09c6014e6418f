"""Nothing that a protocol document says is lost on the way."""

from __future__ import annotations

import tomllib
from dataclasses import asdict
from typing import Any

from tests.progression.protocol_texts import TEXT, faults
from tracker.progression.protocol import BASELINE, Grade, Number, Origin
from tracker.progression.protocol_document.of_the_episode import of_the_episode
from tracker.progression.protocol_document.reader import parse, shipped

DOCUMENT = tomllib.loads(TEXT)


def cited(table: dict[str, Any]) -> dict[str, Any]:
    """On whose word a cell rests, as the document says it."""
    return {
        "origin": table["origin"],
        "grade": table["grade"],
        "sources": tuple(table.get("sources", [])),
        "note": table.get("note", ""),
    }


def test_the_words_of_the_document_are_those_of_the_protocol() -> None:
    for key in ("id", "title", "summary"):
        assert getattr(parse(TEXT), key) == DOCUMENT[key]


def test_every_source_is_kept_whole() -> None:
    protocol = parse(TEXT)
    unsaid = {"title": "", "note": "", "url": ""}
    expected = {key: unsaid | table for key, table in DOCUMENT["sources"].items()}
    assert {key: asdict(source) for key, source in protocol.sources.items()} == expected


def test_every_number_is_kept_whole() -> None:
    protocol = parse(TEXT)
    for name, table in DOCUMENT["numbers"].items():
        lowest, highest = table["bounds"]
        assert asdict(protocol.origins[name]) == cited(table) | {
            "title": table["title"],
            "value": table["value"],
            "unit": table["unit"],
            "lowest": lowest,
            "highest": highest,
            "looser": table["looser"],
            "tunable": table.get("tunable", False),
            "site_highest": table.get("site_highest", {}),
        }


def test_every_step_is_kept_whole_and_its_clean_runs_are_a_number() -> None:
    protocol = parse(TEXT)
    clean = DOCUMENT["clean_runs"]
    for index, (step, table) in enumerate(zip(protocol.steps, DOCUMENT["steps"], strict=True), 1):
        assert asdict(step) == cited(table) | {
            "walk_seconds": table["walk_minutes"] * 60,
            "jog_seconds": table["jog_minutes"] * 60,
            "repeats": table["repeats"],
            "clean_runs": table["clean_runs"],
        }
        basis = cited(table.get("clean_runs_basis", clean))
        assert asdict(protocol.origins[f"clean_runs_step_{index}"]) == basis | {
            "title": f"Clean runs that pass step {index}",
            "value": table["clean_runs"],
            "unit": "runs",
            "lowest": clean["bounds"][0],
            "highest": clean["bounds"][1],
            "looser": clean["looser"],
            "tunable": clean["tunable"],
            "site_highest": {},
        }


def test_every_rule_is_kept_whole() -> None:
    protocol = parse(TEXT)
    for name, table in DOCUMENT["rules"].items():
        numbers = tuple(table.get("numbers", []))
        expected = cited(table) | {"title": table["title"], "numbers": numbers}
        assert asdict(protocol.rules[name]) == expected


def test_the_usual_run_is_a_number_of_its_own() -> None:
    protocol = parse(TEXT)
    assert protocol.origins[BASELINE] == Number(
        title="Usual run before the injury",
        value=300,
        unit="minutes",
        lowest=10,
        highest=300,
        looser="lower",
        origin=Origin.DEFAULT,
        grade=Grade.DEFAULT,
        sources=(),
        note="What the ladder leads back to. The return counts from here.",
        tunable=True,
    )


def test_each_number_of_an_episode_has_its_bounds_and_what_counts_where_none_is_set() -> None:
    own = of_the_episode(shipped().origins, 9)
    assert {name: (n.lowest, n.highest, n.value, n.looser, n.unit) for name, n in own.items()} == {
        "baseline_run_minutes": (10, 300, 300, "lower", "minutes"),
        "baseline_week_minutes": (10, 3000, 3000, "higher", "minutes"),
        "step": (1, 9, 1, "higher", ""),
        "regular_medicine": (0, 1, 0, "higher", "yes or no"),
    }
    assert all(number.tunable for number in own.values())


def test_what_the_document_leaves_unsaid_is_empty() -> None:
    text = TEXT
    for table in (
        DOCUMENT["sources"]["leigh"],
        DOCUMENT["numbers"]["pain_allowed"],
        DOCUMENT["steps"][0],
        DOCUMENT["rules"]["walk-first"],
    ):
        line = f'note = "{table["note"]}"\n'
        assert line in text
        text = text.replace(line, "", 1)
    silent = parse(text)
    assert silent.sources["leigh"].note == silent.steps[0].note == ""
    assert silent.origins["pain_allowed"].note == silent.rules["walk-first"].note == ""


def test_a_source_may_have_no_title_but_none_that_says_nothing() -> None:
    assert parse(TEXT).sources["leigh"].title == ""
    named = TEXT.replace("[sources.leigh]\n", '[sources.leigh]\ntitle = "On legs"\n')
    assert parse(named).sources["leigh"].title == "On legs"
    for empty, quoted in (('""', "''"), ("5", "5")):
        text = TEXT.replace("[sources.leigh]\n", f"[sources.leigh]\ntitle = {empty}\n")
        assert faults(text) == [("sources.leigh.title", f"must be some text, not {quoted}")]
