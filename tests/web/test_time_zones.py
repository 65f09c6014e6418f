"""Dates are the runner's own, around midnight and when the clocks change."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest

from tests.web.conftest import FACTS
from tests.web.pages import preset
from tracker.services.access import sign_ins
from tracker.services.diary import days
from tracker.services.injury import episodes
from tracker.web.kit.identity import TOKEN

if TYPE_CHECKING:
    from tests.web.conftest import Clock
    from tests.web.pages import PageClient
    from tracker.storage.accounts import Account

AUCKLAND, LOS_ANGELES = "Pacific/Auckland", "America/Los_Angeles"


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
    found = days.today(database, account.id, episode_id, today=today, now=now)
    assert [f"{c.date} {c.time:%H:%M}" for c in found.records.check_ins] == [local]
