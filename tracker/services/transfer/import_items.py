"""What an import brought, noted item by item, so that it can be undone exactly."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from tracker.entries.fields import schema_of
from tracker.progression.diary import CheckIn, Mark, SessionLog
from tracker.progression.plain import to_plain
from tracker.storage.imports import ImportItem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tracker.content.care import CareEntry
    from tracker.progression.episode import Episode
    from tracker.progression.timeline import DayOutcome

    AnyEntry = CheckIn | SessionLog | CareEntry

EPISODE, MARK = "episode", "mark"


def entry_items(episode_id: int, entries: Iterable[AnyEntry]) -> Iterator[ImportItem]:
    """Entries that an import added."""
    for entry in entries:
        yield ImportItem(episode_id, schema_of(entry).word, entry.id, digest(entry))


def episode_item(episode_id: int, episode: Episode) -> ImportItem:
    """An injury that an import brought as a new one."""
    return ImportItem(episode_id, EPISODE, str(episode_id), episode_digest(episode))


def mark_items(
    episode_id: int, before: Iterable[SessionLog], outcomes: Iterable[DayOutcome]
) -> Iterator[ImportItem]:
    """The runs that were confirmed as deviations, and are none beside what an import added.

    Undone, they are deviations again, and were confirmed: deciding anew could not know that.
    """
    cleared = {run.run.id for day in outcomes for run in day.runs if not run.is_deviation}
    for session in before:
        if session.deviation is Mark.CONFIRMED and session.id in cleared:
            yield ImportItem(episode_id, MARK, session.id, session.deviation.value)


def digest(entry: AnyEntry) -> str:
    """What the runner said in an entry, without what the diary adds to it."""
    bare = replace(entry, entered_at=None)
    if isinstance(bare, SessionLog):
        bare = replace(bare, deviation=None)
    return _hash(schema_of(bare).snapshot(bare))


def episode_digest(episode: Episode) -> str:
    """The facts of an injury with its numbers and clearances, without what others let it carry."""
    return _hash(to_plain(replace(episode, carried_signs=())))


def _hash(plain: Any) -> str:  # noqa: ANN401 - JSON
    return hashlib.sha256(json.dumps(plain, sort_keys=True).encode()).hexdigest()
