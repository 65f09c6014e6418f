"""Diaries to serve: accounts with a daily check-in and a run every other day, until yesterday."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from flask import Flask
from flask.sessions import SecureCookieSessionInterface

from tracker.progression.diary import CheckIn, Kind, Moment, Sensation, SessionLog
from tracker.progression.episode import Side, Site
from tracker.services.access import sign_ins
from tracker.services.diary.refold import redecide
from tracker.services.injury import episodes
from tracker.services.injury.episodes import EpisodeFacts
from tracker.services.ownership import own_episode
from tracker.settings import Settings
from tracker.storage.database import Database
from tracker.storage.diary import entries as stored_entries
from tracker.storage.keys import EpisodeKey
from tracker.storage.schema import migrate
from tracker.storage.tables.access import AccountRow
from tracker.web.kit.identity import TOKEN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from tracker.storage.database import Transaction

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Person:
    """An account: the cookie of its browser, and how many days its diary has."""

    cookie: str
    days: int


def settle(folder: Path, lengths: Sequence[int]) -> list[Person]:
    """Write one account for each length, in days, into a new data folder."""
    settings = Settings(data_dir=folder)
    key = settings.secret_key()
    migrate(settings.database)
    database = Database(settings.database)
    tokens = [_settle(database, number, days) for number, days in enumerate(lengths)]
    database.close()
    return [Person(cookie_of(key, t), days) for t, days in zip(tokens, lengths, strict=True)]


def _settle(database: Database, number: int, days: int) -> str:
    now = datetime.now(UTC)
    onset = now.date() - days * ONE_DAY
    with database.writing() as db:
        account = AccountRow(
            name=f"Runner {number}", name_key=f"runner {number}", passphrase_hash="", created_at=now
        )
        db.add(account)
        db.flush()
        account_id = account.id
    episode = episodes.open_episode(
        database, account_id, facts(onset), (), today=now.date(), now=now
    )
    with database.writing() as db:
        _write(db, EpisodeKey(account_id, episode), onset, days)
    return sign_ins.open_sign_in(database, account_id, user_agent="the bench", now=now)


def facts(onset: date) -> EpisodeFacts:
    """What an episode of the bench says."""
    return EpisodeFacts(
        site=Site.HAMSTRING,
        side=Side.LEFT,
        onset=onset,
        onset_about=False,
        baseline_minutes=40,
        timezone="UTC",
    )


def _write(db: Transaction, key: EpisodeKey, onset: date, days: int) -> None:
    stored_entries.add_all(db, key, entries_of(onset, days), {})
    redecide(db, own_episode(db, *key), since=None)


def entries_of(onset: date, days: int) -> Iterator[CheckIn | SessionLog]:
    """Pain-free from the start, the walk on day 1, then a run every other day, never today."""
    for number in range(days):
        day = onset + number * ONE_DAY
        at = datetime.combine(day, time(7), UTC)
        yield CheckIn(
            id=f"c{number}", date=day, time=at.time(), moment=Moment.WAKING, pain=0,
            sensation=Sensation.NONE, entered_at=at,
        )  # fmt: skip
        if number == 1 or (number and (days - number) % 2 == 0):
            is_walk = number <= 1
            yield SessionLog(
                id=f"s{number}", date=day, time=time(16), seconds=1800, pain=0,
                kind=Kind.WALK if is_walk else Kind.RUN, jog_seconds=0 if is_walk else 600,
                longest_jog_seconds=None if is_walk else 60, sensation=Sensation.NONE,
                entered_at=at,
            )  # fmt: skip


def cookie_of(key: str, token: str) -> str:
    """The cookie of a browser that holds a token."""
    app = Flask("cookies")
    app.secret_key = key
    serializer = SecureCookieSessionInterface().get_signing_serializer(app)
    assert serializer is not None
    signed = serializer.dumps({TOKEN: token})
    return f"return_to_run={signed}"
