"""Protocols of a practice, kept through the program as versions that never change."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import update

from tests.builders import good_morning
from tests.services.conftest import ALICE, NOW
from tests.services.injury.kept_variants import HEAD, SHORT_LADDER, SLOWER, SLOWEST
from tracker.progression.protocol_document import reader
from tracker.progression.protocol_document.reader import ProtocolError
from tracker.services.diary import basis, integrity
from tracker.services.errors import NotFound
from tracker.services.injury import variants
from tracker.services.injury.protocols import take_in
from tracker.services.injury.variants import TooManyProtocols
from tracker.storage.tables.diary import EpisodeRow
from tracker.storage.tables.practice import ProtocolRow

if TYPE_CHECKING:
    from pathlib import Path

    from tests.services.conftest import Runner
    from tracker.storage.database import Database


@pytest.fixture(autouse=True)
def _nothing_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "_dropped_in", {})


def offered(database: Database) -> dict[str, bool]:
    return {variant.protocol.id: variant.offered for variant in variants.every(database)}


def test_a_text_is_kept_and_offered_and_found_again(runner: Runner) -> None:
    stored = variants.keep(runner.database, SLOWER, NOW)
    assert (stored.id, stored.numbers.pain_free_days) == ("okafor-1", 4)
    assert offered(runner.database) == {"okafor-1": True}
    assert variants.one(runner.database, "okafor-1").text == SLOWER
    assert reader.known("okafor-1") == stored


def test_the_same_text_again_changes_nothing(runner: Runner) -> None:
    for text in (SLOWER, SLOWER.replace("\n", "\r\n"), SLOWER + "# a remark\n"):
        assert variants.keep(runner.database, text, NOW).id == "okafor-1"
    assert variants.one(runner.database, "okafor-1").text == SLOWER


def test_another_text_is_the_next_version_and_the_earlier_one_stays(runner: Runner) -> None:
    variants.keep(runner.database, SLOWER, NOW)
    assert variants.keep(runner.database, SLOWEST, NOW).id == "okafor-2"
    assert variants.keep(runner.database, SLOWER.replace("= 4", "= 7"), NOW).id == "okafor-3"
    assert offered(runner.database) == {"okafor-1": False, "okafor-2": False, "okafor-3": True}
    days = [
        variants.one(runner.database, f"okafor-{n}").protocol.numbers.pain_free_days
        for n in (1, 2, 3)
    ]
    assert days == [4, 6, 7]


def test_the_text_of_a_new_version_says_its_own_id_and_is_else_as_it_was(runner: Runner) -> None:
    variants.keep(runner.database, SLOWER, NOW)
    variants.keep(runner.database, f"# id = 'mine'\n{SLOWEST}", NOW)
    text = variants.one(runner.database, "okafor-2").text
    assert text == f"# id = 'mine'\n{SLOWEST}".replace("okafor-1", "okafor-2")


def test_an_earlier_version_can_be_offered_again(runner: Runner) -> None:
    variants.keep(runner.database, SLOWER, NOW)
    variants.keep(runner.database, SLOWEST, NOW)
    variants.keep(runner.database, SLOWER, NOW)
    assert offered(runner.database) == {"okafor-1": True, "okafor-2": False}


def test_protocols_of_different_names_stand_beside_each_other(runner: Runner) -> None:
    variants.keep(runner.database, SLOWER, NOW)
    variants.keep(runner.database, SHORT_LADDER, NOW)
    assert offered(runner.database) == {"okafor-1": True, "short-1": True}


def test_what_is_withdrawn_is_offered_to_nobody_and_stays(runner: Runner) -> None:
    variants.keep(runner.database, SLOWER, NOW)
    variants.withdraw(runner.database, "okafor-1", NOW)
    assert offered(runner.database) == {"okafor-1": False}
    assert reader.is_known("okafor-1")
    with pytest.raises(NotFound):
        variants.withdraw(runner.database, "okafor-2", NOW)


def test_no_folder_takes_back_what_was_kept(runner: Runner, tmp_path: Path) -> None:
    variants.keep(runner.database, SLOWER, NOW)
    variants.keep(runner.database, SHORT_LADDER, NOW)
    variants.withdraw(runner.database, "short-1", NOW)
    (tmp_path / "other.toml").write_text(HEAD.replace("okafor", "other"), "utf-8")
    assert take_in(runner.database, tmp_path, NOW) == ()
    assert offered(runner.database) == {"okafor-1": True, "other-1": True, "short-1": False}
    (tmp_path / "other.toml").unlink()
    assert take_in(runner.database, tmp_path, NOW) == ()
    assert offered(runner.database) == {"okafor-1": True, "short-1": False}


def test_a_file_of_another_text_under_a_kept_id_is_not_taken_in_and_told(
    runner: Runner, tmp_path: Path
) -> None:
    variants.keep(runner.database, SLOWER, NOW)
    (tmp_path / "okafor.toml").write_text(SLOWEST, "utf-8")
    (message,) = take_in(runner.database, tmp_path, NOW)
    assert "give it an id of its own" in message
    assert reader.known("okafor-1").numbers.pain_free_days == 4
    (tmp_path / "okafor.toml").write_text(SLOWER, "utf-8")
    assert take_in(runner.database, tmp_path, NOW) == ()


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (SLOWER.replace("= 4", "= 15"), ("numbers.pain_free_days.value", "must be 1 to 14")),
        ("x" * 64_001, ("document", "is longer than 64 kB: write only what you change")),
        (
            reader.shipped_text().replace('id = "return-to-run-1"', 'id = "mine"'),
            ("id", 'must be a name and the number of its version, as in "dr-okafor-1"'),
        ),
    ],
    ids=["faulty", "long", "no version"],
)
def test_what_is_no_protocol_is_refused_and_nothing_is_kept(
    runner: Runner, text: str, fault: tuple[str, str]
) -> None:
    with pytest.raises(ProtocolError) as caught:
        variants.keep(runner.database, text, NOW)
    assert caught.value.faults == [fault]
    assert variants.every(runner.database) == []


def test_an_id_in_an_unusual_place_is_asked_back_for(runner: Runner) -> None:
    variants.keep(runner.database, SLOWER, NOW)
    odd = SLOWEST.replace('id = "okafor-1"', 'id = """okafor-1"""')
    with pytest.raises(ProtocolError) as caught:
        variants.keep(runner.database, odd, NOW)
    assert caught.value.faults == [
        ("id", 'is of another text here: write "okafor-2", the next version')
    ]


def test_so_many_are_kept_and_no_more(runner: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(variants, "MOST_KEPT", 2)
    variants.keep(runner.database, SLOWER, NOW)
    variants.keep(runner.database, SLOWEST, NOW)
    with pytest.raises(TooManyProtocols):
        variants.keep(runner.database, HEAD.replace("okafor", "other"), NOW)
    assert variants.keep(runner.database, SLOWER, NOW).id == "okafor-1"


def test_days_are_decided_anew_and_told_where_a_text_in_the_diary_became_another(
    runner: Runner, tmp_path: Path
) -> None:
    variants.keep(runner.database, SLOWER, NOW)
    with runner.database.writing() as tx:
        tx.get_one(EpisodeRow, runner.key).protocol = "okafor-1"
    basis.decide_anew(runner.database, NOW)
    for number in range(4):
        runner.check(replace(good_morning(number), id=f"c{number}"))
    assert integrity.faults(runner.database) == []
    with runner.database.writing() as tx:
        mine = update(ProtocolRow).where(ProtocolRow.id == "okafor-1")
        tx.execute(mine.values(text=SLOWEST))
    take_in(runner.database, tmp_path, NOW)
    assert basis.decide_anew(runner.database, NOW) == 1
    change = basis.latest(runner.database, ALICE, runner.episode, now=NOW)
    assert change is not None
    assert [stage.value for stage, _ in (change.before, change.after)] == ["cross_train", "protect"]
    assert integrity.faults(runner.database) == []
