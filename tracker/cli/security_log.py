"""`tracker security-log`: what happened at the door, as lines of JSON for a collector."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from tracker.app import utc_now
from tracker.cli.own_diary import open_diary
from tracker.services.access import security_log
from tracker.settings import Settings
from tracker.translations import gettext

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from tracker.cli.command import Commands
    from tracker.storage.database import Database

_LOOK_AGAIN_SECONDS = 1.0


def add_security_log(commands: Commands) -> None:
    """Add `tracker security-log`."""
    parser = commands.add_parser(
        "security-log",
        help=gettext("print who came to the door, as lines of JSON, the earliest first"),
    )
    parser.add_argument(
        "--after",
        type=int,
        default=0,
        metavar="ID",
        help=gettext("only what came after this entry"),
    )
    parser.add_argument(
        "--follow", action="store_true", help=gettext("go on with what comes, until stopped")
    )
    parser.set_defaults(run=show)


def show(arguments: Namespace) -> int:
    """Print the log; what is older than it is kept is deleted first."""
    period = Settings.from_environment().security_log_kept
    with open_diary() as database:
        security_log.forget_old(database, period=period, now=utc_now())
        for line in _lines(database, arguments.after, follow=arguments.follow):
            print(line, flush=arguments.follow)
    return 0


def _lines(database: Database, last: int, *, follow: bool) -> Iterator[str]:
    while True:
        revision = database.revision()
        while events := security_log.after(database, last):
            yield from security_log.lines(events)
            last = events[-1].id
        if not follow:
            return
        while database.revision() == revision:
            time.sleep(_LOOK_AGAIN_SECONDS)
