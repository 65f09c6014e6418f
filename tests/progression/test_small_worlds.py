"""Laws that hold on every day of every diary of a few days, from many a beginning."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.progression.beginnings import BEGINNINGS
from tests.progression.expectations import Answer, answer_to
from tests.progression.laws_of_a_day import LAWS
from tests.progression.worlds import ALL_KINDS, SIX_KINDS, begin, every_day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.progression.worlds import Kind

EVERYWHERE = (None, *BEGINNINGS)
LONGER = (None, "step 4, pending", "about to return", "returned, pending", "signs asked")


@pytest.mark.parametrize("beginning", BEGINNINGS)
def test_a_beginning_is_what_it_is_called(beginning: str) -> None:
    said = [part.strip() for part in BEGINNINGS[beginning].said.split(",")]
    answer = Answer(BEGINNINGS[beginning].teller())
    assert [answer_to(expected, answer) for expected in said] == said


@pytest.mark.slow
@pytest.mark.parametrize("beginning", EVERYWHERE)
def test_every_law_holds_in_every_diary_of_two_days(beginning: str | None) -> None:
    assert_lawful(beginning, ALL_KINDS, 2)


@pytest.mark.slow
@pytest.mark.parametrize("beginning", EVERYWHERE)
def test_every_law_holds_in_every_diary_of_three_days(beginning: str | None) -> None:
    assert_lawful(beginning, ALL_KINDS, 3)


@pytest.mark.slow
@pytest.mark.parametrize("beginning", LONGER)
def test_every_law_holds_in_every_diary_of_five_days(beginning: str | None) -> None:
    assert_lawful(beginning, SIX_KINDS, 5)


def assert_lawful(beginning: str | None, kinds: Sequence[Kind], days: int) -> None:
    for day in every_day(begin(beginning), kinds, days):
        broken = [law.__name__ for law in LAWS if not law(day)]
        assert not broken, f"{beginning}: {' '.join(day.path)} breaks {broken}"
