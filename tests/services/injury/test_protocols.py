"""A clinician's own protocol, dropped in beside the diary."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

import pytest

from tests.services.conftest import ALICE, NOW
from tracker.progression.protocol_document import reader
from tracker.services.diary import basis, integrity
from tracker.services.diary.refold import protocol_of
from tracker.services.injury import protocol_choice
from tracker.services.injury.protocols import ProtocolsError, take_in
from tracker.services.ownership import own_episode
from tracker.storage.injury import protocols as stored
from tracker.storage.injury.protocols import StoredProtocol
from tracker.storage.tables.diary import EpisodeRow

if TYPE_CHECKING:
    from pathlib import Path

    from tests.services.conftest import Runner

SHIPPED = files("tracker.progression").joinpath("protocols", "return_to_run_1.toml")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(reader, "_dropped_in", {})
    made = tmp_path / "protocols"
    made.mkdir()
    return made


def offered(runner: Runner) -> list[str]:
    return [protocol.id for protocol in protocol_choice.offered(runner.database)]


def variant() -> str:
    return SHIPPED.read_text("utf-8").replace('id = "return-to-run-1"', 'id = "dr-okafor-1"')


def test_an_episode_pinned_to_a_dropped_in_protocol_is_decided_by_it(
    runner: Runner, folder: Path
) -> None:
    gentler = variant().replace(
        'value = 2\nunit = "days"\nbounds = [1, 14]', 'value = 4\nunit = "days"\nbounds = [1, 14]'
    )
    (folder / "okafor.toml").write_text(gentler, "utf-8")
    take_in(runner.database, folder, NOW)
    with runner.database.writing() as db:
        db.get_one(EpisodeRow, runner.key).protocol = "dr-okafor-1"
        assert protocol_of(own_episode(db, ALICE, runner.episode)).numbers.pain_free_days == 4


def test_a_faulty_file_is_refused_with_its_name_and_its_keys(runner: Runner, folder: Path) -> None:
    (folder / "okafor.toml").write_text(variant().replace("repeats = 5", "repeats = 0", 1), "utf-8")
    with pytest.raises(ProtocolsError, match=r"okafor\.toml.*\n?.*steps\[1\]\.repeats"):
        take_in(runner.database, folder, NOW)


def test_a_file_that_an_editor_began_with_its_mark_is_read(runner: Runner, folder: Path) -> None:
    (folder / "okafor.toml").write_text(variant(), "utf-8-sig")
    take_in(runner.database, folder, NOW)
    assert reader.known("dr-okafor-1").id == "dr-okafor-1"


def test_a_file_that_is_no_text_is_refused_with_its_name(runner: Runner, folder: Path) -> None:
    (folder / "okafor.toml").write_bytes(b"\xff")
    with pytest.raises(ProtocolsError, match=r"okafor\.toml.*is not UTF-8 text"):
        take_in(runner.database, folder, NOW)


def test_two_files_may_share_an_id_only_if_they_say_the_same(runner: Runner, folder: Path) -> None:
    for name in ("a.toml", "b.toml"):
        (folder / name).write_text(variant(), "utf-8")
    take_in(runner.database, folder, NOW)
    other = variant().replace("value = 90\nunit", "value = 95\nunit", 1)
    (folder / "b.toml").write_text(other, "utf-8")
    with pytest.raises(ProtocolsError, match=r"a\.toml and .*b\.toml .*'dr-okafor-1'"):
        take_in(runner.database, folder, NOW)


def test_a_file_that_takes_the_shipped_id_is_refused(runner: Runner, folder: Path) -> None:
    (folder / "same.toml").write_text(SHIPPED.read_text("utf-8"), "utf-8")
    with pytest.raises(ProtocolsError, match="id: must be one of its own"):
        take_in(runner.database, folder, NOW)


def test_an_episode_whose_protocol_is_gone_is_told_of_and_keeps_nobody_else_from_theirs(
    runner: Runner, folder: Path
) -> None:
    with runner.database.writing() as db:
        db.get_one(EpisodeRow, runner.key).protocol = "dr-okafor-1"
    (message,) = take_in(runner.database, folder, NOW)
    assert "'dr-okafor-1', which is not here" in message
    assert "everyone else goes on" in message
    assert basis.decide_anew(runner.database, NOW) == 1  # Bob's alone
    (fault,) = integrity.faults(runner.database)
    assert fault == "Episode 1: the protocol that decides it, 'dr-okafor-1', is gone."
    with pytest.raises(reader.UnknownProtocolError), runner.database.reading() as tx:
        protocol_of(own_episode(tx, ALICE, runner.episode))


def test_a_protocol_goes_on_deciding_when_its_file_is_gone_and_is_offered_no_more(
    runner: Runner, folder: Path
) -> None:
    (folder / "okafor.toml").write_text(variant(), "utf-8")
    take_in(runner.database, folder, NOW)
    pinned_and_decided(runner)
    assert offered(runner) == ["return-to-run-1", "dr-okafor-1"]
    (folder / "okafor.toml").unlink()
    reader.forget("dr-okafor-1")  # as another start would find it
    assert take_in(runner.database, folder, NOW) == ()
    assert reader.known("dr-okafor-1").id == "dr-okafor-1"
    assert offered(runner) == ["return-to-run-1"]


def test_a_text_is_deleted_that_is_offered_to_nobody_and_decides_nothing(
    runner: Runner, folder: Path
) -> None:
    (folder / "okafor.toml").write_text(variant(), "utf-8")
    take_in(runner.database, folder, NOW)
    (folder / "okafor.toml").unlink()
    take_in(runner.database, folder, NOW)
    with runner.database.reading() as tx:
        assert stored.every(tx) == []


def test_a_stored_text_that_is_no_protocol_any_more_is_as_if_it_were_gone(
    runner: Runner, folder: Path
) -> None:
    with runner.database.writing() as tx:
        tx.get_one(EpisodeRow, runner.key).protocol = "dr-okafor-1"
        stored.put(tx, StoredProtocol("dr-okafor-1", "# nothing", offered=False), NOW)
    (message,) = take_in(runner.database, folder, NOW)
    assert "everyone else goes on" in message


def pinned_and_decided(runner: Runner) -> None:
    """The episode is decided by the dropped-in protocol, as it is known now."""
    with runner.database.writing() as tx:
        tx.get_one(EpisodeRow, runner.key).protocol = "dr-okafor-1"
    basis.decide_anew(runner.database, NOW)


def test_a_file_changed_under_its_old_id_is_not_taken_in_and_told_with_the_way_out(
    runner: Runner, folder: Path
) -> None:
    file = folder / "okafor.toml"
    file.write_text(variant(), "utf-8")
    take_in(runner.database, folder, NOW)
    pinned_and_decided(runner)
    take_in(runner.database, folder, NOW)
    stricter = variant().replace('value = 2\nunit = "days"', 'value = 4\nunit = "days"', 1)
    file.write_text(stricter, "utf-8")
    before = reader.known("dr-okafor-1")
    (message,) = take_in(runner.database, folder, NOW)
    assert "okafor.toml has changed" in message
    assert "give it an id of its own" in message
    assert reader.known("dr-okafor-1") == before


def test_the_way_out_is_a_new_id_beside_the_old_file(runner: Runner, folder: Path) -> None:
    (folder / "okafor.toml").write_text(variant(), "utf-8")
    take_in(runner.database, folder, NOW)
    pinned_and_decided(runner)
    stricter = variant().replace("dr-okafor-1", "dr-okafor-2")
    (folder / "okafor-2.toml").write_text(stricter, "utf-8")
    take_in(runner.database, folder, NOW)
    assert reader.known("dr-okafor-2").id == "dr-okafor-2"


def test_a_file_that_decided_nothing_may_change(runner: Runner, folder: Path) -> None:
    file = folder / "okafor.toml"
    file.write_text(variant(), "utf-8")
    take_in(runner.database, folder, NOW)
    file.write_text(variant().replace("repeats = 5", "repeats = 4", 1), "utf-8")
    assert take_in(runner.database, folder, NOW) == ()
    assert reader.known("dr-okafor-1").steps[0].repeats == 4
