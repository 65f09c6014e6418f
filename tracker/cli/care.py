"""What is done for a diary while it is served, beside the pages: its file is looked through."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from tracker.cli.background import repeated
from tracker.cli.backup import latest_copy
from tracker.storage.errors import ErrorKind, StorageError
from tracker.storage.schema import way_out

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from tracker.settings import Settings
    from tracker.storage.database import Database

_A_DAY_IN_SECONDS = 24 * 60 * 60.0


def care(settings: Settings, database: Database) -> AbstractContextManager[None]:
    """Look through the diary's file now and once a day, in a thread of its own.

    No page waits for it, nor does the start, however large the file is. Once damage is found,
    nothing is answered out of the file, and the log says what to do.
    """
    return repeated("care", lambda: look_through(settings, database), every=_A_DAY_IN_SECONDS)


def look_through(settings: Settings, database: Database) -> None:
    """Look once, and say in the log what is wrong."""
    log = logging.getLogger(__name__)
    try:
        damage = database.look_through()
    except StorageError as error:
        log.error("The diary could not be looked through: %s", error)  # noqa: TRY400 - no traceback
        return
    if damage is not None:
        ways = f"{way_out(database.place, ErrorKind.DAMAGED)} {latest_copy(settings)}"
        log.error("%s is damaged (%s). %s", database.place, damage, ways)
