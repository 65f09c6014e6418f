"""Archives read back in: what is missing is added, what is there stays as it is.

All of it is one transaction; a preview does the same and takes it back.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from tracker.services.diary.open_signs import locked_by, take_along
from tracker.services.injury.protocols import PROTOCOLS, known_meanwhile
from tracker.services.transfer.import_entries import Imported, add_entries
from tracker.services.transfer.import_episode import known_episode, new_episode, opened_at
from tracker.services.transfer.recognised import without_alike
from tracker.storage import diaries
from tracker.storage import episodes as stored_episodes
from tracker.storage import imports as stored_imports
from tracker.storage.database import retried
from tracker.storage.words import ImportSource

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence
    from contextlib import AbstractContextManager

    from tracker.exchange.own_format.archive import Archive
    from tracker.progression.review import Redecided
    from tracker.services.transfer.recognised import Alike
    from tracker.storage.database import Database, Transaction
    from tracker.storage.episodes import EpisodeRecord
    from tracker.storage.imports import ImportItem


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
        added, brought = add_entries(tx, episode, archive, now, is_new=is_new)
        imported[episode.id] = added._replace(alike=alike)
        items += brought
    for follower, instant in followers:
        earlier = opened_at(tx, follower, instant)
        stored_episodes.change(tx, follower, replace(follower, follows_episode_id=earlier))
    redecided = take_along(tx, account_id, now)
    locks = tuple(sign for sign in locked_by(tx, account_id) if sign not in locked_before)
    return ImportOutcome(tuple(imported.values()), locks, redecided), items
