"""When the runner was last asked on which day they expect to run as before."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from tracker.services.ownership import own_episode
from tracker.storage.diary import diaries

if TYPE_CHECKING:
    from datetime import date

    from tracker.storage.database import Database

_EVERY = timedelta(days=7)


def asks_expected_return(database: Database, account_id: int, episode_id: int, day: date) -> bool:
    """Whether it is time to ask: once a week. Raises NotFound for another account's episode."""
    with database.reading() as tx:
        episode = own_episode(tx, account_id, episode_id)
        last = diaries.last_expectation(tx, episode.key, day)
    return last is None or day - last >= _EVERY
