from __future__ import annotations

from datetime import date, datetime, timedelta
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from tests.services.access.visits import account_for
from tests.web.conftest import START, Clock
from tests.web.pages import Fields, PageClient, parsed, preset, text_of, words_of
from tracker.progression.episode import EMERGENCY_FLAGS, SCREENING, URGENT_FLAGS
from tracker.services.injury import episodes
from tracker.web.kit.identity import TOKEN

if TYPE_CHECKING:
    from tracker.storage.access.accounts import Account
    from tracker.storage.database import Database

ANSWERS: Fields = {
    "site": "gluteal",
    "side": "right",
    "onset": "2026-04-20",
    "baseline_minutes": "45",
    "timezone": "Europe/Berlin",
    "unit": "mi",
    "under_18": "no",
    "pregnant": "no",
    "operated": "no",
    "complete_tear": "no",
    "emergency": ["none"],
    "urgent": ["none"],
}


def test_a_new_account_is_led_to_the_description_of_the_injury(
    client: PageClient, account: Account
) -> None:
    assert client.get("/").location == "/start"
    assert account.unit == "km"


@pytest.mark.usefixtures("account")
def test_nothing_medical_is_preset(client: PageClient) -> None:
    form = client.page("/start").find(".//form")
    assert form is not None
    answered = {name for name, value in preset(form).items() if value}
    assert answered == {"csrf_token", "unit"}


@pytest.mark.usefixtures("account")
def test_the_page_says_that_the_tracker_is_no_diagnosis(client: PageClient) -> None:
    page = client.get("/start")
    assert "It is not a doctor." in words_of(page)
    assert "/learn/what-it-is-for" in [a.get("href") for a in parsed(page).iter("a")]


def test_the_answers_open_an_episode(
    client: PageClient, account: Account, database: Database
) -> None:
    response = client.submit("/start", ANSWERS, onset_about=["y"])
    assert (response.status_code, response.location) == (303, "/")
    view = episodes.current_episode(database, account.id)
    assert view is not None
    assert view.onset_about
    assert view.episode.onset == date(2026, 4, 20)
    assert view.episode.baseline_minutes == 45
    assert (view.episode.site, view.episode.side) == ("gluteal", "right")
    assert view.episode.screening == ()
    assert view.episode.screened_on == date(2026, 5, 1)
    opened = account_for(database, _token(client), START)
    assert opened is not None
    assert opened.unit == "mi"
    assert "Your diary is open." in words_of(client.get("/"))


@pytest.mark.slow
def test_every_unanswered_question_is_named_and_nothing_typed_is_lost(
    client: PageClient, account: Account, database: Database
) -> None:
    response = client.submit("/start", baseline_minutes="45", pregnant="no", urgent=["U2"])
    assert response.status_code == 422
    page = parsed(response)
    summary = text_of(page.find(".//form//*[@role='alert']"))
    for problem in (
        "Choose where it hurts.",
        "Choose a side.",
        "Give the day it began.",
        "Type your time zone",
        "Are you under 18? Answer yes or no.",
        "Do you have any of these now? Tick what applies",
    ):
        assert problem in summary
    assert "Are you pregnant?" not in summary
    form = page.find(".//form")
    assert form is not None
    fields = preset(form)
    assert (fields["baseline_minutes"], fields["pregnant"], fields["urgent"]) == (
        "45",
        "no",
        ["U2"],
    )
    assert episodes.current_episode(database, account.id) is None


@pytest.mark.slow
@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("onset", "2026-05-02", "cannot be in the future"),
        ("onset", "0000-01-01", "year-month-day"),
        ("onset", "9999-12-31", ""),
        ("onset", "1999-12-31", "within the last ten years"),
        ("onset", "yesterday", "year-month-day"),
        ("baseline_minutes", "9", "from 10 to 300"),
        ("baseline_minutes", "301", "from 10 to 300"),
        ("baseline_minutes", "NaN", ""),
        ("baseline_minutes", "1e400", ""),
        ("baseline_minutes", "9" * 5000, ""),
        ("timezone", "Mars/Olympus", "Choose a time zone"),
        ("timezone", "../../etc/passwd", "Choose a time zone"),
        ("timezone", "\x00\u202e", "Choose a time zone"),
        ("site", "knee", "Choose one of the answers shown."),
        ("under_18", "maybe", "Choose one of the answers shown."),
        ("emergency", ["none", "E1"], "Keep one of the two."),
        ("emergency", ["U1"], ""),
        ("unit", "furlong", "Choose one of the answers shown."),
    ],
)
@pytest.mark.usefixtures("account")
def test_an_answer_that_cannot_be_is_refused_beside_its_field(
    client: PageClient, field: str, typed: str | list[str], said: str
) -> None:
    response = client.submit("/start", ANSWERS | {field: typed})
    assert response.status_code == 422
    page = parsed(response)
    errors = [text_of(e) for e in page.iter("p") if e.get("id") == f"{field}-error"]
    assert len(errors) == 1
    assert said in errors[0]
    assert client.get("/").location == "/start"


@pytest.mark.slow
@pytest.mark.usefixtures("account")
@pytest.mark.parametrize("sign", SCREENING)
def test_a_yes_to_the_screen_saves_the_diary_and_locks_running(
    client: PageClient, sign: str
) -> None:
    response = client.submit("/start", ANSWERS | {sign: "yes"})
    assert response.location == "/warning"
    assert "Ask the clinician who looks after you." in words_of(client.get("/warning"))
    assert "Ask a clinician before you run" in _banner(client, "/session")


@pytest.mark.slow
@pytest.mark.usefixtures("account")
@pytest.mark.parametrize(
    ("field", "sign", "title"),
    [
        *(("emergency", sign, "Get emergency help now") for sign in EMERGENCY_FLAGS),
        *(("urgent", sign, "See a doctor, today if you can") for sign in URGENT_FLAGS),
    ],
)
def test_a_warning_sign_says_first_on_every_page_whom_to_see(
    client: PageClient, field: str, sign: str, title: str
) -> None:
    assert client.submit("/start", ANSWERS | {field: [sign]}).location == "/warning"
    for url in ("/session", "/episodes"):
        assert title in _banner(client, url)
    for url in ("/", "/warning"):  # which say it themselves, once
        page = client.page(url)
        assert text_of(page.find(".//h1")) == title
        assert text_of(page).count(title) == 2  # with the title of the page


@pytest.mark.usefixtures("account")
def test_the_most_urgent_sign_speaks_first(client: PageClient) -> None:
    both = ANSWERS | {"pregnant": "yes", "urgent": ["U2"], "emergency": ["E3"]}
    client.submit("/start", both)
    assert "Get emergency help now" in _banner(client, "/session")


@pytest.mark.slow
@pytest.mark.usefixtures("account")
@pytest.mark.parametrize(
    ("zone", "instant", "today"),
    [
        ("Pacific/Auckland", "2026-05-01T12:00+00:00", "2026-05-02"),
        ("Pacific/Auckland", "2026-05-01T11:59+00:00", "2026-05-01"),
        ("America/Los_Angeles", "2026-05-01T06:59+00:00", "2026-04-30"),
        ("America/Los_Angeles", "2026-05-01T07:00+00:00", "2026-05-01"),
    ],
)
def test_today_is_the_day_where_the_runner_lives(
    client: PageClient, clock: Clock, zone: str, instant: str, today: str
) -> None:
    clock.instant = datetime.fromisoformat(instant)
    answers = ANSWERS | {"timezone": zone}
    tomorrow = str(date.fromisoformat(today) + timedelta(days=1))
    assert client.submit("/start", answers, onset=tomorrow).status_code == 422
    assert client.submit("/start", answers, onset=today).location == "/"


@pytest.mark.usefixtures("account")
def test_sent_twice_the_first_one_counts(client: PageClient) -> None:
    form = client.page("/start").find(".//form")
    assert form is not None
    assert client.send(form, "/start", ANSWERS).location == "/"
    assert client.send(form, "/start", ANSWERS).location == "/"
    assert words_of(client.get("/episodes")).count("Right glute") == 1


def _banner(client: PageClient, url: str) -> str:
    body = client.page(url).find("body")
    assert body is not None
    first = next(e for e in body if e.get("class") != "skip")
    return text_of(first)


def _token(client: PageClient) -> str:
    with client.session_transaction() as session:
        return str(session[TOKEN])


@pytest.mark.usefixtures("account")
def test_a_table_without_an_injury_to_belong_to_leads_here_and_says_why(client: PageClient) -> None:
    file = {"file": (BytesIO(b"date,pain\n2026-04-20,0\n"), "my.csv")}
    sent = client.submit("/import", file)  # type: ignore[arg-type]
    page = client.get(sent.location)
    assert page.location == "/start"
    assert "A table belongs to an injury" in words_of(client.get("/start"))
