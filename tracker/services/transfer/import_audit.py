"""The record of edits and shown decisions that a new episode brings along, checked and stored."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tracker.exchange.cells import to_date
from tracker.exchange.own_format.audit_csv import AUDIT
from tracker.exchange.parse_errors import Faults, FilesError, ParseError, Record
from tracker.exchange.records import (
    CARE_COLUMNS,
    CHECK_IN_COLUMNS,
    SESSION_COLUMNS,
    from_care,
    from_check_in,
    from_session,
    to_care,
    to_check_in,
    to_session,
)
from tracker.progression.diary import CheckIn, SessionLog
from tracker.progression.verdict import Decision
from tracker.services.transfer.exports import DECISION
from tracker.storage import care, changes, decisions_shown, diaries
from tracker.storage.changes import Change
from tracker.storage.decisions_shown import DecisionShown
from tracker.storage.words import ChangeAction

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracker.exchange.own_format.archive import Archive
    from tracker.exchange.own_format.audit_csv import Audited
    from tracker.storage.database import Transaction


def restore(tx: Transaction, episode_id: int, archive: Archive) -> None:
    """Store the record of an archive. Raises FilesError if it is none that was written here."""
    restored: list[Change | DecisionShown] = []
    for audited in archive.audit:
        try:
            restored.append(_record_of(episode_id, audited))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            what = f"{audited.what!r} of {audited.at} is no line that this tracker wrote"
            raise FilesError([ParseError(archive.folder + AUDIT, what)]) from error
    edits = [line for line in restored if isinstance(line, Change)]
    changes.add_all(tx, episode_id, edits)
    shown = [line for line in restored if isinstance(line, DecisionShown)]
    decisions_shown.add_all(tx, episode_id, shown)


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
    faults = Faults()
    if what == "check_in":
        check_in = diaries.restored(CheckIn, snapshot)
        assert isinstance(check_in, CheckIn)  # noqa: S101 - for the type checker
        back = to_check_in(_record(faults, CHECK_IN_COLUMNS, from_check_in(check_in)))
        return back == check_in and check_in.id == uid
    if what == "session":
        session = diaries.restored(SessionLog, snapshot)
        assert isinstance(session, SessionLog)  # noqa: S101 - for the type checker
        back_session = to_session(_record(faults, SESSION_COLUMNS, from_session(session)))
        return back_session == session and session.id == uid
    if what == "care":
        entry = care.restored(snapshot)
        return to_care(_record(faults, CARE_COLUMNS, from_care(entry))) == entry and entry.id == uid
    return True  # nothing else is ever brought back


def _record(faults: Faults, columns: tuple[str, ...], cells: tuple[str, ...]) -> Record:
    return Record(faults, AUDIT, dict(zip(columns, cells, strict=True)))
