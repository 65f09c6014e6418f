"""A whole diary as files, and back: an episode, its check-ins and its sessions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from tracker.entries.fields import CARE, CHECK_IN, SESSION
from tracker.exchange.csv_file import to_lines, to_records
from tracker.exchange.own_format.episode_json import EPISODE, to_episode
from tracker.exchange.own_format.zip_or_folder import read_files
from tracker.exchange.parse_errors import Faults, UnusableFileError
from tracker.exchange.records import Identified, each_id_once, read_entry
from tracker.progression.diary import Diary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path
    from typing import BinaryIO

    from tracker.content.care import CareEntry
    from tracker.entries.schema import Schema
    from tracker.exchange.parse_errors import Record
    from tracker.progression.diary import CheckIn, SessionLog
    from tracker.progression.episode import Episode

T = TypeVar("T")
Entry = TypeVar("Entry", bound=Identified)


class Reading(NamedTuple):
    """A diary that was read, and what is worth knowing of its files."""

    diary: Diary
    notices: tuple[str, ...]


def read_diary(source: Path | BinaryIO) -> Reading:
    """Read a folder or a ZIP. A missing CSV file means that nothing was recorded.

    Rows stand in the order in which they were entered; it counts where times are missing.

    Raises FilesError listing the faults; nothing is read by half.
    """
    files = Contents(read_files(source, (EPISODE, CHECK_IN.file, SESSION.file)))
    episode = files.episode()
    check_ins = files.entries(CHECK_IN, partial(read_entry, CHECK_IN))
    sessions = files.entries(SESSION, partial(read_entry, SESSION))
    files.faults.settle()
    assert episode is not None  # noqa: S101 - without one there is a fault
    return Reading(Diary.of(episode, check_ins, sessions), tuple(files.notices))


def check_ins_csv(check_ins: Sequence[CheckIn]) -> Iterator[str]:
    """Write check-ins, line by line, in the order given."""
    return _entries_csv(CHECK_IN, check_ins)


def sessions_csv(sessions: Sequence[SessionLog]) -> Iterator[str]:
    """Write sessions, line by line, in the order given."""
    return _entries_csv(SESSION, sessions)


def care_csv(entries: Sequence[CareEntry]) -> Iterator[str]:
    """Write care entries, line by line, in the order given."""
    return _entries_csv(CARE, entries)


def _entries_csv(schema: Schema[Any], entries: Sequence[Any]) -> Iterator[str]:
    """Write entries; Excel would misread letters beyond ASCII without being told of UTF-8."""
    foreign = not all(entry.note.isascii() for entry in entries)
    return to_lines(schema.columns, schema.rows(entries), foreign=foreign)


class Contents:
    """The contents of the files of one episode; what is wrong with them, or worth knowing."""

    def __init__(self, contents: Mapping[str, bytes]) -> None:
        self.contents = contents
        self.faults = Faults()
        self.notices: list[str] = []

    def episode(self) -> Episode | None:
        """The episode; None once its faults are noted."""
        try:
            return to_episode(self.contents[EPISODE], self.faults, self.notices)
        except UnusableFileError as error:
            self.faults.add(error.fault)
            return None

    def rows(
        self, file: str, columns: Sequence[str], parse: Callable[[Record], T | None]
    ) -> Iterator[tuple[Record, T]]:
        """The faultless rows of one file, up to where it cannot be read any further."""
        try:
            if file in self.contents:
                records = to_records(self.contents[file], file, columns, self.faults, self.notices)
                yield from ((row, value) for row in records if (value := parse(row)) is not None)
        except UnusableFileError as error:
            self.faults.add(error.fault)

    def entries(
        self, schema: Schema[Entry], parse: Callable[[Record], Entry | None]
    ) -> list[Entry]:
        """The entries of one file, each id once."""
        return each_id_once(self.rows(schema.file, schema.columns, parse))
