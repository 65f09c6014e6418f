"""The facts of one injury: where, since when, what was screened, set and cleared."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

EMERGENCY_FLAGS = ("E1", "E2", "E3", "E4", "E5", "E6", "E7")
URGENT_FLAGS = ("U1", "U2", "U3", "U4", "U5", "U6", "U7")
ROUTINE_FLAGS = ("R1", "R2", "R3", "R4", "R5", "R6", "R7")
LOCKING_FLAGS = frozenset(EMERGENCY_FLAGS + URGENT_FLAGS)
RED_FLAGS = EMERGENCY_FLAGS + URGENT_FLAGS + ROUTINE_FLAGS
SCREENING = ("under_18", "pregnant", "operated", "complete_tear")


class Site(StrEnum):
    """Where it hurts."""

    HAMSTRING = "hamstring"
    PROXIMAL_HAMSTRING_TENDON = "proximal_hamstring_tendon"
    GLUTEAL = "gluteal"
    OTHER = "other"


class Side(StrEnum):
    """Which leg."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """A changed number: its new value from a date on, and the clinician who set it, if one did."""

    name: str
    value: int
    date: date
    by: str = ""
    entered_at: datetime | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clearance:
    """A clinician's word, recorded by the runner, that running may be resumed."""

    date: date
    by: str
    note: str = ""
    entered_at: datetime | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Episode:
    """One injury, from onset (day 0) to return.

    `screening` holds what was answered yes at onboarding (SCREENING and red-flag ids), on
    `screened_on` (the onset where that is not known).
    """

    onset: date
    baseline_minutes: int
    site: Site = Site.HAMSTRING
    side: Side = Side.LEFT
    timezone: str = "UTC"
    protocol: str = "return-to-run-1"
    screening: tuple[str, ...] = ()
    screened_on: date | None = None
    settings: tuple[Setting, ...] = ()
    clearances: tuple[Clearance, ...] = ()

    def as_of(self, day: date) -> Episode:
        """The episode as far as it was known on a day: nothing dated later is in it."""
        answered = (self.screened_on or self.onset) <= day
        return replace(
            self,
            screening=self.screening if answered else (),
            settings=tuple(s for s in self.settings if s.date <= day),
            clearances=tuple(c for c in self.clearances if c.date <= day),
        )

    @property
    def screening_locks(self) -> tuple[str, ...]:
        """The onboarding answers that lock running."""
        return tuple(a for a in self.screening if a in SCREENING or a in LOCKING_FLAGS)
