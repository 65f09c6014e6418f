"""Whose an episode is: every use case begins here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.services.errors import NotFound
from tracker.storage import one_view
from tracker.storage.injury import episodes as stored

if TYPE_CHECKING:
    from tracker.storage.database import Transaction
    from tracker.storage.injury.episodes import EpisodeRecord


def own_episode(tx: Transaction, account_id: int, episode_id: int) -> EpisodeRecord:
    """The account's own episode; NotFound for anyone else's, or none at all."""
    episode = one_view.once(tx, stored.own, account_id, episode_id)
    if episode is None:
        raise NotFound(episode_id)
    return episode
