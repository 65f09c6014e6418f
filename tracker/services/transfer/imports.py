"""Archives read back in: what is missing is added, what is there stays as it is.

All of it is one transaction; a preview does the same and takes it back.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from tracker.entries.fields import CARE, schema_of
from tracker.progression.diary import CheckIn, SessionLog
from tracker.progression.timeline import timeline
from tracker.services.diary.open_signs import locked_by, take_along
from tracker.services.diary.refold import Edit, protocol_of, rewrite, run_mark
from tracker.services.injury.protocols import PROTOCOLS, known_meanwhile
from tracker.services.transfer.import_differences import left_out
from tracker.services.transfer.import_episode import known_episode, new_episode, opened_at
from tracker.services.transfer.import_items import entry_items, episode_item, mark_items
from tracker.services.transfer.recognised import without_alike
from tracker.storage import care, changes, diaries
from tracker.storage import entries as stored_entries
from tracker.storage import episodes as stored_episodes
from tracker.storage import imports as stored_imports
from tracker.storage.changes import Change
from tracker.storage.database import retried
from tracker.storage.words import ChangeAction, ImportSource

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence
    from contextlib import AbstractContextManager

    from tracker.content.care import CareEntry
    from tracker.exchange.own_format.archive import Archive
    from tracker.progression.episode import Episode
    from tracker.progression.review import Redecided
    from tracker.progression.run_assessment import RunAssessment
    from tracker.progression.timeline import DayOutcome
    from tracker.services.transfer.recognised import Alike
    from tracker.storage.database import Database, Transaction
    from tracker.storage.episodes import EpisodeRecord
    from tracker.storage.imports import ImportItem

Entry = TypeVar("Entry", CheckIn, SessionLog, "CareEntry")


class Deviation(NamedTuple):
    """A run that is added although it was not cleared, by these rules."""

    date: dt.date
    rules: tuple[str, ...]


class Imported(NamedTuple):
    """What an archive adds. `known` entries are there already, `different` ones of them not alike.

    `redecided` is what it changes for runs that were there before, and for the standing;
    `left_out` what the archive says of the injury itself that is not taken over; `alike` are
    entries that may be here already, and so are not added.
    """

    episode: Episode
    is_new: bool
    check_ins: int
    sessions: int
    care: int
    known: int
    different: int
    deviations: tuple[Deviation, ...]
    redecided: Redecided
    left_out: tuple[str, ...]
    alike: tuple[Alike, ...] = ()

    @property
    def added(self) -> int:
        """How many entries are added."""
        return self.check_ins + self.sessions + self.care


class ImportOutcome(NamedTuple):
    """What archives add, each to its episode, and how that locks the open one.

    `locks` are the signs it is locked by from now on and was not before; `redecided` is what those
    of other injuries change in it.
    """

    episodes: tuple[Imported, ...]
    locks: tuple[str, ...]
    redecided: Redecided

    @property
    def adds_anything(self) -> bool:
        """Whether anything is added."""
        return any(episode.is_new or episode.added for episode in self.episodes)


@retried
def preview(
    database: Database,
    account_id: int,
    archives: Sequence[Archive],
    *,
    unless_alike: bool = False,
    now: dt.datetime,
) -> ImportOutcome:
    """What importing would do. Raises FilesError for what cannot be taken in."""
    try:
        with _protocols_of(archives), database.writing(account_id, keys=_keys(archives)) as tx:
            outcome, _ = _import_all(tx, account_id, archives, now, unless_alike=unless_alike)
            raise _TakenBack(outcome)  # noqa: TRY301 - the way to undo a transaction
    except _TakenBack as taken_back:
        return taken_back.outcome


@retried
def import_archives(
    database: Database,
    account_id: int,
    archives: Sequence[Archive],
    *,
    source: ImportSource = ImportSource.EXPORT,
    unless_alike: bool = False,
    now: dt.datetime,
) -> ImportOutcome:
    """Add what is missing, all or nothing. Raises FilesError for what cannot be taken in.

    An entry is known by its id; an episode by when it was opened, or else by where it hurts and
    when that began. A new episode brings its record of edits along; one that is there keeps its
    own facts, and each added entry is noted as an edit. All of it can be undone as one.
    With `unless_alike`, what may be here already under another id is not added.
    """
    with _protocols_of(archives), database.writing(account_id, keys=_keys(archives)) as tx:
        outcome, items = _import_all(tx, account_id, archives, now, unless_alike=unless_alike)
        if items:
            stored_imports.add(tx, account_id, source, now, items)
        return outcome


def _keys(archives: Iterable[Archive]) -> tuple[str, ...]:
    """What is held besides the account: a protocol that comes along belongs to nobody."""
    return (PROTOCOLS,) if any(archive.protocol_text for archive in archives) else ()


def _protocols_of(archives: Iterable[Archive]) -> AbstractContextManager[None]:
    return known_meanwhile([archive.protocol_text for archive in archives])


class _TakenBack(Exception):
    """What was tried is undone."""

    def __init__(self, outcome: ImportOutcome) -> None:
        self.outcome = outcome


def _import_all(
    tx: Transaction,
    account_id: int,
    archives: Iterable[Archive],
    now: dt.datetime,
    *,
    unless_alike: bool,
) -> tuple[ImportOutcome, list[ImportItem]]:
    locked_before = locked_by(tx, account_id)
    imported: dict[int, Imported] = {}
    items: list[ImportItem] = []
    followers: list[tuple[EpisodeRecord, dt.datetime]] = []
    for archive in archives:
        episode = known_episode(tx, account_id, archive, imported)
        is_new = episode is None
        if episode is None:
            episode = new_episode(tx, account_id, archive, now)
            if archive.keeping.follows is not None:
                followers.append((episode, archive.keeping.follows))
        alike: tuple[Alike, ...] = ()
        if unless_alike:
            archive, alike = without_alike(diaries.load(tx, episode), archive)  # noqa: PLW2901
        added, brought = _add(tx, episode, archive, now, is_new=is_new)
        imported[episode.id] = added._replace(alike=alike)
        items += brought
    for follower, instant in followers:
        earlier = opened_at(tx, follower, instant)
        stored_episodes.change(tx, follower, follows_episode_id=earlier)
    redecided = take_along(tx, account_id, now)
    locks = tuple(sign for sign in locked_by(tx, account_id) if sign not in locked_before)
    return ImportOutcome(tuple(imported.values()), locks, redecided), items


def _add(
    tx: Transaction, episode: EpisodeRecord, archive: Archive, now: dt.datetime, *, is_new: bool
) -> tuple[Imported, list[ImportItem]]:
    """Add the entries that are not there yet, and decide every day anew; also what to undo.

    Long, for there are three kinds of entries.
    """
    entries, care_log = diaries.load(tx, episode), care.load_as_entered(tx, episode.id)
    check_ins, known_check_ins = _split(entries.check_ins, archive.check_ins, now)
    sessions, known_sessions = _split(entries.sessions, archive.sessions, now)
    care_entries, known_care = _split(care_log, archive.care, now)
    before = tuple(entries.sessions)
    entries.check_ins += check_ins
    entries.sessions += sessions
    diary = entries.diary()
    outcomes = list(timeline(protocol_of(episode), diary, diary.last_day))

    def write(assessed: Mapping[str, RunAssessment]) -> None:
        _write(tx, episode.id, (check_ins, sessions, care_entries), assessed)

    redecided = rewrite(tx, episode, Edit(outcomes, None, None, write))
    if not is_new:
        _note(tx, episode.id, (*check_ins, *sessions), care_entries, now)
    added = {session.id for session in sessions}
    known = (*known_check_ins, *known_sessions, *known_care)
    items = [
        *([episode_item(episode.id, entries.episode)] if is_new else []),
        *entry_items(episode.id, (*check_ins, *sessions, *care_entries)),
        *mark_items(episode.id, before, outcomes),
    ]
    imported = Imported(
        entries.episode,
        is_new,
        len(check_ins),
        len(sessions),
        len(care_entries),
        len(known),
        known.count(False),
        _deviations(outcomes, added),
        redecided._replace(runs=tuple(r for r in redecided.runs if r.uid not in added)),
        () if is_new else left_out(entries.episode, archive.episode),
    )
    return imported, items


def _split(
    stored: Iterable[Entry], given: Iterable[Entry], now: dt.datetime
) -> tuple[list[Entry], list[bool]]:
    """The given entries that are new, and of each that is known whether it is alike."""
    by_id = {entry.id: entry for entry in stored}
    new, known = [], []
    for entry in given:
        if entry.id in by_id:
            known.append(_content(entry) == _content(by_id[entry.id]))
        else:
            new.append(replace(entry, entered_at=entry.entered_at or now))
    return new, known


def _content(entry: CheckIn | SessionLog | CareEntry) -> object:
    """An entry without what the diary itself adds to it."""
    bare = replace(entry, entered_at=None)
    return replace(bare, deviation=None) if isinstance(bare, SessionLog) else bare


def _write(
    tx: Transaction,
    episode_id: int,
    entries: tuple[Sequence[CheckIn], Sequence[SessionLog], Sequence[CareEntry]],
    assessed: Mapping[str, RunAssessment],
) -> None:
    check_ins, sessions, care_entries = entries
    marks = {uid: run_mark(run) for uid, run in assessed.items()}
    stored_entries.add_all(tx, episode_id, (*check_ins, *sessions), marks)
    care.add_all(tx, episode_id, care_entries)


def _note(
    tx: Transaction,
    episode_id: int,
    entries: Iterable[CheckIn | SessionLog],
    care_entries: Iterable[CareEntry],
    now: dt.datetime,
) -> None:
    """Note all at once: an archive brings thousands."""
    made = [(schema_of(entry), entry) for entry in entries]
    snapshots = [(schema.word, entry.id, schema.snapshot(entry)) for schema, entry in made]
    snapshots += [(CARE.word, entry.id, CARE.snapshot(entry)) for entry in care_entries]
    changes.add_all(
        tx,
        episode_id,
        [
            Change(
                at=now,
                entity=word,
                uid=uid,
                action=ChangeAction.CREATE,
                before=None,
                after=snapshot,
            )
            for word, uid, snapshot in snapshots
        ],
    )


def _deviations(outcomes: Iterable[DayOutcome], added: set[str]) -> tuple[Deviation, ...]:
    return tuple(
        Deviation(run.run.date, run.rules)
        for day in outcomes
        for run in day.runs
        if run.is_deviation and run.run.id in added
    )
