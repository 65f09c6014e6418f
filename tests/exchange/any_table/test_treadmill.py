"""A walk on a treadmill is something else in a table too, and the page says so."""

from __future__ import annotations

import pytest

from tests.exchange.any_table.tables import BERLIN
from tracker.exchange.any_table.columns import guess, remarks
from tracker.exchange.any_table.table import read_table


@pytest.mark.parametrize(
    ("kinds", "is_said"),
    [
        (("Treadmill walk", "Run"), True),
        (("Indoor Walking", "Gehen (Laufband)"), True),
        (("Indoor Rowing", "Treadmill run"), False),
        (("Walk", "Indoor Cycling"), False),
    ],
)
def test_a_walk_on_a_treadmill_is_said_to_be_something_else(
    kinds: tuple[str, str], *, is_said: bool
) -> None:
    rows = "".join(f"2026-05-0{day},{kind},35\n" for day, kind in enumerate(kinds, 1))
    table = read_table(f"date,type,minutes\n{rows}".encode(), "my.csv")
    text = " ".join(remarks(table, guess(table), BERLIN))
    assert ("on a treadmill or indoors: read as something else" in text) is is_said
