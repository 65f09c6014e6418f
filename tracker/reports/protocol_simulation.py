"""What made-up runners came to by two protocols, in words and tables."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from tracker.language.names import stage_name
from tracker.language.phrases import decimal, grouped, tenths
from tracker.language.protocols import of_protocol
from tracker.progression.protocol import Stage
from tracker.progression.simulated.results import WEEKS
from tracker.reports.tables import NOTHING, Table
from tracker.translations import N_, gettext, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tracker.progression.protocol import RehabProtocol
    from tracker.progression.simulated.results import Reached, SafetyDay, Simulation

CAVEAT = N_(  # marked, and translated where it is shown
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
        return gettext(
            "No day is cleared by %(after)s that %(before)s would hold.", after=after, before=before
        )
    return ngettext(
        "%(days)s day of %(runners)d of %(all)d runners are cleared by %(after)s and held by"
        " %(before)s. The first of each runner is where the two part. The later ones follow"
        " from it.",
        "%(days)s days of %(runners)d of %(all)d runners are cleared by %(after)s and held by"
        " %(before)s. The first of each runner is where the two part. The later ones follow"
        " from it.",
        len(days),
        days=grouped(len(days)),
        runners=len({day.runner for day in days}),
        all=it.simulation.after.runners,
        after=after,
        before=before,
    )


def safety_table(it: Compared, most: int | None = None) -> Table:
    """Every such day: a row for each runner and the rules that hold them; at most so many rows."""
    rows = list(_safety_rows(it.before, it.simulation.safety))
    left = 0 if most is None else max(0, len(rows) - most)
    note = ngettext(
        "%(rows)s row more: tracker protocol simulate lists them all.",
        "%(rows)s rows more: tracker protocol simulate lists them all.",
        left,
        rows=grouped(left),
    )
    return Table(
        gettext("Days that %(protocol)s alone clears", protocol=it.after.id),
        (
            gettext("Runner"),
            gettext("Days since onset"),
            gettext("Held by %(protocol)s because of", protocol=it.before.id),
        ),
        tuple(rows[:most]),
        empty=gettext("None."),
        note=note if left else "",
    )


def _safety_rows(
    before: RehabProtocol, days: Sequence[SafetyDay]
) -> Iterator[tuple[str, str, str]]:
    """The days of a runner one after the other, as long as the same rules hold them."""
    for (runner, rules), same in groupby(days, key=lambda day: (day.runner, day.held_by)):
        titles = ", ".join(of_protocol(before.rules[rule].title) for rule in rules)
        yield runner, ", ".join(str(day.day) for day in same), titles


def _places(it: Compared) -> Table:
    both = it.simulation.before, it.simulation.after
    last = max(it.before.build_step, it.after.build_step)
    rows = []
    for step in range(1, last):
        sides = zip((it.before, it.after), both, strict=True)
        cells = [_came(t.place(step)) if step < p.build_step else NOTHING for p, t in sides]
        rows.append((gettext("Step %(step)d", step=step), *cells))
    build = [_came(t.place(p.build_step)) for p, t in zip((it.before, it.after), both, strict=True)]
    rows.append((stage_name(Stage.BUILD), *build))
    rows.append((stage_name(Stage.RETURNED), *(_came(tally.back) for tally in both)))
    note = gettext(
        "The day since onset on which half of those had come there who came there at all."
    )
    header = (gettext("Place"), *it.header)
    return Table(gettext("Days to each step"), header, tuple(rows), note=note)


def _came(reached: Reached) -> str:
    if reached.median_day is None:
        return gettext("nobody")
    return ngettext(
        "day %(day)s, %(runners)s runner",
        "day %(day)s, %(runners)s runners",
        reached.runners,
        day=decimal(reached.median_day),
        runners=grouped(reached.runners),
    )


def _holds(it: Compared) -> Table:
    both = it.simulation.before.holds, it.simulation.after.holds
    rows = [
        (of_protocol(rule.title), *(str(holds[name]) for holds in both))
        for name, rule in it.after.rules.items()
        if any(holds[name] for holds in both)
    ]
    note = gettext("On waking. A day that two rules hold counts for both.")
    header = (gettext("Rule"), *it.header)
    return Table(gettext("Days held, by rule"), header, tuple(rows), note=note)


def _weeks(it: Compared) -> Table:
    both = it.simulation.before.jog_minutes, it.simulation.after.jog_minutes
    rows = [
        (gettext("Week %(number)d", number=week + 1), *(tenths(minutes[week]) for minutes in both))
        for week in range(WEEKS)
    ]
    return Table(
        gettext("Jog minutes a week"),
        (gettext("Week"), *it.header),
        tuple(rows),
        note=gettext("Of a runner in the mean."),
    )


def _mishaps(it: Compared) -> Table:
    both = it.simulation.before, it.simulation.after
    longer = gettext("Days on which %(protocol)s plans more jogging", protocol=it.after.id)
    counts = {
        gettext("Days lived"): [tally.days for tally in both],
        gettext("Days cleared on waking"): [tally.cleared for tally in both],
        gettext("Days on which pain took a step or more"): [tally.step_backs for tally in both],
        gettext("Runs that were not cleared"): [tally.deviations for tally in both],
    }
    rows = [(name, *map(str, numbers)) for name, numbers in counts.items()]
    rows.append((longer, NOTHING, str(it.simulation.longer)))
    note = gettext("The last line counts days that both clear, on the same diary.")
    header = (gettext("Count"), *it.header)
    return Table(gettext("All together"), header, tuple(rows), note=note)
