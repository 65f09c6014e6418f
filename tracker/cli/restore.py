"""`tracker restore`: a copy of the diary brought back, without what was ended since."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.app import utc_now
from tracker.cli.backup import backup_folder
from tracker.cli.check import derived_faults, faults_of
from tracker.cli.command import CommandError
from tracker.cli.encrypted import add_key, opened
from tracker.services.access import restored
from tracker.settings import Settings
from tracker.storage.database import Database
from tracker.storage.errors import StorageError
from tracker.storage.schema import SchemaError, migrate
from tracker.storage.transfer import backups
from tracker.translations import gettext

if TYPE_CHECKING:
    from argparse import Namespace

    from tracker.cli.command import Commands


def add_restore(commands: Commands) -> None:
    """Add `tracker restore`."""
    parser = commands.add_parser("restore", help=gettext("bring a copy of the diary back"))
    parser.add_argument(
        "file", type=Path, metavar="FILE", help=gettext("a copy made by `tracker backup`")
    )
    parser.add_argument(
        "--replace", action="store_true", help=gettext("replace the diary that is there")
    )
    parser.add_argument(
        "--keep-sign-ins",
        action="store_true",
        help=gettext(
            "leave sign-ins, links and invitations as the copy has them; otherwise all end"
        ),
    )
    add_key(parser)
    parser.set_defaults(run=restore)


def restore(arguments: Namespace) -> int:
    """Check a copy, then put it in the place of the diary; what was there is copied first."""
    settings = Settings.from_environment()
    database = settings.database
    trial = database.with_name("restore.trial")
    try:
        if not arguments.replace:
            _refuse_if_there(database)
        with opened(arguments.file, arguments) as plain:
            _refuse_if_faulty(arguments.file, plain)
            database.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            _restore_through(trial, plain, settings, keep_sign_ins=arguments.keep_sign_ins)
    except (OSError, StorageError, SchemaError) as error:
        reason = str(error).replace(str(trial), str(arguments.file))
        raise CommandError(gettext("Nothing was restored: %(reason)s", reason=reason)) from error
    print(gettext("Restored to %(database)s", database=database))
    return 0


def _restore_through(trial: Path, copy: Path, settings: Settings, *, keep_sign_ins: bool) -> None:
    """Bring a copy to this release's schema in a file aside, then put it in place."""
    try:
        backups.bring_back(copy, trial)
        migrate(trial)
        for fault in derived_faults(settings, trial):
            print(gettext("Worth knowing: %(fault)s", fault=fault), file=sys.stderr)
        backup = _set_by(settings) if settings.database.exists() else None
        if not keep_sign_ins:
            _end_what_was_open(trial)
        if backup:
            print(gettext("The diary that was there is now at %(backup)s", backup=backup))
            _tell_what_happened_since(trial, backup)
        with closing(Database(trial)) as database:
            restored.note(database, utc_now())
        backups.bring_back(trial, settings.database)
    finally:
        for left in trial.parent.glob(f"{trial.name}*"):
            left.unlink()


def _end_what_was_open(trial: Path) -> None:
    with closing(Database(trial)) as database:
        restored.end_everything(database, utc_now())
    print(
        gettext(
            "Every sign-in, shared link, calendar link, invitation and reset link of the "
            "copy has ended: everyone signs in anew. The reminders of the copy are off."
        )
    )


def _tell_what_happened_since(trial: Path, backup: Path) -> None:
    """Say which accounts had been deleted, and keep passphrases that were changed."""
    later = trial.with_name(f"{trial.name}.later")
    try:
        backups.bring_back(backup, later)
        migrate(later)
        with closing(Database(later)) as there, closing(Database(trial)) as database:
            since = restored.since(database, there)
    except (StorageError, SchemaError):
        print(
            gettext(
                "Worth knowing: the diary that was there cannot be read. Accounts deleted, "
                "passphrases changed, roles and second factors since the copy are as they were "
                "in the copy; what was reminded of today may be once more."
            ),
            file=sys.stderr,
        )
        return
    for name in since.deleted:
        print(
            gettext(
                "Worth knowing: %(name)s had been deleted after the copy was made, and is back. "
                "`tracker account delete %(quoted)s` deletes it again.",
                name=name,
                quoted=repr(name),
            ),
            file=sys.stderr,
        )
    print(
        gettext(
            "Administrators, second factors, reminders and the security log are those from "
            "before this."
        )
    )
    for name in since.passphrase_kept:
        print(
            gettext(
                "The passphrase of %(name)s is the one that was set after the copy was made. "
                "`tracker account reset %(quoted)s` sets another.",
                name=name,
                quoted=repr(name),
            )
        )


def _set_by(settings: Settings) -> Path:
    """Copy the diary that is there, or move it away if it is too damaged to be copied."""
    folder = backup_folder(settings)
    if backups.faults(settings.database):
        return backups.set_aside(settings.database, utc_now())
    every = len(backups.every(folder)) + 1
    return backups.make(settings.database, folder, utc_now(), keep=every)


def _refuse_if_there(database: Path) -> None:
    if database.exists():
        raise CommandError(
            gettext(
                "There is a diary at %(database)s. To replace it by the copy, add --replace; the "
                "diary that is there is copied first.",
                database=database,
            )
        )


def _refuse_if_faulty(file: Path, plain: Path) -> None:
    faults = faults_of(file, plain)
    if faults:
        raise CommandError(
            gettext("%(file)s is not restored. %(join)s", file=file, join=" ".join(faults))
        )
