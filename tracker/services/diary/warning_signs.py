"""The questions that sharp or severe pain asks, while they are open."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.progression.diary import CheckIn
from tracker.progression.pain import is_alarming

if TYPE_CHECKING:
    from datetime import date

    from tracker.services.diary.days import Today


class OpenQuestions(NamedTuple):
    """Since when the questions are open, and how they can be answered.

    `is_severe`: a score that day or later was severe. `answerable`: today's last check-in, where
    no such pain came after it; it can hold the answers, and nobody is asked for a score again.
    """

    since: date
    is_severe: bool
    answerable: CheckIn | None


def open_questions(today: Today) -> OpenQuestions | None:
    """The open questions as a day stands; None where none are open."""
    since = today.standing.alarm_on
    if since is None:
        return None
    severe = today.protocol.numbers.severe_pain
    recent = [r for day, of in today.diary.days.items() if day >= since for r in of.records]
    is_severe = any(r.pain is not None and r.pain >= severe for r in recent)
    return OpenQuestions(since, is_severe, _answerable(today))


def _answerable(today: Today) -> CheckIn | None:
    for record in reversed(today.records.records):
        if isinstance(record, CheckIn):
            return record
        if is_alarming(record, today.protocol.numbers):
            return None
    return None
