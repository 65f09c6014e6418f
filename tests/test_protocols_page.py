"""The page on protocols of one's own: its examples are read as what they say."""

from __future__ import annotations

import re
from pathlib import Path

from tracker.progression.protocol import Grade, Origin
from tracker.progression.protocol_document.overlay import MOST_STEPS
from tracker.progression.protocol_document.reader import parse, shipped
from tracker.progression.simulated.runners import DAYS, KINDS, MOST_RUNNERS
from tracker.progression.simulated.stories import STORIES

PAGE = (Path(__file__).parents[1] / "docs" / "protocols.md").read_text("utf-8")
EXAMPLE, *PIECES = re.findall(r"```toml\n(.+?)```", PAGE, re.DOTALL)


def test_the_example_is_read_as_the_protocol_it_tells_of() -> None:
    variant = parse(EXAMPLE)
    assert variant.numbers.pain_free_days == 3
    assert len(variant.steps) == 7
    assert [(s.jog_seconds, s.repeats) for s in variant.steps[:3]] == [(60, 5), (60, 7), (150, 6)]
    changed = [n for n in shipped().origins if variant.origins.get(n) != shipped().origins[n]]
    assert "pain_free_days" in changed


def test_each_piece_can_be_added_to_the_example() -> None:
    assert len(PIECES) == 2
    variant = parse("\n".join((EXAMPLE, *PIECES)))
    assert variant.origins["walk_first_minutes"].sources == ("guideline",)
    assert variant.rules["walk-first"].note.startswith("Twenty minutes")


def test_the_page_names_the_words_and_the_bounds_that_there_are() -> None:
    for word in (*Origin, *Grade):
        assert f"`{word}`" in PAGE, word
    for number in (f"{MOST_STEPS} steps", f"{MOST_RUNNERS:,} made-up runners", f"{DAYS} days"):
        assert number in PAGE, number
    assert f"{len(STORIES)} stories" in PAGE
    assert all(kind.name in PAGE for kind in KINDS)
