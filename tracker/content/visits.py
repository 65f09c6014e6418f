"""A visit to a clinician: what was said there, and when the next one is."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime  # noqa: TC003 - what is stored as JSON is read by its types

from tracker.progression.episode import Through


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """What a clinician said on a day, in words; nothing decides by it.

    `asked` is what the runner had wanted to ask, `next_on` the day of the next appointment, None
    where none was made.
    """

    date: date
    by: str
    said: str = ""
    next_on: date | None = None
    asked: str = ""
    through: Through = field(default=Through.RUNNER, compare=False)
    entered_at: datetime | None = field(default=None, compare=False)
