"""Whatever part of the diary's file is damaged, it is told in words and the copy comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.faults.damage import Bench
from tracker.settings import DATA_DIR

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.of_a_file("a server finds out by itself whether its pages are whole")
@pytest.mark.slow
@pytest.mark.own_app
def test_no_damage_makes_a_command_break_and_the_copy_is_always_brought_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(DATA_DIR, str(tmp_path / "data"))
    outcomes = list(Bench(tmp_path).damaged(150, seed=19))
    assert [line for outcome in outcomes for line in outcome.broken] == []
    assert {(outcome.ended["restore"], outcome.ended["then"]) for outcome in outcomes} == {
        ("0", "[]")
    }
    assert {outcome.ended["check"] for outcome in outcomes} >= {"0", "1"}, "some were damaged"
