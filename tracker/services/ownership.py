"""Whose an episode is: every use case begins here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.services.errors import NotFound
from tracker.storage import diaries

if TYPE_CHECKING:
    from tracker.storage.database import DbSession
    from tracker.storage.models import EpisodeRow


def own_episode(db: DbSession, account_id: int, episode_id: int) -> EpisodeRow:
    """The account's own episode; NotFound for anyone else's, or none at all."""
    episode = diaries.episode_of(db, account_id, episode_id)
    if episode is None:
        raise NotFound(episode_id)
    return episode
