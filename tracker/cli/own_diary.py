"""The user's own diary, as the commands open it, and whose of its accounts is meant."""

from __future__ import annotations

import sys
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from tracker.app import utc_now
from tracker.cli.command import CommandError
from tracker.services.access import accounts
from tracker.services.injury.protocols import ProtocolsError
from tracker.services.opening import opened
from tracker.settings import DATA_DIR, Settings
from tracker.storage.schema import SchemaError
from tracker.translations import N_, gettext

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tracker.storage.database import Database

NO_ACCOUNT = N_("There is no account yet. Start `tracker serve` and create one.")


@contextmanager
def open_diary() -> Iterator[Database]:
    """Open the user's own diary, brought to the newest schema; none is begun here."""
    settings = Settings.from_environment()
    place = settings.server or diary_of(settings)
    try:
        database = opened(place, settings.protocols, utc_now(), tell=_tell)
    except (SchemaError, ProtocolsError) as error:
        raise CommandError(str(error)) from error
    with closing(database):
        yield database


def _tell(sentence: str) -> None:
    print(sentence, file=sys.stderr)


def diary_of(settings: Settings) -> Path:
    """The file of the user's own diary; CommandError where there is none."""
    try:
        settings.database.stat()
    except OSError as error:
        raise CommandError(
            gettext(
                "There is no diary at %(database)s (%(strerror)s). `tracker serve` begins one; "
                "%(data_dir)s says in which folder.",
                database=settings.database,
                strerror=error.strerror,
                data_dir=DATA_DIR,
            )
        ) from error
    return settings.database


def account_id_of(database: Database, name: str | None) -> int:
    """The account of that name, or the only one; CommandError where it is not clear whose."""
    everyone = accounts.all_accounts(database)
    chosen = [a for a in everyone if name is None or accounts.key(a.name) == accounts.key(name)]
    if len(chosen) == 1:
        return chosen[0].id
    if not everyone:
        raise CommandError(gettext(NO_ACCOUNT))
    names = ", ".join(account.name for account in everyone)
    raise CommandError(gettext("Name one account with --account: %(names)s.", names=names))


def is_wanted(question: str) -> bool:
    """Whether whoever sits at the terminal says yes. CommandError where nobody sits there."""
    if not sys.stdin.isatty():
        raise CommandError(gettext("Nothing was changed. Say yes beforehand with --yes."))
    answers = gettext("[y/N]")
    yes = gettext("yes")
    return input(f"{question} {answers} ").strip().lower() in {"y", "yes", yes[:1], yes}
