"""What a diary holds: an episode, and records of each day. Days count from onset, day 0."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

WAKING, DAY, EVENING, NIGHT = "waking", "day", "evening", "night"
NONE, SORENESS, PAIN, SHARP = "none", "soreness", "pain", "sharp"


@dataclass(frozen=True)
class Record:
    """A check-in (`kind` is "check_in") or a session. Durations and times are whole seconds.

    `flags` is None where the questions were not asked. `row` is its place in its file.
    """

    day: int
    kind: str
    row: int
    time: int | None = None
    pain: int | None = None
    sensation: str = ""
    limp: bool = False
    entered_at: datetime | None = None
    moment: str = DAY
    painkiller: bool = False
    flags: tuple[str, ...] | None = None
    seconds: int | None = None
    walk: int = 0
    jog: int = 0
    longest: int | None = None
    effort: int | None = None
    stopped_early: bool = False

    @property
    def is_check_in(self) -> bool:
        return self.kind == "check_in"

    @property
    def is_answer(self) -> bool:
        """A check-in that answers for its day: any but one of the night."""
        return self.is_check_in and self.moment != NIGHT

    @property
    def is_run(self) -> bool:
        return not self.is_check_in and self.jog > 0

    @property
    def is_sharp_event(self) -> bool:
        return not self.is_check_in and self.sensation == SHARP


@dataclass(frozen=True)
class Setting:
    name: str
    value: int
    day: int
    by: str
    entered_at: datetime | None
    row: int

    @property
    def is_clinicians(self) -> bool:
        return self.by not in {"", "self"}


@dataclass(frozen=True)
class Clearance:
    """A clinician's word. `covers` is None where it names nothing: then it covers all."""

    day: int
    entered_at: datetime | None
    covers: tuple[str, ...] | None


@dataclass(frozen=True)
class Sign:
    """A warning sign that locks running from `locks_from` on; `day` is its own date."""

    id: str
    day: int
    locks_from: int
    entered_at: datetime | None
    source: str  # "check_in", "screening" or "carried"


@dataclass(frozen=True)
class Episode:
    onset: date
    site: str
    timezone: str
    baseline_minutes: int
    week_minutes: int | None
    settings: tuple[Setting, ...]
    clearances: tuple[Clearance, ...]
    signs: tuple[Sign, ...]  # those that do not stem from a check-in


@dataclass(frozen=True)
class Diary:
    """An episode and its records, in the order of their files."""

    episode: Episode
    records: tuple[Record, ...]


def in_order(records: list[Record]) -> list[Record]:
    """The records of one day as they followed each other."""
    if all(record.time is not None for record in records):
        return sorted(records, key=lambda r: (r.time or 0, not r.is_check_in, r.row))
    wakes = any(r.is_check_in and r.moment == WAKING for r in records)
    of_the_day = [r for r in records if r.is_check_in and r.moment == DAY]
    first = None if wakes or not of_the_day else min(r.row for r in of_the_day)

    def place(record: Record) -> tuple[int, int]:
        if not record.is_check_in:
            return 2, record.row
        if record.moment == DAY:
            return (1 if record.row == first else 3), record.row
        return {WAKING: 0, EVENING: 4, NIGHT: 5}[record.moment], record.row

    return sorted(records, key=place)
