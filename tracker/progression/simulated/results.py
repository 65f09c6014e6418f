"""Two protocols and the same made-up runners: what each came to, and what one alone clears."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from tracker.progression.simulated.course import answers, days_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tracker.progression.protocol import RehabProtocol
    from tracker.progression.simulated.course import LivedDay
    from tracker.progression.simulated.runners import Runner

WEEKS = 6  # whose jog minutes are added up
_DAYS_OF_A_WEEK = 7
_MINUTE = 60


class Reached(NamedTuple):
    """How many runners came to a place, and the days it took: of those the one in the middle."""

    runners: int
    median_day: float | None


class SafetyDay(NamedTuple):
    """A day, counted from onset, that one protocol clears and the other does not.

    `held_by` are the rules of the other that hold it, on the very same diary.
    """

    runner: str
    day: int
    held_by: tuple[str, ...]


@dataclass(slots=True)
class Tally:
    """What living by one protocol came to, over all runners.

    `reached` are the days on which each runner first came to a step (one above the last step is
    `build`), `returned` those of the returns; `holds` are the days that each rule held, on waking.
    `step_backs` are the days on which pain took a step or more, `deviations` the runs that were
    not cleared. `jog_seconds` are those of the first weeks, of all runners together.
    """

    runners: int = 0
    days: int = 0
    cleared: int = 0
    reached: dict[int, list[int]] = field(default_factory=dict)
    returned: list[int] = field(default_factory=list)
    holds: Counter[str] = field(default_factory=Counter)
    step_backs: int = 0
    deviations: int = 0
    jog_seconds: list[int] = field(default_factory=lambda: [0] * WEEKS)

    def place(self, step: int) -> Reached:
        """How many came to a step, and when."""
        return _reached(self.reached.get(step, []))

    @property
    def back(self) -> Reached:
        """How many returned to the usual run, and when."""
        return _reached(self.returned)

    @property
    def jog_minutes(self) -> tuple[float, ...]:
        """Jog minutes of each of the first weeks, of a runner in the mean."""
        return tuple(seconds / _MINUTE / max(1, self.runners) for seconds in self.jog_seconds)

    def add(self, days: Sequence[LivedDay]) -> None:
        """Count a runner's course."""
        self.runners += 1
        highest, is_back = 0, False
        for number, day in enumerate(days):
            standing = day.outcome.standing
            if standing.on_ladder and standing.step > highest:
                for step in range(highest + 1, standing.step + 1):
                    self.reached.setdefault(step, []).append(number)
                highest = standing.step
            if standing.has_returned and not is_back:
                is_back = True
                self.returned.append(number)
            self._count(number, day)

    def _count(self, number: int, day: LivedDay) -> None:
        self.days += 1
        self.cleared += day.answer.clears
        self.holds.update(day.answer.held_by)
        self.step_backs += day.outcome.standing.lost_today > 0
        self.deviations += sum(run.is_deviation for run in day.outcome.runs)
        week = number // _DAYS_OF_A_WEEK
        if week < WEEKS:
            self.jog_seconds[week] += sum(run.run.jog_seconds for run in day.outcome.runs)


@dataclass(slots=True)
class Simulation:
    """The same runners through two protocols.

    `safety` are the days that the second clears and the first does not, each on a diary that was
    lived by the second; `longer` counts those that both clear, and the second plans more jogging.
    """

    before: Tally = field(default_factory=Tally)
    after: Tally = field(default_factory=Tally)
    safety: list[SafetyDay] = field(default_factory=list)
    longer: int = 0

    @property
    def held_by(self) -> Counter[str]:
        """How many of the days of `safety` each rule holds."""
        return Counter(rule for day in self.safety for rule in day.held_by)


def simulate(before: RehabProtocol, after: RehabProtocol, runners: Iterable[Runner]) -> Simulation:
    """Let every runner live by both protocols, and ask the first of what the second cleared."""
    simulation = Simulation()
    for runner in runners:
        simulation.before.add(list(days_of(before, runner)))
        days = list(days_of(after, runner))
        simulation.after.add(days)
        _compare(simulation, before, runner, days)
    return simulation


def _compare(
    simulation: Simulation, before: RehabProtocol, runner: Runner, days: Sequence[LivedDay]
) -> None:
    asked = answers(before, runner.baseline_minutes, days)
    for number, (day, answer) in enumerate(zip(days, asked, strict=True)):
        if not day.answer.clears:
            continue
        if not answer.clears:
            simulation.safety.append(SafetyDay(runner.name, number, answer.held_by))
        elif answer.plan is not None and day.answer.plan is not None:
            planned = answer.plan.total_jog_seconds
            simulation.longer += day.answer.plan.total_jog_seconds > planned


def _reached(days: Sequence[int]) -> Reached:
    return Reached(len(days), median(days) if days else None)
