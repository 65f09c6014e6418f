"""Visits to a clinician: what the runner wants to ask, what was said, and when the next one is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.progression.plain import to_plain
from tracker.services.ownership import own_episode
from tracker.storage.database import retried
from tracker.storage.diary import changes
from tracker.storage.injury import episodes
from tracker.storage.injury import visits as stored

if TYPE_CHECKING:
    from datetime import date, datetime

    from tracker.content.visits import Visit
    from tracker.storage.database import Database, Transaction
    from tracker.storage.keys import EpisodeKey

VISIT, QUESTIONS = "visit", "questions"  # what the record of edits calls them


def visits_of(database: Database, account_id: int, episode_id: int) -> tuple[Visit, ...]:
    """The visits of an episode, the first first. Raises NotFound."""
    with database.reading() as tx:
        key = own_episode(tx, account_id, episode_id).key
        return stored.of_episode(tx, key)


def questions(database: Database, account_id: int, episode_id: int) -> str:
    """What the runner wants to ask at the next visit. Raises NotFound."""
    with database.reading() as tx:
        return own_episode(tx, account_id, episode_id).questions


@retried
def ask(
    database: Database, account_id: int, episode_id: int, wanted: str, *, now: datetime
) -> None:
    """Keep what the runner wants to ask, in place of what they wanted before. Raises NotFound."""
    with database.writing(account_id) as tx:
        episode = own_episode(tx, account_id, episode_id)
        if wanted == episode.questions:
            return
        episodes.change(tx, episode, replace(episode, questions=wanted))
        what = (QUESTIONS, str(episode_id))
        before = {"questions": episode.questions}
        changes.add(tx, episode.key, what, before, {"questions": wanted}, now=now)


@retried
def record(
    database: Database,
    account_id: int,
    episode_id: int,
    visit: Visit,
    *,
    today: date,
    now: datetime,
) -> None:
    """Record a visit; the questions that were noted for it go with it.

    Raises NotFound, and ValueError for a visit in the future.
    """
    if visit.date > today:
        raise ValueError(f"{visit.date} lies in the future.")
    with database.writing(account_id) as tx:
        episode = own_episode(tx, account_id, episode_id)
        add(tx, episode.key, replace(visit, asked=episode.questions), now)
        episodes.change(tx, episode, replace(episode, questions=""))


def add(tx: Transaction, key: EpisodeKey, visit: Visit, now: datetime) -> None:
    """Store a visit, and put it on record."""
    stored.add(tx, key, [visit], now)
    changes.add(tx, key, (VISIT, visit.date.isoformat()), None, to_plain(visit), now=now)
