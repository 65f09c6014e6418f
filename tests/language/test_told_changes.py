"""What an edit changed, said run by run, and where the runner stands then."""

from __future__ import annotations

import pytest

from tests.builders import on
from tracker.language.sentences import (
    changes,
)
from tracker.progression.protocol import Stage
from tracker.progression.review import Redecided, RunChange, StandingChange


def test_what_an_edit_changed_is_told() -> None:
    redecided = Redecided(
        (
            RunChange("a", on(3), ("rest-between-runs", "painkiller")),
            RunChange("b", on(5), ()),
        ),
        StandingChange((Stage.WALK_JOG, 4), (Stage.BUILD, None)),
    )
    reasons = "it follows a run day and a painkiller was taken that day or the evening before"
    assert changes(redecided) == [
        f"Saturday 4 April: the run there is now recorded as a deviation ({reasons}).",
        "Monday 6 April: the run there is no longer a deviation.",
        "You now stand at Build up. Before this change it was Walk and jog, step 4.",
    ]
    assert changes(Redecided()) == []


@pytest.mark.parametrize(
    ("runs", "last"),
    [
        (5, "Thursday 9 April: the run there is no longer a deviation."),
        (6, "1 more run has changed too, up to 11 April 2026. Each says so on its day."),
        (400, "395 more runs have changed too, up to 7 June 2028. Each says so on its day."),
    ],
)
def test_of_very_many_changed_runs_the_first_are_named(runs: int, last: str) -> None:
    lines = changes(Redecided(tuple(RunChange(f"{n}", on(2 * n), ()) for n in range(runs))))
    assert (len(lines), lines[-1]) == (min(runs, 6), last)
