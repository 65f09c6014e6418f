"""What is decided in the stories, for whoever looks at how it is said."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from tests.progression.expectations import Answer
from tests.progression.test_scenarios import STORIES, read, teller_of

if TYPE_CHECKING:
    from tracker.progression.verdict import Verdict


@cache
def verdicts() -> list[Verdict]:
    """What is decided after every line of all the stories."""
    decided = []
    for path in STORIES:
        story = read(path)
        teller = teller_of(story.facts)
        for line in story.lines:
            for day in line.days:
                for happening in line.happenings:
                    teller.tell(day, happening)
            decided.append(Answer(teller).verdict)
    return decided
