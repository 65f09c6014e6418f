"""Episodes: one injury each, from onset to return. An account has at most one that is open."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from tracker.progression.protocol_document.reader import SHIPPED
from tracker.services.diary.open_signs import open_signs, take_along
from tracker.services.diary.refold import redecide
from tracker.services.ownership import own_episode
from tracker.storage.database import retried
from tracker.storage.diary import diaries
from tracker.storage.injury import episodes as stored
from tracker.storage.injury.episodes import EpisodeRecord

if TYPE_CHECKING:
    from datetime import date, datetime

    from tracker.progression.episode import Episode, Side, Site
    from tracker.storage.database import Database, Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class EpisodeFacts:
    """What the runner says of an injury. `onset_about`: it began gradually, around that day.

    `baseline_week_minutes` is the jogging of a usual week, None where it is not known or not said.
    """

    site: Site
    side: Side
    onset: date
    onset_about: bool
    baseline_minutes: int
    timezone: str
    baseline_week_minutes: int | None = None


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
            baseline_week_minutes=self.episode.baseline_week_minutes,
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


@retried
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

    `follows` is the account's earlier episode that came back, if it did. What locks running in
    an earlier one locks it in this one too, from its first day. Raises EpisodeAlreadyOpen;
    NotFound for an unknown `follows`; ValueError for an onset in the future.
    """
    check_not_future(facts.onset, today)
    with database.writing(account_id) as tx:
        _check_none_open(tx, account_id)
        if follows is not None:
            own_episode(tx, account_id, follows)
        episode = stored.add(
            tx,
            EpisodeRecord(
                account_id=account_id,
                **columns(facts),
                protocol=protocol,
                screening=screening,
                screened_on=today,
                screened_at=now,
                carried_signs=open_signs(tx, account_id, now),
                opened_at=now,
                follows_episode_id=follows,
            ),
        )
        redecide(tx, episode, since=None)
        return episode.id


def current_episode(database: Database, account_id: int) -> EpisodeView | None:
    """Return the open episode of an account, if there is one."""
    with database.reading() as tx:
        record = stored.open_one(tx, account_id)
        return None if record is None else _view(tx, record)


def episode(database: Database, account_id: int, episode_id: int) -> EpisodeView:
    """Return one of an account's episodes; raises NotFound for any other."""
    with database.reading() as tx:
        return _view(tx, own_episode(tx, account_id, episode_id))


def all_episodes(database: Database, account_id: int) -> list[EpisodeView]:
    """Return every episode of an account, the latest onset first."""
    with database.reading() as tx:
        rows = stored.of_account(tx, account_id)
        rows.sort(key=lambda episode: (episode.onset, episode.id), reverse=True)
        return [_view(tx, episode) for episode in rows]


@retried
def end_episode(
    database: Database, account_id: int, episode_id: int, reason: CloseReason, *, today: date
) -> None:
    """End an episode; ending it twice changes nothing. Raises NotFound."""
    with database.writing(account_id) as tx:
        record = own_episode(tx, account_id, episode_id)
        if record.closed_on is None:
            ended = replace(record, closed_on=today, closed_reason=reason.value)
            stored.change(tx, record, ended)


@retried
def reopen_episode(database: Database, account_id: int, episode_id: int, *, now: datetime) -> None:
    """Go on with an ended episode. Raises NotFound, EpisodeAlreadyOpen.

    What locks running in another one, a later one too, locks it in this one from that day on.
    """
    with database.writing(account_id) as tx:
        record = own_episode(tx, account_id, episode_id)
        if record.closed_on is not None:
            _check_none_open(tx, account_id)
            opened = replace(record, closed_on=None, closed_reason=None, reopened_at=now)
            stored.change(tx, record, opened)
            take_along(tx, account_id, now)


def _check_none_open(tx: Transaction, account_id: int) -> None:
    if stored.open_one(tx, account_id) is not None:
        raise EpisodeAlreadyOpen("End the open episode first.")


def columns(facts: EpisodeFacts) -> dict[str, Any]:
    """The facts by the names that they are stored under."""
    return {field.name: getattr(facts, field.name) for field in fields(facts)}


def _view(tx: Transaction, record: EpisodeRecord) -> EpisodeView:
    return EpisodeView(
        id=record.id,
        episode=diaries.episode_value(tx, record),
        onset_about=record.onset_about,
        opened_at=record.opened_at,
        closed_on=record.closed_on,
        closed_reason=record.closed_reason,
        reopened_at=record.reopened_at,
        follows_episode_id=record.follows_episode_id,
    )


def check_not_future(day: date, today: date) -> None:
    """Raise ValueError for a day that is still to come."""
    if day > today:
        raise ValueError(f"{day} lies in the future.")
