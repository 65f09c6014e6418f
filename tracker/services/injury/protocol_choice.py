"""Another protocol for an injury, by a clinician's word with name and date: it decides all days."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

from tracker.progression.episode import SELF
from tracker.progression.protocol_document.reader import shipped
from tracker.services.diary.refold import redecide
from tracker.services.injury import variants
from tracker.services.injury.corrections import note_change
from tracker.services.injury.episodes import check_not_future
from tracker.services.ownership import own_episode
from tracker.storage.database import retried
from tracker.storage.diary import diaries
from tracker.storage.injury import episodes as stored

if TYPE_CHECKING:
    import datetime as dt

    from tracker.progression.episode import Episode, Setting
    from tracker.progression.protocol import RehabProtocol
    from tracker.progression.review import Redecided
    from tracker.storage.database import Database


class Objection(Enum):
    """Why a protocol cannot be chosen for an injury."""

    NOT_OFFERED = "is not offered here"
    NEEDS_CLINICIAN = "needs the name of the clinician who chose it"
    BEFORE_ONSET = "was chosen before the injury began"
    NUMBER_OUT_OF_BOUNDS = "does not allow a number that was changed for this injury"


class ProtocolRefused(ValueError):
    """A protocol cannot be chosen so: the `objection`, and the changed number it is about."""

    def __init__(self, objection: Objection, setting: Setting | None = None) -> None:
        self.objection = objection
        self.setting = setting
        super().__init__(objection.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A clinician's word that a protocol shall decide, of a date."""

    protocol: str
    by: str
    date: dt.date


def offered(database: Database) -> tuple[RehabProtocol, ...]:
    """Every protocol that may be chosen, the usual one first."""
    own = (variant.protocol for variant in variants.every(database) if variant.offered)
    return (shipped(), *own)


@retried
def choose(
    database: Database,
    account_id: int,
    episode_id: int,
    choice: Choice,
    *,
    today: dt.date,
    now: dt.datetime,
) -> Redecided:
    """Let another protocol decide an injury: every day of it anew, from its first.

    Raises NotFound, ProtocolRefused, and ValueError for a date in the future.
    """
    check_not_future(choice.date, today)
    chosen = {protocol.id: protocol for protocol in offered(database)}
    with database.writing(account_id) as tx:
        record = own_episode(tx, account_id, episode_id)
        if choice.protocol not in chosen:
            raise ProtocolRefused(Objection.NOT_OFFERED)
        _check(diaries.episode_value(tx, record), chosen[choice.protocol], choice)
        changed = replace(
            record,
            protocol=choice.protocol,
            protocol_by=choice.by.strip(),
            protocol_on=choice.date,
            protocol_set_at=now,
        )
        stored.change(tx, record, changed)
        note_change(tx, record, changed, now)
        return redecide(tx, changed, since=None)


def _check(episode: Episode, protocol: RehabProtocol, choice: Choice) -> None:
    if choice.by.strip().lower() in {"", SELF}:
        raise ProtocolRefused(Objection.NEEDS_CLINICIAN)
    if choice.date < episode.onset:
        raise ProtocolRefused(Objection.BEFORE_ONSET)
    for setting in episode.settings:
        if not _allows(protocol, setting):
            raise ProtocolRefused(Objection.NUMBER_OUT_OF_BOUNDS, setting)


def _allows(protocol: RehabProtocol, setting: Setting) -> bool:
    """Whether a number as it was changed lies within what a protocol allows at any site."""
    number = protocol.tunables.get(setting.name)
    if number is None:
        return False
    highest = max([number.highest, *number.site_highest.values()])
    return number.lowest <= setting.value <= highest
