"""What the documents advise, and what the tracker is for: said in our words, with the source."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.web.pages import text_of
from tracker.content.care import BEFORE_A_RUN, ON_OTHER_DAYS
from tracker.content.literature import cited

if TYPE_CHECKING:
    from tests.web.pages import Fields, PageClient
    from tracker.content.care import Tip


@pytest.mark.slow
@pytest.mark.parametrize(
    ("url", "said", "source"),
    [
        ("warm-up-and-stretching", "warm up before each session", "albrechta"),
        ("warm-up-and-stretching", "10 to 15 minutes before each run", "army"),
        ("warm-up-and-stretching", "Seated piriformis stretch", "buttock-soreness"),
        ("warm-up-and-stretching", "Standing figure four", "buttock-soreness"),
        ("warm-up-and-stretching", "Knee to the opposite shoulder", "buttock-soreness"),
        ("warm-up-and-stretching", "can tear more if you stretch it too far", "albrechta"),
        ("warm-up-and-stretching", "drawing the leg across your body presses on it", "grimaldi"),
        ("warm-up-and-stretching", "leave a day between two such sessions", "leigh"),
        ("warm-up-and-stretching", "Sit upright, on a seat that supports you", "buttock-soreness"),
        ("warm-up-and-stretching", "every half hour is our own", "buttock-soreness"),
        ("in-pregnancy", "Lie on the side that does not hurt", "leigh"),
        ("in-pregnancy", "Do not lift heavy things", "leigh"),
        ("first-days", "Use them if a clinician says so", "leigh"),
        ("whom-to-see", "A look at how you run (gait analysis)", "albrechta"),
        ("whom-to-see", "new ways to run helped no more", "esculier"),
        ("whom-to-see", "A bike fitting", "albrechta"),
        ("soreness-and-pain", "For the Achilles tendon, at the heel, up to 5", "silbernagel"),
        ("soreness-and-pain", "high on the hamstring the limit is lower: 3", "goom"),
        ("soreness-and-pain", "only from pages that retell the papers", "silbernagel"),
    ],
)
@pytest.mark.usefixtures("with_account")
def test_what_a_source_advises_is_said_and_the_source_is_shown(
    client: PageClient, url: str, said: str, source: str
) -> None:
    page = client.page(f"/learn/{url}")
    assert said in text_of(page.find(".//main"))
    (document,) = cited([source])
    listed = [
        text_of(item)
        for ul in page.iter("ul")
        if "sources" in (ul.get("class") or "")
        for item in ul
    ]
    assert any(document.author in item and document.title in item for item in listed)


@pytest.mark.usefixtures("with_account")
def test_the_pain_that_a_heel_may_have_is_not_offered_to_a_hamstring(client: PageClient) -> None:
    words = text_of(client.page("/learn/soreness-and-pain").find(".//main"))
    assert "Those who treat tendons allow" not in words
    assert words.count("up to 5") == 1
    assert "what a heel takes says little about your thigh" in words


@pytest.mark.slow
@pytest.mark.parametrize("tip", [BEFORE_A_RUN, *ON_OTHER_DAYS.values()])
@pytest.mark.usefixtures("with_account")
def test_a_tip_of_the_day_has_its_sources_on_the_page_it_leads_to(
    client: PageClient, tip: Tip
) -> None:
    words = text_of(client.page("/learn/warm-up-and-stretching").find(".//main"))
    assert tip.sources
    for document in cited(tip.sources):
        assert document.author in words


@pytest.mark.usefixtures("signed_in")
def test_a_yes_to_pregnancy_leads_to_what_may_ease_it(client: PageClient) -> None:
    denied: Fields = {"emergency": ["none"], "urgent": ["none"]}
    client.submit(
        "/episodes/1/screen",
        denied,
        under_18="no",
        pregnant="yes",
        operated="no",
        complete_tear="no",
    )
    links = [a.get("href") for a in client.page("/warning").iter("a")]
    assert "/learn/in-pregnancy" in links


@pytest.mark.slow
@pytest.mark.parametrize(
    "said",
    [
        "Adults who run",
        "People under 18",
        "In pregnancy",
        "After an operation",
        "It is not a medical device",
        "No study has been made of this tracker",
        "Call the emergency services",
        "docs/safety.md",
    ],
)
@pytest.mark.usefixtures("with_account")
def test_what_it_is_for_and_for_whom_not_is_said_before_anyone_signs_in(
    client: PageClient, said: str
) -> None:
    assert said in text_of(client.page("/learn/what-it-is-for").find(".//main"))
