"""Warning signs that were ticked by mistake and taken back: the sign and the reason stay."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from tracker.entries.fields import CHECK_IN
from tracker.progression.episode import LOCKING_FLAGS
from tracker.reports.summary import Corrected
from tracker.storage.diary import changes
from tracker.storage.keys import EpisodeKey

if TYPE_CHECKING:
    from tracker.storage.database import Database
    from tracker.storage.diary.changes import Change


def corrected_signs(database: Database, account_id: int, episode_id: int) -> list[Corrected]:
    """The signs of an episode of one's own that were taken back and stayed so, as corrected."""
    with database.reading() as tx:
        return [
            _corrected(change)
            for change in changes.with_reason(tx, EpisodeKey(account_id, episode_id))
        ]


def _corrected(change: Change) -> Corrected:
    """What was taken back: all its signs, of a check-in that was only moved out of sight."""
    before = change.before or {}
    if change.entity == CHECK_IN.word:
        old = CHECK_IN.restored(before)
        day, was = old.date, [flag for flag in old.signs if flag in LOCKING_FLAGS]
        still = CHECK_IN.restored(change.after).signs if change.after else ()
    else:
        day, was = dt.date.fromisoformat(before["screened_on"]), before["screening"]
        still = change.after["screening"] if change.after else ()
    taken = tuple(sign for sign in was if sign not in still)
    return Corrected(day, taken or tuple(was), change.reason)
