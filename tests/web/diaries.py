"""Diaries that tests of pages begin with."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Protocol

from tests.courses import obedient_course
from tests.raw_sql import execute
from tracker.progression.diary import CheckIn, Kind, Moment, Sensation, SessionLog
from tracker.services.diary import entries
from tracker.web.kit import work_budget

if TYPE_CHECKING:
    from flask import Flask

    from tests.web.pages import PageClient
    from tracker.storage.database import Database


class Owner(Protocol):
    """Whose diary it is."""

    @property
    def account_id(self) -> int: ...
    @property
    def episode_id(self) -> int: ...


def good_check_in(client: PageClient) -> None:
    """Answer today's check-in: no pain."""
    answer = client.submit("/check-in", pain="0", sensation="none")
    assert answer.status_code == 303


def check_in(day: date, pain: int = 0, sensation: Sensation = Sensation.NONE) -> CheckIn:
    return CheckIn(
        id=f"check-in-{day}",
        date=day,
        time=time(7),
        moment=Moment.WAKING,
        pain=pain,
        sensation=sensation,
    )


def ladder_from(database: Database, owner: Owner, day: date, now: datetime) -> None:
    """Three pain-free days and the walk, so that a good check-in on `day` opens the ladder."""
    diary = (database, owner.account_id, owner.episode_id)
    today = max(day, now.date())
    for ago in (3, 2, 1):
        earlier = check_in(day - timedelta(days=ago))
        entries.save_check_in(*diary, earlier, today=today, now=now)
    walk = SessionLog(
        id="walk",
        date=day - timedelta(days=1),
        time=time(17),
        kind=Kind.WALK,
        seconds=1800,
        pain=0,
        sensation=Sensation.NONE,
    )
    entries.save_session(*diary, walk, today=today, now=now)


def live_obediently(database: Database, whose: Owner, until: int = 55) -> None:
    """Record the course of someone who did only what was cleared; day 55 is the return."""
    diary = (database, whose.account_id, whose.episode_id)
    for day, records in obedient_course(until).days.items():
        now = datetime.combine(day, time(20), tzinfo=UTC)
        for number, answer in enumerate(records.check_ins):
            named = replace(answer, id=f"c{day}{number}")
            entries.save_check_in(*diary, named, today=day, now=now)
        for number, done in enumerate(records.sessions):
            entries.save_session(*diary, replace(done, id=f"s{day}{number}"), today=day, now=now)


def with_whole_allowance(app: Flask) -> None:
    """Let nothing be spent yet, in this process or, on a server, in all."""
    work_budget.start(app)
    if app.config["SETTINGS"].server:
        execute(app.config["DATABASE"].place, "DELETE FROM work_spent")
