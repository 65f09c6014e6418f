"""Reminders in the database: when they may come, by which ways, and what was sent."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import delete, func, select, update

from tracker.storage.rows import rows_changed
from tracker.storage.tables.access import AccountRow
from tracker.storage.tables.diary import EpisodeRow
from tracker.storage.tables.reminders import (
    ReminderChannelRow,
    ReminderHoursRow,
    ReminderMessageRow,
)
from tracker.storage.words import ReminderState

if TYPE_CHECKING:
    from datetime import date, datetime, time

    from tracker.storage.database import Transaction
    from tracker.storage.words import ReminderChannel, ReminderFailure


class Hours(NamedTuple):
    """When reminders may come, by the runner's clock: from when, and when never."""

    at: time
    quiet_from: time
    quiet_until: time


class Channel(NamedTuple):
    """A way by which an account is reminded, and how its last message fared."""

    channel: ReminderChannel
    sealed: str
    since: datetime
    sent_at: datetime | None
    failed_at: datetime | None
    failure: ReminderFailure | None
    failure_said: str


class Wanted(NamedTuple):
    """A channel of somebody whose episode is open, their hours and their language.

    Both are None where none were chosen.
    """

    account_id: int
    channel: ReminderChannel
    timezone: str
    hours: Hours | None
    language: str | None
    fails: bool


class Message(NamedTuple):
    """What became of a message; `day` is None for a test."""

    id: int
    account_id: int
    channel: ReminderChannel
    day: date | None
    state: ReminderState
    tries: int
    at: datetime


def hours(tx: Transaction, account_id: int) -> Hours | None:
    """When an account's reminders may come; None where that was never chosen."""
    return _hours(tx.get(ReminderHoursRow, account_id))


def put_hours(tx: Transaction, account_id: int, chosen: Hours) -> None:
    """Store when reminders may come. Where none was needed today, it is looked at again."""
    tx.merge(ReminderHoursRow(account_id=account_id, **chosen._asdict()))
    row = ReminderMessageRow
    needless = (row.account_id == account_id) & (row.state == ReminderState.NEEDLESS)
    tx.execute(delete(row).where(needless))


def channels(tx: Transaction, account_id: int) -> list[Channel]:
    """The ways by which an account is reminded."""
    query = select(ReminderChannelRow).where(ReminderChannelRow.account_id == account_id)
    return [_channel(row) for row in tx.scalars(query.order_by(ReminderChannelRow.channel))]


def channel(tx: Transaction, account_id: int, kind: ReminderChannel) -> Channel | None:
    """One of an account's ways; None where it is off."""
    row = tx.get(ReminderChannelRow, (account_id, kind))
    return None if row is None else _channel(row)


def put_channel(
    tx: Transaction, account_id: int, kind: ReminderChannel, sealed: str, now: datetime
) -> None:
    """Turn a way on, or send by it to somewhere else from now on."""
    remove_channel(tx, account_id, kind)
    tx.add(ReminderChannelRow(account_id=account_id, channel=kind, sealed=sealed, since=now))


def remove_channel(tx: Transaction, account_id: int, kind: ReminderChannel) -> bool:
    """Turn a way off and forget where to; False where it was off."""
    row = ReminderChannelRow
    mine = (row.account_id == account_id) & (row.channel == kind)
    return bool(rows_changed(tx.execute(delete(row).where(mine))))


def note_sent(tx: Transaction, account_id: int, kind: ReminderChannel, now: datetime) -> None:
    """Store that a message arrived: what failed before is over."""
    _note(tx, account_id, kind, sent_at=now, failed_at=None, failure=None, failure_said="")


def note_failed(
    tx: Transaction,
    account_id: int,
    kind: ReminderChannel,
    *,
    failure: ReminderFailure,
    said: str,
    now: datetime,
) -> None:
    """Store that a message did not arrive, and why."""
    _note(tx, account_id, kind, failed_at=now, failure=failure, failure_said=said)


def _note(tx: Transaction, account_id: int, kind: ReminderChannel, **values: object) -> None:
    row = ReminderChannelRow
    mine = (row.account_id == account_id) & (row.channel == kind)
    tx.execute(update(row).where(mine).values(values))


def wanted(tx: Transaction) -> list[Wanted]:
    """Every channel of who has an open episode; those that failed last time come last."""
    row, its = ReminderChannelRow, ReminderHoursRow
    query = (
        select(
            row.account_id,
            row.channel,
            EpisodeRow.timezone,
            AccountRow.language,
            row.failed_at,
            its,
        )
        .join(EpisodeRow, EpisodeRow.account_id == row.account_id)
        .join(AccountRow, AccountRow.id == row.account_id)
        .outerjoin(its, its.account_id == row.account_id)
        .where(EpisodeRow.closed_on.is_(None))
        .order_by(row.account_id, row.channel)
    )
    every = [
        Wanted(account_id, kind, timezone, _hours(chosen), language, failed_at is not None)
        for account_id, kind, timezone, language, failed_at, chosen in tx.execute(query)
    ]
    return sorted(every, key=lambda it: it.fails)


def message_of(
    tx: Transaction, account_id: int, kind: ReminderChannel, day: date
) -> Message | None:
    """The message of a day by a channel, if one was begun or found needless."""
    row = ReminderMessageRow
    its = (row.account_id == account_id) & (row.channel == kind) & (row.day == day)
    stored = tx.scalars(select(row).where(its)).one_or_none()
    return None if stored is None else _message(stored)


def latest_message(tx: Transaction, account_id: int, kind: ReminderChannel) -> Message | None:
    """The message of the latest day by a channel that was needed; tests aside."""
    row = ReminderMessageRow
    its = (row.account_id == account_id) & (row.channel == kind) & row.day.is_not(None)
    needed = its & (row.state != ReminderState.NEEDLESS)
    stored = tx.scalars(select(row).where(needed).order_by(row.day.desc()).limit(1)).one_or_none()
    return None if stored is None else _message(stored)


def begin(
    tx: Transaction,
    account_id: int,
    kind: ReminderChannel,
    day: date | None,
    *,
    state: ReminderState,
    stop_hash: str | None,
    now: datetime,
) -> int:
    """Store a message in a state, one try more if it was there; return its id.

    The caller has looked at the message of the day in the same transaction. Two that claim one
    day all the same are told apart by the unique key: the later is undone.
    """
    there = None if day is None else message_of(tx, account_id, kind, day)
    row = (there and tx.get(ReminderMessageRow, (account_id, there.id))) or ReminderMessageRow(
        account_id=account_id, channel=kind, day=day, tries=0
    )
    row.state, row.stop_hash, row.at = state, stop_hash, now
    row.tries += 1
    tx.add(row)
    tx.flush()
    return row.id


def finish(tx: Transaction, account_id: int, message_id: int, state: ReminderState) -> None:
    """Store what became of a message."""
    row = ReminderMessageRow
    its = (row.account_id == account_id) & (row.id == message_id)
    tx.execute(update(ReminderMessageRow).where(its).values(state=state))


def by_stop(tx: Transaction, stop_hash: str) -> Message | None:
    """The message that holds a token by which a channel is turned off."""
    query = select(ReminderMessageRow).where(ReminderMessageRow.stop_hash == stop_hash)
    stored = tx.scalars(query).one_or_none()
    return None if stored is None else _message(stored)


def tests_since(tx: Transaction, account_id: int, instant: datetime) -> int:
    """How many test messages an account has asked for since an instant."""
    row = ReminderMessageRow
    its = (row.account_id == account_id) & row.day.is_(None) & (row.at > instant)
    return tx.scalar(select(func.count()).select_from(row).where(its)) or 0


def forget_until(tx: Transaction, instant: datetime) -> None:
    """Delete what was begun up to an instant; the links in those messages end."""
    tx.execute(delete(ReminderMessageRow).where(ReminderMessageRow.at <= instant))


def _hours(row: ReminderHoursRow | None) -> Hours | None:
    return None if row is None else Hours(row.at, row.quiet_from, row.quiet_until)


def _channel(row: ReminderChannelRow) -> Channel:
    sent = row.sent_at, row.failed_at, row.failure, row.failure_said
    return Channel(row.channel, row.sealed, row.since, *sent)


def _message(row: ReminderMessageRow) -> Message:
    return Message(row.id, row.account_id, row.channel, row.day, row.state, row.tries, row.at)
