"""The tracker's own engine on the evaluation set, day by day."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from tests.evaluation.comparison import differences, expected_of
from tests.evaluation.folders import DIARIES
from tracker.exchange.own_format.diary_csv import read_diary
from tracker.progression.protocol_document.reader import known
from tracker.services.transfer import evaluation

NAMES = sorted(path.name for path in DIARIES.iterdir())
SAMPLE = NAMES[::9]


@pytest.mark.parametrize("name", SAMPLE)
def test_the_engine_decides_as_expected(name: str) -> None:
    assert_agrees(name)


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(set(NAMES) - set(SAMPLE)))
def test_the_engine_decides_as_expected_in_all_the_others(name: str) -> None:
    assert_agrees(name)


def assert_agrees(name: str) -> None:
    expected = expected_of(DIARIES / name)
    diary = read_diary(DIARIES / name).diary
    until = date.fromisoformat(expected[-1]["on"])
    actual = list(evaluation.each_day(diary, known(diary.episode.protocol), until))
    assert list(differences(expected, actual)) == []
    assert len(actual) == len(expected)
    days = [date.fromisoformat(day["on"]) for day in actual]
    assert all((after - before).days == 1 for before, after in pairwise(days))
