"""The record of edits and shown decisions that a new episode brings along, checked and stored."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tracker.entries.cells import to_date
from tracker.entries.fields import SCHEMAS
from tracker.exchange.own_format.audit_csv import AUDIT
from tracker.exchange.own_format.audited_words import WRITTEN_ONLY
from tracker.exchange.parse_errors import Faults, FilesError, ParseError, Record
from tracker.exchange.records import read_entry
from tracker.progression.verdict import Decision
from tracker.services.transfer.exports import DECISION
from tracker.storage.diary import changes, decisions_shown
from tracker.storage.diary.changes import Change
from tracker.storage.diary.decisions_shown import DecisionShown
from tracker.storage.words import ChangeAction
from tracker.translations import gettext

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracker.exchange.own_format.archive import Archive
    from tracker.exchange.own_format.audit_csv import Audited
    from tracker.storage.database import Transaction
    from tracker.storage.keys import EpisodeKey


def restore(tx: Transaction, key: EpisodeKey, archive: Archive) -> None:
    """Store the record of an archive. Raises FilesError if it is none that was written here.

    Changed numbers and clearances are stored from the episode, and have no lines besides.
    """
    restored: list[Change | DecisionShown] = []
    for audited in archive.audit:
        if audited.what in WRITTEN_ONLY:
            continue
        try:
            restored.append(_record_of(key.episode_id, audited))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            what = gettext(
                "%(what)r of %(moment)s is no line that this tracker wrote",
                what=audited.what,
                moment=audited.at,
            )
            raise FilesError([ParseError(archive.folder + AUDIT, what)]) from error
    edits = [line for line in restored if isinstance(line, Change)]
    changes.add_all(tx, key, edits)
    decisions = [line for line in restored if isinstance(line, DecisionShown)]
    decisions_shown.add_all(tx, key, decisions)


def _record_of(episode_id: int, audited: Audited) -> Change | DecisionShown:
    if audited.what == DECISION:
        return _decision(audited)
    for snapshot in (audited.before, audited.after):
        if snapshot is not None and not _is_sound(audited.what, audited.id, snapshot):
            raise ValueError(snapshot)
    return Change(
        at=audited.at,
        entity=audited.what,
        uid=audited.id or str(episode_id),
        action=ChangeAction(audited.action),
        before=audited.before,
        after=audited.after,
        undone_at=audited.undone_at,
        reason=audited.reason,
    )


def _decision(audited: Audited) -> DecisionShown:
    led_to: Mapping[str, Any] = audited.after or {}
    if audited.action not in {decision.word for decision in Decision}:
        raise ValueError(audited.action)
    return DecisionShown(
        date=to_date(audited.id),
        shown_at=audited.at,
        protocol=str(led_to["protocol"]),
        decision=audited.action,
        findings=list(led_to["findings"]),
        inputs=dict(led_to["inputs"]),
    )


def _is_sound(what: str, uid: str, snapshot: Mapping[str, Any]) -> bool:
    """Whether an entry could be brought back from its snapshot: it survives being a row."""
    schema = SCHEMAS.get(what)
    if schema is None:
        return True  # nothing else is ever brought back
    entry = schema.restored(snapshot)
    cells = dict(zip(schema.columns, schema.row(entry), strict=True))
    survives = read_entry(schema, Record(Faults(), AUDIT, cells)) == entry
    return survives and bool(entry.id == uid)
