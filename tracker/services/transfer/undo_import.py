"""An import taken back as one: what it brought goes, what was changed since stays.

A warning sign that it brought goes only with a reason, wherever it was carried to. An injury that
it brought goes whole, unless the runner went on with it.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from tracker.progression.episode import LOCKING_FLAGS, SCREENING
from tracker.services.diary import open_signs
from tracker.services.diary.refold import redecide
from tracker.services.errors import CannotUndo, NotFound, ReasonNeeded
from tracker.services.transfer import brought
from tracker.storage.database import retried
from tracker.storage.diary import changes
from tracker.storage.injury import episodes
from tracker.storage.transfer import imports

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from tracker.content.care import CareEntry
    from tracker.progression.diary import CheckIn, SessionLog
    from tracker.progression.review import Redecided
    from tracker.services.diary.open_signs import DatedSign
    from tracker.services.transfer.brought import Brought
    from tracker.storage.database import Database, Transaction
    from tracker.storage.keys import EpisodeKey
    from tracker.storage.transfer.imports import ImportRecord

UNDO_WITHIN = dt.timedelta(days=30)
IMPORT = "import"  # what the record of edits calls it


class WhyNot(StrEnum):
    """Why an import cannot be undone."""

    UNDONE = "undone"
    TOO_LATE = "too late"
    GONE_ON_WITH = "gone on with"


class CannotUndoImport(CannotUndo):
    """An import that was undone, is older than 30 days, or whose injury was gone on with."""

    def __init__(self, why: WhyNot) -> None:
        self.why = why
        super().__init__(why.value)


class Undone(NamedTuple):
    """What undoing an import does.

    `gone` are the entries that go, `changed` those that were changed since and stay, `deleted`
    how many were deleted before; `injuries` are the onsets of those that go whole. `signs` are
    the warning signs, by their ids, that are taken back with it; `redecided` is what changes for
    runs that stay, and for the standing.
    """

    at: dt.datetime
    gone: tuple[CheckIn | SessionLog | CareEntry, ...]
    changed: tuple[CheckIn | SessionLog | CareEntry, ...]
    deleted: int
    injuries: tuple[dt.date, ...]
    signs: tuple[str, ...]
    redecided: tuple[Redecided, ...]


@retried
def preview_undo(
    database: Database, account_id: int, import_id: int, *, now: dt.datetime
) -> Undone:
    """What `undo_import` would do. Raises what that does, but for ReasonNeeded."""
    try:
        with database.writing(account_id) as tx:
            undone = _undo(tx, account_id, import_id, None, now)
            raise _TakenBack(undone)  # noqa: TRY301 - the way to undo a transaction
    except _TakenBack as taken_back:
        return taken_back.undone


@retried
def undo_import(
    database: Database, account_id: int, import_id: int, *, reason: str = "", now: dt.datetime
) -> Undone:
    """Take back all that an import brought, in one transaction.

    Raises NotFound for an import of another account, CannotUndoImport, and ReasonNeeded where a
    warning sign goes with it and no `reason` is given.
    """
    with database.writing(account_id) as tx:
        return _undo(tx, account_id, import_id, reason, now)


class _TakenBack(Exception):
    """What was tried is undone."""

    def __init__(self, undone: Undone) -> None:
        self.undone = undone


def _undo(
    tx: Transaction, account_id: int, import_id: int, reason: str | None, now: dt.datetime
) -> Undone:
    """Undo it for a reason; None asks for none, in a preview."""
    record = _own_import(tx, account_id, import_id, now)
    of_each = list(brought.brought_by(tx, account_id, imports.items(tx, account_id, import_id)))
    whole, in_part = [b for b in of_each if b.facts], [b for b in of_each if not b.facts]
    _check_untouched(tx, account_id, whole)
    of_entries = {sign for one in in_part for sign in brought.dated_signs_in(tx, one)}
    of_injuries = {sign for one in whole for sign in _locking(tx, one)}
    redecided = [brought.take_out(tx, one, reason or "", now) for one in in_part]
    for one in whole:
        episodes.delete(tx, one.episode.key)
    left = _known_besides(tx, account_id, record.at)
    signs = _ids(of_entries | (of_injuries - left))
    if signs and reason == "":
        raise ReasonNeeded(signs)
    gone = (of_entries | of_injuries) - left
    redecided += _take_from_others(tx, account_id, gone, of_injuries, (reason or "", now))
    open_signs.take_along(tx, account_id, now)
    imports.mark_undone(tx, account_id, import_id, now, (reason or "") if signs else "")
    return _undone(record, of_each, signs, redecided)


def _own_import(tx: Transaction, account_id: int, import_id: int, now: dt.datetime) -> ImportRecord:
    record = imports.own(tx, account_id, import_id)
    if record is None:
        raise NotFound(import_id)
    if record.undone_at is not None:
        raise CannotUndoImport(WhyNot.UNDONE)
    if now - record.at > UNDO_WITHIN:
        raise CannotUndoImport(WhyNot.TOO_LATE)
    return record


def _check_untouched(tx: Transaction, account_id: int, whole: Sequence[Brought]) -> None:
    """Refuse to delete an injury that somebody went on with, in it or in one that follows it."""
    brought_ids = {one.episode.id for one in whole}
    is_followed = any(
        episode.follows_episode_id in brought_ids
        for episode in episodes.of_account(tx, account_id)
        if episode.id not in brought_ids
    )
    if is_followed or not all(brought.is_untouched(tx, one) for one in whole):
        raise CannotUndoImport(WhyNot.GONE_ON_WITH)


def _locking(tx: Transaction, one: Brought) -> set[DatedSign]:
    """What an injury that was brought whole knows of, and locks running."""
    known = open_signs.known_signs(tx, one.episode)
    return {sign for sign in known if sign.id in LOCKING_FLAGS or sign.id in SCREENING}


def _known_besides(tx: Transaction, account_id: int, at: dt.datetime) -> set[DatedSign]:
    """What is recorded in what stays, or was carried there before the import."""
    left: set[DatedSign] = set()
    for episode in episodes.of_account(tx, account_id):
        earlier = (c for c in episode.carried_signs if c.entered_at is None or c.entered_at < at)
        left |= open_signs.recorded_signs(tx, episode) | open_signs.dated(earlier)
    return left


def _take_from_others(
    tx: Transaction,
    account_id: int,
    gone: Collection[DatedSign],
    of_injuries: Collection[DatedSign],
    why: tuple[str, dt.datetime],
) -> list[Redecided]:
    """Take signs from what other injuries carry of them; noted where nothing else tells of them."""
    redecided = []
    for episode in episodes.of_account(tx, account_id):
        left = open_signs.without(episode.carried_signs, gone)
        if left == episode.carried_signs:
            continue
        taken = open_signs.dated(episode.carried_signs) - open_signs.dated(left)
        _note_signs(tx, episode.key, taken & set(of_injuries), why)
        changed = episodes.change(tx, episode, replace(episode, carried_signs=left))
        redecided.append(redecide(tx, changed, since=None))
    return redecided


def _note_signs(
    tx: Transaction,
    key: EpisodeKey,
    signs: Iterable[DatedSign],
    why: tuple[str, dt.datetime],
) -> None:
    """Record signs as answers of their day that are taken back: the injury that had them goes."""
    reason, now = why
    for day in sorted({sign.date for sign in signs}):
        flags = sorted(sign.id for sign in signs if sign.date == day)
        was = {"screened_on": day.isoformat(), "screening": flags}
        what = (IMPORT, day.isoformat())
        changes.add(tx, key, what, was, None, now=now, reason=reason)


def _ids(signs: Iterable[DatedSign]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(sign.id for sign in sorted(signs)))


def _undone(
    record: ImportRecord,
    of_each: Sequence[Brought],
    signs: tuple[str, ...],
    redecided: Sequence[Redecided],
) -> Undone:
    return Undone(
        record.at,
        tuple(entry for one in of_each for entry in one.as_it_was),
        tuple(entry for one in of_each for entry in one.changed),
        sum(one.deleted for one in of_each),
        tuple(one.episode.onset for one in of_each if one.facts),
        signs,
        tuple(redecided),
    )
