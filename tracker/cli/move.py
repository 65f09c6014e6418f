"""`tracker move`: the whole diary into another database, a server's or a file, and compared."""

from __future__ import annotations

from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tracker.app import utc_now
from tracker.cli import encrypted
from tracker.cli.command import CommandError
from tracker.cli.own_diary import open_diary
from tracker.secret_key import keep_key
from tracker.services.access import shared_limits
from tracker.services.injury.protocols import ProtocolsError
from tracker.services.opening import opened
from tracker.services.transfer.move import NotMoved, bring_key, move
from tracker.settings import DATABASE_URL, Settings, server_of
from tracker.storage.errors import StorageError
from tracker.storage.places import Server
from tracker.storage.schema import SchemaError
from tracker.storage.transfer import backups
from tracker.translations import gettext

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from tracker.cli.command import Commands
    from tracker.services.transfer.move import Moved
    from tracker.storage.database import Database
    from tracker.storage.places import Place


def add_move(commands: Commands) -> None:
    """Add `tracker move`."""
    parser = commands.add_parser(
        "move", help=gettext("copy the whole diary to a PostgreSQL server, or from one into a file")
    )
    parser.add_argument(
        "--to",
        required=True,
        metavar="URL_OR_FILE",
        help=gettext("an empty database, or a new file"),
    )
    parser.add_argument(
        "--from",
        dest="copy",
        type=Path,
        metavar="FILE",
        help=gettext("move a copy made by `tracker backup`, instead of the diary itself"),
    )
    encrypted.add_key(parser)
    parser.set_defaults(run=run)


def run(arguments: Namespace) -> int:
    """Copy and compare; say what to do to use it there. Nothing is switched here."""
    settings = Settings.from_environment()
    target = _target(arguments.to)
    try:
        with _source(settings, arguments) as source:
            moved = move(source, target, utc_now())
            _take_key_along(source, settings, target)
    except (NotMoved, StorageError, SchemaError, ProtocolsError) as error:
        raise CommandError(gettext("Nothing was switched. %(error)s", error=error)) from error
    print(_summary(moved, target))
    return 0


def _target(given: str) -> Place:
    if "://" in given:
        server = server_of(given, "--to")
        if server is not None:
            return server
    path = Path(given)
    if path.exists():
        raise CommandError(gettext("%(path)s is there already. Name a new file.", path=path))
    return path


@contextmanager
def _source(settings: Settings, arguments: Namespace) -> Iterator[Database]:
    """The diary itself, or a copy of it in a folder that is thrown away after."""
    if arguments.copy is None:
        with open_diary() as database:
            yield database
        return
    with (
        encrypted.opened(arguments.copy, arguments) as plain,
        TemporaryDirectory(prefix="tracker-move-") as folder,
    ):
        faults = backups.faults(plain)
        if faults:
            raise CommandError(
                gettext(
                    "%(copy)s is not moved. %(join)s", copy=arguments.copy, join=" ".join(faults)
                )
            )
        copy = Path(folder) / "diary.db"
        backups.bring_back(plain, copy)
        with closing(opened(copy, settings.protocols, utc_now(), tell=print)) as database:
            yield database


def _take_key_along(source: Database, settings: Settings, target: Place) -> None:
    """Let everyone stay signed in: a file's key goes to the server, a server's beside the file."""
    if isinstance(target, Server):
        bring_key(target, settings.secret_key())
    elif isinstance(source.place, Server):
        keep_key(target.parent, shared_limits.signing_key(source))


def _summary(moved: Moved, target: Place) -> str:
    copied = gettext(
        "Copied to %(target)s: %(rows)s rows, and %(decisions)s decisions of %(injuries)s injuries,"
        " are the same.",
        target=target,
        rows=moved.rows,
        decisions=moved.decisions,
        injuries=moved.injuries,
    )
    if isinstance(target, Server):
        how = gettext(
            "Nothing is switched yet. To use it, set %(variable)s to its address and start the"
            " tracker. What is there now stays as it is: keep it until you are sure.",
            variable=DATABASE_URL,
        )
    else:
        how = gettext(
            "Nothing is switched yet. To use it, unset %(variable)s, let TRACKER_DATA_DIR name its"
            " folder, where it must be called diary.db, and start the tracker. What is there now"
            " stays as it is: keep it until you are sure.",
            variable=DATABASE_URL,
        )
    return f"{copied}\n{how}"
