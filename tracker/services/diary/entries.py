"""Entries: check-ins and sessions saved, edited, deleted and brought back; runs refused.

Every function is one transaction. `today` is the runner's local date, `now` an aware instant.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.progression.diary import CheckIn, SessionLog
from tracker.progression.protocol import Stage
from tracker.progression.standing import ONE_DAY
from tracker.services.diary import entry_edit
from tracker.services.diary.audit import take_back
from tracker.services.diary.entry_edit import Saved, editing
from tracker.services.ownership import own_episode
from tracker.storage.database import retried
from tracker.storage.diary import diaries, standings
from tracker.storage.diary import entries as stored

if TYPE_CHECKING:
    import datetime as dt

    from tracker.services.diary.refusal import Refusal
    from tracker.storage.database import Database
    from tracker.storage.diary.entries import Entry as EntryKind


@retried
def save_check_in(
    database: Database,
    account_id: int,
    episode_id: int,
    check_in: CheckIn,
    *,
    today: dt.date,
    now: dt.datetime,
) -> Saved:
    """Add a check-in, once for its id. Raises NotFound; ValueError if dated after today."""
    with editing(database, account_id, episode_id, today, now) as edit:
        if edit.has(CheckIn, check_in.id):
            return Saved(check_in.id, already=True)
        return edit.put(None, check_in)


@retried
def edit_check_in(
    database: Database,
    account_id: int,
    episode_id: int,
    check_in: CheckIn,
    *,
    reason: str = "",
    today: dt.date,
    now: dt.datetime,
) -> Saved:
    """Replace the check-in of the same id. Raises NotFound; ValueError if dated after today.

    A warning sign that it did not have makes it an entry of now: no earlier clearance covers it.
    Raises ReasonNeeded if one that locks running is taken back without a `reason`.
    """
    with editing(database, account_id, episode_id, today, now) as edit:
        return edit.put(edit.check_in(check_in.id), check_in, reason=reason)


@retried
def save_session(
    database: Database,
    account_id: int,
    episode_id: int,
    session: SessionLog,
    *,
    before: CheckIn | None = None,
    confirmed: str | None = None,
    today: dt.date,
    now: dt.datetime,
) -> Saved | Refusal:
    """Add a session, once for its id, with how it felt `before` if that was asked.

    A run that is not cleared is refused, unless `confirmed` is the fingerprint of exactly this
    refusal. Raises NotFound; ValueError if dated after today.
    """
    with editing(database, account_id, episode_id, today, now) as edit:
        if edit.has(SessionLog, session.id):
            return Saved(session.id, already=True)
        return edit.enter(None, session, before, confirmed)


@retried
def edit_session(
    database: Database,
    account_id: int,
    episode_id: int,
    session: SessionLog,
    *,
    before: CheckIn | None = None,
    confirmed: str | None = None,
    today: dt.date,
    now: dt.datetime,
) -> Saved | Refusal:
    """Replace the session of the same id; refused where adding it would be, for new reasons."""
    with editing(database, account_id, episode_id, today, now) as edit:
        return edit.enter(edit.session(session.id), session, before, confirmed)


@retried
def delete(
    database: Database,
    account_id: int,
    episode_id: int,
    entry: CheckIn | SessionLog,
    *,
    reason: str = "",
    today: dt.date,
    now: dt.datetime,
) -> Saved:
    """Delete an entry that was found. Raises NotFound if it is gone by now.

    Raises ReasonNeeded if it holds a warning sign that locks running, without a `reason`.
    """
    with editing(database, account_id, episode_id, today, now) as edit:
        return edit.put(edit.stored(entry), None, reason=reason)


@retried
def undo(
    database: Database,
    account_id: int,
    episode_id: int,
    change_id: int,
    *,
    today: dt.date,
    now: dt.datetime,
) -> Saved:
    """Take a change back. Raises NotFound; CannotUndo if it is not the entry's last change.

    Raises ReasonNeeded if that takes a warning sign away: the entry has to be corrected.
    A sign that it brings back is known from now on, whatever was cleared meanwhile.
    """
    with editing(database, account_id, episode_id, today, now) as edit:
        before, after = take_back(edit.tx, edit.episode.key, change_id, now)
        if after is None and isinstance(before, CheckIn) and before.signs:
            before = replace(before, entered_at=None)
        return edit.put(after, before, noted=False)


def stored_entry(
    database: Database, account_id: int, episode_id: int, kind: type[EntryKind], uid: str
) -> EntryKind | None:
    """An entry by its id; None where there is none. Raises NotFound for another's episode."""
    with database.reading() as tx:
        key = own_episode(tx, account_id, episode_id).key
        return stored.find(tx, kind, key, uid)


def every(
    database: Database, account_id: int, episode_id: int
) -> tuple[list[CheckIn], list[SessionLog]]:
    """All check-ins and sessions of an episode, before onset too. Raises NotFound."""
    with database.reading() as tx:
        there = diaries.load(tx, own_episode(tx, account_id, episode_id))
    return list(there.check_ins), list(there.sessions)


def find_check_in(database: Database, account_id: int, episode_id: int, uid: str) -> CheckIn:
    """A check-in by its id. Raises NotFound."""
    with database.reading() as tx:
        key = own_episode(tx, account_id, episode_id).key
        return entry_edit.find(tx, CheckIn, key, uid)


def find_session(database: Database, account_id: int, episode_id: int, uid: str) -> SessionLog:
    """A session by its id. Raises NotFound."""
    with database.reading() as tx:
        key = own_episode(tx, account_id, episode_id).key
        return entry_edit.find(tx, SessionLog, key, uid)


def last_check_in(
    database: Database, account_id: int, episode_id: int, day: dt.date
) -> dt.time | None:
    """When the last check-in of a day was; None where none says. Raises NotFound."""
    with database.reading() as tx:
        return diaries.last_check_in(tx, own_episode(tx, account_id, episode_id).key, day)


def needs_check_in_before(
    database: Database, account_id: int, episode_id: int, session: SessionLog
) -> bool:
    """Whether a run has no check-in before it on its day, and should. Raises NotFound.

    After the return nobody is asked for one.
    """
    if not session.is_run:
        return False
    day = session.date
    with database.reading() as tx:
        episode = own_episode(tx, account_id, episode_id)
        if standings.stage_before(tx, episode.key, day) is Stage.RETURNED:
            return False
        entries = diaries.load(tx, episode, after=day - ONE_DAY, until=day)
        entries.put(session)
        before = entries.diary().day(day).before(session)
        return day >= episode.onset and not before.check_ins
