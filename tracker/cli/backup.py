"""`tracker backup`, by hand and nightly: copies of the diary."""

from __future__ import annotations

import logging
import shlex
import subprocess
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.app import utc_now
from tracker.cli.background import repeated
from tracker.cli.command import CommandError
from tracker.cli.encrypted import add_identity, add_lock, lock_of
from tracker.cli.own_diary import diary_of
from tracker.settings import Settings
from tracker.storage.errors import StorageError
from tracker.storage.transfer import backups
from tracker.storage.transfer.encryption import EncryptionError
from tracker.translations import gettext

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from contextlib import AbstractContextManager
    from datetime import datetime

    from tracker.cli.command import Commands
    from tracker.storage.transfer.encryption import Lock

KEEP = 14
_LOOK_EVERY_SECONDS = 15 * 60
_A_DAY = timedelta(hours=23, minutes=50)  # so that it does not come later every night


def add_backup(commands: Commands) -> None:
    """Add `tracker backup`."""
    parser = commands.add_parser("backup", help=gettext("copy the diary, also while it is served"))
    parser.add_argument(
        "--to", type=Path, metavar="FOLDER", help=gettext("where to (backups, beside it)")
    )
    add_copying(parser)
    add_identity(parser)
    parser.add_argument(
        "--verify",
        action="store_true",
        help=gettext(
            "restore the copy into a folder that is thrown away, and compare every decision"
        ),
    )
    parser.set_defaults(run=backup)


def add_copying(parser: ArgumentParser) -> None:
    """Add the options that say how copies are made: `Copying.of` reads them."""
    add_keep(parser)
    add_lock(parser)
    parser.add_argument(
        "--then",
        metavar="COMMAND",
        help=gettext("run this after each copy, with the copy's path behind it, to carry it away"),
    )


def add_keep(parser: ArgumentParser) -> None:
    """Add the option that says how many copies stay."""
    text = "how many copies to keep (%(default)s)"
    parser.add_argument("--keep", type=_count, default=KEEP, metavar="N", help=text)


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise CommandError(
            gettext("--keep must be a number from 1 on, not %(text)s.", text=repr(text))
        )
    return int(text)


@dataclass(frozen=True, slots=True)
class Copying:
    """How copies are made: how many are kept, how each is encrypted, and what is run after it."""

    keep: int = KEEP
    lock: Lock | None = None
    then: tuple[str, ...] = ()

    @classmethod
    def of(cls, arguments: Namespace) -> Copying:
        """Read the options of `add_copying`; CommandError for what cannot be."""
        try:
            then = tuple(shlex.split(arguments.then or ""))
        except ValueError as error:
            raise CommandError(
                gettext(
                    "--then: %(then)s is no command: %(error)s.", then=arguments.then, error=error
                )
            ) from error
        return cls(arguments.keep, lock_of(arguments), then)

    def make(self, database: Path, folder: Path, now: datetime) -> Path:
        """Make a copy and run what comes after it; CommandError where either fails."""
        try:
            copy = backups.make(database, folder, now, keep=self.keep, lock=self.lock)
        except (OSError, StorageError, EncryptionError) as error:
            raise CommandError(gettext("No copy could be made: %(error)s.", error=error)) from error
        if self.then:
            _carry_away(self.then, copy)
        return copy


def _carry_away(command: tuple[str, ...], copy: Path) -> None:
    words = [*command, str(copy)]
    try:
        done = subprocess.run(words, stdin=subprocess.DEVNULL, check=False)  # noqa: S603 - theirs
    except OSError as error:
        raise CommandError(
            gettext(
                "The copy is at %(copy)s, but %(command)s cannot be run: %(strerror)s.",
                copy=copy,
                command=command[0],
                strerror=error.strerror,
            )
        ) from error
    if done.returncode:
        raise CommandError(
            gettext(
                "The copy is at %(copy)s, but %(command)s ended with %(returncode)s: it may not "
                "have been carried away.",
                copy=copy,
                command=command[0],
                returncode=done.returncode,
            )
        )


def backup(arguments: Namespace) -> int:
    """Copy the diary and say where to; rehearse its restoration where that is asked."""
    settings = Settings.from_environment()
    database, copying = diary_of(settings), Copying.of(arguments)
    folder = arguments.to or backup_folder(settings)
    if arguments.verify:
        from tracker.cli.rehearsal import verified

        print(verified(lambda: copying.make(database, folder, utc_now()), arguments))
    else:
        print(gettext("Copied to %(make)s", make=copying.make(database, folder, utc_now())))
    return 0


def backup_folder(settings: Settings) -> Path:
    """Where copies are kept unless told otherwise."""
    return settings.data_dir / "backups"


def latest_copy(settings: Settings) -> str:
    """Say which copy is the latest."""
    if settings.server is not None:
        return ""
    copies = backups.every(backup_folder(settings))
    if not copies:
        return gettext("There is no copy beside it.")
    return gettext("The latest copy is %(copy)s.", copy=copies[-1])


def nightly(settings: Settings, copying: Copying) -> AbstractContextManager[None]:
    """Copy the diary once a day while the block lasts, in a thread of its own."""
    due = partial(_back_up_if_due, settings, copying)
    return repeated("nightly backup", due, every=_LOOK_EVERY_SECONDS)


def _back_up_if_due(settings: Settings, copying: Copying) -> None:
    """Make a copy unless there is one of the last day; a machine that slept does it on waking."""
    folder, now = backup_folder(settings), utc_now()
    last = backups.last_made(folder)
    if last is not None and timedelta(0) <= now - last < _A_DAY:  # a clock may have been ahead
        return
    try:
        copying.make(settings.database, folder, now)
    except (OSError, StorageError, CommandError) as error:
        logging.getLogger(__name__).error("The nightly backup failed: %s", error)  # noqa: TRY400
