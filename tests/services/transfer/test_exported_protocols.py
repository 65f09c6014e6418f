"""A clinician's own protocol in an export: it travels, decides there, and is offered to nobody."""

from __future__ import annotations

from dataclasses import replace
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import ANY
from zipfile import ZipFile

import pytest

from tests.builders import good_morning, on
from tests.services.conftest import ALICE, NOW, Runner
from tests.services.injury.kept_variants import SLOWER
from tests.services.transfer.lived_in import read, standings, zipped
from tracker.exchange.parse_errors import FilesError
from tracker.progression.protocol_document import reader
from tracker.services.diary import basis
from tracker.services.injury import episodes, protocol_choice, variants
from tracker.services.injury.protocol_choice import Choice
from tracker.services.injury.protocols import take_in
from tracker.services.transfer import imports
from tracker.storage.injury import protocols
from tracker.storage.injury.protocols import StoredProtocol
from tracker.storage.tables.diary import EpisodeRow

if TYPE_CHECKING:
    from tracker.storage.database import Database

SHIPPED_TEXT = (
    files("tracker.progression").joinpath("protocols", "return_to_run_1.toml").read_text("utf-8")
)


def test_a_clinicians_protocol_travels_with_an_export_and_decides_there_too(
    runner: Runner, wiped: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "_dropped_in", {})
    text = SHIPPED_TEXT.replace('id = "return-to-run-1"', 'id = "dr-okafor-1"')
    with runner.database.writing() as tx:
        protocols.put(tx, StoredProtocol("dr-okafor-1", text, offered=True), NOW)
        tx.get_one(EpisodeRow, runner.key).protocol = "dr-okafor-1"
    take_in(runner.database, Path("no such folder"), NOW)
    basis.decide_anew(runner.database, NOW)
    content = zipped(runner.database, ALICE)
    reader.forget("dr-okafor-1")  # as on a machine that never had it
    given_archives = read(content)
    assert not reader.is_known("dr-okafor-1"), "reading makes nothing known"
    imports.preview(wiped, 9, given_archives, now=NOW)
    assert not reader.is_known("dr-okafor-1"), "nor does a preview"
    imports.import_archives(wiped, 9, given_archives, now=NOW)
    assert zipped(wiped, 9) == content
    offered = [protocol.id for protocol in protocol_choice.offered(wiped)]
    assert offered == ["return-to-run-1"], "it is offered to nobody"
    with wiped.reading() as tx:
        assert protocols.every(tx) == [StoredProtocol("dr-okafor-1", text, offered=False)]


def test_an_exports_protocol_under_an_id_that_is_of_another_one_here_is_refused(
    runner: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "_dropped_in", {})
    text = SHIPPED_TEXT.replace('id = "return-to-run-1"', 'id = "dr-okafor-1"')
    reader.drop_in(text)
    other = text.replace('value = 2\nunit = "days"', 'value = 4\nunit = "days"', 1)
    with runner.database.writing() as tx:
        protocols.put(tx, StoredProtocol("dr-okafor-1", other, offered=False), NOW)
        tx.get_one(EpisodeRow, runner.key).protocol = "dr-okafor-1"
    with pytest.raises(FilesError, match="an id that is of another protocol here"):
        read(zipped(runner.database, ALICE))


def test_an_injury_whose_protocol_is_gone_is_exported_without_its_days(runner: Runner) -> None:
    with runner.database.writing() as tx:
        tx.get_one(EpisodeRow, runner.key).protocol = "dr-okafor-1"
    names = ZipFile(BytesIO(zipped(runner.database, ALICE))).namelist()
    assert any(name.endswith("check_ins.csv") for name in names)
    assert not any(name.endswith("days.csv") for name in names)


def test_a_protocol_that_a_clinician_chose_travels_with_their_name_and_decides_there_too(
    runner: Runner, wiped: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "_dropped_in", {})
    variants.keep(runner.database, SLOWER, NOW)
    for number in range(5):
        runner.check(replace(good_morning(number), id=f"c{number}"))
    word = Choice(protocol="okafor-1", by="Dr Okafor", date=on(1))
    whose = runner.database, ALICE, runner.episode
    protocol_choice.choose(*whose, word, today=on(9), now=NOW)
    content, decided = zipped(runner.database, ALICE), standings(runner.database, ALICE)
    reader.forget("okafor-1")
    imports.import_archives(wiped, 9, read(content), now=NOW)
    assert zipped(wiped, 9) == content
    assert standings(wiped, 9) == [(*row[:5], ANY) for row in decided]
    (there,) = episodes.all_episodes(wiped, 9)
    assert (there.episode.protocol, there.episode.protocol_by) == ("okafor-1", "Dr Okafor")
    assert (there.episode.protocol_on, there.episode.protocol_set_at) == (on(1), NOW)
    assert [variant.offered for variant in variants.every(wiped)] == [False]
