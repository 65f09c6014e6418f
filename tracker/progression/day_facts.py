"""The facts of one day: all that later days need of its records."""

from __future__ import annotations

from typing import NamedTuple

from tracker.progression.diary import Kind  # noqa: TC001 - read at run time, by `plain`


class Ride(NamedTuple):
    """A bike or swim session; `seconds` is 0 where its minutes were not given."""

    kind: Kind
    seconds: int
    painful: bool


class DayFacts(NamedTuple):
    """What the rules need of one day's records.

    `answers` are the check-ins other than at night. `longest_run` is the most jogging in one run,
    `jog_seconds` all of the day, `clean_run` what a clean run counts for in later plans.
    """

    check_ins: int = 0
    answers: int = 0
    sessions: int = 0
    worst: int | None = None
    painful: bool = False
    painkiller: bool = False
    evening_painkiller: bool = False
    sharp: bool = False
    runs: int = 0
    longest_run: int = 0
    jog_seconds: int = 0
    over_plan: bool = False
    rides: tuple[Ride, ...] = ()
    clean_run: int = 0

    @property
    def recorded(self) -> bool:
        """Whether anything was recorded that day."""
        return bool(self.check_ins or self.sessions)

    @property
    def pain_free(self) -> bool:
        """Whether the day was answered, and without a painful record or a painkiller."""
        return bool(self.answers) and not self.painful and not self.painkiller


NOTHING = DayFacts()
