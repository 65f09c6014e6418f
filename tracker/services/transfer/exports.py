"""Episodes as archives: all that is kept of them, to be taken away."""

from __future__ import annotations

from heapq import merge
from operator import attrgetter
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from tracker.exchange.own_format.archive import Archive, write_archive
from tracker.exchange.own_format.audit_csv import Audited
from tracker.exchange.own_format.audited_words import audited_words
from tracker.exchange.own_format.episode_lifecycle import EpisodeLifecycle
from tracker.exchange.own_format.zip_or_folder import zip_chunks
from tracker.services.diary.basis import BASIS
from tracker.services.diary.visits import QUESTIONS
from tracker.services.errors import NotFound
from tracker.storage.diary import care, changes, decisions_shown, diaries
from tracker.storage.injury import episodes as stored
from tracker.storage.injury import protocols, visits

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from tracker.progression.episode import Episode
    from tracker.storage.database import Database, Transaction
    from tracker.storage.injury.episodes import EpisodeRecord
    from tracker.storage.keys import EpisodeKey

DECISION, EPISODE = "decision", "episode"


def archive_of(database: Database, account_id: int, episode_id: int) -> Archive:
    """All that is kept of one episode. Raises NotFound for an episode of another account."""
    for archive, archived_id in _archives(database, account_id):
        if archived_id == episode_id:
            return archive._replace(folder="")
    raise NotFound(episode_id)


def all_archives(database: Database, account_id: int) -> list[Archive]:
    """All that is kept of all episodes of an account, the first opened first."""
    return [archive for archive, _ in _archives(database, account_id)]


def zipped(archives: Iterable[Archive], now: dt.datetime) -> Iterator[bytes]:
    """Archives as a ZIP, chunk by chunk; days through today where the runner lives."""
    files: dict[str, Iterable[str]] = {}
    for archive in archives:
        files |= write_archive(archive, last_day(archive, now))
    return zip_chunks(files)


def last_day(archive: Archive, now: dt.datetime) -> dt.date:
    """The last day worth telling of: today, or when the episode was ended."""
    today = now.astimezone(ZoneInfo(archive.episode.timezone)).date()
    return max(archive.keeping.closed_on or today, archive.episode.onset)


def _archives(database: Database, account_id: int) -> Iterator[tuple[Archive, int]]:
    with database.reading() as tx:
        episodes = sorted(stored.of_account(tx, account_id), key=lambda e: (e.opened_at, e.id))
        opened = {episode.id: episode.opened_at for episode in episodes}
        for number, episode in enumerate(episodes, 1):
            folder = f"{number}-{episode.onset}-{episode.site}/"
            yield _archive(tx, episode, opened, folder), episode.id


def _archive(
    tx: Transaction, episode: EpisodeRecord, opened: dict[int, dt.datetime], folder: str
) -> Archive:
    entries = diaries.load(tx, episode)
    follows = episode.follows_episode_id
    keeping = EpisodeLifecycle(
        opened_at=episode.opened_at,
        onset_about=episode.onset_about,
        closed_on=episode.closed_on,
        closed_reason=episode.closed_reason,
        reopened_at=episode.reopened_at,
        follows=None if follows is None else opened.get(follows),
        visits=visits.of_episode(tx, episode.key),
        questions=episode.questions,
    )
    return Archive(
        entries.episode,
        keeping,
        sorted(entries.check_ins, key=attrgetter("date")),
        sorted(entries.sessions, key=attrgetter("date")),
        care.load_as_entered(tx, episode.key),
        _audit(tx, episode.key, entries.episode),
        folder,
        protocols.text_of(tx, episode.protocol),
    )


def _audit(tx: Transaction, key: EpisodeKey, episode: Episode) -> list[Audited]:
    edits, decisions = _changes(tx, key), _decisions_shown(tx, key)
    return list(merge(edits, audited_words(episode), decisions, key=attrgetter("at")))


def _changes(tx: Transaction, key: EpisodeKey) -> Iterator[Audited]:
    """Edits, in the order in which they were made."""
    for change in changes.every(tx, key):
        uid = "" if change.entity in {EPISODE, BASIS, QUESTIONS} else change.uid  # an episode's own
        yield Audited(
            change.at,
            change.entity,
            uid,
            change.action.value,
            change.before,
            change.after,
            change.undone_at,
            change.reason,
        )


def _decisions_shown(tx: Transaction, key: EpisodeKey) -> Iterator[Audited]:
    """Decisions, in the order in which they were shown."""
    for decision in decisions_shown.every(tx, key):
        led_to = {
            "protocol": decision.protocol,
            "findings": decision.findings,
            "inputs": decision.inputs,
        }
        day = decision.date.isoformat()
        yield Audited(decision.shown_at, DECISION, day, decision.decision, None, led_to)
