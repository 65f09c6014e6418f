"""Check-ins: saved, refused with words, changed, deleted and brought back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.web.conftest import START, TODAY
from tests.web.pages import parsed, text_of, words_of
from tracker.progression.episode import Setting
from tracker.services.injury import clinician

if TYPE_CHECKING:
    from tests.web.conftest import Clock, SignedIn
    from tests.web.pages import Fields, PageClient
    from tracker.storage.database import Database

GOOD: Fields = {"pain": "0", "sensation": "none"}


@pytest.mark.usefixtures("signed_in")
def test_a_check_in_is_kept_with_the_time_it_was_sent(client: PageClient) -> None:
    answer = client.submit("/check-in", pain="2", sensation="pain", note="stiff <b>stairs</b>")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/")
    words = words_of(client.get("/"))
    assert "Check-in saved. Undo" in words
    assert "Pain 2" in words
    assert "08:00" in words
    assert "stiff <b>stairs</b>" in words


@pytest.mark.usefixtures("signed_in")
def test_a_score_of_0_is_kept_as_an_answer(client: PageClient) -> None:
    client.submit("/check-in", pain="0", sensation="soreness")
    assert "No pain, soreness" in words_of(client.get("/"))


@pytest.mark.usefixtures("signed_in")
def test_an_unanswered_score_is_refused_beside_the_field_and_nothing_typed_is_lost(
    client: PageClient,
) -> None:
    answer = client.submit("/check-in", sensation="soreness", limp="y", note="stairs")
    assert answer.status_code == 422
    page = parsed(answer)
    assert words_of(answer).count("Choose a number from 0 to 10.") == 2
    assert [e.get("href") for e in page.iter("a") if text_of(e).startswith("Choose a number")] == [
        "#pain"
    ]
    checked = {
        e.get("name"): e.get("value") for e in page.iter("input") if e.get("checked") is not None
    }
    assert checked == {"sensation": "soreness", "limp": "y"}
    assert text_of(page.find(".//textarea")) == "stairs"


@pytest.mark.parametrize(
    ("pain", "sensation", "words"),
    [("0", "sharp", "A score of 0 means no pain"), ("3", "none", "yet the score is 3")],
)
@pytest.mark.usefixtures("signed_in")
def test_answers_that_cannot_both_be_true_are_refused(
    client: PageClient, pain: str, sensation: str, words: str
) -> None:
    answer = client.submit("/check-in", pain=pain, sensation=sensation)
    assert answer.status_code == 422
    assert words in words_of(answer)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"date": "2026-05-02"}, "This day has not come yet."),
        ({"time": "08:01"}, "This time has not come yet."),
        ({"date": "yesterday"}, "like 2026-05-03"),
        ({"date": "0000-01-01"}, "like 2026-05-03"),
        ({"date": "9999-12-31"}, "like 2026-05-03"),
        ({"time": "25:00"}, "like 07:30"),
        ({"time": ""}, "like 07:30"),
        ({"pain": "11"}, "Choose one of the answers shown."),
        ({"pain": "NaN"}, "Choose one of the answers shown."),
        ({"sensation": "fine"}, "Choose one of the answers shown."),
        ({"red_flags": ["E9"]}, "not a valid choice"),
        ({"note": "x" * 2001}, "Shorten this to 2000 characters; it has 2001."),
    ],
)
@pytest.mark.usefixtures("signed_in")
def test_impossible_values_are_refused_with_words(
    client: PageClient, typed: dict[str, str | list[str]], words: str
) -> None:
    answer = client.submit("/check-in", GOOD | typed)
    assert answer.status_code == 422
    assert words in words_of(answer)


@pytest.mark.usefixtures("signed_in")
def test_a_page_left_open_overnight_dates_the_check_in_to_the_morning_it_is_sent(
    client: PageClient, clock: Clock
) -> None:
    page = client.page("/")
    form = next(f for f in page.iter("form") if f.get("action") == "/check-in")
    clock.move(days=1, minutes=5)
    client.send(form, "/", GOOD)
    words = words_of(client.get("/"))
    assert "No pain" in words
    assert "08:05" in words


@pytest.mark.usefixtures("signed_in")
def test_a_past_day_can_be_filled_in_and_is_shown_there_as_entered_later(
    client: PageClient,
) -> None:
    answer = client.submit("/check-in?date=2026-04-20", answers=GOOD, time="07:00")
    assert answer.headers["Location"] == "/history?month=2026-04#2026-04-20"
    assert "07:00 · entered later" in words_of(client.get("/history?month=2026-04"))


@pytest.mark.usefixtures("signed_in")
def test_the_same_form_sent_twice_is_stored_once(client: PageClient) -> None:
    page = client.page("/check-in")
    form = next(page.iter("form"))
    first = client.send(form, "/check-in", GOOD)
    second = client.send(form, "/check-in", GOOD)
    assert (first.status_code, second.status_code) == (303, 303)
    assert words_of(client.get("/history")).count("No pain") == 1


@pytest.mark.usefixtures("signed_in")
def test_a_changed_check_in_replaces_what_it_was(client: PageClient) -> None:
    client.submit("/check-in", GOOD)
    edit = _link(client, "/", "Edit check-in 08:00")
    client.submit(edit, pain="4", sensation="pain")
    words = words_of(client.get("/"))
    assert "Pain 4" in words
    assert "No pain" not in words.partition("Recorded today")[2]


@pytest.mark.usefixtures("signed_in")
def test_a_deleted_check_in_comes_back_with_undo(client: PageClient) -> None:
    client.submit("/check-in", GOOD)
    client.get("/")
    client.submit("/", button="Delete check-in 08:00")
    page = client.page("/")
    assert "Check-in deleted. Undo" in text_of(page.find(".//main"))
    recorded = text_of(page.find(".//main")).partition("Recorded today")[2]
    assert recorded.startswith(" Nothing yet.")
    undo = next(f for f in page.iter("form") if (f.get("action") or "").startswith("/undo/"))
    client.send(undo, "/", {})
    assert "No pain" in words_of(client.get("/"))


@pytest.mark.usefixtures("signed_in")
def test_a_warning_sign_locks_running_and_says_whom_to_see(client: PageClient) -> None:
    client.submit("/check-in", pain="1", sensation="soreness", red_flags=["E1"])
    page = client.page("/")
    assert text_of(page.find(".//h1")) == "Get emergency help now"
    assert "emergency" in text_of(page.find("body")).lower()


@pytest.mark.usefixtures("signed_in")
def test_a_check_in_of_another_account_is_not_there(client: PageClient) -> None:
    assert client.get("/check-ins/nobodys/edit").status_code == 404
    fields = client.page("/check-in").iter("input")
    token = next(e.get("value") for e in fields if e.get("name") == "csrf_token")
    answer = client.post("/check-ins/nobodys/delete", data={"csrf_token": token})
    assert answer.status_code == 404


def _link(client: PageClient, url: str, words: str) -> str:
    return next(a.get("href") or "" for a in client.page(url).iter("a") if text_of(a) == words)


@pytest.mark.slow
@pytest.mark.usefixtures("signed_in")
def test_a_score_of_soreness_is_asked_back_once_and_then_stands(client: PageClient) -> None:
    asked = client.submit("/check-in", pain="2", sensation="soreness")
    assert asked.status_code == 422
    assert "Pain too, or only soreness? Soreness alone is 0." in words_of(asked)
    form = next(f for f in parsed(asked).iter("form") if f.get("action") == "/check-in")
    again = client.send(form, "/check-in", {"pain": "2", "sensation": "soreness"})
    assert again.headers["Location"] == "/"
    words = words_of(client.get("/"))
    assert "Pain 2, soreness" in words


@pytest.mark.usefixtures("signed_in")
def test_another_answer_to_what_was_asked_back_is_kept(client: PageClient) -> None:
    asked = client.submit("/check-in", pain="2", sensation="soreness")
    form = next(f for f in parsed(asked).iter("form") if f.get("action") == "/check-in")
    client.send(form, "/check-in", {"pain": "0", "sensation": "soreness"})
    assert "No pain, soreness" in words_of(client.get("/"))


@pytest.mark.usefixtures("signed_in")
def test_what_waited_on_a_phone_is_kept_as_it_was_sent(client: PageClient) -> None:
    page = client.page("/check-in")
    form = next(f for f in page.iter("form") if f.get("action") == "/check-in")
    waited: Fields = {"pain": "2", "sensation": "soreness", "queued": "yes"}
    assert client.send(form, "/check-in", waited).status_code == 303
    assert "Pain 2, soreness" in words_of(client.get("/"))


@pytest.mark.usefixtures("signed_in")
def test_a_stored_score_of_soreness_is_not_asked_back_when_only_the_note_changes(
    client: PageClient,
) -> None:
    page = client.page("/check-in")
    form = next(f for f in page.iter("form") if f.get("action") == "/check-in")
    client.send(form, "/check-in", {"pain": "2", "sensation": "soreness", "queued": "yes"})
    edits = [a.get("href") for a in client.page("/").iter("a") if text_of(a).startswith("Edit")]
    assert client.submit(str(edits[0]), note="stairs").status_code == 303


def test_with_a_daily_medicine_a_painkiller_besides_it_is_asked_for(
    client: PageClient, signed_in: SignedIn, database: Database
) -> None:
    assert "besides my daily medicine" not in words_of(client.get("/check-in"))
    daily = Setting(name="regular_medicine", value=1, date=TODAY, by="Dr Roe")
    diary = (database, signed_in.account.id, signed_in.episode_id)
    clinician.change_setting(*diary, daily, today=TODAY, now=START)
    for page in ("/", "/check-in"):
        assert "I took a painkiller today, besides my daily medicine" in words_of(client.get(page))
