"""`tracker backup --verify`: a copy restored into a folder that is thrown away, and compared."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tracker.app import utc_now
from tracker.cli.check import derived_faults, faults_of
from tracker.cli.command import CommandError
from tracker.cli.encrypted import opened
from tracker.cli.own_diary import open_diary
from tracker.services.transfer import rehearsal
from tracker.settings import Settings
from tracker.storage.database import Database
from tracker.storage.schema import migrate
from tracker.storage.transfer import backups
from tracker.translations import gettext

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable

    from tracker.services.transfer.rehearsal import Decided

_TRIES = 3


def verified(make: Callable[[], Path], arguments: Namespace) -> str:
    """Make a copy and rehearse its restoration; CommandError if anything comes out otherwise."""
    with open_diary() as database:
        copy, ours = _of_one_moment(database, make)
    with opened(copy, arguments) as plain:
        faults = faults_of(copy, plain) or _faults_of_the_restored(plain, ours)
    if faults:
        raise CommandError(
            gettext(
                "The copy at %(copy)s would not be what the diary is. %(join)s",
                copy=copy,
                join=" ".join(faults),
            )
        )
    return gettext(
        "Copied to %(copy)s, restored on trial: %(total)s decisions of %(count)s injuries are the"
        " same.",
        copy=copy,
        total=ours.total,
        count=len(ours.days),
    )


def _faults_of_the_restored(plain: Path, ours: Decided) -> list[str]:
    """What is wrong with a diary that a copy alone was made into, and what it decides otherwise."""
    with TemporaryDirectory(prefix="tracker-rehearsal-") as folder:
        settings = Settings(data_dir=Path(folder))
        backups.bring_back(plain, settings.database)
        migrate(settings.database)
        faults = derived_faults(settings, settings.database)
        with closing(Database(settings.database)) as restored:
            return faults + rehearsal.differences(ours, rehearsal.decided(restored, utc_now()))


def _of_one_moment(database: Database, make: Callable[[], Path]) -> tuple[Path, Decided]:
    """A copy, and what the diary decided while nobody wrote to it."""
    for _ in range(_TRIES):
        before = database.revision()
        copy, ours = make(), rehearsal.decided(database, utc_now())
        if database.revision() == before:
            return copy, ours
    raise CommandError(
        gettext("The diary was written to all the while. Try again when it is quieter.")
    )
