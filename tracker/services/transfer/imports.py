"""Archives read back in: what is missing is added, what is there stays as it is.

What they add is worked out first (`import_plan`); writing it is one short transaction, for nobody
else can save meanwhile. A preview does the same and takes it back.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.services.diary.open_signs import locked_by, take_along
from tracker.services.diary.refold import Edit, rewrite, run_mark
from tracker.services.injury.protocols import PROTOCOLS, known_meanwhile
from tracker.services.transfer.entry_times import with_entry_times
from tracker.services.transfer.import_differences import left_out
from tracker.services.transfer.import_episode import known_episode, new_episode, opened_at
from tracker.services.transfer.import_items import entry_items, episode_item, mark_items
from tracker.services.transfer.import_outcome import Imported, ImportOutcome, imported_of
from tracker.services.transfer.import_plan import before_import, plan, plans
from tracker.storage.database import retried
from tracker.storage.diary import changes
from tracker.storage.diary import entries as stored_entries
from tracker.storage.diary.changes import Change
from tracker.storage.injury import episodes as stored_episodes
from tracker.storage.injury import visits
from tracker.storage.transfer import imports as stored_imports
from tracker.storage.words import ChangeAction, ImportSource

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence
    from contextlib import AbstractContextManager

    from tracker.exchange.own_format.archive import Archive
    from tracker.progression.run_assessment import RunAssessment
    from tracker.services.transfer.import_plan import Note, Plan
    from tracker.storage.database import Database, Transaction
    from tracker.storage.injury.episodes import EpisodeRecord
    from tracker.storage.keys import EpisodeKey
    from tracker.storage.transfer.imports import ImportItem


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
        with _protocols_of(archives):
            planned = plans(database, account_id, archives, now, unless_alike=unless_alike)
            with database.writing(account_id, keys=_keys(archives)) as tx:
                outcome, _ = _Import(tx, account_id, now, unless_alike=unless_alike).all(
                    archives, planned
                )
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
    with _protocols_of(archives):
        planned = plans(database, account_id, archives, now, unless_alike=unless_alike)
        with database.writing(account_id, keys=_keys(archives)) as tx:
            outcome, items = _Import(tx, account_id, now, unless_alike=unless_alike).all(
                archives, planned
            )
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


class _Import:
    """The writing of what was planned."""

    def __init__(
        self, tx: Transaction, account_id: int, now: dt.datetime, *, unless_alike: bool
    ) -> None:
        self._tx, self._account_id, self._now = tx, account_id, now
        self._unless_alike = unless_alike
        self._items: list[ImportItem] = []

    def all(
        self, archives: Iterable[Archive], planned: Iterable[Plan]
    ) -> tuple[ImportOutcome, list[ImportItem]]:
        """Write what archives add, each as it was planned; also what there is to undo."""
        tx, account_id = self._tx, self._account_id
        locked_before = locked_by(tx, account_id)
        imported: dict[int, Imported] = {}
        followers: list[tuple[EpisodeRecord, dt.datetime]] = []
        for archive, its_plan in zip(archives, planned, strict=True):
            episode = known_episode(tx, account_id, archive, imported)
            is_new = episode is None
            if episode is None:
                archive = with_entry_times(archive, self._now)  # noqa: PLW2901
                episode = new_episode(tx, account_id, archive, self._now)
                if archive.keeping.follows is not None:
                    followers.append((episode, archive.keeping.follows))
            imported[episode.id] = self._one(episode, archive, its_plan, is_new=is_new)
        for follower, instant in followers:
            earlier = opened_at(tx, follower, instant)
            stored_episodes.change(tx, follower, replace(follower, follows_episode_id=earlier))
        redecided = take_along(tx, account_id, self._now)
        locks = tuple(sign for sign in locked_by(tx, account_id) if sign not in locked_before)
        return ImportOutcome(tuple(imported.values()), locks, redecided), self._items

    def _one(
        self, episode: EpisodeRecord, archive: Archive, planned: Plan, *, is_new: bool
    ) -> Imported:
        """Add the entries that are not there yet, and decide every day anew."""
        before = before_import(self._tx, episode)
        if planned.before != before:  # somebody wrote meanwhile
            alike = self._unless_alike
            planned = plan(before, episode.protocol, archive, self._now, unless_alike=alike)
        facts, sessions = before.entries.episode, before.entries.sessions

        def write(assessed: Mapping[str, RunAssessment]) -> None:
            _write(self._tx, episode.key, planned, assessed)

        edit = Edit(planned.outcomes, None, None, write, days=planned.days)
        redecided = rewrite(self._tx, episode, edit)
        if not is_new:
            _note(self._tx, episode.key, planned.notes, self._now)
        self._items += [episode_item(episode.id, facts)] if is_new else []
        self._items += entry_items(episode.id, planned.notes)
        self._items += mark_items(episode.id, sessions, planned.outcomes)
        visited = visits.of_episode(self._tx, episode.key)
        untaken = () if is_new else left_out(facts, visited, archive)
        return imported_of(planned, redecided, untaken, is_new=is_new)


def _write(
    tx: Transaction, key: EpisodeKey, planned: Plan, assessed: Mapping[str, RunAssessment]
) -> None:
    marks = {uid: run_mark(run) for uid, run in assessed.items()}
    stored_entries.add_all(tx, key, (*planned.check_ins, *planned.sessions), marks)
    stored_entries.add_care(tx, key, planned.care)


def _note(tx: Transaction, key: EpisodeKey, notes: Iterable[Note], now: dt.datetime) -> None:
    """Note all at once: an archive brings thousands."""
    made = [
        Change(
            at=now,
            entity=note.word,
            uid=note.uid,
            action=ChangeAction.CREATE,
            before=None,
            after=note.snapshot,
        )
        for note in notes
    ]
    changes.add_all(tx, key, made)
