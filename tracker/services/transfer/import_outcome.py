"""What an import adds, as its preview and its page tell it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from tracker.progression.episode import Episode
    from tracker.progression.review import Redecided
    from tracker.progression.timeline import DayOutcome
    from tracker.services.transfer.import_plan import Plan
    from tracker.services.transfer.recognised import Alike


class Deviation(NamedTuple):
    """A run that is added although it was not cleared, by these rules."""

    date: dt.date
    rules: tuple[str, ...]


class Imported(NamedTuple):
    """What an archive adds. `known` entries are there already, `different` ones of them not alike.

    `redecided` is what it changes for runs that were there before, and for the standing;
    `left_out` what the archive says of the injury itself that is not taken over; `alike` are
    entries that may be here already, and so are not added.
    """

    episode: Episode
    is_new: bool
    check_ins: int
    sessions: int
    care: int
    known: int
    different: int
    deviations: tuple[Deviation, ...]
    redecided: Redecided
    left_out: tuple[str, ...]
    alike: tuple[Alike, ...] = ()

    @property
    def added(self) -> int:
        """How many entries are added."""
        return self.check_ins + self.sessions + self.care


class ImportOutcome(NamedTuple):
    """What archives add, each to its episode, and how that locks the open one.

    `locks` are the signs it is locked by from now on and was not before; `redecided` is what those
    of other injuries change in it.
    """

    episodes: tuple[Imported, ...]
    locks: tuple[str, ...]
    redecided: Redecided

    @property
    def adds_anything(self) -> bool:
        """Whether anything is added."""
        return any(episode.is_new or episode.added for episode in self.episodes)


def imported_of(
    planned: Plan, redecided: Redecided, left_out: tuple[str, ...], *, is_new: bool
) -> Imported:
    """What was planned for an episode, and what it changes for the runs that were there before."""
    added = {session.id for session in planned.sessions}
    return Imported(
        planned.before.entries.episode,
        is_new,
        len(planned.check_ins),
        len(planned.sessions),
        len(planned.care),
        len(planned.known),
        planned.known.count(False),
        _deviations(planned.outcomes, added),
        redecided._replace(runs=tuple(r for r in redecided.runs if r.uid not in added)),
        left_out,
        tuple(planned.alike),
    )


def _deviations(outcomes: Iterable[DayOutcome], added: set[str]) -> tuple[Deviation, ...]:
    return tuple(
        Deviation(run.run.date, run.rules)
        for day in outcomes
        for run in day.runs
        if run.is_deviation and run.run.id in added
    )
