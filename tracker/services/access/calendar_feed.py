"""The plan as a calendar, and the private links by which calendar programs read it."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from sqlalchemy import func, select, update

from tracker.exchange.calendar_file import Ahead
from tracker.progression.forecast import WayHome
from tracker.services import tokens
from tracker.services.diary import days
from tracker.services.errors import NotFound
from tracker.services.injury import episodes
from tracker.services.ownership import own_episode
from tracker.storage import diaries
from tracker.storage.access_models import CalendarFeedRow
from tracker.storage.models import ChangeRow, ClearanceRow, SettingsChangeRow

if TYPE_CHECKING:
    import datetime as dt

    from tracker.storage.database import Database, DbSession
    from tracker.storage.models import EpisodeRow


def ahead(
    database: Database, account_id: int, episode_id: int, *, today: dt.date, now: dt.datetime
) -> Ahead:
    """What lies ahead of an episode, as known now. Raises NotFound."""
    way = days.earliest_way_home(database, account_id, episode_id, today=today)
    with database.reading() as db:
        row = own_episode(db, account_id, episode_id)
        ran = {s.date for s in diaries.load(db, row, until=today).sessions if s.is_run}
        return Ahead(
            name=hashlib.sha256(f"{row.id} {row.opened_at}".encode()).hexdigest()[:20],
            timezone=row.timezone,
            onset=row.onset,
            today=today,
            way=way if row.closed_on is None else WayHome((), None),
            run_days=len(ran),
            last_run=max(ran, default=None),
            edits=_edits(db, row),
            now=now,
        )


def _edits(db: DbSession, row: EpisodeRow) -> int:
    """How often anything was written down, changed or undone that may move the plan."""
    edits = select(func.count() + func.count(ChangeRow.undone_at))
    counts = [
        db.scalar(edits.where(ChangeRow.episode_id == row.id)),
        db.scalar(select(func.count()).where(ClearanceRow.episode_id == row.id)),
        db.scalar(select(func.count()).where(SettingsChangeRow.episode_id == row.id)),
    ]
    return sum(count or 0 for count in counts)


def open_feed(database: Database, account_id: int, *, now: dt.datetime) -> str:
    """Make a new link to the calendar and end the earlier ones; return its token."""
    token = tokens.new()
    with database.writing() as db:
        _revoke(db, account_id, now)
        hashed = tokens.digest(token)
        db.add(CalendarFeedRow(account_id=account_id, token_hash=hashed, created_at=now))
    return token


def close_feed(database: Database, account_id: int, *, now: dt.datetime) -> None:
    """End the link to the calendar."""
    with database.writing() as db:
        _revoke(db, account_id, now)


def feed_since(database: Database, account_id: int) -> dt.datetime | None:
    """When the link that is open was made; None without one."""
    with database.reading() as db:
        query = select(CalendarFeedRow.created_at).where(
            CalendarFeedRow.account_id == account_id, CalendarFeedRow.revoked_at.is_(None)
        )
        return db.scalars(query.limit(1)).one_or_none()


def read_feed(database: Database, token: str, *, now: dt.datetime) -> Ahead | None:
    """What lies ahead of the open episode of whoever made the link; None without one.

    Raises NotFound for a link that is unknown or ended.
    """
    with database.reading() as db:
        query = select(CalendarFeedRow.account_id).where(
            CalendarFeedRow.token_hash == tokens.digest(token),
            CalendarFeedRow.revoked_at.is_(None),
        )
        account_id = db.scalars(query).one_or_none()
    if account_id is None:
        raise NotFound(token)
    view = episodes.current_episode(database, account_id)
    if view is None:
        return None
    today = now.astimezone(ZoneInfo(view.facts.timezone)).date()
    return ahead(database, account_id, view.id, today=today, now=now)


def _revoke(db: DbSession, account_id: int, now: dt.datetime) -> None:
    db.execute(
        update(CalendarFeedRow)
        .where(CalendarFeedRow.account_id == account_id, CalendarFeedRow.revoked_at.is_(None))
        .values(revoked_at=now)
    )
