"""Each decision note has a number, a date and a status, and the index says the same of it."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

FOLDER = Path(__file__).parent.parent / "docs" / "decisions"
INDEX = (FOLDER / "README.md").read_text(encoding="utf-8")
FILES = sorted(path.name for path in FOLDER.glob("*.md") if path.name != "README.md")

HEAD = re.compile(
    r"# (?P<number>\d{4})\. (?P<title>.+)\n\n"
    r"- Date: (?P<day>\d{4}-\d\d-\d\d)\n"
    r"- Status: (?P<status>.+)\n"
)
STATUS = re.compile(r"accepted|superseded by (?P<by>\d{4})")
ROW = re.compile(
    r"\| \[(?P<number>\d{4})\]\((?P<file>[^)]+)\) \| (?P<title>.+) "
    r"\| (?P<day>\S+) \| (?P<status>.+) \|"
)
HEADINGS = ["Context", "Decision", "Consequences"]


class Note(NamedTuple):
    """What a note says of itself, or the index of it."""

    number: str
    title: str
    day: str
    status: str


def _note(file: str) -> Note:
    match = HEAD.match((FOLDER / file).read_text(encoding="utf-8"))
    assert match is not None, f"{file} does not begin with number and title, date, status"
    return Note(**match.groupdict())


@pytest.mark.parametrize("file", FILES)
def test_a_note_has_number_date_and_status(file: str) -> None:
    note = _note(file)
    assert re.fullmatch(rf"{note.number}-[a-z0-9-]+\.md", file)
    date.fromisoformat(note.day)
    status = STATUS.fullmatch(note.status)
    assert status is not None, note.status
    if status["by"]:
        assert any(other.startswith(status["by"]) for other in FILES), note.status
        assert status["by"] > note.number, "only a later note supersedes one"


@pytest.mark.parametrize("file", FILES)
def test_a_note_says_what_was_decided(file: str) -> None:
    text = (FOLDER / file).read_text(encoding="utf-8")
    headings = re.findall(r"^## (.+)$", text, re.MULTILINE)
    assert headings == [heading for heading in HEADINGS if heading in headings]
    assert "Decision" in headings


def test_the_notes_are_numbered_without_a_gap() -> None:
    numbers = [int(_note(file).number) for file in FILES]
    assert numbers == list(range(1, len(FILES) + 1))


def test_the_index_lists_each_note_as_the_note_itself() -> None:
    rows = [match for line in INDEX.splitlines() if (match := ROW.fullmatch(line))]
    listed = {
        row["file"]: Note(row["number"], row["title"], row["day"], row["status"]) for row in rows
    }
    assert len(listed) == len(rows)
    assert listed == {file: _note(file) for file in FILES}
