"""Pages to read: there for everybody, plainly worded, each with its sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.web.conftest import TODAY
from tests.web.diaries import good_check_in, ladder_from
from tests.web.pages import parsed, text_of
from tests.web.readability import grade, sentences_of
from tracker.content.literature import cited, literature
from tracker.content.red_flags import EMERGENCY_SIGNS, ROUTINE_SIGNS, URGENT_SIGNS
from tracker.content.symptoms import PATTERNS
from tracker.web.learn import PAGES

if TYPE_CHECKING:
    from tests.web.conftest import Clock, SignedIn
    from tests.web.pages import PageClient
    from tracker.storage.database import Database
    from tracker.web.learn import Topic

READABLE = [
    "/learn",
    "/about",
    "/shortcuts",
    "/symptoms",
    *(f"/learn/{page.slug}" for page in PAGES),
]
BEHIND_THE_DOOR = [
    *("/care", "/plan", "/after-return", "/more"),
    *("/clinicians", "/sharing", "/visit", "/visit/said", "/protocols", "/programs"),
]
TWELVE_YEARS_OLD = 7.0


def test_reading_grade_tells_easy_from_hard() -> None:
    easy = "The cat sat on the mat. It was a good day. We ran home."
    hard = (
        "Musculoskeletal rehabilitation necessitates individualised progression, considering"
        " biomechanical determinants, neuromuscular adaptation and psychological readiness."
    )
    assert grade(easy) < 2
    assert grade(hard) > 16


@pytest.mark.slow
@pytest.mark.parametrize("url", READABLE)
@pytest.mark.usefixtures("with_account")
def test_a_page_to_read_needs_no_sign_in_and_no_more_than_twelve_years_of_age(
    client: PageClient, url: str
) -> None:
    words = sentences_of(client.page(url))
    assert grade(words) <= TWELVE_YEARS_OLD, f"{url}: {grade(words):.1f}"


@pytest.mark.slow
@pytest.mark.parametrize("url", BEHIND_THE_DOOR)
@pytest.mark.usefixtures("signed_in")
def test_pages_about_the_runner_are_as_plain(client: PageClient, url: str) -> None:
    words = sentences_of(client.page(url))
    assert grade(words) <= TWELVE_YEARS_OLD, f"{url}: {grade(words):.1f}"


@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.slug)
@pytest.mark.usefixtures("with_account")
def test_every_page_names_its_sources_by_author_and_title(client: PageClient, page: Topic) -> None:
    words = text_of(client.page(f"/learn/{page.slug}").find(".//main"))
    for document in cited(page.sources):
        assert document.author in words
        assert document.title in words


def test_every_document_has_an_author_and_a_title_or_says_what_it_is() -> None:
    assert len(literature()) > 40
    for name, document in literature().items():
        assert document.author, name
        assert document.title or len(document.author.split()) > 5, name


@pytest.mark.slow
@pytest.mark.parametrize(
    ("url", "said", "never_said"),
    [
        ("/learn/two-to-six-weeks", "first year of his training in family", "sports medicine"),
        ("/learn/two-to-six-weeks", "does not say that he has seen it", "one doctor has seen"),
        ("/learn/staying-back", "The risk is highest in the first two weeks", "are the worst"),
        ("/learn/staying-back", "We found no source that says how long is right", "most of them"),
        ("/how-this-decides", "first year of training in family medicine", "resident"),
        ("/how-this-decides", "The risk is highest in the first two weeks", "most of them"),
    ],
)
@pytest.mark.usefixtures("with_account")
def test_a_source_is_given_no_more_weight_than_it_has(
    client: PageClient, url: str, said: str, never_said: str
) -> None:
    words = text_of(client.page(url).find(".//main"))
    assert said in words
    assert never_said not in words


@pytest.mark.usefixtures("with_account")
def test_every_warning_sign_says_on_whose_word_it_stands(client: PageClient) -> None:
    items = [text_of(item) for item in client.page("/learn/whom-to-see").iter("li")]
    words = " ".join(items)
    for sign in (*EMERGENCY_SIGNS, *URGENT_SIGNS, *ROUTINE_SIGNS):
        (item,) = [item for item in items if item.startswith(sign.question)]
        for document in cited(sign.sources):
            assert document.author in item, sign.id
            assert document.title in words, sign.id
        assert ("Our own: from no document" in item) != bool(sign.sources), sign.id


@pytest.mark.usefixtures("with_account")
def test_the_pages_lead_from_one_to_the_next_and_round_again(client: PageClient) -> None:
    seen, url = [], f"/learn/{PAGES[0].slug}"
    for _ in PAGES:
        page = client.page(url)
        seen.append(url)
        links = [a for a in page.iter("a") if text_of(a).startswith("Next: ")]
        url = links[0].get("href") or ""
    assert url == seen[0]
    assert len(set(seen)) == len(PAGES)


@pytest.mark.usefixtures("with_account")
def test_an_unknown_page_to_read_is_missing(client: PageClient) -> None:
    assert client.get("/learn/everything").status_code == 404


@pytest.mark.usefixtures("with_account")
def test_symptoms_never_clear_a_warning_sign_and_lead_to_the_screen(client: PageClient) -> None:
    page = client.page("/symptoms")
    words = text_of(page.find(".//main"))
    assert "no diagnosis" in words
    assert "Nothing on this page clears a warning sign" in words
    assert "/red-flags" in [a.get("href") for a in page.iter("a")]
    for pattern in PATTERNS:
        assert pattern.tissue in words


@pytest.mark.slow
@pytest.mark.parametrize(
    ("url", "page"),
    [
        ("/", "first-days"),
        ("/", "two-to-six-weeks"),
        ("/", "soreness-and-pain"),
        ("/care", "first-days"),
        ("/red-flags", "whom-to-see"),
        ("/how-this-decides", "disagreements"),
        ("/after-return", "staying-back"),
        ("/", "warm-up-and-stretching"),
        ("/care", "warm-up-and-stretching"),
        ("/learn/disagreements", "warm-up-and-stretching"),
        ("/symptoms", "in-pregnancy"),
        ("/about", "what-it-is-for"),
    ],
)
@pytest.mark.usefixtures("signed_in")
def test_each_page_to_read_is_linked_from_where_it_matters(
    client: PageClient, url: str, page: str
) -> None:
    assert f"/learn/{page}" in [a.get("href") for a in client.page(url).iter("a")]


def test_a_refused_run_on_the_day_after_a_run_leads_to_why_every_other_day(
    client: PageClient, signed_in: SignedIn, clock: Clock, database: Database
) -> None:
    ladder_from(database, signed_in, TODAY, clock())
    good_check_in(client)
    clock.move(hours=1)
    client.submit("/session?plan=1", pain="0", effort="3", sensation="none")
    clock.move(days=1)
    good_check_in(client)
    clock.move(hours=1)
    refused = client.submit(
        "/session",
        kind="run",
        minutes="10",
        jog_minutes="10",
        pain="0",
        sensation="none",
        effort="3",
    )
    assert refused.status_code == 409
    assert "/learn/rest-days" in [a.get("href") for a in parsed(refused).iter("a")]


@pytest.mark.usefixtures("signed_in")
def test_the_warning_signs_lead_to_the_symptoms_and_say_that_they_clear_nothing(
    client: PageClient,
) -> None:
    page = client.page("/red-flags")
    assert "/symptoms" in [a.get("href") for a in page.iter("a")]
    assert "It clears no warning sign" in text_of(page.find(".//main"))


@pytest.mark.slow
@pytest.mark.parametrize("url", READABLE)
@pytest.mark.usefixtures("with_account")
def test_no_page_to_read_promises_anything(client: PageClient, url: str) -> None:
    words = {word.strip(".,:;“”?") for word in sentences_of(client.page(url)).lower().split()}
    assert not words & {"heal", "heals", "healed", "diagnose", "diagnoses", "cure", "cures"}
