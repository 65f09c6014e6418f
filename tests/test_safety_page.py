"""The list of hazards: complete in its parts, and every rule of the engine stands in it."""

from __future__ import annotations

import re
from pathlib import Path

from tracker.progression.rules import RULES

PAGE = Path(__file__).parents[1] / "docs" / "safety.md"
PARTS = ("Harm", "Guard", "Proof", "Remains")
FOUND_BY_TRYING = 12  # faults of the first version, which the list begins with
BADNESS = re.compile(r"\b(serious|moderate|minor)\b", re.IGNORECASE)


def hazards() -> dict[str, dict[str, str]]:
    """The parts of every hazard, by its heading."""
    _, *sections = re.split(
        r"^### ", PAGE.read_text("utf-8").split("## What is not claimed")[0], flags=re.MULTILINE
    )
    return {
        section.partition("\n")[0]: dict(
            re.findall(
                r"^- \*\*(\w+)\.\*\*\s+(.+?)(?=^- \*\*|\Z)", section, re.MULTILINE | re.DOTALL
            )
        )
        for section in sections
    }


def test_every_hazard_says_its_harm_its_guard_its_proof_and_what_remains() -> None:
    found = hazards()
    assert len(found) > FOUND_BY_TRYING
    for number, (heading, parts) in enumerate(found.items(), 1):
        assert heading.startswith(f"H{number}. "), heading
        assert tuple(parts) == PARTS, heading
        assert BADNESS.search(parts["Harm"]), heading
        assert all(len(text.split()) > 3 for text in parts.values()), heading


def test_every_rule_guards_against_something() -> None:
    guards = " ".join(parts["Guard"] for parts in hazards().values())
    assert set(RULES) <= set(re.findall(r"`([\w-]+)`", guards))


def test_what_it_is_for_is_said_first() -> None:
    text = PAGE.read_text("utf-8")
    assert text.index("not a medical device") < text.index("### H1.")
    for excluded in ("under 18", "pregnancy", "operation", "emergencies"):
        assert excluded in text[: text.index("### H1.")]
