"""Reminding everyone whose answer is missing: at their hour, once, over all processes.

A message is claimed in the database before it is sent. Whoever dies in between has sent nothing,
or all of it; nobody sends it again: at most once. What was surely not sent is tried again.
"""

from __future__ import annotations

import logging
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

from tracker.language import reminders as words
from tracker.progression.awaited import awaited
from tracker.progression.runners_day import runners_day
from tracker.progression.standing import ONE_DAY
from tracker.services import tokens
from tracker.services.diary.days import read_today
from tracker.services.diary.refold import protocol_of
from tracker.services.reminders import delivery
from tracker.services.reminders.hours import USUAL, has_come
from tracker.services.reminders.messages import Outgoing, Sender
from tracker.services.reminders.not_sent import NotSent
from tracker.storage import reminders as stored
from tracker.storage.database import retried
from tracker.storage.diary import diaries
from tracker.storage.errors import StorageError
from tracker.storage.injury import episodes
from tracker.storage.words import ReminderState
from tracker.translations import chosen, speaking

if TYPE_CHECKING:
    from datetime import date, datetime

    from tracker.storage.database import Database, Transaction
    from tracker.storage.injury.episodes import EpisodeRecord
    from tracker.storage.reminders import Message, Wanted

MOST_TRIES = 4  # of a message that was surely not sent
PAUSE = timedelta(minutes=10)  # between them
KEPT = timedelta(days=60)  # and so long the links in them end them
_AT_ONCE = 4
_OLD = "old reminders"  # what is held while they go: no diary waits, or is read anew, for it
_LOG = logging.getLogger("tracker.reminders")


class Reminded(NamedTuple):
    """How many messages were sent, and how many were not."""

    sent: int
    failed: int


class _Claim(NamedTuple):
    """A message that this process alone may send."""

    message_id: int
    outgoing: Outgoing


def remind(database: Database, sender: Sender, *, now: datetime) -> Reminded:
    """Send every reminder that is due now and was not begun yet, by whichever process."""
    with database.reading() as tx:
        due = [it for it in stored.wanted(tx) if has_come(it.hours or USUAL, it.timezone, now)]
    if not due:
        return Reminded(0, 0)
    with ThreadPoolExecutor(_AT_ONCE, "reminders") as pool:
        sent = list(pool.map(partial(_remind, database, sender, now=now), due))
    return Reminded(sent.count(True), sent.count(False))


@retried
def forget_old(database: Database, *, now: datetime) -> None:
    """Delete what is known of messages of long ago."""
    with database.writing(keys=[_OLD]) as tx:
        stored.forget_until(tx, now - KEPT)


def _remind(database: Database, sender: Sender, it: Wanted, *, now: datetime) -> bool | None:
    """Whether a message was sent; None where none was due. One runner's trouble is no other's."""
    try:
        claim = _claimed(database, it, now)
        if claim is None:
            return None
        with speaking(chosen([it.language] if it.language else [])):
            delivery.send(database, it.account_id, sender, claim.outgoing, claim.message_id)
    except NotSent as failed:
        _LOG.warning("A reminder by %s was not sent: %s.", it.channel.value, failed)
        return False
    except StorageError as error:
        _LOG.warning("A reminder by %s was put off: %s.", it.channel.value, error)
        return False
    return True


def _claimed(database: Database, it: Wanted, now: datetime) -> _Claim | None:
    """Look whether an answer is missing, and claim the message of the day; None where not."""
    with database.reading() as tx:
        episode = episodes.open_one(tx, it.account_id)
        if episode is None:
            return None
        day = _day(tx, episode, now)
        if not _may_begin(stored.message_of(tx, it.account_id, it.channel, day), now):
            return None
        needed = _is_needed(tx, episode, day)
    return _claim(database, it, day, now, needed=needed)


@retried
def _claim(
    database: Database, it: Wanted, day: date, now: datetime, *, needed: bool
) -> _Claim | None:
    token = tokens.new()
    with database.writing(it.account_id) as tx:
        channel = stored.channel(tx, it.account_id, it.channel)
        there = stored.message_of(tx, it.account_id, it.channel, day)
        if channel is None or not _may_begin(there, now):
            return None
        message_id = stored.begin(
            tx,
            it.account_id,
            it.channel,
            day,
            state=ReminderState.CLAIMED if needed else ReminderState.NEEDLESS,
            stop_hash=tokens.digest(token) if needed else None,
            now=now,
        )
    outgoing = Outgoing(it.channel, channel.sealed, words.QUESTION, token, now)
    return _Claim(message_id, outgoing) if needed else None


def _may_begin(there: Message | None, now: datetime) -> bool:
    """Whether a day's message may be begun: not begun yet, or surely not sent a while ago."""
    if there is None:
        return True
    if there.state is not ReminderState.NOT_SENT or there.tries >= MOST_TRIES:
        return False
    return abs(now - there.at) >= PAUSE  # a clock may have been set back


def _day(tx: Transaction, episode: EpisodeRecord, now: datetime) -> date:
    """The runner's day, which a flight or a change of zone does not make twice."""
    local = now.astimezone(ZoneInfo(episode.timezone)).date()
    ahead = diaries.load(tx, episode, after=local, until=local + ONE_DAY)
    dated = {local + ONE_DAY} if ahead.check_ins or ahead.sessions else set()
    return runners_day(local, dated)


def _is_needed(tx: Transaction, episode: EpisodeRecord, day: date) -> bool:
    """Whether an answer is missing. Entries that are dated later tell of a clock set back: no."""
    view = read_today(tx, episode, day)
    if view.ahead is not None:
        return False
    waits = awaited(protocol_of(episode), view.diary, view.before, view.outcome)
    return waits is not None
