"""Episodes as archives: all that is kept of them, to be taken away."""

from __future__ import annotations

from heapq import merge
from operator import attrgetter
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from sqlalchemy import select

from tracker.exchange.own_format.archive import Archive, write_archive
from tracker.exchange.own_format.audit_csv import Audited
from tracker.exchange.own_format.episode_lifecycle import EpisodeLifecycle
from tracker.exchange.own_format.zip_or_folder import zip_chunks
from tracker.services.errors import NotFound
from tracker.storage import care, diaries
from tracker.storage.models import ChangeRow, DecisionShownRow, EpisodeRow

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from tracker.storage.database import Database, DbSession

DECISION, EPISODE = "decision", "episode"


def archive_of(database: Database, account_id: int, episode_id: int) -> Archive:
    """All that is kept of one episode. Raises NotFound for an episode of another account."""
    for archive, row_id in _archives(database, account_id):
        if row_id == episode_id:
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
    with database.reading() as db:
        rows = list(
            db.scalars(
                select(EpisodeRow)
                .where(EpisodeRow.account_id == account_id)
                .order_by(EpisodeRow.opened_at, EpisodeRow.id)
            )
        )
        opened = {row.id: row.opened_at for row in rows}
        for number, row in enumerate(rows, 1):
            yield _archive(db, row, opened, f"{number}-{row.onset}-{row.site}/"), row.id


def _archive(
    db: DbSession, row: EpisodeRow, opened: dict[int, dt.datetime], folder: str
) -> Archive:
    entries = diaries.load(db, row)
    follows = row.follows_episode_id
    keeping = EpisodeLifecycle(
        opened_at=row.opened_at,
        onset_about=row.onset_about,
        closed_on=row.closed_on,
        closed_reason=row.closed_reason,
        reopened_at=row.reopened_at,
        follows=None if follows is None else opened.get(follows),
    )
    return Archive(
        entries.episode,
        keeping,
        entries.check_ins,
        entries.sessions,
        care.load_as_entered(db, row.id),
        list(merge(_changes(db, row.id), _shown(db, row.id), key=attrgetter("at"))),
        folder,
    )


def _changes(db: DbSession, episode_id: int) -> Iterator[Audited]:
    """Edits, in the order in which they were made."""
    query = select(ChangeRow).where(ChangeRow.episode_id == episode_id).order_by(ChangeRow.id)
    for row in db.scalars(query):
        uid = "" if row.entity == EPISODE else row.uid
        yield Audited(
            row.at, row.entity, uid, row.action.value, row.before, row.after, row.undone_at
        )


def _shown(db: DbSession, episode_id: int) -> Iterator[Audited]:
    """Decisions, in the order in which they were shown."""
    query = (
        select(DecisionShownRow)
        .where(DecisionShownRow.episode_id == episode_id)
        .order_by(DecisionShownRow.id)
    )
    for row in db.scalars(query):
        led_to = {"protocol": row.protocol, "findings": row.findings, "inputs": row.inputs}
        yield Audited(row.shown_at, DECISION, row.date.isoformat(), row.decision, None, led_to)
