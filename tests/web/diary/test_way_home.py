"""What lies ahead: the earliest way home, the watch after the return, a new episode."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from tests.web.conftest import ONSET, RETURN, TODAY
from tests.web.diaries import good_check_in, ladder_from, live_obediently
from tests.web.pages import text_of, words_of
from tracker.language.phrases import day_name
from tracker.progression.episode import Setting
from tracker.progression.forecast import PlannedDay
from tracker.progression.protocol import Stage
from tracker.services.injury import clinician
from tracker.web.diary.way_home import by_week

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.web.conftest import Clock, SignedIn
    from tests.web.pages import Fields, PageClient
    from tracker.storage.database import Database


def planned(client: PageClient) -> dict[str, str]:
    """What the way home plans, by day."""
    days = {}
    for row in client.page("/plan").iter("div"):
        if row.find("dt") is not None:
            days[text_of(row.find("dt"))] = text_of(row.find("dd"))
    return days


@pytest.mark.usefixtures("signed_in")
def test_the_way_home_from_pain_begins_with_a_walk_and_names_the_day_of_return(
    client: PageClient,
) -> None:
    words = words_of(client.get("/plan"))
    assert "Back at your usual 40 minutes on Saturday 20 June, if every answer" in words
    assert "if every answer from now on is good. That is not a goal." in words
    first, what = next(iter(planned(client).items()))
    assert first == day_name(TODAY + timedelta(days=1))
    assert what.startswith("Walk 30 min without pain")


def test_the_way_home_is_the_obedient_course(
    client: PageClient,
    signed_in: SignedIn,
    database: Database,
    come_back: Callable[[date], None],
) -> None:
    live_obediently(database, signed_in, until=6)
    come_back(ONSET + timedelta(days=7))
    words = words_of(client.get("/plan"))
    assert f"Back at your usual 40 minutes on {day_name(RETURN)}" in words
    runs = list(planned(client).values())
    assert planned(client)["Today"].startswith("Walk 4 min, jog 1 min. 5 times.")
    assert [text for text in runs if text.endswith("Build up")] == [
        f"Jog {minutes} min without a break.Build up" for minutes in (33, 36, 39, 40, 40)
    ]


@pytest.mark.slow
def test_a_run_of_today_moves_on_to_the_days_after(
    client: PageClient, signed_in: SignedIn, clock: Clock, database: Database
) -> None:
    ladder_from(database, signed_in, TODAY, clock())
    good_check_in(client)
    assert planned(client)["Today"].startswith("Walk 4 min")
    clock.move(hours=1)
    client.submit("/session?plan=1", pain="0", effort="3", sensation="none")
    assert next(iter(planned(client))) == day_name(TODAY + timedelta(days=2))


@pytest.mark.usefixtures("signed_in")
def test_an_open_warning_sign_leaves_no_way_to_show(client: PageClient) -> None:
    sign: Fields = {"emergency": ["E1"], "urgent": ["none"], "routine": ["none"]}
    assert client.submit("/red-flags", sign, pain="1", sensation="pain").status_code == 303
    page = client.page("/plan")
    assert "Not while a warning sign is open" in text_of(page.find(".//main"))
    assert "Back at your usual" not in text_of(page.find(".//main"))


def test_weeks_begin_on_monday_and_count_runs_and_days_of_rest() -> None:
    monday = date(2026, 5, 4)
    days = [PlannedDay(monday + timedelta(days=n), Stage.CROSS_TRAIN, 1, None) for n in (0, 6, 7)]
    weeks = list(by_week(days))
    assert [(week.monday, len(week.days)) for week in weeks] == [
        (monday, 2),
        (monday + timedelta(days=7), 1),
    ]
    assert (weeks[0].runs, weeks[0].others) == (0, 7)


@pytest.mark.usefixtures("signed_in")
def test_before_the_return_the_page_says_what_will_come(client: PageClient) -> None:
    words = words_of(client.get("/after-return"))
    assert "You are not there yet" in words
    assert "for 7 days" in words
    assert "3 planned runs in a row" in words


@pytest.mark.slow
def test_after_the_return_the_watch_counts_its_days_and_then_offers_to_end_the_episode(
    client: PageClient,
    signed_in: SignedIn,
    database: Database,
    come_back: Callable[[date], None],
) -> None:
    live_obediently(database, signed_in)
    come_back(RETURN + timedelta(days=11))
    assert "Day 12 of 60 of watch" in words_of(client.get("/after-return"))
    assert "You are there" in words_of(client.get("/plan"))
    come_back(RETURN + timedelta(days=60))
    page = client.page("/after-return")
    assert "The watch is over" in text_of(page.find(".//main"))
    assert f"/episodes/{signed_in.episode_id}/end" in [a.get("href") for a in page.iter("a")]


@pytest.mark.slow
def test_today_shows_the_watch_once_returned_and_the_way_home_before(
    client: PageClient,
    signed_in: SignedIn,
    database: Database,
    come_back: Callable[[date], None],
) -> None:
    assert "/plan" in [a.get("href") for a in client.page("/").iter("a")]
    live_obediently(database, signed_in)
    come_back(RETURN)
    page = client.page("/")
    assert "Day 1 of 60 of watch" in text_of(page.find(".//main"))
    assert "/plan" not in [a.get("href") for a in page.iter("a")]
    come_back(RETURN + timedelta(days=60))
    assert "The watch after your return is over. After your return" in words_of(client.get("/"))


@pytest.mark.slow
def test_pain_after_the_return_leaves_the_word_to_the_runner_and_says_what_is_safer(
    client: PageClient,
    signed_in: SignedIn,
    database: Database,
    come_back: Callable[[date], None],
) -> None:
    live_obediently(database, signed_in)
    come_back(RETURN + timedelta(days=2))
    assert "Everything. You decide your rest days again." in words_of(client.get("/"))
    client.submit("/check-in", pain="3", sensation="pain")
    words = words_of(client.get("/"))
    assert "There was pain today. You decide, but rest is safer" in words
    assert "Also fine today Walking, cycling, swimming" in words
    assert "as long as none of it hurts. If you run, go easy" in words
    assert "Everything" not in words
    assert "of watch. After your return" in words


@pytest.mark.slow
def test_strong_pain_with_a_limp_in_the_watch_ends_the_return_and_asks(
    client: PageClient,
    signed_in: SignedIn,
    database: Database,
    come_back: Callable[[date], None],
) -> None:
    live_obediently(database, signed_in)
    come_back(RETURN + timedelta(days=8))
    client.submit("/check-in", pain="9", sensation="pain", limp="y")
    words = words_of(client.get("/"))
    assert "Answer some questions" in words
    assert "Answer the warning-sign questions" in words
    assert "You are not there yet" in words_of(client.get("/after-return"))


@pytest.mark.slow
def test_pain_the_morning_after_a_run_in_the_watch_leads_back_to_build(
    client: PageClient,
    signed_in: SignedIn,
    database: Database,
    come_back: Callable[[date], None],
) -> None:
    live_obediently(database, signed_in)
    come_back(RETURN)
    client.submit(
        "/session",
        kind="run",
        effort="3",
        time="07:30",
        minutes="20",
        jog_minutes="20",
        pain="0",
        sensation="none",
    )
    come_back(RETURN + timedelta(days=1))
    client.submit("/check-in", pain="1", sensation="pain")
    assert "Day 2 of 60 of watch" in words_of(client.get("/after-return"))
    come_back(RETURN + timedelta(days=2))
    assert "You are not there yet" in words_of(client.get("/after-return"))
    assert "Build up" in words_of(client.get("/plan"))


@pytest.mark.slow
def test_after_a_long_break_the_plan_of_the_step_kept_is_shown(
    client: PageClient,
    signed_in: SignedIn,
    database: Database,
    come_back: Callable[[date], None],
) -> None:
    live_obediently(database, signed_in, until=57)
    come_back(RETURN + timedelta(days=3))
    assert "Begin again gently" not in words_of(client.get("/"))
    come_back(RETURN + timedelta(days=93))
    good_check_in(client)
    assert "Begin again gently" in words_of(client.get("/"))


@pytest.mark.slow
def test_in_build_the_week_is_shown_as_counted_where_the_usual_one_is_known(
    client: PageClient,
    signed_in: SignedIn,
    database: Database,
    come_back: Callable[[date], None],
) -> None:
    live_obediently(database, signed_in, until=48)
    come_back(ONSET + timedelta(days=49))
    assert "of a usual week" not in words_of(client.get("/"))
    week = Setting(name="baseline_week_minutes", value=60, date=ONSET + timedelta(days=49))
    diary = (database, signed_in.account_id, signed_in.episode_id)
    now = datetime(2026, 5, 20, 7, tzinfo=UTC)
    clinician.change_setting(*diary, replace(week, by="Dr Roe"), today=week.date, now=now)
    assert "of a usual week counted as 100 min" in words_of(client.get("/"))
