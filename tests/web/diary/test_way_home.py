"""What lies ahead: the earliest way home, the watch after the return, a new episode."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest

from tests.courses import obedient_course
from tests.web.conftest import FACTS, ONSET, TODAY
from tests.web.diaries import good_check_in, ladder_from
from tests.web.pages import text_of, words_of
from tracker.language.phrases import day_name
from tracker.progression.episode import Setting
from tracker.progression.forecast import PlannedDay
from tracker.progression.protocol import Stage
from tracker.services.access import sign_ins
from tracker.services.diary import entries
from tracker.services.errors import NotFound
from tracker.services.injury import clinician, episodes
from tracker.services.injury.episodes import CloseReason
from tracker.web.diary.way_home import by_week
from tracker.web.kit.identity import TOKEN

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.web.conftest import Clock, SignedIn
    from tests.web.pages import Fields, PageClient
    from tracker.storage.database import Database

RETURN = ONSET + timedelta(days=54)


def live_obediently(database: Database, whose: SignedIn, until: int = 54) -> None:
    """Record the course of someone who did only what was cleared; day 54 is the return."""
    diary = (database, whose.account_id, whose.episode_id)
    for day, records in obedient_course(until).days.items():
        now = datetime.combine(day, time(20), tzinfo=UTC)
        for number, answer in enumerate(records.check_ins):
            kept = replace(answer, id=f"c{day}{number}")
            entries.save_check_in(*diary, kept, today=day, now=now)
        for number, done in enumerate(records.sessions):
            entries.save_session(*diary, replace(done, id=f"s{day}{number}"), today=day, now=now)


@pytest.fixture
def come_back(
    client: PageClient, signed_in: SignedIn, clock: Clock, database: Database
) -> Callable[[date], None]:
    """Open the diary again on the morning of a later day."""

    def come(day: date) -> None:
        clock.instant = datetime.combine(day, time(6), tzinfo=UTC)
        token = sign_ins.open_sign_in(
            database, signed_in.account_id, user_agent="a test", now=clock.instant
        )
        with client.session_transaction() as session:
            session[TOKEN] = token

    return come


def planned(client: PageClient) -> dict[str, str]:
    """What the way home plans, by day."""
    found = {}
    for row in client.page("/plan").iter("div"):
        if row.find("dt") is not None:
            found[text_of(row.find("dt"))] = text_of(row.find("dd"))
    return found


@pytest.mark.usefixtures("signed_in")
def test_the_way_home_from_pain_begins_with_a_walk_and_names_the_day_of_return(
    client: PageClient,
) -> None:
    words = words_of(client.get("/plan"))
    assert "Back at your usual 40 minutes on Friday 19 June" in words
    assert "This is the earliest day, not a goal" in words
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


def test_pain_after_the_return_leaves_the_word_to_the_runner_and_says_what_is_safer(
    client: PageClient,
    signed_in: SignedIn,
    database: Database,
    come_back: Callable[[date], None],
) -> None:
    live_obediently(database, signed_in)
    come_back(RETURN + timedelta(days=2))
    assert "Everything. You decide your rest days again." in words_of(client.get("/"))
    client.submit("/check-in", pain="9", sensation="pain", limp="y")
    words = words_of(client.get("/"))
    assert "There was pain today. You decide, but rest is safer" in words
    assert "Fine todayWalking, cycling, swimming" in words
    assert "as long as none of it hurts. If you run, go easy" in words
    assert "Everything" not in words
    assert "helps most. After your return" in words


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
    assert "You are not there yet" in words_of(client.get("/after-return"))
    assert "Build up" in words_of(client.get("/plan"))


def test_a_new_episode_may_follow_an_earlier_one(
    client: PageClient, signed_in: SignedIn, database: Database
) -> None:
    old = signed_in.episode_id
    end(database, signed_in)
    response = client.submit("/start", DESCRIBED | {"follows": str(old)})
    assert response.status_code == 303
    new = episodes.current_episode(database, signed_in.account_id)
    assert new is not None
    assert new.follows_episode_id == old
    page = client.page(f"/episodes/{new.id}")
    assert f"/episodes/{old}" in [a.get("href") for a in page.iter("a")]


@pytest.mark.parametrize("said", ["no", ""])
def test_a_new_episode_need_not_follow_any(
    client: PageClient, signed_in: SignedIn, database: Database, said: str
) -> None:
    end(database, signed_in)
    assert client.submit("/start", DESCRIBED | {"follows": said}).status_code == 303
    new = episodes.current_episode(database, signed_in.account_id)
    assert new is not None
    assert new.follows_episode_id is None


def test_an_episode_of_nobody_cannot_be_followed(
    client: PageClient, signed_in: SignedIn, database: Database
) -> None:
    end(database, signed_in)
    assert client.submit("/start", DESCRIBED | {"follows": "999"}).status_code == 422
    with pytest.raises(NotFound):
        episodes.open_episode(
            database,
            signed_in.account_id,
            FACTS,
            (),
            follows=999,
            today=TODAY,
            now=datetime(2026, 5, 1, tzinfo=UTC),
        )
    assert episodes.current_episode(database, signed_in.account_id) is None


def end(database: Database, whose: SignedIn) -> None:
    reason = CloseReason.RETURNED
    episodes.end_episode(database, whose.account_id, whose.episode_id, reason, today=TODAY)


DESCRIBED: Fields = {
    "site": "hamstring",
    "side": "left",
    "onset": "2026-04-30",
    "baseline_minutes": "40",
    "timezone": "Europe/Berlin",
    "unit": "km",
    "under_18": "no",
    "pregnant": "no",
    "operated": "no",
    "complete_tear": "no",
    "emergency": ["none"],
    "urgent": ["none"],
}


def test_after_a_long_break_the_plan_of_the_step_kept_is_shown(
    client: PageClient,
    signed_in: SignedIn,
    database: Database,
    come_back: Callable[[date], None],
) -> None:
    live_obediently(database, signed_in, until=56)
    come_back(RETURN + timedelta(days=3))
    assert "Begin again with this" not in words_of(client.get("/"))
    come_back(RETURN + timedelta(days=93))
    good_check_in(client)
    assert "Begin again with this" in words_of(client.get("/"))


def test_in_build_the_week_is_shown_as_counted_where_the_usual_one_is_known(
    client: PageClient,
    signed_in: SignedIn,
    database: Database,
    come_back: Callable[[date], None],
) -> None:
    live_obediently(database, signed_in, until=48)
    come_back(ONSET + timedelta(days=49))
    assert "of a usual week" not in text_of(client.page("/").find(".//aside"))
    week = Setting(name="baseline_week_minutes", value=60, date=ONSET + timedelta(days=49))
    diary = (database, signed_in.account_id, signed_in.episode_id)
    now = datetime(2026, 5, 20, 7, tzinfo=UTC)
    clinician.change_setting(*diary, replace(week, by="Dr Roe"), today=week.date, now=now)
    aside = text_of(client.page("/").find(".//aside"))
    assert "of a usual week counted as 100 min" in aside
