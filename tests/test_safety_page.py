"""The list of hazards: complete in its parts, and every rule of the engine stands in it."""

from __future__ import annotations

import re
from pathlib import Path

from tracker.progression.engine import ENGINE_VERSION
from tracker.progression.rules import RULES

TESTS = Path(__file__).parent
PAGE = TESTS.parent / "docs" / "safety.md"
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
    listed = hazards()
    assert len(listed) > FOUND_BY_TRYING
    for number, (heading, parts) in enumerate(listed.items(), 1):
        assert heading.startswith(f"H{number}. "), heading
        assert tuple(parts) == PARTS, heading
        assert BADNESS.search(parts["Harm"]), heading
        assert all(len(text.split()) > 3 for text in parts.values()), heading


def test_every_rule_guards_against_something() -> None:
    guards = " ".join(parts["Guard"] for parts in hazards().values())
    assert set(RULES) <= set(re.findall(r"`([\w-]+)`", guards))


def test_every_proof_names_tests_and_stories_that_there_are() -> None:
    tests = {path.stem for path in TESTS.rglob("test_*.py")}
    stories = [path.stem for path in TESTS.glob("progression/scenarios/*.txt")]
    for heading, parts in hazards().items():
        named = re.findall(r"`(test_\w+|\w+_\*)`", parts["Proof"])
        assert named, heading
        for name in named:
            begins = name.removesuffix("*")
            known = any(story.startswith(begins) for story in stories)
            assert known if name.endswith("*") else name in tests, f"{heading}: {name}"


def test_the_numbered_stories_that_proofs_name_are_there() -> None:
    stories = {path.name[:3] for path in TESTS.glob("evaluation/stories/*.txt")}
    named = {n for parts in hazards().values() for n in re.findall(r"\b\d{3}\b", parts["Proof"])}
    assert named
    assert named <= stories


def test_the_page_speaks_of_what_decides_now() -> None:
    assert f"engine version {ENGINE_VERSION} of the protocol" in PAGE.read_text("utf-8")


def test_what_it_is_for_is_said_first() -> None:
    text = PAGE.read_text("utf-8")
    assert text.index("not a medical device") < text.index("### H1.")
    for excluded in ("under 18", "pregnancy", "operation", "emergencies"):
        assert excluded in text[: text.index("### H1.")]
