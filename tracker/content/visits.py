"""A visit to a clinician: what was said there, and when the next one is."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypeAlias

from tracker.progression.episode import Through

Day: TypeAlias = date  # in the value below `date` is a day of its own


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """What a clinician said on a day, in words; nothing decides by it.

    `asked` is what the runner had wanted to ask, `next_on` the day of the next appointment, None
    where none was made.
    """

    date: date
    by: str
    said: str = ""
    next_on: Day | None = None
    asked: str = ""
    through: Through = field(default=Through.RUNNER, compare=False)
    entered_at: datetime | None = field(default=None, compare=False)
