"""Whole courses, lived by the tracker's own word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.builders import check_in, diary, good_morning, on, planned, walk
from tracker.progression.ladder import prescription
from tracker.progression.protocol import Stage
from tracker.progression.protocol_document.reader import shipped
from tracker.progression.rules import verdict
from tracker.progression.timeline import stand

if TYPE_CHECKING:
    from tracker.progression.diary import CheckIn, Diary, SessionLog


def obedient_course(until: int = 55, *, pain_gone: int = 5) -> Diary:
    """Pain up to a day, then only good answers and what is cleared, done as planned."""
    records: list[CheckIn | SessionLog] = []
    for day in range(until + 1):
        records.append(good_morning(day) if day >= pain_gone else check_in(day, 2))
        outcome = stand(shipped(), diary(*records), on(day))
        plan = prescription(outcome.protocol, outcome.standing)
        if outcome.standing.stage is Stage.CROSS_TRAIN:
            records.append(walk(day))
        elif (
            plan is not None and verdict(outcome.protocol, outcome.standing).decision.allows_running
        ):
            records.append(planned(day, plan))
    return diary(*records)
