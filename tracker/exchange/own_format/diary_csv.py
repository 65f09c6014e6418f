"""A whole diary as files, and back: an episode, its check-ins and its sessions."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from tracker.exchange.csv_file import to_lines, to_records
from tracker.exchange.own_format.episode_json import EPISODE, to_episode
from tracker.exchange.own_format.zip_or_folder import read_files
from tracker.exchange.parse_errors import Faults, UnusableFileError
from tracker.exchange.records import (
    CARE_COLUMNS,
    CHECK_IN_COLUMNS,
    CHECK_INS,
    SESSION_COLUMNS,
    SESSIONS,
    Identified,
    each_id_once,
    from_care,
    from_check_in,
    from_session,
    to_check_in,
    to_session,
)
from tracker.progression.diary import Diary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path
    from typing import BinaryIO

    from tracker.content.care import CareEntry
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
    files = Contents(read_files(source, (EPISODE, CHECK_INS, SESSIONS)))
    episode = files.episode()
    check_ins = files.entries(CHECK_INS, CHECK_IN_COLUMNS, to_check_in)
    sessions = files.entries(SESSIONS, SESSION_COLUMNS, to_session)
    files.faults.settle()
    assert episode is not None  # noqa: S101 - without one there is a fault
    return Reading(Diary.of(episode, check_ins, sessions), tuple(files.notices))


def check_ins_csv(check_ins: Sequence[CheckIn]) -> Iterator[str]:
    """Write check-ins, line by line, in the order given."""
    foreign = _any_foreign(c.note for c in check_ins)
    return to_lines(CHECK_IN_COLUMNS, map(from_check_in, check_ins), foreign=foreign)


def sessions_csv(sessions: Sequence[SessionLog]) -> Iterator[str]:
    """Write sessions, line by line, in the order given."""
    foreign = _any_foreign(s.note for s in sessions)
    return to_lines(SESSION_COLUMNS, map(from_session, sessions), foreign=foreign)


def care_csv(entries: Sequence[CareEntry]) -> Iterator[str]:
    """Write care entries, line by line, in the order given."""
    foreign = _any_foreign(c.note for c in entries)
    return to_lines(CARE_COLUMNS, map(from_care, entries), foreign=foreign)


def _any_foreign(texts: Iterable[str]) -> bool:
    """Whether any text has a letter that Excel would misread without being told of UTF-8."""
    return not all(map(str.isascii, texts))


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
                yield from ((row, found) for row in records if (found := parse(row)) is not None)
        except UnusableFileError as error:
            self.faults.add(error.fault)

    def entries(
        self, file: str, columns: Sequence[str], parse: Callable[[Record], Entry | None]
    ) -> list[Entry]:
        """The entries of one file, each id once."""
        return each_id_once(self.rows(file, columns, parse))
