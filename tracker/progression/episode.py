"""The facts of one injury: where, since when, what was screened, set and cleared."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime  # noqa: TC003 - what is stored as JSON is read by its types
from enum import StrEnum

EMERGENCY_FLAGS = ("E1", "E2", "E3", "E4", "E5", "E6", "E7")
URGENT_FLAGS = ("U1", "U2", "U3", "U4", "U5", "U6", "U7")
ROUTINE_FLAGS = ("R1", "R2", "R3", "R4", "R5", "R6", "R7")
LOCKING_FLAGS = frozenset(EMERGENCY_FLAGS + URGENT_FLAGS)
RED_FLAGS = EMERGENCY_FLAGS + URGENT_FLAGS + ROUTINE_FLAGS
SCREENING = ("under_18", "pregnant", "operated", "complete_tear")
DENIED = "none"  # in place of ids: the questions were asked, and all denied
SELF = "self"  # who set a number, in files: the runner


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


class Through(StrEnum):
    """How a clinician's word came here, so how sure it is whose it is. Nothing decides by it."""

    RUNNER = ""  # the runner wrote it down
    LINK = "link"  # whoever held a link entered it, and the runner accepted it
    ACCOUNT = "account"  # a clinician entered it, signed in to an account of their own
    FILE = "file"  # a file says that it came by an account: nobody here can prove that


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """A changed number: its new value from a date on, and the clinician who set it, if one did.

    `name` is that of a tunable number of the protocol; `step` places the runner on the ladder.
    """

    name: str
    value: int
    date: date
    by: str = ""
    entered_at: datetime | None = field(default=None, compare=False)
    through: Through = field(default=Through.RUNNER, compare=False)

    @property
    def by_clinician(self) -> bool:
        """Whether a clinician set it: it names somebody, and not the runner."""
        return self.by.strip() not in {"", SELF}


@dataclass(frozen=True, slots=True, kw_only=True)
class Clearance:
    """A clinician's word that running may be resumed.

    `covers` are the flag and screening ids it names; none: everything that was open then.
    """

    date: date
    by: str
    note: str = ""
    covers: tuple[str, ...] = ()
    entered_at: datetime | None = field(default=None, compare=False)
    through: Through = field(default=Through.RUNNER, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class CarriedSign:
    """Warning signs still open when another episode ended, with the day they were recorded.

    They lock from that day on, and from the onset on where that is later. `entered_at` is when
    they were brought here: no earlier clearance of this episode covers them.
    """

    date: date
    flags: tuple[str, ...]
    entered_at: datetime | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Episode:
    """One injury, from onset (day 0) to return.

    `screening` holds what was answered yes at onboarding (SCREENING and red-flag ids), on
    `screened_on` (the onset where that is not known), at `screened_at`. `baseline_week_minutes`
    are the jog minutes of a usual week before the injury, None where they are not known.
    `protocol_by` is the clinician on whose word another than the usual protocol decides, since
    `protocol_on`, entered at `protocol_set_at`; no rule reads them.
    """

    onset: date
    baseline_minutes: int
    site: Site = Site.HAMSTRING
    side: Side = Side.LEFT
    timezone: str = "UTC"
    protocol: str = "return-to-run-1"
    protocol_by: str = ""
    protocol_on: date | None = None
    protocol_set_at: datetime | None = field(default=None, compare=False)
    screening: tuple[str, ...] = ()
    screened_on: date | None = None
    screened_at: datetime | None = field(default=None, compare=False)
    settings: tuple[Setting, ...] = ()
    clearances: tuple[Clearance, ...] = ()
    baseline_week_minutes: int | None = None
    carried_signs: tuple[CarriedSign, ...] = ()

    def as_of(self, day: date) -> Episode:
        """The episode as far as it was known on a day: nothing dated later is in it."""
        answered = (self.screened_on or self.onset) <= day
        return replace(
            self,
            screening=self.screening if answered else (),
            settings=tuple(s for s in self.settings if s.date <= day),
            clearances=tuple(c for c in self.clearances if c.date <= day),
            carried_signs=tuple(c for c in self.carried_signs if c.date <= day),
        )
