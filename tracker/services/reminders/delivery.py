"""Handing a message over that was begun, and noting how it fared: reminders, and tests of a way."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from tracker.language import reminders as words
from tracker.services import tokens
from tracker.services.access.sealing import REMINDERS, CannotOpen, unseal
from tracker.services.errors import NotFound
from tracker.services.reminders.messages import Outgoing, Sender, deliver
from tracker.services.reminders.not_sent import NotSent
from tracker.storage import reminders as stored
from tracker.storage.database import retried
from tracker.storage.words import ReminderChannel, ReminderFailure, ReminderState

if TYPE_CHECKING:
    from datetime import datetime

    from tracker.storage.database import Database

# How many tests an account may ask for within how long: nobody's mailbox is to be filled by them.
TESTS = ((3, timedelta(minutes=10)), (10, timedelta(days=1)))


class TooManyTests(RuntimeError):
    """So many tests were asked for that a stranger's mailbox could be filled by them."""


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
        target = opened(outgoing.target, sender.key)
        deliver(sender, outgoing._replace(target=target))
    except NotSent as failed:
        _note_failed(database, account_id, outgoing, message_id, failed)
        raise
    _note_sent(database, account_id, outgoing, message_id)


def opened(sealed: str, key: str) -> str:
    """Where a channel sends to. Raises NotSent where the program's key was changed."""
    try:
        return unseal(sealed, key, REMINDERS)
    except CannotOpen as error:
        raise NotSent(ReminderFailure.KEY_CHANGED) from error


@retried
def _begin_test(
    database: Database, account_id: int, channel: ReminderChannel, token: str, now: datetime
) -> tuple[int, str]:
    with database.writing(account_id) as tx:
        there = stored.channel(tx, account_id, channel)
        if there is None:
            raise NotFound(channel)
        if any(stored.tests_since(tx, account_id, now - within) >= most for most, within in TESTS):
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
        stored.finish(tx, account_id, message_id, ReminderState.SENT)
        stored.note_sent(tx, account_id, outgoing.channel, outgoing.now)


@retried
def _note_failed(
    database: Database, account_id: int, outgoing: Outgoing, message_id: int, failed: NotSent
) -> None:
    state = ReminderState.NOT_SENT if failed.is_certain else ReminderState.UNCERTAIN
    with database.writing(account_id) as tx:
        stored.finish(tx, account_id, message_id, state)
        stored.note_failed(
            tx,
            account_id,
            outgoing.channel,
            failure=failed.failure,
            said=failed.said,
            now=outgoing.now,
        )
