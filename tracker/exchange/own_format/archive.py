"""Everything kept of episodes as files, a folder each, and back."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, TypeVar
from zoneinfo import ZoneInfo

from tracker.content.care import CareEntry
from tracker.entries.cells import UNPRINTABLE
from tracker.entries.fields import CARE, CHECK_IN, LONGEST_NOTE, SESSION, id_rule, is_id
from tracker.exchange.csv_file import to_lines
from tracker.exchange.own_format.audit_csv import (
    AUDIT,
    AUDIT_COLUMNS,
    Audited,
    from_audited,
    to_audited,
)
from tracker.exchange.own_format.columns_explained import columns_explained
from tracker.exchange.own_format.days_csv import DAYS, days_csv
from tracker.exchange.own_format.diary_csv import Contents, care_csv, check_ins_csv, sessions_csv
from tracker.exchange.own_format.episode_json import EPISODE, from_episode
from tracker.exchange.own_format.episode_lifecycle import EpisodeLifecycle, to_keeping
from tracker.exchange.own_format.episode_values import PROTOCOL
from tracker.exchange.own_format.json_values import to_document
from tracker.exchange.own_format.zip_or_folder import read_folders
from tracker.exchange.parse_errors import FilesError, Record
from tracker.exchange.protocol_text import text_of
from tracker.exchange.records import read_entry
from tracker.progression.diary import CheckIn, Diary, SessionLog
from tracker.progression.episode import Episode
from tracker.progression.protocol_document.reader import is_known, known
from tracker.translations import gettext

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import date, datetime
    from pathlib import Path
    from typing import BinaryIO

    from tracker.entries.schema import Schema

README = "README.txt"
FILES = (EPISODE, CHECK_IN.file, SESSION.file, CARE.file, AUDIT, PROTOCOL)  # those that are read
ALL_FILES = (README, EPISODE, CHECK_IN.file, SESSION.file, DAYS, CARE.file, AUDIT, PROTOCOL)

Entry = TypeVar("Entry", CheckIn, SessionLog, CareEntry)


class Archive(NamedTuple):
    """All that is kept of one episode, entries in the order in which they were made.

    `folder` is where its files lie in a ZIP: empty, or a name that ends in a slash;
    `protocol_text` is the clinician's own protocol that decides it, where there is one.
    """

    episode: Episode
    keeping: EpisodeLifecycle
    check_ins: Sequence[CheckIn]
    sessions: Sequence[SessionLog]
    care: Sequence[CareEntry] = ()
    audit: Sequence[Audited] = ()
    folder: str = ""
    protocol_text: str | None = None

    @property
    def diary(self) -> Diary:
        """What decisions are made of."""
        return Diary.of(self.episode, self.check_ins, self.sessions)


class Archives(NamedTuple):
    """Episodes that were read, and what is worth knowing of their files."""

    archives: tuple[Archive, ...]
    notices: tuple[str, ...] = ()


def write_archive(archive: Archive, until: date) -> dict[str, Iterator[str]]:
    """Write all that is kept of an episode: for each file its name and its text, line by line.

    Where the protocol that decides it is gone, its days cannot be told of.
    """
    there = {PROTOCOL: archive.protocol_text, DAYS: is_known(archive.episode.protocol)}
    names = [name for name in ALL_FILES if there.get(name, True)]
    return {archive.folder + name: write_file(archive, name, until) for name in names}


def write_file(archive: Archive, name: str, until: date) -> Iterator[str]:
    """Write one file of an archive, line by line; its days through `until`."""
    writers: Mapping[str, Callable[[], Iterator[str]]] = {
        README: lambda: iter((columns_explained(),)),
        EPISODE: lambda: iter((from_episode(archive.episode, archive.keeping),)),
        CHECK_IN.file: lambda: check_ins_csv(archive.check_ins),
        SESSION.file: lambda: sessions_csv(archive.sessions),
        DAYS: lambda: days_csv(known(archive.episode.protocol), archive.diary, until),
        CARE.file: lambda: care_csv(archive.care),
        AUDIT: lambda: to_lines(AUDIT_COLUMNS, map(from_audited, archive.audit)),
        PROTOCOL: lambda: iter((archive.protocol_text or "",)),
    }
    return writers[name]()


def read_archives(source: Path | BinaryIO, now: datetime) -> Archives:
    """Read a folder, or a ZIP of one or more episodes. A missing CSV file holds nothing.

    Raises FilesError listing the faults of the first folder that has any; among them are dates
    that have not come yet where the runner lives. Nothing is read by half.
    """
    archives, notices = [], []
    for folder, contents in read_folders(source, FILES).items():
        files = Contents(contents)
        try:
            archives.append(_archive(files, folder, now))
        except FilesError as error:
            faults = [fault._replace(file=folder + fault.file) for fault in error.faults]
            raise FilesError(faults) from error
        notices += [folder + notice for notice in files.notices]
    return Archives(tuple(archives), tuple(notices))


def _archive(files: Contents, folder: str, now: datetime) -> Archive:
    episode = files.episode()
    today = now.date() if episode is None else now.astimezone(ZoneInfo(episode.timezone)).date()
    document = Record(files.faults, EPISODE, _document(files))
    if episode is not None and episode.onset > today:
        document.fault("onset", gettext("has not come yet"))
    checked = partial(usable, today=today)
    archive = Archive(
        episode or Episode(onset=today, baseline_minutes=0),
        to_keeping(document),
        named(files.entries(CHECK_IN, checked(CHECK_IN))),
        named(files.entries(SESSION, checked(SESSION))),
        named(files.entries(CARE, checked(CARE))),
        [audited for _, audited in files.rows(AUDIT, AUDIT_COLUMNS, to_audited)],
        folder,
        None if files.protocol is None else text_of(files.contents[PROTOCOL]),
    )
    files.faults.settle()
    return archive


def _document(files: Contents) -> dict[str, object]:
    """The episode's document, or nothing where `Contents.episode` has noted that it is none."""
    return {} if len(files.faults) else to_document(files.contents[EPISODE], EPISODE)


def usable(schema: Schema[Entry], today: date) -> Callable[[Record], Entry | None]:
    """A parser of entries that also asks whether they can be stored and shown."""

    def checked(row: Record) -> Entry | None:
        entry = read_entry(schema, row)
        if entry is None:
            return None
        if entry.date > today:
            row.fault("date", gettext("has not come yet"))
        if entry.id and not is_id(entry.id):
            row.fault("id", id_rule())
        if len(entry.note) > LONGEST_NOTE or UNPRINTABLE.search(entry.note):
            too_long = gettext(
                "must be at most %(most)d characters that can be shown", most=LONGEST_NOTE
            )
            row.fault("note", too_long)
        return None if row.is_faulty else entry

    return checked


def named(entries: Iterable[Entry]) -> list[Entry]:
    """Give an id to entries without one: the same entry in the same place, the same id."""
    entries_with_ids: list[Entry] = []
    times: dict[str, int] = {}
    for entry in entries:
        if entry.id:
            entries_with_ids.append(entry)
            continue
        text = repr(replace(entry, entered_at=None))
        times[text] = times.get(text, 0) + 1
        digest = hashlib.sha256(f"{text} {times[text]}".encode()).hexdigest()
        entries_with_ids.append(replace(entry, id=f"file-{digest[:24]}"))
    return entries_with_ids
