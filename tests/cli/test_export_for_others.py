"""`tracker export --as fhir` and `--as redcap`, and the same files from the page."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from fhir.resources.R4B import get_fhir_model_class

from tests.services.access.doors import NOW
from tests.web.everything import OLD_NOTE, SECRET_NOTE, a_diary
from tracker.cli import main
from tracker.exchange.clinician.redcap import DICTIONARY, RECORDS
from tracker.services.injury import episodes
from tracker.services.injury.episodes import CloseReason
from tracker.storage.database import Database

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tracker.settings import Settings

NAME = "Ada Lovelace"
WHOSE = ("--account", NAME)


@pytest.fixture
def database(own: Settings) -> Iterator[Database]:
    """A diary with one of everything."""
    database = Database(own.place)
    a_diary(database, NAME)
    yield database
    database.close()


def test_the_open_episode_is_a_document_by_initials_and_without_notes(
    database: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    del database
    assert main(["export", str(tmp_path / "mine.json"), "--as", "fhir", *WHOSE]) == 0
    text = (tmp_path / "mine.json").read_text("utf-8")
    document = json.loads(text)
    get_fhir_model_class("Bundle").model_validate(document)
    kinds = [entry["resource"]["resourceType"] for entry in document["entry"]]
    assert {"Composition", "Patient", "Condition", "Goal", "CarePlan", "Observation",
            "Provenance"} <= set(kinds)  # fmt: skip
    assert '"A. L."' in text
    for word in ("Lovelace", SECRET_NOTE, OLD_NOTE):
        assert word not in text
    assert main(["export", str(tmp_path / "mine.json"), "--as", "fhir", *WHOSE]) == 2
    assert "is there already" in capsys.readouterr().err


def test_redcap_gets_its_dictionary_and_its_records(database: Database, tmp_path: Path) -> None:
    del database
    assert main(["export", str(tmp_path / "study.zip"), "--as", "redcap", *WHOSE]) == 0
    with ZipFile(tmp_path / "study.zip") as study:
        assert set(study.namelist()) == {DICTIONARY, RECORDS}
        records = study.read(RECORDS).decode()
    assert records.count("\n") > 3
    for word in ("Lovelace", "Ada", SECRET_NOTE):
        assert word not in records


def test_without_an_open_episode_it_is_said_where_ended_ones_are(
    database: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (view,) = (v for v in episodes.all_episodes(database, 1) if v.is_open)
    episodes.end_episode(database, 1, view.id, CloseReason.STOPPED, today=NOW.date())
    assert main(["export", str(tmp_path / "mine.json"), "--as", "fhir", *WHOSE]) == 2
    assert "There is no open episode" in capsys.readouterr().err
    assert not (tmp_path / "mine.json").exists()
