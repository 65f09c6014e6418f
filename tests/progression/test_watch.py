"""The watch after the return: its first and its last day, on both sides."""

from __future__ import annotations

import pytest

from tests.builders import ONSET, episode, on
from tests.progression.happenings import Teller
from tracker.progression.protocol import Stage
from tracker.progression.protocol_document.reader import shipped
from tracker.progression.standing import Standing
from tracker.progression.watch import watch

RETURNED = 50


def standing(day: int) -> Standing:
    return Standing(on(day), ONSET, 2400, stage=Stage.RETURNED, returned_on=on(RETURNED))


@pytest.mark.parametrize(
    ("day", "said", "over"), [(50, 1, False), (109, 60, False), (110, 61, True)]
)
def test_the_watch_is_60_days_with_the_day_of_return_as_its_first(
    day: int, said: int, *, over: bool
) -> None:
    state = watch(standing(day), shipped().numbers)
    assert state is not None
    assert (state.day, state.days, state.last_day) == (said, 60, on(109))
    assert state.is_over is over


def test_there_is_no_watch_before_the_return() -> None:
    assert watch(Standing(on(3), ONSET, 2400), shipped().numbers) is None


def test_a_step_back_ends_the_watch() -> None:
    teller = Teller(episode())
    for day in range(50):
        teller.tell(day, "obeys")
    teller.tell(50, "ok")
    teller.tell(50, "run 40")
    teller.tell(51, "waking feels 1")
    assert watch(teller.stand(51).standing, shipped().numbers) is not None
    assert watch(teller.stand(52).standing, shipped().numbers) is None
