"""The entries of an archive that a diary lacks: added, decided upon, noted and to be undone."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from tracker.entries.fields import schema_of
from tracker.progression.diary import CheckIn, SessionLog
from tracker.progression.timeline import timeline
from tracker.services.diary.refold import Edit, protocol_of, rewrite, run_mark
from tracker.services.transfer.import_differences import left_out
from tracker.services.transfer.import_items import entry_items, episode_item, mark_items
from tracker.storage import care, changes, diaries
from tracker.storage import entries as stored_entries
from tracker.storage.changes import Change
from tracker.storage.words import ChangeAction

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from tracker.content.care import CareEntry
    from tracker.exchange.own_format.archive import Archive
    from tracker.progression.episode import Episode
    from tracker.progression.review import Redecided
    from tracker.progression.run_assessment import RunAssessment
    from tracker.progression.timeline import DayOutcome
    from tracker.services.transfer.recognised import Alike
    from tracker.storage.database import Transaction
    from tracker.storage.diaries import Entries
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


class _New(NamedTuple):
    """Entries of an archive that the diary lacks, and of the others whether each is alike."""

    check_ins: list[CheckIn]
    sessions: list[SessionLog]
    care: list[CareEntry]
    known: tuple[bool, ...]

    @property
    def all(self) -> tuple[CheckIn | SessionLog | CareEntry, ...]:
        """The entries, by kind."""
        return (*self.check_ins, *self.sessions, *self.care)


def add_entries(
    tx: Transaction, episode: EpisodeRecord, archive: Archive, now: dt.datetime, *, is_new: bool
) -> tuple[Imported, list[ImportItem]]:
    """Add the entries that are not there yet, and decide every day anew; also what to undo."""
    entries = diaries.load(tx, episode)
    new = _new(tx, episode, entries, archive, now)
    before = tuple(entries.sessions)
    entries.check_ins += new.check_ins
    entries.sessions += new.sessions
    diary = entries.diary()
    outcomes = list(timeline(protocol_of(episode), diary, diary.last_day))
    write = partial(_write, tx, episode.id, new)
    redecided = rewrite(tx, episode, Edit(outcomes, None, None, write))
    if not is_new:
        _note(tx, episode.id, new, now)
    items = [
        *([episode_item(episode.id, entries.episode)] if is_new else []),
        *entry_items(episode.id, new.all),
        *mark_items(episode.id, before, outcomes),
    ]
    facts_left_out = () if is_new else left_out(entries.episode, archive.episode)
    imported = _imported(entries.episode, new, outcomes, redecided, facts_left_out)
    return imported._replace(is_new=is_new), items


def _imported(
    episode: Episode,
    new: _New,
    outcomes: Iterable[DayOutcome],
    redecided: Redecided,
    facts_left_out: tuple[str, ...],
) -> Imported:
    added = {session.id for session in new.sessions}
    return Imported(
        episode,
        is_new=False,
        check_ins=len(new.check_ins),
        sessions=len(new.sessions),
        care=len(new.care),
        known=len(new.known),
        different=new.known.count(False),
        deviations=_deviations(outcomes, added),
        redecided=redecided._replace(runs=tuple(r for r in redecided.runs if r.uid not in added)),
        left_out=facts_left_out,
    )


def _new(
    tx: Transaction, episode: EpisodeRecord, entries: Entries, archive: Archive, now: dt.datetime
) -> _New:
    check_ins, known_check_ins = _split(entries.check_ins, archive.check_ins, now)
    sessions, known_sessions = _split(entries.sessions, archive.sessions, now)
    care_entries, known_care = _split(care.load_as_entered(tx, episode.id), archive.care, now)
    known = (*known_check_ins, *known_sessions, *known_care)
    return _New(check_ins, sessions, care_entries, known)


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
    tx: Transaction, episode_id: int, new: _New, assessed: Mapping[str, RunAssessment]
) -> None:
    marks = {uid: run_mark(run) for uid, run in assessed.items()}
    stored_entries.add_all(tx, episode_id, (*new.check_ins, *new.sessions), marks)
    care.add_all(tx, episode_id, new.care)


def _note(tx: Transaction, episode_id: int, new: _New, now: dt.datetime) -> None:
    """Note all at once: an archive brings thousands."""
    made = [
        Change(
            at=now,
            entity=schema.word,
            uid=entry.id,
            action=ChangeAction.CREATE,
            before=None,
            after=schema.snapshot(entry),
        )
        for schema, entry in [(schema_of(entry), entry) for entry in new.all]
    ]
    changes.add_all(tx, episode_id, made)


def _deviations(outcomes: Iterable[DayOutcome], added: set[str]) -> tuple[Deviation, ...]:
    return tuple(
        Deviation(run.run.date, run.rules)
        for day in outcomes
        for run in day.runs
        if run.is_deviation and run.run.id in added
    )
