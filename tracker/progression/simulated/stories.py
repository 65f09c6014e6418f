"""Courses that are told, not drawn: one runner each, to whom one thing happens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.progression.simulated.runners import DAYS, Fate, Runner

if TYPE_CHECKING:
    from collections.abc import Mapping

KIND = "story"
BASELINE_MINUTES = 40
_PAIN_GONE_ON = 5
_PAIN = Fate(waking=2)
_GOOD = Fate()
_AWAY = Fate(waking=None, lazy=True)

# What is told of each, and what differs from a course in which all goes well, by day since onset.
STORIES: Mapping[str, Mapping[int, Fate]] = {
    "all goes well": {},
    "pain gone on the first day": dict.fromkeys(range(_PAIN_GONE_ON), _GOOD),
    "pain for three weeks": dict.fromkeys(range(21), _PAIN),
    "no answer after every third run": dict.fromkeys(range(8, DAYS, 6), Fate(waking=None)),
    "pain on the morning after a run": {10: Fate(waking=1), 24: Fate(waking=1)},
    "pain on the evening of a run": {9: Fate(evening=3), 23: Fate(evening=3)},
    "a run that hurts": {13: Fate(session_pain=2), 31: Fate(session_pain=1)},
    "sharp pain in a run": {21: Fate(session_pain=3, sharp=True)},
    "a flare in the fourth week": {25: Fate(waking=6), 26: Fate(waking=2)},
    "three bad days of a week": {18: Fate(waking=1), 20: Fate(waking=1), 22: Fate(waking=1)},
    "three weeks away": dict.fromkeys(range(28, 49), _AWAY),
    "runs on the days between": dict.fromkeys(range(8, 40, 4), Fate(breaks=True)),
    "runs more than planned": dict.fromkeys(range(7, 40), Fate(too_much=True)),
    "a painkiller every evening of a week": dict.fromkeys(range(14, 21), Fate(tablet=True)),
}


def stories(days: int = DAYS) -> list[Runner]:
    """Every story as a runner, lived for so many days."""
    runners = []
    for name, special in STORIES.items():
        by_day = {**dict.fromkeys(range(_PAIN_GONE_ON), _PAIN), **special}
        fates = tuple(by_day.get(day, _GOOD) for day in range(days))
        runners.append(Runner(name, KIND, BASELINE_MINUTES, fates))
    return runners
