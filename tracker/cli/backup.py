"""`tracker backup`, by hand and nightly: copies of the diary."""

from __future__ import annotations

import logging
import threading
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.app import utc_now
from tracker.cli.command import CommandError
from tracker.cli.diary import diary_of
from tracker.settings import Settings
from tracker.storage import backups
from tracker.storage.errors import StorageError

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
