"""A whole archive taken in: its sessions are one import, and its runs say what was usual."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

from tracker.exchange.archive.activity import Unreadable
from tracker.exchange.archive.reading import has_to_be_read
from tracker.exchange.own_format.archive import Archive
from tracker.exchange.own_format.episode_lifecycle import EpisodeLifecycle
from tracker.progression.standing import ONE_DAY
from tracker.services.diary.same_session import about_the_same
from tracker.services.ownership import own_episode
from tracker.services.transfer import archive_choice
from tracker.services.transfer.archive_sessions import session_of
from tracker.services.transfer.usual_training import RunBefore, usual_training
from tracker.storage.diary import diaries

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence

    from tracker.exchange.archive.activity import Activity
    from tracker.exchange.archive.reading import Reading
    from tracker.progression.diary import SessionLog
    from tracker.services.injury.episodes import EpisodeView
    from tracker.services.transfer.archive_job import Job
    from tracker.services.transfer.usual_training import UsualTraining
    from tracker.storage.database import Database


class Ready(NamedTuple):
    """What an archive would add to a diary.

    `there` are sessions that are in the diary already, from elsewhere; `doubled` is how many the
    archive has twice. Neither is added. `unsplit` are recordings that could not be read: their
    sessions are taken as the archive sums them up.
    """

    sessions: Sequence[SessionLog]
    there: Sequence[SessionLog]
    doubled: int
    unsplit: Sequence[Unreadable]

    def archive(self, view: EpisodeView) -> Archive:
        """The sessions as what is imported into an injury."""
        opened = EpisodeLifecycle(opened_at=view.opened_at)
        return Archive(view.episode, opened, (), tuple(self.sessions))


def ready(database: Database, account_id: int, view: EpisodeView, job: Job) -> Ready:
    """What the chosen part of an archive would add. Raises NotFound."""
    zone, readings = ZoneInfo(view.facts.timezone), job.readings()
    single, doubled = without_doubles(job.chosen(), readings)
    given = [session_of(activity, readings.get(activity.id), zone) for activity in single]
    with database.reading() as tx:
        record = own_episode(tx, account_id, view.id)
        by_day = _by_day(diaries.load(tx, record).sessions)
    new = [session for session in given if _in_the_diary(session, by_day) is None]
    there = [session for session in given if _in_the_diary(session, by_day) is not None]
    return Ready(new, there, doubled, _unsplit(single, readings))


def _by_day(sessions: Iterable[SessionLog]) -> Mapping[dt.date, list[SessionLog]]:
    by_day: dict[dt.date, list[SessionLog]] = defaultdict(list)
    for session in sessions:
        by_day[session.date].append(session)
    return by_day


def _in_the_diary(
    session: SessionLog, by_day: Mapping[dt.date, list[SessionLog]]
) -> SessionLog | None:
    """The other session of the diary that is about the same; the same id is the same entry."""
    near = (by_day.get(session.date + by * ONE_DAY, ()) for by in (-1, 0, 1))
    others = [other for day in near for other in day]
    if any(other.id == session.id for other in others):
        return None
    return about_the_same(session, others)


def _unsplit(
    activities: Iterable[Activity], readings: Mapping[str, Reading]
) -> Sequence[Unreadable]:
    faulty = ((a, readings[a.id].fault) for a in activities if a.id in readings)
    return [Unreadable(str(activity.recording), fault) for activity, fault in faulty if fault]


def without_doubles(
    activities: Sequence[Activity], readings: Mapping[str, Reading]
) -> tuple[list[Activity], int]:
    """The activities, each once, and how many were there twice: two programs may have kept one.

    They are the same where one falls into the other by more than half of the shorter. The one
    that tells more stays.
    """

    def tells(activity: Activity) -> tuple[bool, bool, bool]:
        read = readings.get(activity.id)
        return bool(read and read.kind), has_to_be_read(activity), bool(activity.metres)

    by_day: dict[dt.date, list[Activity]] = defaultdict(list)
    for activity in sorted(activities, key=tells, reverse=True):
        day = activity.start.date()
        near = [other for by in (-1, 0, 1) for other in by_day.get(day + by * ONE_DAY, ())]
        if not any(_overlap(activity, other) for other in near):
            by_day[day].append(activity)
    single = sorted((a for day in by_day.values() for a in day), key=lambda a: a.start)
    return single, len(activities) - len(single)


def _overlap(one: Activity, other: Activity) -> bool:
    ends = [a.start + timedelta(seconds=a.seconds) for a in (one, other)]
    shared = min(ends) - max(one.start, other.start)
    return 2 * shared.total_seconds() > min(one.seconds, other.seconds)


def usual_of(job: Job, view: EpisodeView) -> UsualTraining:
    """What an archive says of the running before the injury, whether that is imported or not."""
    zone, readings = ZoneInfo(view.facts.timezone), job.readings()
    runs = archive_choice.believed_runs(job.looked().activities.values(), job.choice())
    single, _ = without_doubles(runs, readings)
    sessions = (session_of(activity, readings.get(activity.id), zone) for activity in single)
    return usual_training(
        (RunBefore(s.date, s.jog_seconds, s.distance_m) for s in sessions if s.is_run),
        view.episode.onset,
    )
