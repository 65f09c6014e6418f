"""What a clinician decides, as the runner records it: clearances and changed numbers.

And what waits for their word: running that is locked.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tracker.progression import guardrails
from tracker.progression.protocol import STEP
from tracker.progression.timeline import stand
from tracker.services.diary.refold import protocol_of, redecide
from tracker.services.injury.episodes import check_not_future
from tracker.services.ownership import own_episode
from tracker.storage.database import retried
from tracker.storage.diary import diaries, standings
from tracker.storage.injury import episodes

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from tracker.progression.episode import Clearance, Episode, Setting
    from tracker.progression.guardrails import Objection
    from tracker.progression.review import Redecided
    from tracker.progression.standing import Standing
    from tracker.storage.database import Database, Transaction
    from tracker.storage.injury.episodes import EpisodeRecord


@dataclass(frozen=True, slots=True)
class Lock:
    """Running is locked since a day by these signs, until a clinician's clearance.

    `recorded_on` is the last day of each sign: a clearance of it is of that day or later.
    """

    since: date
    signs: tuple[str, ...]
    recorded_on: Mapping[str, date] = field(default_factory=dict, compare=False)


class SettingRefused(ValueError):
    """A number may not be changed so: its `name`, and the `objection` that says why."""

    def __init__(self, name: str, objection: Objection) -> None:
        self.name = name
        self.objection = objection
        super().__init__(objection.value)


@retried
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
    with database.writing(account_id) as tx:
        episode = own_episode(tx, account_id, episode_id)
        episodes.add_clearances(tx, episode.key, [replace(clearance, entered_at=now)], now)
        return redecide(tx, episode, since=clearance.date)


@retried
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

    A runner's own step has to be lower than the one they stand at today, and dated today. Raises
    NotFound, SettingRefused, and ValueError for a date in the future.
    """
    check_not_future(setting.date, today)
    with database.writing(account_id) as tx:
        episode = own_episode(tx, account_id, episode_id)
        add_setting(tx, episode, setting, today=today, now=now)
        return redecide(tx, episode, since=setting.date)


def lock_on(database: Database, account_id: int, episode_id: int, today: date) -> Lock | None:
    """Whether running is locked on a day, since when and by which signs. Raises NotFound."""
    with database.reading() as tx:
        episode = own_episode(tx, account_id, episode_id)
        asked = episode.screening or episode.carried_signs
        if not (asked or episodes.has_red_flag(tx, episode.key)):
            return None
        standing = standing_on(tx, episode, today)
    if standing.locked_on is None:
        return None
    in_order = sorted(standing.open_signs, key=lambda sign: sign.date)
    days = {sign.id: sign.date for sign in in_order}
    return Lock(standing.locked_on, standing.locked_by, days)


def add_setting(
    tx: Transaction, episode: EpisodeRecord, setting: Setting, *, today: date, now: datetime
) -> None:
    """Store a changed number; SettingRefused if it may not be changed so."""
    check_setting(tx, episode, setting, today)
    episodes.add_settings(tx, episode.key, [replace(setting, entered_at=now)], now)


def check_setting(tx: Transaction, episode: EpisodeRecord, setting: Setting, today: date) -> None:
    """Raise SettingRefused for a number that may not be changed so, when entered today."""
    facts = diaries.episode_value(tx, episode)
    step = _step(tx, episode, facts, today) if setting.name == STEP else None
    objection = guardrails.objection(protocol_of(episode), facts, setting, step=step, today=today)
    if objection is not None:
        raise SettingRefused(setting.name, objection)


def _step(tx: Transaction, episode: EpisodeRecord, facts: Episode, today: date) -> int:
    """The step stood at or kept today, or the one that is set today and acts only tomorrow."""
    set_today = [s.value for s in facts.settings if s.name == STEP and s.date == today]
    return min([standing_on(tx, episode, today).step, *set_today])


def standing_on(tx: Transaction, episode: EpisodeRecord, today: date) -> Standing:
    """Where the runner stands today, everything recorded so far counted."""
    day = max(today, episode.onset)
    base, entries = standings.resume(tx, episode, day)
    return stand(protocol_of(episode), entries.diary(), day, after=base).standing
