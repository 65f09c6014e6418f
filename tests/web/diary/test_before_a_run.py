"""How it felt before a run is asked where it counts, and nobody has to make it up."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from tests.web.conftest import RETURN
from tests.web.diaries import live_obediently
from tests.web.pages import Fields, parsed, preset, words_of
from tracker.progression.diary import Mark
from tracker.services.diary import days

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from tests.web.conftest import Clock, SignedIn
    from tests.web.pages import PageClient
    from tracker.storage.database import Database

RUN: Fields = {
    "kind": "run",
    "effort": "3",
    "minutes": "10",
    "jog_minutes": "10",
    "pain": "0",
    "sensation": "none",
}


def test_a_run_can_be_recorded_by_who_does_not_know_how_it_felt_before(
    client: PageClient, signed_in: SignedIn, database: Database, clock: Clock
) -> None:
    asked = client.submit("/session", RUN)
    assert "You had not checked in before this run" in words_of(asked)
    (form,) = (f for f in parsed(asked).iter("form") if f.get("action") == "/session")
    refused = client.send(form, "/session", {"before_pain": ""})
    assert refused.status_code == 409
    assert "checked in" in words_of(refused)
    (form,) = (f for f in parsed(refused).iter("form") if "confirmed" in preset(f))
    assert client.send(form, "/session", {}).status_code == 303
    whose = database, signed_in.account_id, signed_in.episode_id
    records = days.today(*whose, today=clock().date(), now=clock()).records
    assert not records.check_ins
    assert [session.deviation for session in records.sessions] == [Mark.CONFIRMED]


@pytest.mark.slow
def test_after_the_return_a_run_asks_for_no_check_in(
    client: PageClient,
    signed_in: SignedIn,
    database: Database,
    come_back: Callable[[date], None],
) -> None:
    live_obediently(database, signed_in)
    come_back(RETURN + timedelta(days=2))
    assert client.submit("/session", RUN, time="07:30").status_code == 303
