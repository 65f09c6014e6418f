"""The tables of reminders: when they may come, by which ways, and what was sent."""

import datetime as dt

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from tracker.storage.columns import Base, one_of
from tracker.storage.keys import AccountId, OwnId, own_key
from tracker.storage.words import ReminderChannel, ReminderFailure, ReminderState


class ReminderHoursRow(Base):
    """When an account's reminders may come, by the clock of the runner's time zone."""

    __tablename__ = "reminder_hours"

    account_id: Mapped[AccountId]
    at: Mapped[dt.time]
    quiet_from: Mapped[dt.time]
    quiet_until: Mapped[dt.time]


class ReminderChannelRow(Base):
    """A way by which an account is reminded; no row, no reminder.

    `sealed` is where to: an address of e-mail, or of a webhook. `failure` is why the last try did
    not arrive, `failure_said` what the other server said of it; both empty once one did.
    """

    __tablename__ = "reminder_channels"

    account_id: Mapped[AccountId]
    channel: Mapped[ReminderChannel] = mapped_column(
        one_of(ReminderChannel, checked=False), primary_key=True
    )
    sealed: Mapped[str]
    since: Mapped[dt.datetime]
    sent_at: Mapped[dt.datetime | None]
    failed_at: Mapped[dt.datetime | None]
    failure: Mapped[ReminderFailure | None] = mapped_column(one_of(ReminderFailure, checked=False))
    failure_said: Mapped[str] = mapped_column(server_default="")


class ReminderMessageRow(Base):
    """A message that was begun: one for a day of an account's and a channel, and tests of no day.

    `stop_hash` is of the token in it, by which whoever reads it turns the channel off.
    """

    __tablename__ = "reminder_messages"
    __table_args__ = (own_key(), UniqueConstraint("account_id", "channel", "day"))

    account_id: Mapped[AccountId] = mapped_column(index=True)
    id: Mapped[OwnId]
    channel: Mapped[ReminderChannel] = mapped_column(one_of(ReminderChannel, checked=False))
    day: Mapped[dt.date | None]
    state: Mapped[ReminderState] = mapped_column(one_of(ReminderState, checked=False))
    tries: Mapped[int]
    at: Mapped[dt.datetime]
    stop_hash: Mapped[str | None] = mapped_column(unique=True)
