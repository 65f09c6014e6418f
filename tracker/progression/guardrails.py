"""Which numbers hold on a day, and which changes to them are allowed.

A number may be made more cautious by anyone; less cautious only as a clinician's word,
with name and date. Absolute bounds are the protocol's.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from tracker.progression.protocol import BASELINE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from tracker.progression.episode import Episode, Setting
    from tracker.progression.protocol import RehabProtocol


class Terms(NamedTuple):
    """What is in force from a day on: the tuned protocol and the baseline in seconds."""

    since: date
    protocol: RehabProtocol
    baseline_seconds: int


class Objection(Enum):
    """Why a change of a number is refused."""

    UNKNOWN = "is not a number that can be changed"
    OUT_OF_BOUNDS = "is outside the bounds of the protocol"
    NEEDS_CLINICIAN = "is less cautious than before and needs the name of the clinician who set it"


def terms(protocol: RehabProtocol, episode: Episode) -> tuple[Terms, ...]:
    """Every change of the numbers of an episode, the earliest first, beginning at onset."""
    found = [Terms(episode.onset, protocol, episode.baseline_minutes * 60)]
    for setting in _by_date(episode.settings):
        latest = found[-1]
        tuned = latest.protocol.tuned(setting.name, setting.value)
        baseline = setting.value * 60 if setting.name == BASELINE else latest.baseline_seconds
        found.append(Terms(max(setting.date, episode.onset), tuned, baseline))
    return tuple(found)


def terms_on(protocol: RehabProtocol, episode: Episode, day: date) -> Terms:
    """What is in force on a day; the last change of a day counts for the whole day."""
    return [t for t in terms(protocol, episode) if t.since <= max(day, episode.onset)][-1]


def current(protocol: RehabProtocol, episode: Episode, name: str, day: date) -> int:
    """The value of a tunable number on a day."""
    change = changes(episode, day).get(name)
    if change is not None:
        return change.value
    return episode.baseline_minutes if name == BASELINE else protocol.origins[name].value


def changes(episode: Episode, day: date) -> Mapping[str, Setting]:
    """The change that counts on a day of each number that was changed, by its name."""
    return {change.name: change for change in _by_date(episode.settings) if change.date <= day}


def objection(protocol: RehabProtocol, episode: Episode, setting: Setting) -> Objection | None:
    """Why `setting` may not follow the settings of the episode up to its date; None if it may."""
    number = protocol.tunables.get(setting.name)
    if number is None:
        return Objection.UNKNOWN
    if not number.allows(setting.value):
        return Objection.OUT_OF_BOUNDS
    before = current(protocol, episode, setting.name, setting.date)
    if number.is_looser(setting.value, than=before) and not setting.by.strip():
        return Objection.NEEDS_CLINICIAN
    return None


def _by_date(settings: Iterable[Setting]) -> list[Setting]:
    return sorted(settings, key=lambda setting: setting.date)
