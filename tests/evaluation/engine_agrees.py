"""The tracker's engine on the evaluation set: `pytest tests/evaluation/engine_agrees.py`.

To be named test_engine.py once the engine speaks version 2; until then it fails.
"""

from __future__ import annotations

from datetime import date

import pytest

from tests.evaluation.comparison import differences, expected_of
from tests.evaluation.folders import DIARIES
from tracker.exchange.diary_files import read_diary
from tracker.progression.protocol_file import known
from tracker.services import evaluation

NAMES = sorted(path.name for path in DIARIES.iterdir())


@pytest.mark.parametrize("name", NAMES)
def test_the_engine_decides_as_expected(name: str) -> None:
    expected = expected_of(DIARIES / name)
    reading = read_diary(DIARIES / name)
    protocol = known(reading.diary.episode.protocol)
    told = evaluation.each_day(reading.diary, protocol, date.fromisoformat(expected[-1]["on"]))
    assert list(differences(expected, told)) == []
