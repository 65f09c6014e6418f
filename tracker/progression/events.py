"""What a day's records do to a standing: what settles, what opens the ladder, what sends back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.progression import ladder
from tracker.progression.diary import Kind
from tracker.progression.protocol import Stage
from tracker.progression.standing import ONE_DAY, is_painful

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.progression.diary import CheckIn, DiaryDay, SessionLog
    from tracker.progression.protocol import Numbers, RehabProtocol
    from tracker.progression.standing import Standing


def follow_events(standing: Standing, records: DiaryDay, protocol: RehabProtocol) -> None:
    """Sharp pain and the settling check-in, in the order in which they came."""
    settled_by = records.settling
    for session in records.sessions:
        if session.is_sharp_pain_event:
            if settled_by is not None and records.precedes(settled_by, session):
                _settle(standing, records, settled_by, protocol)
                settled_by = None
            ladder.sharp_pain(standing, protocol)
    if settled_by is not None:
        _settle(standing, records, settled_by, protocol)


def _settle(
    standing: Standing, records: DiaryDay, settled_by: CheckIn, protocol: RehabProtocol
) -> None:
    for run in standing.awaiting:
        ladder.judge(standing, protocol, run, settled_by)
    standing.awaiting = ()
    if standing.last_run == standing.day - ONE_DAY:
        standing.last_run_settled = True
    walked = standing.walked_on == standing.day - ONE_DAY
    if standing.stage is Stage.CROSS_TRAIN and walked:
        earlier = _up_to(records, settled_by)
        if not settled_by.painkiller and not any(
            is_painful(record, protocol.numbers) for record in earlier
        ):
            ladder.enter(standing, protocol)


def _up_to(records: DiaryDay, check_in: CheckIn) -> Sequence[CheckIn | SessionLog]:
    """The day's records up to and including a check-in."""
    last = next(i for i, c in enumerate(records.check_ins) if c is check_in)
    sessions = [s for s in records.sessions if not records.precedes(check_in, s)]
    return (*records.check_ins[: last + 1], *sessions)


def change_stage(standing: Standing, records: DiaryDay, numbers: Numbers) -> None:
    """Between `protect` and `cross_train`, and whether today's walk may open the ladder."""
    today = standing.today
    if standing.stage is Stage.CROSS_TRAIN and today.painful:
        standing.stage = Stage.PROTECT
    elif (
        standing.stage is Stage.PROTECT
        and today.pain_free
        and standing.pain_free_days >= numbers.pain_free_days
    ):
        standing.stage = Stage.CROSS_TRAIN
    if standing.stage is Stage.CROSS_TRAIN and any(
        opens_ladder(s, numbers) for s in records.sessions
    ):
        standing.walked_on = standing.day


def opens_ladder(session: SessionLog, numbers: Numbers) -> bool:
    """Whether a session is the walk that opens the ladder: long enough, answered with 0."""
    return (
        session.kind is Kind.WALK
        and not session.is_run
        and (session.seconds or 0) >= numbers.walk_first_minutes * 60
        and session.pain == 0
        and not is_painful(session, numbers)
    )
