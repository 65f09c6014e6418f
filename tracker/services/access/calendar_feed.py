"""The plan as a calendar, and the private links by which calendar programs read it."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from tracker.exchange.calendar_file import Ahead
from tracker.progression.forecast import WayHome
from tracker.services import tokens
from tracker.services.access import security_log
from tracker.services.access.origin import SHELL, Origin
from tracker.services.diary import days
from tracker.services.errors import NotFound
from tracker.services.injury import episodes
from tracker.services.ownership import own_episode
from tracker.storage.access import accounts, calendar_feeds
from tracker.storage.database import retried
from tracker.storage.diary import diaries
from tracker.storage.injury import episodes as stored_episodes
from tracker.storage.words import SecurityEvent

if TYPE_CHECKING:
    import datetime as dt

    from tracker.storage.access.accounts import Account
    from tracker.storage.database import Database


def ahead(
    database: Database, account_id: int, episode_id: int, *, today: dt.date, now: dt.datetime
) -> Ahead:
    """What lies ahead of an episode, as known now. Raises NotFound."""
    way = days.earliest_way_home(database, account_id, episode_id, today=today)
    with database.reading() as tx:
        record = own_episode(tx, account_id, episode_id)
        ran = {s.date for s in diaries.load(tx, record, until=today).sessions if s.is_run}
        return Ahead(
            name=hashlib.sha256(f"{record.id} {record.opened_at}".encode()).hexdigest()[:20],
            timezone=record.timezone,
            onset=record.onset,
            today=today,
            way=way if record.closed_on is None else WayHome((), None),
            run_days=len(ran),
            last_run=max(ran, default=None),
            edits=stored_episodes.count_edits(tx, record.key),
            now=now,
        )


@retried
def open_feed(
    database: Database, account_id: int, *, origin: Origin = SHELL, now: dt.datetime
) -> str:
    """Make a new link to the calendar and end the earlier ones; return its token."""
    token = tokens.new()
    with database.writing(account_id) as tx:
        calendar_feeds.revoke(tx, account_id, now)
        calendar_feeds.add(tx, account_id, tokens.digest(token), now)
        made = SecurityEvent.CALENDAR_LINK_MADE
        security_log.record(tx, made, account_id, origin=origin, now=now)
    return token


@retried
def close_feed(
    database: Database, account_id: int, *, origin: Origin = SHELL, now: dt.datetime
) -> None:
    """End the link to the calendar."""
    with database.writing(account_id) as tx:
        if calendar_feeds.revoke(tx, account_id, now):
            ended = SecurityEvent.CALENDAR_LINK_ENDED
            security_log.record(tx, ended, account_id, origin=origin, now=now)


def feed_since(database: Database, account_id: int) -> dt.datetime | None:
    """When the link that is open was made; None without one."""
    with database.reading() as tx:
        return calendar_feeds.since(tx, account_id)


def owner(database: Database, token: str) -> Account:
    """Return the account of whoever made a link. Raises NotFound for one unknown or ended."""
    with database.reading() as tx:
        account_id = calendar_feeds.account_of(tx, tokens.digest(token))
        account = None if account_id is None else accounts.by_id(tx, account_id)
    if account is None:
        raise NotFound(token)
    return account


def read_feed(database: Database, token: str, *, now: dt.datetime) -> Ahead | None:
    """What lies ahead of the open episode of whoever made the link; None without one.

    Raises NotFound for a link that is unknown or ended.
    """
    account_id = owner(database, token).id
    view = episodes.current_episode(database, account_id)
    if view is None:
        return None
    today = now.astimezone(ZoneInfo(view.facts.timezone)).date()
    return ahead(database, account_id, view.id, today=today, now=now)
