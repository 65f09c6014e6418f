"""`tracker protocol check`: is a changed protocol usable, and where does it lead?"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.cli.command import CommandError

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from tracker.cli.command import Commands
    from tracker.progression.protocol import RehabProtocol
    from tracker.progression.protocol_document.reader import ProtocolError

_ANY_DAY = date(2001, 1, 1)


def add_protocol(commands: Commands) -> None:
    """Add `tracker protocol check`."""
    parser = commands.add_parser("protocol", help="look into a protocol file")
    check_parser = parser.add_subparsers(required=True, metavar="command").add_parser(
        "check", help="find its mistakes, or show the days of a favourable course"
    )
    check_parser.add_argument("file", type=Path, metavar="FILE", help="a protocol, as TOML")
    check_parser.add_argument(
        "--baseline", type=int, default=40, help="usual run before the injury, in minutes (40)"
    )
    check_parser.set_defaults(run=check)


def check(arguments: Namespace) -> int:
    """Print the faults of a protocol, by key (2), or its course if all goes well (0)."""
    from tracker.exchange.protocol_text import protocol_text
    from tracker.progression.protocol import BASELINE
    from tracker.progression.protocol_document.reader import ProtocolError, parse, shipped

    try:
        protocol = parse(protocol_text(arguments.file), reference=shipped())
    except ProtocolError as error:
        print(_message(arguments.file, error), file=sys.stderr)
        return 2
    bounds = protocol.origins[BASELINE]
    if not bounds.allows(arguments.baseline):
        raise CommandError(f"--baseline must be {bounds.lowest} to {bounds.highest} minutes.")
    print(f"{protocol.title} ({protocol.id}): no mistakes found.")
    for line in _favourable_course(protocol, arguments.baseline):
        print(line)
    return 0


def drop_in(file: Path) -> RehabProtocol:
    """Make the protocol of a file known; raises CommandError with its faults by key."""
    from tracker.exchange.protocol_text import protocol_text
    from tracker.progression.protocol_document import reader

    try:
        return reader.drop_in(protocol_text(file))
    except reader.ProtocolError as error:
        raise CommandError(_message(file, error)) from error


def _message(file: Path, error: ProtocolError) -> str:
    return "\n".join(f"{file}: {key}: {what}" for key, what in error.faults)


def _favourable_course(protocol: RehabProtocol, baseline: int) -> Iterator[str]:
    """The day of each step and of the return, with the pain gone at onset."""
    from tracker.language.phrases import step_text
    from tracker.language.sentences import STAGE_NAMES
    from tracker.progression.diary import Diary
    from tracker.progression.episode import Episode
    from tracker.progression.forecast import way_home
    from tracker.progression.protocol import Stage

    yield f"If the pain is gone at onset (day 0) and all goes well, baseline {baseline} minutes:"
    home = way_home(
        protocol, Diary(Episode(onset=_ANY_DAY, baseline_minutes=baseline)), None, _ANY_DAY
    )
    reached = 0
    for planned in home.days:
        number, plan = (planned.day - _ANY_DAY).days, planned.plan
        if plan is None:
            yield f"day {number}: the walk that opens the ladder"
        elif planned.step > reached:
            reached = planned.step
            name = STAGE_NAMES[Stage.BUILD] if reached == protocol.build_step else f"step {reached}"
            yield f"day {number}: {name}: {step_text(plan)}"
    if home.returns_on is None:
        yield "No return within the time looked at."
    else:
        yield f"day {(home.returns_on - _ANY_DAY).days}: return to the usual run"
