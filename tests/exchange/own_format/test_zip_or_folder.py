"""A folder or a ZIP: whatever is in it, reading ends soon, in little memory, with clear words."""

from __future__ import annotations

import os
import sys
import tracemalloc
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from tests.exchange.own_format.files import episode_json, faults, folder, zipped
from tracker.exchange.own_format.diary_csv import read_diary
from tracker.exchange.own_format.zip_or_folder import MOST_BYTES, read_folders, zip_chunks
from tracker.exchange.parse_errors import FilesError

if TYPE_CHECKING:
    from pathlib import Path

CHECK_INS = b"date,pain,sensation\n2026-04-05,3,pain\n"
FILES = {"episode.json": episode_json(), "check_ins.csv": CHECK_INS}
TOO_LARGE = "is larger than 50 MB"
NO_ZIP = "is neither a folder nor a whole ZIP file"


def entries(source: Path) -> int:
    return sum(len(day.check_ins) for day in read_diary(source).diary.days.values())


def test_a_zip_is_read_like_a_folder(tmp_path: Path) -> None:
    source = zipped(tmp_path / "a.zip", FILES)
    assert read_diary(source) == read_diary(folder(tmp_path / "a", check_ins=CHECK_INS))


def test_a_zip_may_hold_its_files_one_folder_deep(tmp_path: Path) -> None:
    source = zipped(tmp_path / "a.zip", {f"my diary/{n}": c for n, c in FILES.items()})
    assert entries(source) == 1


def test_a_zip_is_also_read_from_an_open_file(tmp_path: Path) -> None:
    source = zipped(tmp_path / "a.zip", FILES)
    assert len(read_diary(BytesIO(source.read_bytes())).diary.days) == 1


@pytest.mark.parametrize(
    "name", ["../check_ins.csv", "/check_ins.csv", "x/check_ins.csv", "a/b/check_ins.csv"]
)
def test_files_elsewhere_in_a_zip_are_not_read(tmp_path: Path, name: str) -> None:
    files = {"episode.json": episode_json(), name: CHECK_INS}
    assert entries(zipped(tmp_path / "a.zip", files)) == 0


def test_a_missing_episode_is_missed_in_folder_and_zip(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert faults(tmp_path / "empty") == ["episode.json: is missing"]
    deep = zipped(tmp_path / "a.zip", {"a/b/c/episode.json": episode_json()})
    assert faults(deep) == ["episode.json: is missing"]
    folder(tmp_path / "empty" / "a" / "b" / "c")
    assert faults(tmp_path / "empty") == ["episode.json: is missing"]


@pytest.mark.parametrize("top", ["", "everything/"])
@pytest.mark.parametrize("is_packed", [True, False])
def test_episodes_unpacked_and_zipped_again_are_all_read(
    tmp_path: Path,
    top: str,
    is_packed: bool,  # noqa: FBT001
) -> None:
    names = [f"{top}{episode}/{name}" for episode in ("2025-01-02", "2026-04-01") for name in FILES]
    files = dict(zip(names, [*FILES.values()] * 2, strict=True))
    source = zipped(tmp_path / "a.zip", files) if is_packed else unpacked(tmp_path / "a", files)
    assert read_folders(source, tuple(FILES)) == {
        f"{top}2025-01-02/": FILES,
        f"{top}2026-04-01/": FILES,
    }


def test_a_folder_that_is_an_export_is_read_without_what_lies_in_it(tmp_path: Path) -> None:
    folder(tmp_path / "copy of last year")
    assert entries(folder(tmp_path, check_ins=CHECK_INS)) == 1


def unpacked(at: Path, files: dict[str, bytes]) -> Path:
    for name, content in files.items():
        (at / name).parent.mkdir(parents=True, exist_ok=True)
        (at / name).write_bytes(content)
    return at


def test_two_episodes_in_one_zip_are_refused(tmp_path: Path) -> None:
    files = {"a/episode.json": episode_json(), "b/episode.json": episode_json()}
    assert faults(zipped(tmp_path / "a.zip", files)) == [
        "episode.json: is there more than once: give each episode a ZIP of its own"
    ]


def test_a_file_that_stands_twice_in_a_zip_is_refused(tmp_path: Path) -> None:
    source = zipped(tmp_path / "a.zip", FILES)
    with (
        zipfile.ZipFile(source, "a") as archive,
        pytest.warns(UserWarning, match="Duplicate name"),
    ):
        archive.writestr("check_ins.csv", CHECK_INS)
    assert faults(source) == ["check_ins.csv: is there twice"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes in folders")
def test_a_folder_and_a_pipe_of_that_name_are_no_files(tmp_path: Path) -> None:
    source = folder(tmp_path)
    (source / "check_ins.csv").mkdir()
    os.mkfifo(source / "sessions.csv")
    assert entries(source) == 0


def test_what_is_neither_folder_nor_zip_is_refused(tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("hello")
    assert faults(text) == [NO_ZIP]
    assert faults(tmp_path / "nowhere") == ["cannot be read: No such file or directory"]


@pytest.mark.parametrize("part", [0.3, 0.6, 0.95])
def test_a_zip_cut_short_is_refused(tmp_path: Path, part: float) -> None:
    content = zipped(tmp_path / "a.zip", FILES).read_bytes()
    (tmp_path / "cut.zip").write_bytes(content[: int(len(content) * part)])
    assert faults(tmp_path / "cut.zip") == [NO_ZIP]


def test_a_zip_with_a_flipped_bit_is_refused(tmp_path: Path) -> None:
    source = zipped(tmp_path / "a.zip", FILES, zipfile.ZIP_STORED)
    content = source.read_bytes()
    source.write_bytes(content.replace(b"2026-04-05,3", b"2026-04-05,2"))
    assert faults(source) == ["check_ins.csv: is damaged: it does not unpack"]


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_only_the_usual_ways_to_pack_are_opened(tmp_path: Path, method: int) -> None:
    assert faults(zipped(tmp_path / "a.zip", FILES, method)) == [
        "episode.json: is packed in an unusual way: make a ZIP without a password"
    ]


def test_a_zip_with_a_password_is_refused(tmp_path: Path) -> None:
    source = zipped(tmp_path / "a.zip", FILES)
    content = bytearray(source.read_bytes())
    content[content.index(b"PK\x01\x02") + 8] |= 1
    source.write_bytes(content)
    (fault,) = faults(source)
    assert "without a password" in fault


@pytest.mark.slow
def test_a_zip_bomb_is_refused_before_it_fills_memory(tmp_path: Path) -> None:
    source = tmp_path / "bomb.zip"
    with zipfile.ZipFile(source, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("episode.json", episode_json())
        with archive.open("check_ins.csv", "w") as file:
            for _ in range(200):
                file.write(bytes(1_000_000))
    assert source.stat().st_size < 1_000_000
    assert _peak(source) < 10_000_000


def test_a_zip_that_understates_its_contents_is_refused(tmp_path: Path) -> None:
    source = tmp_path / "liar.zip"
    zipped(source, {"episode.json": episode_json(), "check_ins.csv": bytes(60_000_000)})
    content = bytearray(source.read_bytes())
    size = (60_000_000).to_bytes(4, "little")
    assert content.count(size) == 2
    source.write_bytes(content.replace(size, (1000).to_bytes(4, "little")))
    assert faults(source) == ["check_ins.csv: is damaged: it does not unpack"]


def test_a_large_file_is_refused_in_a_folder_too(tmp_path: Path) -> None:
    source = folder(tmp_path)
    with (source / "sessions.csv").open("wb") as file:
        file.truncate(4 * MOST_BYTES)
    assert _peak(source) < 2 * MOST_BYTES
    assert faults(source) == [f"sessions.csv: {TOO_LARGE}"]
    with (tmp_path / "huge.zip").open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    assert faults(tmp_path / "huge.zip") == [TOO_LARGE]


@pytest.mark.slow
def test_more_rows_than_a_diary_can_have_are_refused(tmp_path: Path) -> None:
    rows = "date,pain,sensation\n" + "2026-04-05,3,pain\n" * 100_001
    assert faults(folder(tmp_path, check_ins=rows)) == [
        "check_ins.csv, line 100002: has more than 100000 rows"
    ]


def test_the_same_files_give_the_same_zip() -> None:
    def packed() -> bytes:
        return b"".join(zip_chunks({"episode.json": ["{", "}"], "a.csv": ["é\r\n"]}))

    assert packed() == packed()
    with zipfile.ZipFile(BytesIO(packed())) as archive:
        assert archive.read("a.csv") == "é\r\n".encode()


def _peak(source: Path) -> int:
    """The most memory taken while a file that is too large is refused."""
    tracemalloc.start()
    try:
        with pytest.raises(FilesError, match=TOO_LARGE):
            read_diary(source)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.slow
@pytest.mark.parametrize("comment", [b"", b"a comment"])
def test_a_zip_of_very_many_files_is_refused_before_its_names_are_loaded(
    tmp_path: Path, comment: bytes
) -> None:
    source = tmp_path / "many.zip"
    with zipfile.ZipFile(source, "w") as archive:
        for number in range(20_000):
            archive.writestr(f"{number}", b"")
        archive.comment = comment
    tracemalloc.start()
    assert faults(source) == ["holds too many files to be an export of this tracker"]
    assert tracemalloc.get_traced_memory()[1] < 1_000_000
    tracemalloc.stop()


@pytest.mark.slow
def test_all_files_of_a_zip_or_folder_together_have_a_limit(tmp_path: Path) -> None:
    big = b" " * 30_000_000
    files = {f"{n}/episode.json": big for n in range(3)}
    assert faults(zipped(tmp_path / "a.zip", files)) == [f"1/episode.json: {TOO_LARGE}"]
    assert faults(unpacked(tmp_path / "a", files)) == [f"1/episode.json: {TOO_LARGE}"]


def test_more_episodes_than_anyone_has_are_refused(tmp_path: Path) -> None:
    files = {f"{n}/episode.json": b"{}" for n in range(201)}
    for source in (zipped(tmp_path / "a.zip", files), unpacked(tmp_path / "a", files)):
        assert faults(source) == ["holds more than 200 episodes"]
