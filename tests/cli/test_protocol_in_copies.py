"""A protocol that decides goes with every copy of the diary."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.services.access.doors import NOW, migrated
from tests.web.conftest import START, TODAY
from tests.web.everything import a_diary
from tracker.cli import main
from tracker.progression.protocol_document import reader
from tracker.services.injury import episodes, protocol_choice
from tracker.services.injury.protocol_choice import Choice
from tracker.storage.database import Database
from tracker.storage.transfer import backups

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def diary(data: Path) -> Path:
    """The user's own diary, which nobody has open and which logs ahead."""
    data.mkdir()
    (data / "diary.db").write_bytes(migrated())
    return data / "diary.db"


def test_a_protocol_kept_and_chosen_is_in_every_copy_and_decides_once_it_is_restored(
    diary: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "_dropped_in", {})
    with closing(Database(diary)) as database:
        owner = a_diary(database, "Ada")
        word = Choice(protocol="quillfeather-1", by="Dr Quillfeather", date=TODAY)
        protocol_choice.choose(database, *owner.whose, word, today=TODAY, now=START)
    made = backups.make(diary, tmp_path / "copies", NOW, keep=1)
    diary.unlink()
    monkeypatch.setattr(reader, "_dropped_in", {})
    assert main(["check", str(made)]) == 0
    assert main(["restore", str(made)]) == 0
    monkeypatch.setattr(reader, "_dropped_in", {})
    assert main(["check"]) == 0
    capsys.readouterr()
    assert main(["protocol", "diff", "quillfeather-1"]) == 0
    assert "Dr Quillfeather: one day more." in capsys.readouterr().out
    with closing(Database(diary)) as database:
        there = episodes.episode(database, *owner.whose).episode
    assert (there.protocol, there.protocol_by) == ("quillfeather-1", "Dr Quillfeather")
