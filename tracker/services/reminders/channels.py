"""The ways by which a runner is reminded: turned on, tested, turned off by the runner or a link."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from tracker.language import reminders as words
from tracker.services import tokens
from tracker.services.access import security_log
from tracker.services.access.origin import SHELL, Origin
from tracker.services.access.sealing import REMINDERS, seal
from tracker.services.errors import NotFound
from tracker.services.reminders import hours as hours_of
from tracker.services.reminders.delivery import opened
from tracker.services.reminders.mail_server import address_of
from tracker.services.reminders.not_sent import NotSent
from tracker.services.reminders.webhook import LONGEST_ADDRESS, Webhook
from tracker.storage import reminders as stored
from tracker.storage.database import retried
from tracker.storage.words import (
    ReminderChannel,
    ReminderState,
    SecurityEvent,
)
from tracker.translations import gettext

if TYPE_CHECKING:
    from datetime import datetime

    from tracker.storage.database import Database, Transaction
    from tracker.storage.reminders import Channel, Hours, Message

BEING_SENT = timedelta(minutes=2)  # longer than any message takes


class Trouble(NamedTuple):
    """That a message did not arrive, or (`is_open`) may not have: when, and why in a sentence."""

    at: datetime
    sentence: str
    is_open: bool


class ChannelView(NamedTuple):
    """A channel that is on: where to, and how its last message fared."""

    channel: ReminderChannel
    target: str
    since: datetime
    sent_at: datetime | None
    trouble: Trouble | None


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
        raise ValueError(
            gettext("Give an address of at most %(most)d letters.", most=LONGEST_ADDRESS)
        )
    Webhook.from_url(target)
    return target


def _view(it: Channel, last: Message | None, key: str, now: datetime) -> ChannelView:
    try:
        target = opened(it.sealed, key)
    except NotSent:
        target = ""
    return ChannelView(it.channel, target, it.since, it.sent_at, _trouble(it, last, now))


def _trouble(it: Channel, last: Message | None, now: datetime) -> Trouble | None:
    """What is told of the last message, where it did not arrive or may not have."""
    state = None if last is None else last.state
    if last is not None and state is ReminderState.CLAIMED and abs(now - last.at) > BEING_SENT:
        return Trouble(last.at, gettext(words.CUT_SHORT), is_open=True)
    if it.failure is None or it.failed_at is None:
        return None
    sentence = words.failure_sentence(it.failure.value, it.failure_said)
    if state is ReminderState.UNCERTAIN:
        return Trouble(it.failed_at, f"{sentence} {gettext(words.UNCERTAIN)}", is_open=True)
    return Trouble(it.failed_at, sentence, is_open=False)
