"""The record of edits, and of decisions as they were shown, as rows of a CSV file, and back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from tracker.entries.cells import from_instant, from_text, to_instant, to_text
from tracker.exchange.own_format.json_values import to_table
from tracker.translations import gettext

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from tracker.exchange.parse_errors import Record

AUDIT = "audit.csv"
AUDIT_COLUMNS = ("at", "what", "id", "action", "before", "after", "undone_at", "reason")


class Audited(NamedTuple):
    """One line of the record.

    `what` is the kind of entry that was changed, `id` its id, `before` and `after` what it was;
    or `what` is "setting" (`id` is the number's name) or "clearance", both with `by` in `after`,
    and `through` where it is not the runner who wrote it down;
    or `what` is "decision", `id` the day, `action` the decision and `after` what led to it.
    `reason` is why a warning sign was taken back.
    """

    at: datetime
    what: str
    id: str
    action: str
    before: Mapping[str, Any] | None = None
    after: Mapping[str, Any] | None = None
    undone_at: datetime | None = None
    reason: str = ""


def to_audited(row: Record) -> Audited | None:
    """Read a line of the record; None once its faults are noted."""
    at, what = row.need("at", to_instant), row.need("what", to_text)
    action = row.need("action", to_text)
    before, after = row.get("before", _to_snapshot), row.get("after", _to_snapshot)
    undone_at = row.get("undone_at", to_instant)
    if at is None or what is None or action is None or row.is_faulty:
        return None
    uid, reason = row.text("id", to_text), row.text("reason", to_text)
    return Audited(at, what, uid, action, before, after, undone_at, reason)


def from_audited(audited: Audited) -> tuple[str, ...]:
    """Write a line of the record as a row of AUDIT_COLUMNS."""
    return (
        from_instant(audited.at),
        audited.what,
        from_text(audited.id),
        audited.action,
        _from_snapshot(audited.before),
        _from_snapshot(audited.after),
        from_instant(audited.undone_at),
        from_text(audited.reason),
    )


def _to_snapshot(text: str) -> dict[str, Any]:
    try:
        return to_table(text.encode())
    except json.JSONDecodeError as error:
        raise ValueError(gettext("must be a JSON object")) from error


def _from_snapshot(snapshot: Mapping[str, Any] | None) -> str:
    return "" if snapshot is None else json.dumps(snapshot, separators=(",", ":"))
