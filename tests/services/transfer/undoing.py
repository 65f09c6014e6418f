"""Imports of a test, and their undoing."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import text

from tests.builders import check_in, on
from tests.services.conftest import ALICE, NOW, Runner
from tracker.exchange.own_format.archive import Archive
from tracker.exchange.own_format.episode_lifecycle import EpisodeLifecycle
from tracker.progression.diary import CheckIn, SessionLog
from tracker.progression.episode import Episode, Site
from tracker.services.injury import episodes
from tracker.services.transfer import imports
from tracker.services.transfer.import_history import imports_of
from tracker.services.transfer.undo_import import (
    Undone,
    preview_undo,
    undo_import,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.content.care import CareEntry
    from tracker.storage.database import Database

MINUTE = dt.timedelta(minutes=1)
LATER = NOW + dt.timedelta(days=30)
REASON = "the file of somebody else"
# All that decides, and all that is shown; the record of what was done is not taken back.
EXACT = ("check_ins", "sessions", "care_entries", "daily_standings", "episodes", "clearances")


def rows(database: Database) -> dict[str, list[tuple[object, ...]]]:
    with database.reading() as tx:
        tables = {table: tx.execute(text(f"SELECT * FROM {table}")) for table in EXACT}
        return {table: sorted(map(tuple, them), key=str) for table, them in tables.items()}


def archive_of(
    runner: Runner, *given: CheckIn | SessionLog, care: Iterable[CareEntry] = ()
) -> Archive:
    """Entries as a file of the open episode."""
    view = episodes.episode(runner.database, runner.account, runner.episode)
    return Archive(
        view.episode,
        EpisodeLifecycle(opened_at=view.opened_at),
        [entry for entry in given if isinstance(entry, CheckIn)],
        [entry for entry in given if isinstance(entry, SessionLog)],
        list(care),
    )


def table_of(runner: Runner, *given: CheckIn | SessionLog, care: Iterable[CareEntry] = ()) -> int:
    """Read entries in for the open episode; the id of the import."""
    archive = archive_of(runner, *given, care=care)
    imports.import_archives(runner.database, runner.account, [archive], now=NOW)
    return last_import(runner)


def last_import(runner: Runner) -> int:
    return imports_of(runner.database, runner.account, runner.episode)[-1].id


def injury(runner: Runner, *given: CheckIn, site: Site = Site.GLUTEAL) -> int:
    """Read in an injury that is over; the id of the import."""
    facts = Episode(onset=on(-30), baseline_minutes=40, site=site)
    over = EpisodeLifecycle(opened_at=NOW - MINUTE, closed_on=on(-1), closed_reason="returned")
    imports.import_archives(runner.database, ALICE, [Archive(facts, over, given, [])], now=NOW)
    return max(
        it.id
        for view in episodes.all_episodes(runner.database, ALICE)
        for it in imports_of(runner.database, ALICE, view.id)
    )


def undo(runner: Runner, import_id: int, reason: str = "", now: dt.datetime = LATER) -> Undone:
    """Undo it, and see that the preview said the same."""
    expected = preview_undo(runner.database, ALICE, import_id, now=now)
    undone = undo_import(runner.database, ALICE, import_id, reason=reason, now=now)
    assert undone == expected
    return undone


FLAGGED = replace(check_in(4, red_flags=["E1"]), id="flagged")
