"""What was chosen of an archive, as sessions. How it felt is never filled in: no archive knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.progression.diary import RUNNING_KINDS, SessionLog

if TYPE_CHECKING:
    import datetime as dt

    from tracker.exchange.archive.activity import Activity
    from tracker.exchange.archive.reading import Reading


def local_start(activity: Activity, zone: dt.tzinfo) -> dt.datetime:
    """When it began where it was done, if the archive says so; else in the zone of the diary."""
    is_said = bool(activity.start.utcoffset())  # no offset is UTC, as most write
    return activity.start if is_said else activity.start.astimezone(zone)


def session_of(activity: Activity, reading: Reading | None, zone: dt.tzinfo) -> SessionLog:
    """The session that an activity was: minutes from its recording, else as the archive has them.

    A run whose recording does not tell walking from jogging is taken as jogged all along.
    """
    start = local_start(activity, zone)
    kind, seconds = activity.kind, activity.seconds
    metres: int | None = activity.metres
    walked, jogged, longest = 0, seconds if kind in RUNNING_KINDS else 0, None
    if reading is not None and reading.kind is not None:
        kind, seconds, metres = reading.kind, reading.seconds, reading.metres or metres
        if kind in RUNNING_KINDS:
            walked, jogged = reading.walk_seconds or 0, reading.jog_seconds or 0
            longest = reading.longest_jog_seconds
        else:
            walked, jogged, longest = 0, 0, None
    return SessionLog(
        date=start.date(),
        time=start.time().replace(second=0, microsecond=0),
        kind=kind,
        seconds=seconds,
        walk_seconds=walked,
        jog_seconds=jogged,
        longest_jog_seconds=longest,
        distance_m=metres,
        note=f"From {activity.source}.",
        id=activity.id,
    )
