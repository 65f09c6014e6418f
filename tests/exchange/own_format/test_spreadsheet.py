"""An export in a real spreadsheet program: opened as it is meant, saved anew, and taken back."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from defusedxml import ElementTree

from tests.exchange.own_format.entries import a_check_in
from tracker.exchange.any_table import columns
from tracker.exchange.any_table.table import read_table
from tracker.exchange.own_format.diary_csv import check_ins_csv

if TYPE_CHECKING:
    from pathlib import Path

    from tracker.exchange.any_table.columns import Entries

OFFICE = shutil.which("soffice")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed"),
]
NOTES = (
    "=1+1", "-5", "@x", "+49 30 1234", "\ttab first", '=HYPERLINK("http://x","y")', "'quoted",
    'schön 🏃, he said "ouch", twice', "two\nlines", "1,5", "x;y", "plain",
)  # fmt: skip
UTF_8 = "44,34,76,1"  # commas, quotes, UTF-8, from the first line on


@pytest.fixture
def exported(tmp_path: Path) -> Path:
    file = tmp_path / "check_ins.csv"
    entries = [a_check_in(number, note) for number, note in enumerate(NOTES)]
    file.write_bytes("".join(check_ins_csv(entries)).encode())
    return file


def converted(file: Path, kind: str, how: str = "") -> bytes:
    assert OFFICE is not None
    profile = file.parent / "profile"
    subprocess.run(
        [OFFICE, f"-env:UserInstallation={profile.as_uri()}", "--headless",
         f"--infilter=CSV:{UTF_8}", "--convert-to", kind + how,
         "--outdir", file.parent / "out", file],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return (file.parent / "out" / file.with_suffix(f".{kind}").name).read_bytes()


def read(content: bytes) -> Entries:
    table = read_table(content, "a file")
    meaning = columns.guess(table)
    return columns.to_entries(table, meaning, "a file", date(2026, 1, 1), ZoneInfo("UTC"))


def test_libreoffice_finds_dates_times_and_numbers_and_no_formula(exported: Path) -> None:
    sheet = ElementTree.fromstring(converted(exported, "fods"))
    cells = [cell.attrib for cell in sheet.iter() if cell.tag.endswith("}table-cell")]
    names = {name.rpartition("}")[2] for cell in cells for name in cell}
    assert "formula" not in names
    kinds = [next((v for n, v in c.items() if n.endswith("}value-type")), "") for c in cells]
    assert {kind: kinds.count(kind) for kind in ("date", "time", "float")} == dict.fromkeys(
        ("date", "time", "float"), len(NOTES)
    )


def test_what_libreoffice_saves_anew_is_taken_back_as_it_was(exported: Path) -> None:
    saved = converted(exported, "csv", f":Text - txt - csv (StarCalc):{UTF_8}")
    assert read(saved) == read(exported.read_bytes())
    assert [entry.note for entry in read(saved).check_ins] == list(NOTES)
