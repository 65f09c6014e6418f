"""Which numbers hold on a day, and which changes to them are allowed.

A number may be made more cautious by anyone; less cautious only as a clinician's word,
with name and date. Absolute bounds are the protocol's.
"""

from __future__ import annotations

from datetime import datetime
from enum import Enum
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

from tracker.progression.protocol import BASELINE, BASELINE_WEEK, PAIN_ALLOWED, STEP
from tracker.progression.standing import ONE_DAY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from tracker.progression.diary import Diary, DiaryDay
    from tracker.progression.episode import Episode, Setting
    from tracker.progression.protocol import Number, RehabProtocol

_MINUTE = 60


class Terms(NamedTuple):
    """What is in force from a day on: the tuned protocol, the baseline and the usual week.

    `placement` is the one that acts at the dawn of just that day, if there is one.
    """

    since: date
    protocol: RehabProtocol
    baseline_seconds: int
    week_seconds: int | None = None
    placement: Setting | None = None


class Objection(Enum):
    """Why a change of a number is refused."""

    UNKNOWN = "is not a number that can be changed"
    OUT_OF_BOUNDS = "is outside the bounds of the protocol"
    NEEDS_CLINICIAN = "is less cautious than before and needs the name of the clinician who set it"
    BACKDATED = "is your own placement, and those are never backdated"


def terms(protocol: RehabProtocol, episode: Episode) -> tuple[Terms, ...]:
    """Every change of the numbers of an episode, the earliest first, beginning at onset."""
    week = episode.baseline_week_minutes
    latest = Terms(
        episode.onset,
        protocol,
        episode.baseline_minutes * _MINUTE,
        None if week is None else week * _MINUTE,
    )
    changed = [latest]
    for setting in _by_date(episode.settings):
        value = setting.value * _MINUTE
        latest = Terms(
            max(setting.date, episode.onset),
            latest.protocol.tuned(setting.name, setting.value),
            value if setting.name == BASELINE else latest.baseline_seconds,
            value if setting.name == BASELINE_WEEK else latest.week_seconds,
        )
        changed.append(latest)
    return tuple(changed)


def terms_on(protocol: RehabProtocol, episode: Episode, day: date) -> Terms:
    """What is in force on a day; the last change of a day counts for the whole day."""
    return [t for t in terms(protocol, episode) if t.since <= max(day, episode.onset)][-1]


class Schedule:
    """The terms in force, asked for day after day, placements on the ladder among them."""

    def __init__(self, protocol: RehabProtocol, diary: Diary) -> None:
        self._current, *self._later = terms(protocol, diary.episode)
        self._placements = dict(placements(diary))

    def on(self, day: date) -> Terms:
        """What is in force on a day; days are asked for in their order."""
        while self._later and self._later[0].since <= day:
            self._current = self._later.pop(0)
        placement = self._placements.get(day)
        return self._current if placement is None else self._current._replace(placement=placement)


def placements(diary: Diary) -> Iterator[tuple[date, Setting]]:
    """The dawn at which each placement acts; of two at one dawn the one set later."""
    episode = diary.episode
    for setting in _by_date(episode.settings):
        if setting.name == STEP and setting.date >= episode.onset:
            late = _is_after_a_run(setting, diary.day(setting.date), episode.timezone)
            yield setting.date + ONE_DAY * late, setting


def _is_after_a_run(setting: Setting, records: DiaryDay, timezone: str) -> bool:
    """Whether a placement was entered after the first run of its date began."""
    began = next((session.time for session in records.sessions if session.is_run), None)
    if setting.entered_at is None or began is None:
        return False
    entered = setting.entered_at.astimezone(ZoneInfo(timezone)).replace(tzinfo=None)
    return entered > datetime.combine(setting.date, began)


def current(protocol: RehabProtocol, episode: Episode, name: str, day: date) -> int:
    """The value of a tunable number on a day."""
    change = changes(episode, day).get(name)
    if change is not None:
        return change.value
    if name == BASELINE:
        return episode.baseline_minutes
    week = episode.baseline_week_minutes
    return week if name == BASELINE_WEEK and week is not None else protocol.origins[name].value


def week_is_known(episode: Episode, day: date) -> bool:
    """Whether the jogging of a usual week is known on a day."""
    return episode.baseline_week_minutes is not None or BASELINE_WEEK in changes(episode, day)


def changes(episode: Episode, day: date) -> Mapping[str, Setting]:
    """The change that counts on a day of each number that was changed, by its name."""
    return {change.name: change for change in _by_date(episode.settings) if change.date <= day}


def bounds(protocol: RehabProtocol, episode: Episode, name: str, day: date) -> tuple[int, int]:
    """The lowest and highest value of a tunable number for this injury, on a day."""
    number = protocol.tunables[name]
    lowest, highest = number.lowest, number.highest_at(episode.site)
    if name == BASELINE_WEEK:
        lowest = max(lowest, current(protocol, episode, BASELINE, day))
    return lowest, highest


def objection(
    protocol: RehabProtocol,
    episode: Episode,
    setting: Setting,
    *,
    step: int | None = None,
    today: date | None = None,
) -> Objection | None:
    """Why `setting` may not follow the settings of the episode up to its date; None if it may.

    For a placement, `step` is the one stood at or kept, and `today` when it is entered; where
    either is not known it is not asked about.
    """
    number = protocol.tunables.get(setting.name)
    if number is None:
        return Objection.UNKNOWN
    lowest, highest = bounds(protocol, episode, setting.name, setting.date)
    if not lowest <= setting.value <= highest:
        return Objection.OUT_OF_BOUNDS
    if setting.by_clinician:
        return None
    if setting.name == STEP:
        return _objection_to_own_placement(setting, step, today)
    return _needs_clinician(protocol, episode, setting, number)


def _needs_clinician(
    protocol: RehabProtocol, episode: Episode, setting: Setting, number: Number
) -> Objection | None:
    """A usual week that is not known limits no plan, as the longest would: none is looser."""
    before = current(protocol, episode, setting.name, setting.date)
    return Objection.NEEDS_CLINICIAN if number.is_looser(setting.value, than=before) else None


def _objection_to_own_placement(
    setting: Setting, step: int | None, today: date | None
) -> Objection | None:
    """A runner may set a lower step without a clinician, never for a day gone by."""
    if today is not None and setting.date < today:
        return Objection.BACKDATED
    return Objection.NEEDS_CLINICIAN if step is not None and setting.value >= step else None


def site_cut(protocol: RehabProtocol, episode: Episode, day: date) -> int | None:
    """What `pain_allowed` has to be cut to from a day on, for the site as now stored.

    None if the value in force is within the bounds of that site.
    """
    highest = bounds(protocol, episode, PAIN_ALLOWED, day)[1]
    return highest if current(protocol, episode, PAIN_ALLOWED, day) > highest else None


def _by_date(settings: Iterable[Setting]) -> list[Setting]:
    """Settings by date; of one name and date the one entered last comes last."""
    ordered: list[Setting] = []
    for _, same in groupby(sorted(settings, key=_name_and_date), key=_name_and_date):
        group = list(same)
        if all(setting.entered_at is not None for setting in group):
            group.sort(key=lambda setting: setting.entered_at or datetime.min)  # noqa: DTZ901 - none is missing
        ordered.append(group[-1])
    return sorted(ordered, key=lambda setting: setting.date)


def _name_and_date(setting: Setting) -> tuple[str, date]:
    return setting.name, setting.date
