"""The warning signs: asked plainly, kept if true, and running is locked by the grave ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.web.pages import text_of, words_of

if TYPE_CHECKING:
    from tests.web.pages import Fields, PageClient

NO: Fields = {"emergency": ["none"], "urgent": ["none"], "routine": ["none"]}


@pytest.mark.usefixtures("signed_in")
def test_silence_is_not_a_no(client: PageClient) -> None:
    answer = client.submit("/red-flags", emergency=["none"])
    assert answer.status_code == 422
    assert "Tick what applies, or “None of these”." in words_of(answer)


@pytest.mark.usefixtures("signed_in")
def test_none_of_these_beside_a_sign_is_refused(client: PageClient) -> None:
    answer = client.submit("/red-flags", NO | {"emergency": ["E1", "none"]})
    assert answer.status_code == 422
    assert "Keep one of the two." in words_of(answer)


@pytest.mark.usefixtures("signed_in")
def test_no_sign_changes_nothing(client: PageClient) -> None:
    answer = client.submit("/red-flags", NO)
    assert answer.headers["Location"] == "/"
    words = words_of(client.get("/"))
    assert "No warning sign, by your answers." in words
    assert "Nothing yet." in words


@pytest.mark.usefixtures("signed_in")
def test_a_sign_needs_a_score_so_that_it_can_be_kept(client: PageClient) -> None:
    answer = client.submit("/red-flags", NO | {"urgent": ["U2"]})
    assert answer.status_code == 422
    assert "Choose a number from 0 to 10" in words_of(answer)


@pytest.mark.usefixtures("signed_in")
def test_a_grave_sign_locks_running_and_leads_to_whom_to_see(client: PageClient) -> None:
    yes = NO | {"emergency": ["E1"], "pain": "1", "sensation": "soreness"}
    answer = client.submit("/red-flags", yes)
    assert answer.headers["Location"] == "/warning"
    assert "emergency" in text_of(client.page("/warning").find(".//main"))
    assert text_of(client.page("/").find(".//h1")) == "Get emergency help now"


@pytest.mark.usefixtures("signed_in")
@pytest.mark.parametrize(
    ("sign", "said"),
    [("E1", "Source: An unsigned health article"), ("E7", "Source: NHS, a page on clots")],
)
def test_a_sign_says_on_whose_word_it_locks_running(
    client: PageClient, sign: str, said: str
) -> None:
    client.submit("/red-flags", NO | {"emergency": [sign], "pain": "1", "sensation": "soreness"})
    assert said in words_of(client.get("/warning"))


@pytest.mark.usefixtures("signed_in")
def test_an_answer_that_no_document_asks_for_says_that_it_is_ours(client: PageClient) -> None:
    denied: Fields = {"emergency": ["none"], "urgent": ["none"]}
    client.submit(
        "/episodes/1/screen",
        denied,
        under_18="no",
        pregnant="no",
        operated="yes",
        complete_tear="no",
    )
    assert "Our own: from no document" in words_of(client.get("/warning"))


@pytest.mark.slow
@pytest.mark.usefixtures("signed_in")
def test_a_milder_sign_advises_and_locks_nothing(client: PageClient) -> None:
    yes = NO | {"routine": ["R1"], "pain": "1", "sensation": "soreness"}
    assert client.submit("/red-flags", yes).headers["Location"] == "/"
    words = words_of(client.get("/"))
    assert "The pain does not ease with rest" in words
    assert "Running is locked" not in words


@pytest.mark.usefixtures("signed_in")
def test_severe_pain_leads_to_the_warning_signs(client: PageClient) -> None:
    answer = client.submit("/check-in", pain="7", sensation="pain")
    assert answer.headers["Location"] == "/red-flags"
    assert client.submit("/check-in", pain="6", sensation="pain").headers["Location"] == "/"


ASKS = "Answer the warning-sign questions"


@pytest.mark.usefixtures("signed_in")
def test_questions_walked_away_from_are_the_main_thing_to_do(client: PageClient) -> None:
    client.submit("/check-in", pain="7", sensation="pain")
    page = client.page("/")
    links = [a.get("href") for a in page.iter("a") if text_of(a) == ASKS]
    assert links == ["/red-flags"]


@pytest.mark.usefixtures("signed_in")
def test_denied_questions_are_answered_with_the_check_in_and_not_asked_again(
    client: PageClient,
) -> None:
    client.submit("/check-in", pain="7", sensation="pain")
    asked = words_of(client.get("/red-flags"))
    assert "Is it still that strong at rest, or could you not walk normally?" in asked
    assert "Your answers are kept with your check-in of 08:00." in asked
    answer = client.submit("/red-flags", NO)
    assert answer.headers["Location"] == "/"
    words = words_of(client.get("/"))
    assert ASKS not in words
    assert words.count("Recorded today Pain 7") == 1
    assert "Undo" not in words
    assert "warning sign ·" not in words


@pytest.mark.usefixtures("signed_in")
def test_questions_of_a_session_are_answered_by_how_it_is_now(client: PageClient) -> None:
    ride: Fields = {"kind": "bike", "minutes": "10", "pain": "2", "sensation": "sharp"}
    assert client.submit("/session", ride).headers["Location"] == "/red-flags"
    assert client.submit("/red-flags", NO).status_code == 422
    assert ASKS in words_of(client.get("/"))
    answer = client.submit("/red-flags", NO | {"pain": "1", "sensation": "soreness"})
    assert answer.headers["Location"] == "/"
    words = words_of(client.get("/"))
    assert ASKS not in words
    assert "Pain 1, soreness" in words
    assert "Stop" in words


@pytest.mark.usefixtures("signed_in")
def test_a_yes_at_rest_is_kept_with_the_check_in_and_locks_running(client: PageClient) -> None:
    client.submit("/check-in", pain="8", sensation="pain")
    answer = client.submit("/red-flags", NO | {"urgent": ["U7"]})
    assert answer.headers["Location"] == "/warning"
    assert words_of(client.get("/")).count("Recorded today Pain 8") == 1


@pytest.mark.usefixtures("signed_in")
def test_a_denied_check_in_stays_answered_when_it_is_edited(client: PageClient) -> None:
    denied: Fields = {"pain": "7", "sensation": "pain", "red_flags": ["none"]}
    assert client.submit("/check-in", denied).headers["Location"] == "/"
    edits = [a.get("href") for a in client.page("/").iter("a") if text_of(a).startswith("Edit")]
    client.submit(str(edits[0]), note="stairs")
    words = words_of(client.get("/"))
    assert "stairs" in words
    assert ASKS not in words


@pytest.mark.usefixtures("signed_in")
def test_none_of_these_beside_a_sign_of_a_check_in_is_refused(client: PageClient) -> None:
    both: Fields = {"pain": "1", "sensation": "pain", "red_flags": ["U2", "none"]}
    answer = client.submit("/check-in", both)
    assert answer.status_code == 422
    assert "keep one of the two" in words_of(answer)


@pytest.mark.slow
@pytest.mark.usefixtures("signed_in")
def test_with_an_open_sign_no_activity_is_offered(client: PageClient) -> None:
    assert "What helps" in words_of(client.get("/"))
    client.submit("/red-flags", NO | {"emergency": ["E1"], "pain": "1", "sensation": "pain"})
    words = words_of(client.get("/"))
    assert "What helps" not in words
    assert "Easy walking" not in words
