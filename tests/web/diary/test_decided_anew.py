"""The notice that every day was decided anew: told once, with today's answer first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import update

from tests.web.conftest import START
from tests.web.pages import words_of
from tracker.services.diary import basis
from tracker.storage.tables.diary import DailyStandingRow

if TYPE_CHECKING:
    from tests.web.pages import PageClient
    from tracker.storage.database import Database

NOTICE = "Your days were looked at again"


@pytest.fixture
def _another_engine(signed_in: object, client: PageClient, database: Database) -> None:
    """Days as an engine left them that cleared all of them; then this one starts."""
    del signed_in
    for day in ("2026-04-30", "2026-05-01"):
        client.submit("/check-in", pain="3", sensation="pain", date=day, time="07:00")
    with database.writing() as tx:
        old = {"engine": 1, "protocol_digest": "", "checkpoint": None, "decision": "cleared"}
        tx.execute(update(DailyStandingRow).values(old))
    assert basis.decide_anew(database, START) == 1


@pytest.mark.slow
@pytest.mark.usefixtures("_another_engine")
@pytest.mark.parametrize("page", ["/", "/history"])
def test_the_runner_is_told_what_changed_today_first(client: PageClient, page: str) -> None:
    words = words_of(client.get(page))
    _, notice = words.split(NOTICE, 1)
    assert notice.startswith("Today’s answer was “cleared”. It is “not yet” now.")
    assert "decides by other rules" in notice
    assert "30 April: it was “cleared”, it is “not yet” now." in notice


@pytest.mark.usefixtures("_another_engine")
def test_it_is_put_away_for_good(client: PageClient) -> None:
    answer = client.submit("/", button="I have read this")
    assert answer.headers["Location"] == "/"
    for page in ("/", "/history"):
        assert NOTICE not in words_of(client.get(page))


@pytest.mark.usefixtures("signed_in")
def test_nothing_is_told_where_nothing_changed(client: PageClient, database: Database) -> None:
    client.submit("/check-in", pain="3", sensation="pain")
    assert basis.decide_anew(database, START) == 0
    assert NOTICE not in words_of(client.get("/"))
