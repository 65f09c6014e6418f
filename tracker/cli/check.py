"""`tracker check`: proof that the diary's file, or a copy of it, is sound."""

from __future__ import annotations

import sys
from contextlib import closing
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tracker.app import utc_now
from tracker.cli import check_days
from tracker.cli.command import CommandError
from tracker.cli.encrypted import add_key, opened
from tracker.cli.own_diary import diary_of
from tracker.services.diary import basis, integrity
from tracker.services.injury import protocols
from tracker.settings import Settings
from tracker.storage import seals, server_faults
from tracker.storage.database import Database
from tracker.storage.errors import StorageError
from tracker.storage.schema import SchemaError
from tracker.storage.transfer import backups
from tracker.translations import gettext

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable
    from typing import TypeAlias

    from tracker.cli.command import Commands
    from tracker.storage.places import Place, Server

    Look: TypeAlias = Callable[[Database], list[str]]


def add_check(commands: Commands) -> None:
    """Add `tracker check`."""
    parser = commands.add_parser("check", help=gettext("prove that the diary's file is sound"))
    parser.add_argument(
        "file", type=Path, nargs="?", metavar="FILE", help=gettext("a copy, instead")
    )
    add_key(parser)
    check_days.add_span(parser)
    parser.set_defaults(run=check)


def check(arguments: Namespace) -> int:
    """Look through the file: 0 if it is sound; else say what is wrong and return 1.

    What an earlier look has been through already is left out, and that is said.
    """
    settings = Settings.from_environment()
    if settings.server is not None and not arguments.file:
        return _say(settings.server, _faults_of_server(settings.server, arguments), arguments)
    database = arguments.file or diary_of(settings)
    with opened(database, arguments) as plain:
        faults = _all_faults(settings, database, plain, arguments)
    ended = _say(database, faults, arguments)
    if arguments.file and not seals.path_of(database).exists():
        print(
            gettext("No seal lies beside it, so that it is what was copied once cannot be shown.")
        )
    return ended


def _say(place: Place, faults: list[str], arguments: Namespace) -> int:
    for fault in faults:
        print(f"{place}: {fault}", file=sys.stderr)
    if not faults:
        print(_sound(place, arguments))
    if arguments.after:
        print(_left_out(place, arguments.after))
    return 1 if faults else 0


def _sound(place: Place, arguments: Namespace) -> str:
    if arguments.after:
        return gettext(
            "%(place)s: all that was looked through is sound, and every stored day of it is what"
            " follows.",
            place=place,
        )
    if isinstance(place, Path):
        return gettext(
            "%(database)s is sound: whole, complete, and every stored day is what follows.",
            database=place,
        )
    return gettext(
        "%(server)s is sound: complete, and every stored day is what follows.", server=place
    )


def _left_out(place: Place, account_id: int) -> str:
    if isinstance(place, Path):
        return gettext(
            "Not looked through: the file's seal, pages and references, and the accounts up to"
            " %(account)d. `tracker check` without --after does that.",
            account=account_id,
        )
    return gettext(
        "Not looked through: the accounts up to %(account)d. `tracker check` without --after does"
        " that.",
        account=account_id,
    )


def _faults_of_server(server: Server, arguments: Namespace) -> list[str]:
    """Look through a database as it is; that its pages are whole is the server's to prove."""
    try:
        faults = server_faults.faults(server)
        if not faults:
            with closing(Database(server)) as database:
                faults = check_days.faults(arguments, database)
    except SchemaError as error:
        raise CommandError(str(error)) from error
    except StorageError as error:
        raise CommandError(
            gettext("%(server)s cannot be looked through: %(error)s.", server=server, error=error)
        ) from error
    return faults


def _all_faults(settings: Settings, file: Path, plain: Path, arguments: Namespace) -> list[str]:
    """What is wrong with a file, which may be what an encrypted one holds."""
    return (
        _faults_beside_accounts(file, plain, resumed=bool(arguments.after))
        or backups.other_release(plain)
        or _derived_faults_of_a_copy(settings, plain, partial(check_days.faults, arguments))
    )


def _faults_beside_accounts(file: Path, plain: Path, *, resumed: bool) -> list[str]:
    """What is an account's is read by account; a resumed look leaves out what it began with."""
    if resumed:
        return backups.faults_beside_accounts(plain, pages=False)
    return faults_of(file, plain, backups.faults_beside_accounts)


def faults_of(
    file: Path, plain: Path, look: Callable[[Path], list[str]] = backups.faults
) -> list[str]:
    """What is wrong with a file itself, and with what it holds where it is encrypted."""
    try:
        broken_seal = [] if file == plain else seals.faults(file)
    except (OSError, StorageError) as error:
        broken_seal = [f"{error}."]
    return broken_seal + look(plain)


def _derived_faults_of_a_copy(settings: Settings, path: Path, look: Look) -> list[str]:
    """What is checked stays as it is: opening a diary changes how its file is written."""
    try:
        with TemporaryDirectory(prefix="tracker-check-") as folder:
            copy = Path(folder) / "copy.db"
            backups.bring_back(path, copy)
            return derived_faults(settings, copy, look)
    except (OSError, StorageError) as error:
        raise CommandError(
            gettext(
                "%(path)s cannot be copied to be looked through: %(error)s.", path=path, error=error
            )
        ) from error


def derived_faults(settings: Settings, path: Path, look: Look = integrity.faults) -> list[str]:
    """What is wrong with the days of a copy, once it is decided as a start would decide it.

    `look` looks through all of it.
    """
    database = Database(path)
    try:
        protocols.take_in(database, settings.protocols, utc_now())
        basis.decide_anew(database, utc_now())
        return look(database)
    except protocols.ProtocolsError as error:
        return [str(error)]
    except StorageError as error:
        return [gettext("What is stored cannot be read: %(error)s.", error=error)]
    finally:
        database.close()
