"""What befalls made-up runners, draw by draw: a seed's runners stay the same ones for ever."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tracker.progression.simulated.runners import made_up
from tracker.progression.simulated.stories import STORIES, stories

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.progression.simulated.runners import Runner

DRAWN = {
    "obedient 1": {
        "baseline": 60,
        "waking": "-76554332100000000000000000000",
        "session": "080000000010000000002002000000",
        "evening": "300500000000000000000000000000",
        "tablet": [28],
        "denies": "all",
        "lazy": [5, 8, 16, 21],
    },
    "impatient 1": {
        "baseline": 60,
        "waking": "65320000-0000000000-000020000-",
        "session": "030000000000000000000000300000",
        "evening": "000000000000000000000080000008",
        "denies": "all but 5, 7",
        "breaks": [7, 10, 11, 14, 15, 18, 21, 27],
        "too_much": [1, 4, 5, 9, 10, 17, 19, 20, 28],
    },
    "silent 1": {
        "baseline": 20,
        "waking": "443--0000--00--00000000000--00",
        "session": "00-00-00-0---00-0-----000-000-",
        "evening": "000000000200000000000000000000",
        "tablet": [5],
        "denies": "all but 2, 3, 4, 5, 9, 10, 15, 16, 17, 19, 20, 23, 28, 29",
        "lazy": [4, 16, 25],
    },
    "flaring 1": {
        "baseline": 60,
        "waking": "665545333281840000020000000000",
        "session": "00000000200500000400000000000-",
        "evening": "000001000000020000000000000000",
        "sharp": [8],
        "tablet": [1, 4, 8, 24],
        "denies": "all but 9, 16, 29",
        "lazy": [25],
    },
}


def scores(given: Sequence[int | None]) -> str:
    return "".join("-" if score is None else str(score) for score in given)


def summary_of(runner: Runner) -> dict[str, object]:
    """A runner's fate, a figure or a day number for what happens; what never does is left out."""
    fates = runner.fates
    refused = [str(day) for day, fate in enumerate(fates) if not fate.denies]
    days = {
        name: [day for day, fate in enumerate(fates) if getattr(fate, name)]
        for name in ("sharp", "tablet", "lazy", "breaks", "too_much")
    }
    return {
        "baseline": runner.baseline_minutes,
        "waking": scores([fate.waking for fate in fates]),
        "session": scores([fate.session_pain for fate in fates]),
        "evening": scores([fate.evening for fate in fates]),
        "denies": f"all but {', '.join(refused)}" if refused else "all",
        **{name: happened for name, happened in days.items() if happened},
    }


def test_the_first_runner_of_each_kind_is_this_one() -> None:
    assert {runner.name: summary_of(runner) for runner in made_up(4, days=30)} == DRAWN


def test_runners_are_numbered_by_kind() -> None:
    assert [runner.name for runner in made_up(9, days=1)][3:] == [
        "flaring 1", "obedient 2", "impatient 2", "silent 2", "flaring 2", "obedient 3",
    ]  # fmt: skip


TOLD = {
    "all goes well": "22222" + "0" * 45,
    "pain gone on the first day": "0" * 50,
    "pain for three weeks": "2" * 21 + "0" * 29,
    "no answer after every third run": "22222000-00000-00000-00000-00000-00000-00000-00000",
    "pain on the morning after a run": "22222000001000000000000010" + "0" * 24,
    "a flare in the fourth week": "22222" + "0" * 20 + "62" + "0" * 23,
    "three bad days of a week": "22222" + "0" * 13 + "10101" + "0" * 27,
    "three weeks away": "22222" + "0" * 23 + "-" * 21 + "0",
}


@pytest.mark.parametrize("name", STORIES)
def test_a_story_s_mornings_are_as_its_name_says(name: str) -> None:
    (runner,) = [runner for runner in stories(50) if runner.name == name]
    assert scores([fate.waking for fate in runner.fates]) == TOLD.get(name, TOLD["all goes well"])
    assert (runner.kind, runner.baseline_minutes) == ("story", 40)
