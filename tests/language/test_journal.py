"""Days in a few words: the window, and why a day held."""

from __future__ import annotations

from datetime import date

import pytest

from tracker.language.journal import window_sentence
from tracker.progression.protocol_document.reader import shipped
from tracker.progression.recovery import window

DAY = date(2026, 5, 1)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 5, 14), "Day 13. Before the usual two to six weeks."),
        (date(2026, 5, 15), "Day 14. Inside the usual two to six weeks."),
        (date(2026, 6, 12), "Day 42. Inside the usual two to six weeks."),
        (date(2026, 6, 13), "Day 43. Beyond the usual two to six weeks."),
    ],
)
def test_the_window_is_said_in_plain_words(day: date, words: str) -> None:
    assert window_sentence(window(shipped(), DAY, day), "hamstring") == words


def test_no_window_is_claimed_for_a_place_without_one() -> None:
    said = window_sentence(window(shipped(), DAY, DAY), "gluteal")
    assert said.startswith("Day 0. We found no usual time for this place")
