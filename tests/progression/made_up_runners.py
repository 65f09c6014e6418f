"""Runners made up for a test: a short way back, so that a few days hold a whole course."""

from __future__ import annotations

from tracker.progression.protocol_document.reader import parse
from tracker.progression.simulated.course import LivedDay, days_of
from tracker.progression.simulated.runners import Fate, Runner

HEAD = 'based-on = "return-to-run-1"\nid = "mine-1"\ntitle = "Mine"\n'
STEPS = """steps = [
  { walk_minutes = 11, jog_minutes = 10, repeats = 1, clean_runs = 1, note = "One." },
]
[numbers.build_clean_runs]
value = 1
note = "One."
"""
SHORT = parse(HEAD + STEPS)  # without pain: a walk on day 1, runs on 2 and 4, returned on 6


def runner(*fates: Fate, name: str = "one") -> Runner:
    """Whose usual run takes ten minutes."""
    return Runner(name, "made up", 10, fates)


def course_of(*fates: Fate) -> list[LivedDay]:
    """The days of a runner who goes the short way."""
    return list(days_of(SHORT, runner(*fates)))
