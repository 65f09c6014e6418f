"""`tracker backup`, `tracker restore` and `tracker check`: the diary's file, kept safe."""

from __future__ import annotations

import logging
import sys
import threading
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tracker.app import utc_now
from tracker.cli.command import CommandError
from tracker.cli.diary import diary_of
from tracker.services.diary import basis, integrity
from tracker.services.injury import protocols
from tracker.settings import Settings
from tracker.storage import backups, seals
from tracker.storage.database import Database
from tracker.storage.errors import StorageError
from tracker.storage.schema import SchemaError, migrate

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from tracker.cli.command import Commands

KEEP = 14
_LOOK_EVERY_SECONDS = 15 * 60
_A_DAY = timedelta(hours=23, minutes=50)  # so that it does not come later every night


def add_backup(commands: Commands) -> None:
    """Add `tracker backup`."""
    parser = commands.add_parser("backup", help="copy the diary, also while it is served")
    parser.add_argument("--to", type=Path, metavar="FOLDER", help="where to (backups, beside it)")
    add_keep(parser)
    parser.set_defaults(run=backup)


def add_keep(parser: ArgumentParser) -> None:
    """Add the option that says how many copies stay."""
    told = "how many copies to keep (%(default)s)"
    parser.add_argument("--keep", type=_count, default=KEEP, metavar="N", help=told)


def add_restore(commands: Commands) -> None:
    """Add `tracker restore`."""
    parser = commands.add_parser("restore", help="bring a copy of the diary back")
    parser.add_argument("file", type=Path, metavar="FILE", help="a copy made by `tracker backup`")
    parser.add_argument("--replace", action="store_true", help="replace the diary that is there")
    parser.set_defaults(run=restore)


def add_check(commands: Commands) -> None:
    """Add `tracker check`."""
    parser = commands.add_parser("check", help="prove that the diary's file is sound")
    parser.add_argument("file", type=Path, nargs="?", metavar="FILE", help="a copy, instead")
    parser.set_defaults(run=check)


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise CommandError(f"--keep must be a number from 1 on, not {text!r}.")
    return int(text)


def backup(arguments: Namespace) -> int:
    """Copy the diary and say where to."""
    settings = Settings.from_environment()
    database = diary_of(settings)
    try:
        folder = arguments.to or backup_folder(settings)
        copy = backups.make(database, folder, utc_now(), keep=arguments.keep)
    except (OSError, StorageError) as error:
        raise CommandError(f"No copy could be made: {error}.") from error
    print(f"Copied to {copy}")
    return 0


def restore(arguments: Namespace) -> int:
    """Check a copy, then put it in the place of the diary; what was there is copied first."""
    settings = Settings.from_environment()
    database = settings.database
    trial = database.with_name("restore.trial")
    try:
        if not arguments.replace:
            _refuse_if_there(database)
        _refuse_if_faulty(arguments.file)
        database.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        _restore_through(trial, arguments.file, settings)
    except (OSError, StorageError, SchemaError) as error:
        told = str(error).replace(str(trial), str(arguments.file))
        raise CommandError(f"Nothing was restored: {told}") from error
    print(f"Restored to {database}")
    return 0


def _restore_through(trial: Path, copy: Path, settings: Settings) -> None:
    """Bring a copy to this release's schema in a file aside, then put it in place."""
    try:
        backups.bring_back(copy, trial)
        migrate(trial)
        _put_in_place(trial, settings)
    finally:
        for left in trial.parent.glob(f"{trial.name}*"):
            left.unlink()


def _put_in_place(trial: Path, settings: Settings) -> None:
    for fault in _derived_faults(settings, trial):
        print(f"Worth knowing: {fault}", file=sys.stderr)
    if settings.database.exists():
        print(f"The diary that was there is now at {_kept(settings)}")
    backups.bring_back(trial, settings.database)


def _kept(settings: Settings) -> Path:
    """Copy the diary that is there, or move it away if it is too damaged to be copied."""
    folder = backup_folder(settings)
    if backups.faults(settings.database):
        return backups.set_aside(settings.database, utc_now())
    every = len(backups.every(folder)) + 1
    return backups.make(settings.database, folder, utc_now(), keep=every)


def _refuse_if_there(database: Path) -> None:
    if database.exists():
        raise CommandError(
            f"There is a diary at {database}. To replace it by the copy, add --replace;"
            " the diary that is there is copied first."
        )


def _refuse_if_faulty(file: Path) -> None:
    faults = backups.faults(file)
    if faults:
        raise CommandError(f"{file} is not restored. {' '.join(faults)}")


def check(arguments: Namespace) -> int:
    """Look through the file: 0 if it is sound; else say what is wrong and return 1."""
    settings = Settings.from_environment()
    database = arguments.file or diary_of(settings)
    faults = backups.faults(database) or backups.other_release(database)
    if not faults:
        faults = _derived_faults_of_a_copy(settings, database)
    for fault in faults:
        print(f"{database}: {fault}", file=sys.stderr)
    if not faults:
        print(f"{database} is sound: whole, complete, and every stored day is what follows.")
    if arguments.file and not seals.path_of(database).exists():
        print("No seal lies beside it, so that it is what was copied once cannot be shown.")
    return 1 if faults else 0


def _derived_faults_of_a_copy(settings: Settings, path: Path) -> list[str]:
    """What is checked stays as it is: opening a diary changes how its file is written."""
    try:
        with TemporaryDirectory(prefix="tracker-check-") as folder:
            copy = Path(folder) / "copy.db"
            backups.bring_back(path, copy)
            return _derived_faults(settings, copy)
    except (OSError, StorageError) as error:
        raise CommandError(f"{path} cannot be copied to be looked through: {error}.") from error


def _derived_faults(settings: Settings, path: Path) -> list[str]:
    """What is wrong with the days of a copy, once it is decided as a start would decide it."""
    database = Database(path)
    try:
        protocols.take_in(database, settings.protocols)
        basis.decide_anew(database, utc_now())
        return integrity.faults(database)
    except protocols.ProtocolsError as error:
        return [str(error)]
    except StorageError as error:
        return [f"What is stored cannot be read: {error}."]
    finally:
        database.close()


def backup_folder(settings: Settings) -> Path:
    """Where copies are kept unless told otherwise."""
    return settings.data_dir / "backups"


def latest_copy(settings: Settings) -> str:
    """Say which copy is the latest."""
    copies = backups.every(backup_folder(settings))
    return f"The latest copy is {copies[-1]}." if copies else "There is no copy beside it."


def start_nightly(settings: Settings, keep: int) -> None:
    """Copy the diary once a day for as long as this process runs, in a thread of its own."""

    def look() -> None:
        rest = threading.Event()
        while True:
            _back_up_if_due(settings, keep)
            rest.wait(_LOOK_EVERY_SECONDS)

    threading.Thread(target=look, name="nightly backup", daemon=True).start()


def _back_up_if_due(settings: Settings, keep: int) -> None:
    """Make a copy unless there is one of the last day; a machine that slept does it on waking."""
    folder, now = backup_folder(settings), utc_now()
    last = backups.last_made(folder)
    if last is not None and timedelta(0) <= now - last < _A_DAY:  # a clock may have been ahead
        return
    try:
        backups.make(settings.database, folder, now, keep=keep)
    except (OSError, StorageError) as error:
        logging.getLogger(__name__).error("The nightly backup failed: %s", error)  # noqa: TRY400
