"""`tracker protocol ...`: write a protocol of one's own, look into it, and compare it."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.cli import protocol_compared as compare
from tracker.cli.command import CommandError
from tracker.cli.protocol_files import SHIPPED, fault_lines, read, unchecked
from tracker.translations import gettext

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Callable, Iterator

    from tracker.cli.command import Commands
    from tracker.progression.protocol import RehabProtocol

_ANY_DAY = date(2001, 1, 1)


def add_protocol(commands: Commands) -> None:
    """Add `tracker protocol` with its commands."""
    parser = commands.add_parser("protocol", help=gettext("protocols of your own"))
    own = parser.add_subparsers(required=True, metavar="command")

    def add(name: str, run: Callable[[Namespace], int], says: str) -> ArgumentParser:
        command = own.add_parser(name, help=says)
        command.set_defaults(run=run)
        return command

    begun = add("new", new, gettext("begin a file that holds only what it changes"))
    begun.add_argument("name", metavar="NAME", help=gettext("in small letters, as in dr-okafor"))
    begun.add_argument("--title", default="", help=gettext("what people shall read"))
    begun.add_argument(
        "--from", dest="whole", type=Path, metavar="FILE", help=gettext("shorten this one")
    )
    checked = add(
        "check", check, gettext("find its mistakes, or show the days of a favourable course")
    )
    checked.add_argument("file", type=Path, metavar="FILE", help=gettext("a protocol, as TOML"))
    checked.add_argument(
        "--baseline",
        type=int,
        default=40,
        help=gettext("usual run before the injury, in minutes (40)"),
    )
    _add_comparing(add)
    keep_command = add(
        "keep", keep, gettext("store it in the diary, where it can be chosen for an injury")
    )
    keep_command.add_argument(
        "file", type=Path, metavar="FILE", help=gettext("a protocol, as TOML")
    )


def _add_comparing(add: Callable[[str, Callable[[Namespace], int], str], ArgumentParser]) -> None:
    """Add the commands that show what a protocol says, and what it changes."""
    show_command = add(
        "show",
        compare.show,
        gettext("tell every step and number, with its bounds and whose word it is"),
    )
    show_command.add_argument("protocol", metavar="FILE_OR_ID", nargs="?", default=SHIPPED)
    compared = add("diff", compare.diff, gettext("tell what it changes, number by number"))
    compared.add_argument("protocol", metavar="FILE_OR_ID")
    compared.add_argument("beside", metavar="FILE_OR_ID", nargs="?", default=SHIPPED)
    tried = add(
        "simulate",
        compare.simulate,
        gettext("let made-up runners live by it, and by the shipped one"),
    )
    tried.add_argument("protocol", metavar="FILE_OR_ID")
    tried.add_argument("beside", metavar="FILE_OR_ID", nargs="?", default=SHIPPED)
    tried.add_argument(
        "--runners",
        type=int,
        default=1000,
        metavar="N",
        help=gettext("so many besides the stories (1000)"),
    )


def new(arguments: Namespace) -> int:
    """Write NAME-1.toml into this folder; 2 if it is there already."""
    from tracker.progression.protocol_document.overlay import ID
    from tracker.progression.protocol_document.writing import begin

    own_id = f"{arguments.name}-1"
    if not ID.fullmatch(own_id):
        raise CommandError(
            gettext(
                "%(name)s cannot be its name: use small letters, digits and dashes.",
                name=repr(arguments.name),
            )
        )
    title = arguments.title or arguments.name
    text = begin(own_id, title) if arguments.whole is None else _short(arguments.whole, own_id)
    file = Path(f"{own_id}.toml")
    try:
        with file.open("x", encoding="utf-8") as opened:
            opened.write(text)
    except FileExistsError as error:
        raise CommandError(
            gettext("%(file)s is there already. Take another name, or move it.", file=file)
        ) from error
    except OSError as error:
        raise CommandError(
            gettext("%(file)s cannot be written: %(strerror)s.", file=file, strerror=error.strerror)
        ) from error
    print(
        gettext(
            "%(file)s is written. Open it, change what you want, then: tracker protocol "
            "check %(file)s",
            file=file,
        )
    )
    return 0


def _short(file: Path, own_id: str) -> str:
    """A whole protocol as what it changes, under an id of its own."""
    from dataclasses import replace

    from tracker.progression.protocol_document.reader import parse
    from tracker.progression.protocol_document.writing import write

    protocol = replace(read(file), id=own_id)
    text = write(protocol)
    if parse(text) != protocol:
        raise CommandError(
            gettext(
                "%(file)s cannot be shortened: it leaves out or words anew a source of "
                "%(shipped)s.",
                file=file,
                shipped=SHIPPED,
            )
        )
    return text


def check(arguments: Namespace) -> int:
    """Print the faults of a protocol, by line and key (2), or its course if all goes well (0)."""
    from tracker.progression.protocol import BASELINE
    from tracker.progression.protocol_document.reader import ProtocolError

    try:
        protocol = unchecked(arguments.file)
    except ProtocolError as error:
        print(fault_lines(arguments.file, error), file=sys.stderr)
        return 2
    bounds = protocol.origins[BASELINE]
    if not bounds.allows(arguments.baseline):
        raise CommandError(
            gettext(
                "--baseline must be %(lowest)s to %(highest)s minutes.",
                lowest=bounds.lowest,
                highest=bounds.highest,
            )
        )
    print(gettext("%(title)s (%(id)s): no mistakes found.", title=protocol.title, id=protocol.id))
    for line in _favourable_course(protocol, arguments.baseline):
        print(line)
    return 0


def keep(arguments: Namespace) -> int:
    """Store a protocol in the diary as a version; print the id that it got."""
    from tracker.app import utc_now
    from tracker.cli.own_diary import open_diary
    from tracker.exchange.protocol_text import protocol_text
    from tracker.progression.protocol_document.reader import ProtocolError
    from tracker.services.injury import variants

    try:
        text = protocol_text(arguments.file)
        with open_diary() as database:
            stored = variants.keep(database, text, utc_now())
    except ProtocolError as error:
        raise CommandError(fault_lines(arguments.file, error)) from error
    except variants.TooManyProtocols as error:
        raise CommandError(
            gettext("%(most)d protocols are kept: no more fit.", most=variants.MOST_KEPT)
        ) from error
    print(
        gettext(
            "Kept as %(id)s. A clinician may choose it for an injury, on “Your numbers”.",
            id=stored.id,
        )
    )
    return 0


def drop_in(file: Path) -> RehabProtocol:
    """Make the protocol of a file known; raises CommandError with its faults by key."""
    from tracker.exchange.protocol_text import protocol_text
    from tracker.progression.protocol_document import reader

    try:
        return reader.drop_in(protocol_text(file))
    except reader.ProtocolError as error:
        raise CommandError(fault_lines(file, error)) from error


def _favourable_course(protocol: RehabProtocol, baseline: int) -> Iterator[str]:
    """The day of each step and of the return, with the pain gone at onset."""
    from tracker.language.names import stage_name
    from tracker.language.phrases import step_text
    from tracker.progression.diary import Diary
    from tracker.progression.episode import Episode
    from tracker.progression.forecast import way_home
    from tracker.progression.protocol import Stage

    yield gettext(
        "If the pain is gone at onset (day 0) and all goes well, baseline %(baseline)s minutes:",
        baseline=baseline,
    )
    home = way_home(
        protocol, Diary(Episode(onset=_ANY_DAY, baseline_minutes=baseline)), None, _ANY_DAY
    )
    reached = 0
    for planned in home.days:
        number, plan = (planned.day - _ANY_DAY).days, planned.plan
        if plan is None:
            yield gettext("day %(number)s: the walk that opens the ladder", number=number)
        elif planned.step > reached:
            reached = planned.step
            name = (
                stage_name(Stage.BUILD)
                if reached == protocol.build_step
                else gettext("step %(step)s", step=reached)
            )
            yield gettext(
                "day %(day)s: %(name)s: %(plan)s", day=number, name=name, plan=step_text(plan)
            )
    if home.returns_on is None:
        yield gettext("No return within the time looked at.")
    else:
        yield gettext(
            "day %(days)s: return to the usual run", days=(home.returns_on - _ANY_DAY).days
        )
