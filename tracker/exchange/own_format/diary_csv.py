"""A whole diary as files, and back: an episode, its check-ins and its sessions."""

from __future__ import annotations

from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from tracker.entries.fields import CARE, CHECK_IN, SESSION
from tracker.exchange.csv_file import to_lines, to_records
from tracker.exchange.own_format.episode_json import EPISODE, to_episode
from tracker.exchange.own_format.episode_values import PROTOCOL
from tracker.exchange.own_format.zip_or_folder import read_files
from tracker.exchange.parse_errors import Faults, ParseError, UnusableFileError
from tracker.exchange.protocol_text import text_of
from tracker.exchange.records import Identified, did_not_ask, each_id_once, read_entry
from tracker.progression.diary import Diary
from tracker.progression.protocol_document.reader import ProtocolError, known, parse, shipped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path
    from typing import BinaryIO

    from tracker.content.care import CareEntry
    from tracker.entries.schema import Schema
    from tracker.exchange.parse_errors import Record
    from tracker.progression.diary import CheckIn, SessionLog
    from tracker.progression.episode import Episode
    from tracker.progression.protocol import RehabProtocol

T = TypeVar("T")
Entry = TypeVar("Entry", bound=Identified)


class Reading(NamedTuple):
    """A diary that was read, and what is worth knowing of its files."""

    diary: Diary
    notices: tuple[str, ...]
    protocol: RehabProtocol


def read_diary(source: Path | BinaryIO) -> Reading:
    """Read a folder or a ZIP. A missing CSV file means that nothing was recorded.

    Rows stand in the order in which they were entered; it counts where times are missing.

    Raises FilesError listing the faults; nothing is read by half.
    """
    files = Contents(read_files(source, (EPISODE, CHECK_IN.file, SESSION.file, PROTOCOL)))
    episode = files.episode()
    check_ins = files.entries(CHECK_IN, partial(read_entry, CHECK_IN))
    sessions = files.entries(SESSION, partial(read_entry, SESSION))
    files.faults.settle()
    assert episode is not None  # noqa: S101 - without one there is a fault
    protocol = files.protocol_of(episode)
    return Reading(Diary.of(episode, check_ins, sessions), tuple(files.notices), protocol)


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
        self.protocol = self._protocol()

    def episode(self) -> Episode | None:
        """The episode; None once its faults are noted."""
        try:
            return to_episode(self.contents[EPISODE], self.faults, self.notices, self.protocol)
        except UnusableFileError as error:
            self.faults.add(error.fault)
            return None

    def protocol_of(self, episode: Episode) -> RehabProtocol:
        """What decides the episode that these files are of."""
        own = self.protocol
        return own if own is not None and own.id == episode.protocol else known(episode.protocol)

    def _protocol(self) -> RehabProtocol | None:
        """The clinician's own protocol that lies with the files; None without one that is usable.

        One that is no use is a fault.
        """
        if PROTOCOL not in self.contents:
            return None
        try:
            return parse(text_of(self.contents[PROTOCOL]), reference=shipped())
        except ProtocolError as error:
            for key, what in error.faults:
                self.faults.add(ParseError(PROTOCOL, what, column=key))
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
        """The entries of one file, each id once; that its columns leave out ticks is noted."""
        rows = self.rows(schema.file, schema.columns, parse)
        first = next(rows, None)
        if first is None:
            return []
        self.notices += did_not_ask(schema.file, schema.ticks, first[0].values)
        return each_id_once(chain([first], rows))
