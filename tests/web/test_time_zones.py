"""Dates are the runner's own, around midnight and when the clocks change."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest

from tests.web.conftest import FACTS
from tests.web.pages import preset, words_of
from tracker.services.access import sign_ins
from tracker.services.diary import days
from tracker.services.injury import episodes
from tracker.web.kit.identity import TOKEN

if TYPE_CHECKING:
    from tests.web.conftest import Clock
    from tests.web.pages import Fields, PageClient
    from tracker.storage.access.accounts import Account

AUCKLAND, LOS_ANGELES = "Pacific/Auckland", "America/Los_Angeles"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("zone", "instant", "local"),
    [
        (AUCKLAND, "2026-05-10T11:59Z", "2026-05-10 23:59"),
        (AUCKLAND, "2026-05-10T12:00Z", "2026-05-11 00:00"),
        (LOS_ANGELES, "2026-05-11T06:59Z", "2026-05-10 23:59"),
        (LOS_ANGELES, "2026-05-11T07:00Z", "2026-05-11 00:00"),
        # Half past two comes twice when the clocks go back, and not at all when they go forward.
        (AUCKLAND, "2026-04-04T13:30Z", "2026-04-05 02:30"),
        (AUCKLAND, "2026-04-04T14:30Z", "2026-04-05 02:30"),
        (AUCKLAND, "2026-09-26T13:59Z", "2026-09-27 01:59"),
        (AUCKLAND, "2026-09-26T14:00Z", "2026-09-27 03:00"),
        (LOS_ANGELES, "2026-11-01T08:30Z", "2026-11-01 01:30"),
        (LOS_ANGELES, "2026-11-01T09:30Z", "2026-11-01 01:30"),
        (LOS_ANGELES, "2027-03-14T09:59Z", "2027-03-14 01:59"),
        (LOS_ANGELES, "2027-03-14T10:00Z", "2027-03-14 03:00"),
    ],
)
def test_a_check_in_is_offered_and_kept_at_the_runners_own_day_and_time(  # noqa: PLR0917
    client: PageClient, account: Account, clock: Clock, zone: str, instant: str, local: str
) -> None:
    clock.instant = now = datetime.fromisoformat(instant)
    database, (day, time) = client.application.config["DATABASE"], local.split()
    today, facts = date.fromisoformat(day), replace(FACTS, timezone=zone)
    episode_id = episodes.open_episode(database, account.id, facts, (), today=today, now=now)
    with client.session_transaction() as session:
        session[TOKEN] = sign_ins.open_sign_in(database, account.id, user_agent="", now=now)
    form = next(f for f in client.page("/check-in").iter("form") if f.get("action") == "/check-in")
    fields = preset(form)
    assert (fields["date"], fields["time"]) == (day, time)
    client.send(form, "/check-in", {"pain": "0", "sensation": "none"})
    view = days.today(database, account.id, episode_id, today=today, now=now)
    assert [f"{c.date} {c.time:%H:%M}" for c in view.records.check_ins] == [local]


@pytest.mark.slow
@pytest.mark.usefixtures("signed_in")
def test_after_a_flight_east_to_west_it_stays_the_day_of_the_last_entry_until_the_date_is_there(
    client: PageClient, clock: Clock
) -> None:
    clock.instant = datetime.fromisoformat("2026-05-10T20:00Z")  # the 11th in Auckland
    client.submit("/episodes/1/edit", timezone=AUCKLAND)
    ride: Fields = {"kind": "bike", "minutes": "10", "pain": "0", "sensation": "none"}
    assert client.submit("/session", ride).status_code == 303
    client.submit("/episodes/1/edit", timezone=LOS_ANGELES)  # the 10th there, at 13:00
    form = next(f for f in client.page("/check-in").iter("form") if f.get("action") == "/check-in")
    assert (preset(form)["date"], preset(form)["time"]) == ("2026-05-11", "13:00")
    assert "Bike" in words_of(client.get("/"))
    later: Fields = {"pain": "0", "sensation": "none", "date": "2026-05-12"}
    assert client.submit("/check-in", later).status_code == 422
    clock.move(days=1)  # the 11th in Los Angeles: the date has caught up
    form = next(f for f in client.page("/check-in").iter("form") if f.get("action") == "/check-in")
    assert preset(form)["date"] == "2026-05-11"
