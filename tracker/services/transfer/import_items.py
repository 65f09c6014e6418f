"""What an import brought, noted item by item, so that it can be undone exactly."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from tracker.entries.fields import schema_of
from tracker.progression.diary import CheckIn, Mark, SessionLog
from tracker.progression.plain import to_plain
from tracker.storage.transfer.imports import ImportItem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from tracker.content.care import CareEntry
    from tracker.progression.episode import Episode
    from tracker.progression.timeline import DayOutcome
    from tracker.services.transfer.import_plan import Note

    AnyEntry = CheckIn | SessionLog | CareEntry

EPISODE, MARK = "episode", "mark"


def entry_items(episode_id: int, notes: Iterable[Note]) -> Iterator[ImportItem]:
    """Entries that an import added."""
    for note in notes:
        yield ImportItem(episode_id, note.word, note.uid, note.digest)


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
    plain = to_plain(replace(episode, carried_signs=()))
    for said in (*plain["settings"], *plain["clearances"]):
        del said["through"]  # how a word came is not what it says, and earlier digests lack it
    return _hash(plain)


def _hash(plain: Mapping[str, Any]) -> str:
    """A digest of what is said: a field of a later release that nobody filled says nothing."""
    said = {name: value for name, value in plain.items() if not _is_nothing(value)}
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()


def _is_nothing(value: object) -> bool:
    return value is None or value is False or value in ("", [])
