"""What was done besides running, and whether the stage had cleared it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.progression.diary import RUNNING_KINDS, Diary, Kind
from tracker.progression.protocol import Stage
from tracker.progression.timeline import stand

if TYPE_CHECKING:
    from tracker.progression.diary import DiaryDay
    from tracker.progression.episode import Episode
    from tracker.progression.protocol import RehabProtocol
    from tracker.progression.standing import Standing

_EVER = RUNNING_KINDS | {Kind.WALK, Kind.MASSAGE}  # of the running kinds, what was only walked
_CROSS_TRAINING = _EVER | {Kind.BIKE, Kind.SWIM, Kind.STRENGTH, Kind.STRETCH}


def not_yet_cleared(
    protocol: RehabProtocol, episode: Episode, before: Standing | None, records: DiaryDay
) -> frozenset[str]:
    """The sessions of a day, by id, that are no runs and were outside what was cleared.

    Asked of what came before each that day. `protocol` is the one pinned, `before` the standing
    at the end of the day before (None on the day of onset).
    """
    return frozenset(
        session.id
        for session in records.sessions
        if not session.is_run
        and session.kind not in _EVER
        and session.kind
        not in _cleared(
            stand(
                protocol,
                Diary(episode, {session.date: records.before(session)}),
                session.date,
                after=before,
            ).standing
        )
    )


def _cleared(standing: Standing) -> frozenset[Kind]:
    if standing.locked_on is not None or standing.stage is Stage.PROTECT:
        return _EVER
    return frozenset(Kind) if standing.has_returned else _CROSS_TRAINING
