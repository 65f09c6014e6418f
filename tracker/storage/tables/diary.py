"""The tables of a diary. What a column means is said by the domain value of the same name.

Dates and times of day are the runner's local ones; instants (`..._at`) are UTC.
"""

import datetime as dt
from typing import Annotated, Any

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, UniqueConstraint, false, text
from sqlalchemy.orm import Mapped, mapped_column

from tracker.content.care import CareKind
from tracker.progression.diary import Kind, Mark, Moment, Sensation
from tracker.progression.episode import Side, Site, Through
from tracker.storage.columns import Base, Document, LongDocument, one_of
from tracker.storage.keys import AccountId, OwnId, PartId, of_an_episode, own_key, parent_key

_Tick = Annotated[bool, mapped_column(server_default=false())]
_NO_LIST = text("'[]'")
_Words = Annotated[str, mapped_column(server_default="")]
_Through = Annotated[Through, mapped_column(one_of(Through, checked=False), server_default="")]


class EpisodeRow(Base):
    """One injury, from onset to return. An account has at most one that is open."""

    __tablename__ = "episodes"
    __table_args__ = (
        *parent_key(),
        ForeignKeyConstraint(
            ["account_id", "follows_episode_id"], ["episodes.account_id", "episodes.id"]
        ),
        CheckConstraint("baseline_minutes BETWEEN 10 AND 300", name="baseline"),
        CheckConstraint("baseline_week_minutes BETWEEN 10 AND 3000", name="baseline_week"),
        CheckConstraint("(closed_on IS NULL) = (closed_reason IS NULL)", name="closed"),
        Index(
            "uq_episodes_open",
            "account_id",
            unique=True,
            sqlite_where=text("closed_on IS NULL"),
        ),
    )

    account_id: Mapped[AccountId] = mapped_column(index=True)
    id: Mapped[OwnId]
    site: Mapped[Site] = mapped_column(one_of(Site))
    side: Mapped[Side] = mapped_column(one_of(Side))
    onset: Mapped[dt.date]
    onset_about: Mapped[_Tick]
    baseline_minutes: Mapped[int]
    baseline_week_minutes: Mapped[int | None]
    timezone: Mapped[str]
    protocol: Mapped[str]
    protocol_by: Mapped[_Words]
    protocol_on: Mapped[dt.date | None]
    protocol_set_at: Mapped[dt.datetime | None]
    screening: Mapped[list[str]] = mapped_column(Document)
    carried_signs: Mapped[list[dict[str, Any]]] = mapped_column(Document, server_default=_NO_LIST)
    screened_on: Mapped[dt.date]
    screened_at: Mapped[dt.datetime | None]
    opened_at: Mapped[dt.datetime]
    closed_on: Mapped[dt.date | None]
    closed_reason: Mapped[str | None]
    reopened_at: Mapped[dt.datetime | None]
    follows_episode_id: Mapped[int | None]
    questions: Mapped[_Words]


class CheckInRow(Base):
    """How the injured area was. `red_flags` is empty or ids joined by a semicolon."""

    __tablename__ = "check_ins"
    __table_args__ = (
        own_key(),
        *of_an_episode("date"),
        UniqueConstraint("account_id", "episode_id", "uid"),
        CheckConstraint("pain BETWEEN 0 AND 10", name="pain"),
        CheckConstraint(
            "NOT (pain = 0 AND sensation IN ('pain', 'sharp'))"
            " AND NOT (pain > 0 AND sensation = 'none')",
            name="contradiction",
        ),
        CheckConstraint("confidence BETWEEN 0 AND 10", name="confidence"),
    )

    account_id: Mapped[PartId]
    id: Mapped[OwnId]
    episode_id: Mapped[int]
    uid: Mapped[str]
    date: Mapped[dt.date]
    time: Mapped[dt.time | None]
    moment: Mapped[Moment] = mapped_column(one_of(Moment), server_default=Moment.DAY.value)
    pain: Mapped[int]
    sensation: Mapped[Sensation] = mapped_column(one_of(Sensation))
    limp: Mapped[_Tick]
    painkiller: Mapped[_Tick]
    red_flags: Mapped[_Words]
    note: Mapped[_Words]
    entered_at: Mapped[dt.datetime]
    confidence: Mapped[int | None]
    expected_return: Mapped[dt.date | None]


class SessionRow(Base):
    """What was done. `exempt` is set by the refold alone, for days that need no rest day.

    The database refuses a run beside another (triggers, made by the migrations).
    """

    __tablename__ = "sessions"
    __table_args__ = (
        own_key(),
        *of_an_episode("date"),
        UniqueConstraint("account_id", "episode_id", "uid"),
        CheckConstraint(
            "seconds >= 0 AND walk_seconds >= 0 AND jog_seconds >= 0"
            " AND longest_jog_seconds >= 0 AND distance_m >= 0",
            name="amounts",
        ),
        CheckConstraint("effort BETWEEN 0 AND 10", name="effort"),
        CheckConstraint("pain BETWEEN 0 AND 10", name="pain"),
    )

    account_id: Mapped[PartId]
    id: Mapped[OwnId]
    episode_id: Mapped[int]
    uid: Mapped[str]
    date: Mapped[dt.date]
    time: Mapped[dt.time | None]
    kind: Mapped[Kind] = mapped_column(one_of(Kind))
    seconds: Mapped[int | None]
    walk_seconds: Mapped[int] = mapped_column(server_default=text("0"))
    jog_seconds: Mapped[int] = mapped_column(server_default=text("0"))
    longest_jog_seconds: Mapped[int | None]
    distance_m: Mapped[int | None]
    effort: Mapped[int | None]
    pain: Mapped[int | None]
    sensation: Mapped[Sensation | None] = mapped_column(one_of(Sensation))
    limp: Mapped[_Tick]
    stopped_early: Mapped[_Tick]
    deviation: Mapped[Mark | None] = mapped_column(one_of(Mark))
    exempt: Mapped[_Tick]
    note: Mapped[_Words]
    entered_at: Mapped[dt.datetime]


class SettingsChangeRow(Base):
    """A guardrail set to a value from a date on; `by` names the clinician who asked for it."""

    __tablename__ = "settings_changes"
    __table_args__ = (own_key(), *of_an_episode())

    account_id: Mapped[PartId]
    id: Mapped[OwnId]
    episode_id: Mapped[int]
    name: Mapped[str]
    value: Mapped[int]
    date: Mapped[dt.date]
    by: Mapped[_Words]
    entered_at: Mapped[dt.datetime]
    through: Mapped[_Through]


class ClearanceRow(Base):
    """A clinician's word that running may be resumed; `through` is how it came here."""

    __tablename__ = "clearances"
    __table_args__ = (own_key(), *of_an_episode())

    account_id: Mapped[PartId]
    id: Mapped[OwnId]
    episode_id: Mapped[int]
    date: Mapped[dt.date]
    by: Mapped[str]
    note: Mapped[_Words]
    covers: Mapped[list[str]] = mapped_column(Document, server_default=_NO_LIST)
    entered_at: Mapped[dt.datetime]
    through: Mapped[_Through]


class CareEntryRow(Base):
    """Self-care, as done."""

    __tablename__ = "care_entries"
    __table_args__ = (
        own_key(),
        *of_an_episode("date"),
        UniqueConstraint("account_id", "episode_id", "uid"),
        CheckConstraint("minutes >= 0", name="minutes"),
    )

    account_id: Mapped[PartId]
    id: Mapped[OwnId]
    episode_id: Mapped[int]
    uid: Mapped[str]
    date: Mapped[dt.date]
    time: Mapped[dt.time | None]
    kind: Mapped[CareKind] = mapped_column(one_of(CareKind))
    minutes: Mapped[int | None]
    note: Mapped[_Words]
    entered_at: Mapped[dt.datetime]


class DailyStandingRow(Base):
    """The fold's answer for one day, written only by refolding. `checkpoint` may resume it.

    `engine` and `protocol_digest` are what decided it: where they differ from what runs, every
    day of the episode is decided anew before anything is answered.
    """

    __tablename__ = "daily_standings"
    __table_args__ = (of_an_episode()[0],)

    account_id: Mapped[PartId]
    episode_id: Mapped[int] = mapped_column(primary_key=True)
    date: Mapped[dt.date] = mapped_column(primary_key=True)
    stage: Mapped[str]
    step: Mapped[int | None]
    decision: Mapped[str]
    worst_pain: Mapped[int | None]
    engine: Mapped[int] = mapped_column(server_default=text("1"))
    protocol_digest: Mapped[_Words]
    checkpoint: Mapped[dict[str, Any] | None] = mapped_column(LongDocument)
