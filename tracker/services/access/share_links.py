"""Links by which a clinician reads one episode: no account, nothing to change, for a while."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from tracker.services import tokens
from tracker.services.access import accounts
from tracker.services.errors import NotFound
from tracker.services.ownership import own_episode
from tracker.storage.access_models import ShareOpeningRow, ShareRow
from tracker.storage.models import AccountRow, EpisodeRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from tracker.services.access.accounts import Account
    from tracker.storage.database import Database, DbSession

SHORTEST_DAYS, LONGEST_DAYS = 1, 365
LONGEST_NAME = 80
MOST_AN_HOUR = 120  # more than a reader opens: who is no reader must not fill the diary's file
_ONE_OPENING, _HOUR = timedelta(minutes=1), timedelta(hours=1)
_USER_AGENT_LENGTH = 120


class OpenedTooOften(PermissionError):
    """A link was opened more often within an hour than is put on record."""


@dataclass(frozen=True, slots=True)
class Opening:
    """A page that was opened through a shared link, and what its browser calls itself."""

    at: datetime
    page: str
    user_agent: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A link as its owner sees it: who has it, until when, and every opening, latest first."""

    id: int
    shared_with: str
    with_notes: bool
    created_at: datetime
    expires_at: datetime
    revoked_at: datetime | None
    openings: tuple[Opening, ...]

    def is_open(self, now: datetime) -> bool:
        """Whether the link still opens anything."""
        return self.revoked_at is None and now < self.expires_at


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedDiary:
    """What a link names: one episode of an account, and whether notes are shown."""

    share_id: int
    account: Account
    episode_id: int
    with_notes: bool
    expires_at: datetime


def share(
    database: Database,
    account_id: int,
    episode_id: int,
    *,
    shared_with: str,
    with_notes: bool,
    days: int,
    now: datetime,
) -> str:
    """Return the token of a new link to an episode; it is not shown again.

    `days` is how long it opens, 1 to 365. Raises NotFound, and ValueError for other days.
    """
    if not SHORTEST_DAYS <= days <= LONGEST_DAYS:
        raise ValueError(f"A link lasts {SHORTEST_DAYS} to {LONGEST_DAYS} days.")
    token = tokens.new()
    with database.writing() as db:
        own_episode(db, account_id, episode_id)
        db.add(
            ShareRow(
                episode_id=episode_id,
                token_hash=tokens.digest(token),
                shared_with=shared_with,
                with_notes=with_notes,
                created_at=now,
                expires_at=now + timedelta(days=days),
            )
        )
    return token


def shares(database: Database, account_id: int) -> list[Share]:
    """Return every link to an account's episodes, the latest first."""
    query = (
        select(ShareRow)
        .join(EpisodeRow, EpisodeRow.id == ShareRow.episode_id)
        .where(EpisodeRow.account_id == account_id)
        .order_by(ShareRow.id.desc())
    )
    with database.reading() as db:
        rows = db.scalars(query).all()
        openings = _openings(db, [row.id for row in rows])
        return [_value(row, openings[row.id]) for row in rows]


def revoke(database: Database, account_id: int, share_id: int, *, now: datetime) -> None:
    """End a link; ending it twice changes nothing. Raises NotFound for another account's."""
    with database.writing() as db:
        row = db.get(ShareRow, share_id)
        if row is None:
            raise NotFound(share_id)
        own_episode(db, account_id, row.episode_id)
        row.revoked_at = row.revoked_at or now


def opened(
    database: Database, token: str, *, page: str, user_agent: str, now: datetime
) -> SharedDiary:
    """Return what a link names, and record that a page of it was opened.

    What one browser asks of a page within a minute, its pictures too, is one opening. Raises
    NotFound for a link that is unknown, expired or ended: nobody learns which; OpenedTooOften
    rather than show what is not put on record.
    """
    agent = accounts.printable(user_agent)[:_USER_AGENT_LENGTH]
    with database.reading() as db:
        found = _named_by(db, token, now)
        known = db.scalar(
            select(ShareOpeningRow.id)
            .where(
                ShareOpeningRow.share_id == found.share_id,
                ShareOpeningRow.at > now - _ONE_OPENING,
                ShareOpeningRow.page == page,
                ShareOpeningRow.user_agent == agent,
            )
            .limit(1)
        )
    if known is None:
        opening = ShareOpeningRow(share_id=found.share_id, at=now, page=page, user_agent=agent)
        with database.writing() as db:
            of_this_hour = (ShareOpeningRow.share_id == found.share_id) & (
                ShareOpeningRow.at > now - _HOUR
            )
            query = select(func.count()).select_from(ShareOpeningRow).where(of_this_hour)
            if db.scalars(query).one() >= MOST_AN_HOUR:
                raise OpenedTooOften
            db.add(opening)
    return found


def _named_by(db: DbSession, token: str, now: datetime) -> SharedDiary:
    found = db.execute(
        select(ShareRow, EpisodeRow, AccountRow)
        .join(EpisodeRow, EpisodeRow.id == ShareRow.episode_id)
        .join(AccountRow, AccountRow.id == EpisodeRow.account_id)
        .where(
            ShareRow.token_hash == tokens.digest(token),
            ShareRow.revoked_at.is_(None),
            ShareRow.expires_at > now,
        )
    ).one_or_none()
    if found is None:
        raise NotFound("no such link")
    row, episode, account = found
    return SharedDiary(
        share_id=row.id,
        account=accounts.value(account),
        episode_id=episode.id,
        with_notes=row.with_notes,
        expires_at=row.expires_at,
    )


def _openings(db: DbSession, share_ids: Iterable[int]) -> Mapping[int, list[Opening]]:
    found: dict[int, list[Opening]] = defaultdict(list)
    query = (
        select(ShareOpeningRow)
        .where(ShareOpeningRow.share_id.in_(share_ids))
        .order_by(ShareOpeningRow.id.desc())
    )
    for row in db.scalars(query):
        found[row.share_id].append(Opening(row.at, row.page, row.user_agent))
    return found


def _value(row: ShareRow, openings: Iterable[Opening]) -> Share:
    return Share(
        id=row.id,
        shared_with=row.shared_with,
        with_notes=row.with_notes,
        created_at=row.created_at,
        expires_at=row.expires_at,
        revoked_at=row.revoked_at,
        openings=tuple(openings),
    )
