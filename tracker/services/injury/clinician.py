"""What a clinician decides, as the runner records it: clearances and changed numbers.

And what waits for their word: running that is locked.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tracker.progression import guardrails
from tracker.progression.timeline import stand
from tracker.services.diary.refold import protocol_of, redecide
from tracker.services.injury.episodes import check_not_future
from tracker.services.ownership import own_episode
from tracker.storage import diaries, episodes, standings

if TYPE_CHECKING:
    from datetime import date, datetime

    from tracker.progression.episode import Clearance, Setting
    from tracker.progression.guardrails import Objection
    from tracker.progression.review import Redecided
    from tracker.storage.database import Database, Transaction
    from tracker.storage.episodes import EpisodeRecord


@dataclass(frozen=True, slots=True)
class Lock:
    """Running is locked since a day by these signs, until a clinician's clearance."""

    since: date
    signs: tuple[str, ...]


class SettingRefused(ValueError):
    """A number may not be changed so; `objection` says why."""

    def __init__(self, objection: Objection) -> None:
        self.objection = objection
        super().__init__(objection.value)


def record_clearance(
    database: Database,
    account_id: int,
    episode_id: int,
    clearance: Clearance,
    *,
    today: date,
    now: datetime,
) -> Redecided:
    """Record a clinician's word that running may go on, from its date.

    Raises NotFound, and ValueError for a date in the future.
    """
    check_not_future(clearance.date, today)
    with database.writing() as tx:
        episode = own_episode(tx, account_id, episode_id)
        episodes.add_clearances(tx, episode_id, [replace(clearance, entered_at=now)], now)
        return redecide(tx, episode, since=clearance.date)


def change_setting(
    database: Database,
    account_id: int,
    episode_id: int,
    setting: Setting,
    *,
    today: date,
    now: datetime,
) -> Redecided:
    """Change one number of an episode from a date on.

    Raises NotFound, SettingRefused, and ValueError for a date in the future.
    """
    check_not_future(setting.date, today)
    with database.writing() as tx:
        episode = own_episode(tx, account_id, episode_id)
        add_setting(tx, episode, setting, now)
        return redecide(tx, episode, since=setting.date)


def lock_on(database: Database, account_id: int, episode_id: int, today: date) -> Lock | None:
    """Whether running is locked on a day, since when and by which signs. Raises NotFound."""
    with database.reading() as tx:
        episode = own_episode(tx, account_id, episode_id)
        asked = episode.screening or episode.carried_signs
        if not (asked or episodes.has_red_flag(tx, episode_id)):
            return None
        day = max(today, episode.onset)
        base, entries = standings.resume(tx, episode, day)
        standing = stand(protocol_of(episode), entries.diary(), day, after=base).standing
    if standing.locked_on is None:
        return None
    return Lock(standing.locked_on, standing.locked_by)


def add_setting(tx: Transaction, episode: EpisodeRecord, setting: Setting, now: datetime) -> None:
    """Store a changed number; SettingRefused if it may not be changed so."""
    facts = diaries.episode_value(tx, episode)
    objection = guardrails.objection(protocol_of(episode), facts, setting)
    if objection is not None:
        raise SettingRefused(objection)
    episodes.add_settings(tx, episode.id, [replace(setting, entered_at=now)], now)
