"""`tracker protocol show`, `diff` and `simulate`: what a protocol says, changes and leads to."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tracker.cli.command import CommandError
from tracker.cli.protocol_files import named
from tracker.translations import gettext

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator, Sequence

    from tracker.progression.protocol import RehabProtocol
    from tracker.progression.simulated.runners import Runner
    from tracker.reports.protocol_differences import Difference, Said
    from tracker.reports.tables import Table

_TOLD_EVERY = 100


def show(arguments: Namespace) -> int:
    """Print a whole protocol, as people read it."""
    from tracker.reports.protocol_differences import all_said

    protocol = named(arguments.protocol)
    print(f"{protocol.title} ({protocol.id})\n{protocol.summary}")
    for said in all_said(protocol):
        print(f"\n{said.title}  [{said.name}]")
        _print_said(said, "  ")
    return 0


def diff(arguments: Namespace) -> int:
    """Print what differs between two protocols: the first one beside the second."""
    from tracker.reports.protocol_differences import differences

    before, after = named(arguments.beside), named(arguments.protocol)
    listed = differences(before, after)
    print(_heading(before, after))
    if not listed:
        print(gettext("Nothing differs: every number, step and rule is the same."))
    for difference in listed:
        _print_difference(difference, before.id, after.id)
    return 0


def simulate(arguments: Namespace) -> int:
    """Print what stories and made-up runners come to by two protocols, and all that parts them."""
    from tracker.progression.simulated.results import simulate as simulated
    from tracker.progression.simulated.runners import MOST_RUNNERS, made_up
    from tracker.progression.simulated.stories import stories
    from tracker.reports import protocol_simulation as words

    if not 0 <= arguments.runners <= MOST_RUNNERS:
        raise CommandError(
            gettext("--runners must be 0 to %(most_runners)s.", most_runners=MOST_RUNNERS)
        )
    before, after = named(arguments.beside), named(arguments.protocol)
    runners = [*stories(), *made_up(arguments.runners)]
    caveat = gettext(words.CAVEAT)
    compared = words.Compared(before, after, simulated(before, after, _counted(runners)))
    print(f"{_heading(before, after)}\n{caveat}")
    for table in words.figures(compared):
        _print_table(table)
    print(f"\n{words.safety_words(compared)}")
    if compared.simulation.safety:
        _print_table(words.safety_table(compared))
    return 0


def _heading(before: RehabProtocol, after: RehabProtocol) -> str:
    """Which protocol stands beside which."""
    return gettext(
        "%(title)s (%(id)s) beside %(title_2)s (%(id_2)s)",
        title=after.title,
        id=after.id,
        title_2=before.title,
        id_2=before.id,
    )


def _counted(runners: Sequence[Runner]) -> Iterator[Runner]:
    """The runners, counted aloud for whoever waits at a terminal."""
    is_watched = sys.stderr.isatty()
    for number, runner in enumerate(runners, 1):
        yield runner
        if is_watched and (number % _TOLD_EVERY == 0 or number == len(runners)):
            print(
                gettext("%(number)s of %(count)s runners", number=number, count=len(runners)),
                file=sys.stderr,
            )


def _print_table(table: Table) -> None:
    lines = [table.header, *table.rows]
    *widths, _ = (max(map(len, column)) for column in zip(*lines, strict=True))
    print(f"\n{table.title}")
    for *cells, last in lines:
        padded = (cell.ljust(width) for cell, width in zip(cells, widths, strict=True))
        print("  " + "  ".join([*padded, last]))
    if table.note:
        print(f"  {table.note}")


def _print_difference(difference: Difference, before: str, after: str) -> None:
    direction = f": {difference.direction}" if difference.direction else ""
    print(f"\n{difference.title}  [{difference.name}]{direction}")
    for name, said in ((before, difference.before), (after, difference.after)):
        print(f"  {name}:")
        _print_said(said, "    ")


def _print_said(said: Said | None, margin: str) -> None:
    lines = ("not there",) if said is None else (said.value, said.basis, said.note)
    for line in filter(None, lines):
        print(f"{margin}{line}")
