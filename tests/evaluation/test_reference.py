from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from tests.evaluation.comparison import differences, expected_of
from tests.evaluation.folders import (
    BY_HAND,
    DIARIES,
    FIELDS,
    SET,
    STORIES,
    SUMS,
    by_hand,
    generated,
    sums,
)
from tests.evaluation.reference.answers import each_day

HAND = sorted(path.stem for path in STORIES.glob("*.txt"))
GENERATED = sorted(path.name for path in DIARIES.iterdir() if path.name not in HAND)


@pytest.mark.slow
@pytest.mark.parametrize("name", HAND)
def test_the_reference_agrees_with_what_was_worked_out_by_hand(name: str) -> None:
    assert_agrees(DIARIES / name)


@pytest.mark.slow
@pytest.mark.parametrize("name", GENERATED)
def test_the_reference_still_gives_the_generated_answers(name: str) -> None:
    assert_agrees(DIARIES / name)


def assert_agrees(diary: Path) -> None:
    expected = expected_of(diary)
    days = each_day(diary, date.fromisoformat(expected[-1]["on"]))
    assert list(differences(expected, days)) == []
    assert len(days) == len(expected)


def written(name: str) -> dict[str, str]:
    return {path.name: path.read_bytes().decode() for path in (DIARIES / name).iterdir()}


def test_the_diaries_by_hand_are_those_of_the_stories() -> None:
    for name, files in by_hand().items():
        assert written(name) == files, name
    assert BY_HAND.read_text(encoding="utf-8").split() == HAND


@pytest.mark.slow
def test_the_generated_diaries_are_made_anew_byte_for_byte() -> None:
    names = []
    for name, files in generated(len(HAND)):
        assert written(name) == files, name
        names.append(name)
    assert names == GENERATED


def test_there_are_as_many_as_the_readme_says() -> None:
    readme = (SET / "README.md").read_text(encoding="utf-8")
    assert f"{len(HAND) + len(GENERATED)} diaries" in readme
    assert f"**Diaries 001 to {len(HAND)}**" in readme
    assert len(HAND) >= 60
    assert len(HAND) + len(GENERATED) >= 200


def test_the_set_stays_small() -> None:
    assert sum(p.stat().st_size for p in SET.rglob("*") if p.is_file()) <= 3_000_000


def test_the_checksums_are_those_of_the_files() -> None:
    assert SUMS.read_text(encoding="utf-8") == sums()


def test_each_day_has_every_field_and_follows_the_one_before() -> None:
    for diary in DIARIES.iterdir():
        days = expected_of(diary)
        assert all(tuple(day) == FIELDS for day in days)
        dates = [date.fromisoformat(day["on"]).toordinal() for day in days]
        assert dates == list(range(dates[0], dates[0] + len(days)))


def test_the_reference_knows_nothing_of_the_tracker() -> None:
    for path in (Path(__file__).parent / "reference").glob("*.py"):
        imported = re.findall(
            r"^(?:from|import) (\S+)", path.read_text(encoding="utf-8"), re.MULTILINE
        )
        assert not [name for name in imported if name.split(".")[0] == "tracker"], path
