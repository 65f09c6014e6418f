"""The ways by which a runner is reminded: turned on, tested, turned off by the runner or a link."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from tracker.language import reminders as words
from tracker.services import tokens
from tracker.services.access import security_log
from tracker.services.access.origin import SHELL, Origin
from tracker.services.access.sealing import REMINDERS, CannotOpen, seal, unseal
from tracker.services.errors import NotFound
from tracker.services.reminders import hours as hours_of
from tracker.services.reminders.mail_server import address_of
from tracker.services.reminders.messages import Outgoing, Sender, deliver
from tracker.services.reminders.not_sent import NotSent
from tracker.services.reminders.webhook import LONGEST_ADDRESS, Webhook
from tracker.storage import reminders as stored
from tracker.storage.database import retried
from tracker.storage.words import (
    ReminderChannel,
    ReminderFailure,
    ReminderState,
    SecurityEvent,
)

if TYPE_CHECKING:
    from datetime import datetime

    from tracker.storage.database import Database, Transaction
    from tracker.storage.reminders import Channel, Hours, Message

MOST_TESTS = 3
TESTS_WITHIN = timedelta(minutes=10)
BEING_SENT = timedelta(minutes=2)  # longer than any message takes


class TooManyTests(RuntimeError):
    """So many tests were asked for that a stranger's mailbox could be filled by them."""


class ChannelView(NamedTuple):
    """A channel that is on: where to, how its last message fared, and what is told of that."""

    channel: ReminderChannel
    target: str
    since: datetime
    sent_at: datetime | None
    failed_at: datetime | None
    trouble: str


class Reminders(NamedTuple):
    """An account's reminders: when they may come, and the channels that are on."""

    hours: Hours
    channels: dict[ReminderChannel, ChannelView]


def of_account(database: Database, account_id: int, *, key: str, now: datetime) -> Reminders:
    """Return what an account has chosen, and how its messages fared."""
    with database.reading() as tx:
        chosen = stored.hours(tx, account_id) or hours_of.USUAL
        views = {
            it.channel: _view(it, stored.latest_message(tx, account_id, it.channel), key, now)
            for it in stored.channels(tx, account_id)
        }
    return Reminders(chosen, views)


@retried
def set_hours(database: Database, account_id: int, chosen: Hours) -> None:
    """Choose when reminders may come. Raises hours.HourIsQuiet."""
    with database.writing(account_id) as tx:
        stored.put_hours(tx, account_id, hours_of.chosen(chosen))


@retried
def turn_on(
    database: Database,
    account_id: int,
    channel: ReminderChannel,
    target: str,
    *,
    key: str,
    origin: Origin = SHELL,
    now: datetime,
) -> None:
    """Be reminded by a channel, at `target`. Raises ValueError, in words, for none that can be."""
    sealed = seal(_checked(channel, target), key, REMINDERS)
    with database.writing(account_id) as tx:
        stored.put_channel(tx, account_id, channel, sealed, now)
        security_log.record(tx, SecurityEvent.REMINDERS_ON, account_id, origin=origin, now=now)


@retried
def turn_off(
    database: Database,
    account_id: int,
    channel: ReminderChannel,
    *,
    origin: Origin = SHELL,
    now: datetime,
) -> None:
    """Be reminded by a channel no more; where to is forgotten. Where it is off, it stays so."""
    with database.writing(account_id) as tx:
        _turn_off(tx, account_id, channel, origin, now)


@retried
def turn_off_by_link(database: Database, token: str, *, origin: Origin, now: datetime) -> None:
    """Turn off the channel by which a message came; nobody is signed in. Raises NotFound."""
    message = by_link(database, token)
    with database.writing(message.account_id) as tx:
        _turn_off(tx, message.account_id, message.channel, origin, now)


def by_link(database: Database, token: str) -> Message:
    """Return the message that a link to end them came in. Raises NotFound."""
    with database.reading() as tx:
        message = stored.by_stop(tx, tokens.digest(token))
    if message is None:
        raise NotFound(token)
    return message


def is_on(database: Database, message: Message) -> bool:
    """Whether the channel of a message is on still."""
    with database.reading() as tx:
        return stored.channel(tx, message.account_id, message.channel) is not None


def test(
    database: Database,
    account_id: int,
    channel: ReminderChannel,
    sender: Sender,
    *,
    now: datetime,
) -> None:
    """Send a test by a channel, and note how it fared.

    Raises NotSent, TooManyTests, and NotFound for a channel that is off.
    """
    token = tokens.new()
    message_id, sealed = _begin_test(database, account_id, channel, token, now)
    outgoing = Outgoing(channel, sealed, words.TEST, token, now)
    send(database, account_id, sender, outgoing, message_id)


def send(
    database: Database, account_id: int, sender: Sender, outgoing: Outgoing, message_id: int
) -> None:
    """Send a message that was begun, its target still sealed, and note how it fared.

    Raises NotSent. Whatever else goes wrong, the message stays as begun, and is not sent again.
    """
    try:
        target = _opened(outgoing.target, sender.key)
        deliver(sender, outgoing._replace(target=target))
    except NotSent as failed:
        _note_failed(database, account_id, outgoing, message_id, failed)
        raise
    _note_sent(database, account_id, outgoing, message_id)


@retried
def _begin_test(
    database: Database, account_id: int, channel: ReminderChannel, token: str, now: datetime
) -> tuple[int, str]:
    with database.writing(account_id) as tx:
        there = stored.channel(tx, account_id, channel)
        if there is None:
            raise NotFound(channel)
        if stored.tests_since(tx, account_id, now - TESTS_WITHIN) >= MOST_TESTS:
            raise TooManyTests
        message_id = stored.begin(
            tx,
            account_id,
            channel,
            None,
            state=ReminderState.CLAIMED,
            stop_hash=tokens.digest(token),
            now=now,
        )
    return message_id, there.sealed


@retried
def _note_sent(database: Database, account_id: int, outgoing: Outgoing, message_id: int) -> None:
    with database.writing(account_id) as tx:
        stored.finish(tx, message_id, ReminderState.SENT)
        stored.note_sent(tx, account_id, outgoing.channel, outgoing.now)


@retried
def _note_failed(
    database: Database, account_id: int, outgoing: Outgoing, message_id: int, failed: NotSent
) -> None:
    state = ReminderState.NOT_SENT if failed.is_certain else ReminderState.UNCERTAIN
    with database.writing(account_id) as tx:
        stored.finish(tx, message_id, state)
        stored.note_failed(
            tx,
            account_id,
            outgoing.channel,
            failure=failed.failure,
            said=failed.said,
            now=outgoing.now,
        )


def _turn_off(
    tx: Transaction, account_id: int, channel: ReminderChannel, origin: Origin, now: datetime
) -> None:
    if stored.remove_channel(tx, account_id, channel):
        event = SecurityEvent.REMINDERS_OFF
        security_log.record(tx, event, account_id, origin=origin, now=now)


def _checked(channel: ReminderChannel, target: str) -> str:
    if channel is ReminderChannel.MAIL:
        return address_of(target)
    if len(target) > LONGEST_ADDRESS:
        raise ValueError(f"Give an address of at most {LONGEST_ADDRESS} letters.")
    Webhook.from_url(target)
    return target


def _opened(sealed: str, key: str) -> str:
    try:
        return unseal(sealed, key, REMINDERS)
    except CannotOpen as error:
        raise NotSent(ReminderFailure.KEY_CHANGED) from error


def _view(it: Channel, last: Message | None, key: str, now: datetime) -> ChannelView:
    try:
        target = _opened(it.sealed, key)
    except NotSent:
        target = ""
    return ChannelView(
        it.channel, target, it.since, it.sent_at, it.failed_at, _trouble(it, last, now)
    )


def _trouble(it: Channel, last: Message | None, now: datetime) -> str:
    """What is told of the last message, where it did not arrive or may not have."""
    is_claimed = last is not None and last.state is ReminderState.CLAIMED
    if last is not None and is_claimed and abs(now - last.at) > BEING_SENT:
        return words.CUT_SHORT
    if it.failure is None:
        return ""
    told = words.failure_sentence(it.failure.value, it.failure_said)
    is_open = last is not None and last.state is ReminderState.UNCERTAIN
    return f"{told} {words.UNCERTAIN}" if is_open else told
