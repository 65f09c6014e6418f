"""Stories a clinician can read, told day by day to the engine."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.builders import episode, on
from tests.progression.expectations import Answer, answer_to
from tests.progression.happenings import Teller
from tracker.progression.episode import CarriedSign, Site
from tracker.progression.protocol_document.reader import shipped

STORIES = sorted((Path(__file__).parent / "scenarios").glob("*.txt"))
FEWEST = 60
EPISODE = {"baseline", "week", "site", "screening", "carried"}
NUMBERS = {"rest days": "rest_days", "pain-free days after": "pain_free_days_after"}


class Line(NamedTuple):
    """One line of a story: the days it speaks of, what happened, what the tracker says."""

    number: int
    days: range
    happenings: list[str]
    expectations: list[str]


class Story(NamedTuple):
    """A title that is a sentence, facts of the episode, and the days."""

    title: str
    facts: dict[str, str]
    lines: list[Line]


def read(path: Path) -> Story:
    title, *rest = path.read_text("utf-8").splitlines()
    facts, lines = {}, []
    for number, text in enumerate(rest, 2):
        if not text.strip() or text.startswith("#"):
            continue
        if "|" in text:
            lines.append(_line(number, text))
        else:
            key, _, value = text.partition(":")
            facts[key] = value.strip()
    return Story(title, facts, lines)


def _line(number: int, text: str) -> Line:
    days, happened, said = (part.strip() for part in text.split("|"))
    first, _, last = days.partition("-")
    return Line(number, range(int(first), int(last or first) + 1), _list(happened), _list(said))


def _list(text: str) -> list[str]:
    return [" ".join(part.split()) for part in text.split(",") if part.strip()]


def teller_of(facts: dict[str, str]) -> Teller:
    unknown = facts.keys() - EPISODE - NUMBERS.keys()
    assert not unknown, f"{unknown} is not a fact of an episode"
    facts_given = episode(
        baseline=int(facts.get("baseline", "40")),
        screening=facts.get("screening", "").split(),
    )
    week = int(facts["week"]) if "week" in facts else None
    carried = facts.get("carried", "").split()
    signs = (CarriedSign(date=on(-20), flags=tuple(carried)),) if carried else ()
    site = Site(facts.get("site", facts_given.site))
    changed = {name: int(facts[fact]) for fact, name in NUMBERS.items() if fact in facts}
    protocol = replace(shipped(), numbers=replace(shipped().numbers, **changed))
    facts_told = replace(facts_given, baseline_week_minutes=week, carried_signs=signs, site=site)
    return Teller(facts_told, protocol)


def tell(story: Story) -> list[str]:
    """Tell a story line by line; what the tracker says differently comes back."""
    teller = teller_of(story.facts)
    wrong = []
    for line in story.lines:
        for day in line.days:
            for happening in line.happenings:
                teller.tell(day, happening)
        answer = Answer(teller)
        for expected in line.expectations:
            outcome = answer_to(expected, answer)
            if outcome != expected:
                wrong.append(f"line {line.number}: told {expected!r}, found {outcome!r}")
    return wrong


@pytest.mark.parametrize("path", STORIES, ids=lambda path: read(path).title)
def test_the_tracker_says_what_the_story_says(path: Path) -> None:
    assert tell(read(path)) == []


def test_there_are_enough_stories_and_each_has_a_title_of_its_own() -> None:
    titles = {read(path).title for path in STORIES}
    assert len(titles) == len(STORIES) >= FEWEST


def test_every_story_expects_something_on_its_last_line() -> None:
    assert all(read(path).lines[-1].expectations for path in STORIES)
