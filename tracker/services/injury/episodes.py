"""Episodes: one injury each, from onset to return. An account has at most one that is open."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import select

from tracker.progression.protocol_document.reader import SHIPPED
from tracker.services.diary.refold import redecide
from tracker.services.ownership import own_episode
from tracker.storage import diaries
from tracker.storage.models import EpisodeRow

if TYPE_CHECKING:
    from datetime import date, datetime

    from tracker.progression.episode import Episode, Side, Site
    from tracker.storage.database import Database, DbSession


@dataclass(frozen=True, slots=True, kw_only=True)
class EpisodeFacts:
    """What the runner says of an injury. `onset_about`: it began gradually, around that day."""

    site: Site
    side: Side
    onset: date
    onset_about: bool
    baseline_minutes: int
    timezone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EpisodeView:
    """An episode as kept: what the engine reads of it, and when it was opened and closed."""

    id: int
    episode: Episode
    onset_about: bool
    opened_at: datetime
    closed_on: date | None
    closed_reason: str | None
    reopened_at: datetime | None
    follows_episode_id: int | None

    @property
    def facts(self) -> EpisodeFacts:
        """What the runner said of it at first, or last corrected."""
        return EpisodeFacts(
            site=self.episode.site,
            side=self.episode.side,
            onset=self.episode.onset,
            onset_about=self.onset_about,
            baseline_minutes=self.episode.baseline_minutes,
            timezone=self.episode.timezone,
        )

    @property
    def is_open(self) -> bool:
        """Whether it is the one that pages and entries are about."""
        return self.closed_on is None


class CloseReason(StrEnum):
    """Why an episode was ended."""

    RETURNED = "returned"
    CLINICIAN = "clinician"
    STOPPED = "stopped"
    MISTAKE = "mistake"


class EpisodeAlreadyOpen(ValueError):
    """There is an open episode; it has to be ended first."""


def open_episode(
    database: Database,
    account_id: int,
    facts: EpisodeFacts,
    screening: tuple[str, ...],
    *,
    follows: int | None = None,
    protocol: str = SHIPPED,
    today: date,
    now: datetime,
) -> int:
    """Open an episode; `screening` is what was answered yes. Return its id.

    `follows` is the account's earlier episode that came back, if it did. Raises
    EpisodeAlreadyOpen; NotFound for an unknown `follows`; ValueError for an onset in the future.
    """
    check_not_future(facts.onset, today)
    with database.writing() as db:
        _check_none_open(db, account_id)
        if follows is not None:
            own_episode(db, account_id, follows)
        row = EpisodeRow(
            account_id=account_id,
            protocol=protocol,
            screening=list(screening),
            screened_on=today,
            opened_at=now,
            follows_episode_id=follows,
        )
        write_facts(row, facts)
        db.add(row)
        db.flush()
        redecide(db, row, since=None)
        return row.id


def current_episode(database: Database, account_id: int) -> EpisodeView | None:
    """Return the open episode of an account, if there is one."""
    with database.reading() as db:
        row = _open_row(db, account_id)
        return None if row is None else _view(db, row)


def episode(database: Database, account_id: int, episode_id: int) -> EpisodeView:
    """Return one of an account's episodes; raises NotFound for any other."""
    with database.reading() as db:
        return _view(db, own_episode(db, account_id, episode_id))


def all_episodes(database: Database, account_id: int) -> list[EpisodeView]:
    """Return every episode of an account, the latest onset first."""
    with database.reading() as db:
        rows = db.scalars(
            select(EpisodeRow)
            .where(EpisodeRow.account_id == account_id)
            .order_by(EpisodeRow.onset.desc(), EpisodeRow.id.desc())
        )
        return [_view(db, row) for row in rows]


def end_episode(
    database: Database, account_id: int, episode_id: int, reason: CloseReason, *, today: date
) -> None:
    """End an episode; ending it twice changes nothing. Raises NotFound."""
    with database.writing() as db:
        row = own_episode(db, account_id, episode_id)
        if row.closed_on is None:
            row.closed_on, row.closed_reason = today, reason.value


def reopen_episode(database: Database, account_id: int, episode_id: int, *, now: datetime) -> None:
    """Go on with an ended episode. Raises NotFound, EpisodeAlreadyOpen."""
    with database.writing() as db:
        row = own_episode(db, account_id, episode_id)
        if row.closed_on is not None:
            _check_none_open(db, account_id)
            row.closed_on, row.closed_reason, row.reopened_at = None, None, now


def _open_row(db: DbSession, account_id: int) -> EpisodeRow | None:
    return db.scalar(
        select(EpisodeRow).where(
            EpisodeRow.account_id == account_id, EpisodeRow.closed_on.is_(None)
        )
    )


def _check_none_open(db: DbSession, account_id: int) -> None:
    if _open_row(db, account_id) is not None:
        raise EpisodeAlreadyOpen("End the open episode first.")


def write_facts(row: EpisodeRow, facts: EpisodeFacts) -> None:
    """Fill a row from the facts."""
    row.site = facts.site
    row.side = facts.side
    row.onset = facts.onset
    row.onset_about = facts.onset_about
    row.baseline_minutes = facts.baseline_minutes
    row.timezone = facts.timezone


def _view(db: DbSession, row: EpisodeRow) -> EpisodeView:
    return EpisodeView(
        id=row.id,
        episode=diaries.episode_value(db, row),
        onset_about=row.onset_about,
        opened_at=row.opened_at,
        closed_on=row.closed_on,
        closed_reason=row.closed_reason,
        reopened_at=row.reopened_at,
        follows_episode_id=row.follows_episode_id,
    )


def check_not_future(day: date, today: date) -> None:
    """Raise ValueError for a day that is still to come."""
    if day > today:
        raise ValueError(f"{day} lies in the future.")
