"""What made-up runners came to by two protocols, in words and tables."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from tracker.language.names import stage_name
from tracker.progression.protocol import Stage
from tracker.progression.simulated.results import WEEKS
from tracker.reports.tables import NOTHING, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tracker.progression.protocol import RehabProtocol
    from tracker.progression.simulated.results import Reached, SafetyDay, Simulation

CAVEAT = (
    "The runners are made up, and so are their chances: this compares rules and foretells"
    " nobody’s recovery. Pain does not depend here on how much is run."
)


class Compared(NamedTuple):
    """A simulation of two protocols, the shipped one or another before and the one looked at."""

    before: RehabProtocol
    after: RehabProtocol
    simulation: Simulation

    @property
    def header(self) -> tuple[str, str]:
        """What both are called in tables."""
        return self.before.id, self.after.id


def figures(it: Compared) -> list[Table]:
    """Days to each step, days held by each rule, jogging of the first weeks, what went wrong."""
    return [_places(it), _holds(it), _weeks(it), _mishaps(it)]


def safety_words(it: Compared) -> str:
    """How many days the second alone clears, in a sentence or two."""
    days, (before, after) = it.simulation.safety, it.header
    if not days:
        return f"No day is cleared by {after} that {before} would hold."
    runners = len({day.runner for day in days})
    of_all = it.simulation.after.runners
    return (
        f"{_counted(len(days), 'day')} of {runners} of {of_all} runners are cleared by {after} and"
        f" held by {before}. The first of each runner is where the two part. The later ones follow"
        " from it."
    )


def safety_table(it: Compared, most: int | None = None) -> Table:
    """Every such day: a row for each runner and the rules that hold them; at most so many rows."""
    rows = list(_safety_rows(it.before, it.simulation.safety))
    left = 0 if most is None else max(0, len(rows) - most)
    note = (
        f"{_counted(left, 'row')} more: tracker protocol simulate lists them all." if left else ""
    )
    return Table(
        f"Days that {it.after.id} alone clears",
        ("Runner", "Days since onset", f"Held by {it.before.id} because of"),
        tuple(rows[:most]),
        empty="None.",
        note=note,
    )


def _safety_rows(
    before: RehabProtocol, days: Sequence[SafetyDay]
) -> Iterator[tuple[str, str, str]]:
    """The days of a runner one after the other, as long as the same rules hold them."""
    for (runner, rules), same in groupby(days, key=lambda day: (day.runner, day.held_by)):
        titles = ", ".join(before.rules[rule].title for rule in rules)
        yield runner, ", ".join(str(day.day) for day in same), titles


def _places(it: Compared) -> Table:
    both = it.simulation.before, it.simulation.after
    last = max(it.before.build_step, it.after.build_step)
    rows = []
    for step in range(1, last):
        sides = zip((it.before, it.after), both, strict=True)
        cells = [_came(t.place(step)) if step < p.build_step else NOTHING for p, t in sides]
        rows.append((f"Step {step}", *cells))
    build = [_came(t.place(p.build_step)) for p, t in zip((it.before, it.after), both, strict=True)]
    rows.append((stage_name(Stage.BUILD), *build))
    rows.append((stage_name(Stage.RETURNED), *(_came(tally.back) for tally in both)))
    note = "The day since onset on which half of those had come there who came there at all."
    return Table("Days to each step", ("Place", *it.header), tuple(rows), note=note)


def _came(reached: Reached) -> str:
    if reached.median_day is None:
        return "nobody"
    return f"day {reached.median_day:g}, {_counted(reached.runners, 'runner')}"


def _holds(it: Compared) -> Table:
    both = it.simulation.before.holds, it.simulation.after.holds
    rows = [
        (rule.title, *(str(holds[name]) for holds in both))
        for name, rule in it.after.rules.items()
        if any(holds[name] for holds in both)
    ]
    note = "On waking. A day that two rules hold counts for both."
    return Table("Days held, by rule", ("Rule", *it.header), tuple(rows), note=note)


def _weeks(it: Compared) -> Table:
    both = it.simulation.before.jog_minutes, it.simulation.after.jog_minutes
    rows = [
        (f"Week {week + 1}", *(f"{minutes[week]:.1f}" for minutes in both)) for week in range(WEEKS)
    ]
    return Table(
        "Jog minutes a week", ("Week", *it.header), tuple(rows), note="Of a runner in the mean."
    )


def _mishaps(it: Compared) -> Table:
    both = it.simulation.before, it.simulation.after
    rows = [
        ("Days lived", *(str(tally.days) for tally in both)),
        ("Days cleared on waking", *(str(tally.cleared) for tally in both)),
        ("Days on which pain took a step or more", *(str(tally.step_backs) for tally in both)),
        ("Runs that were not cleared", *(str(tally.deviations) for tally in both)),
        (f"Days on which {it.after.id} plans more jogging", NOTHING, str(it.simulation.longer)),
    ]
    note = "The last line counts days that both clear, on the same diary."
    return Table("All together", ("Count", *it.header), tuple(rows), note=note)


def _counted(number: int, what: str) -> str:
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"
