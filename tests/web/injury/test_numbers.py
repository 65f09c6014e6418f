"""Numbers that are each runner's own: a daily medicine, the usual week, the pain allowed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.web.pages import parsed, preset, text_of, words_of

if TYPE_CHECKING:
    from tests.web.conftest import Clock
    from tests.web.pages import PageClient

MEDICINE, WEEK = "/numbers/regular_medicine", "/numbers/baseline_week_minutes"
RUN, ALLOWED = "/numbers/baseline_run_minutes", "/numbers/pain_allowed"


def errors(client: PageClient, url: str, **typed: str) -> list[str]:
    """What a refused form says beside its fields; what was typed is still in it."""
    response = client.submit(url, dict(typed))
    assert response.status_code == 422
    page = parsed(response)
    form = page.find(".//main//form")
    assert form is not None
    assert {name: preset(form)[name] for name in typed} == typed
    return [text_of(e) for e in page.iter("p") if (e.get("id") or "").endswith("-error")]


@pytest.mark.usefixtures("signed_in")
def test_a_daily_medicine_is_a_clinicians_word_and_ends_without_one(
    client: PageClient, clock: Clock
) -> None:
    assert "A medicine taken every day no " in words_of(client.get("/numbers"))
    assert "Only a clinician may set it" in errors(client, MEDICINE, value="1")[0]
    assert client.submit(MEDICINE, value="1", by="Dr Roe").status_code == 303
    words = words_of(client.get("/numbers"))
    assert "Saved. A medicine taken every day: yes." in words
    assert "yes since 1 May 2026, set by Dr Roe." in words
    assert "For you yes since 1 May 2026, set by Dr Roe" in words_of(
        client.get("/how-this-decides")
    )
    clock.move(days=2)
    assert client.submit(MEDICINE, value="0").status_code == 303
    assert "no since 3 May 2026, set by you." in words_of(client.get("/numbers"))
    assert "besides my daily medicine" not in words_of(client.get("/check-in"))
    assert "A medicine taken every day: noSet by the runner." in words_of(client.get("/history"))


@pytest.mark.usefixtures("signed_in")
def test_with_a_daily_medicine_every_form_asks_for_a_painkiller_besides_it(
    client: PageClient,
) -> None:
    client.submit(MEDICINE, value="1", by="Dr Roe")
    assert "I took a painkiller today, besides my daily medicine" in words_of(
        client.get("/check-in")
    )
    asked = client.submit(
        "/session",
        kind="run",
        minutes="10",
        jog_minutes="10",
        pain="0",
        sensation="none",
        effort="2",
    )
    assert "I had taken a painkiller, besides my daily medicine" in words_of(asked)


@pytest.mark.usefixtures("signed_in")
def test_the_clinicians_sheet_shows_a_daily_medicine_and_what_was_taken_besides_it(
    client: PageClient,
) -> None:
    assert "Painkiller daysnone" in words_of(client.get("/clinician"))
    client.submit(MEDICINE, value="1", by="Dr Roe")
    client.submit("/check-in", pain="0", sensation="none", painkiller=["y"])
    sheet = words_of(client.get("/clinician"))
    assert "Painkiller days, besides a daily medicine1 (1 May)" in sheet
    assert "A medicine taken every day no → yes from 1 May 2026, set by Dr Roe" in sheet


@pytest.mark.usefixtures("signed_in")
def test_the_medicine_is_answered_yes_or_no_with_nothing_preset(client: PageClient) -> None:
    form = client.page(MEDICINE).find(".//main//form")
    assert form is not None
    assert not preset(form).get("value")
    assert client.submit(MEDICINE, by="Dr Roe").status_code == 422
    assert client.submit(MEDICINE, value="2", by="Dr Roe").status_code == 422


@pytest.mark.usefixtures("signed_in")
def test_a_usual_week_not_given_yet_may_be_any_and_then_only_less(client: PageClient) -> None:
    assert "Jogging in a usual week before the injury not given" in words_of(client.get("/numbers"))
    assert client.submit(WEEK, value="160").status_code == 303
    assert "160 minutes since 1 May 2026, set by you." in words_of(client.get("/numbers"))
    assert "For you 160 minutes since 1 May 2026" in words_of(client.get("/how-this-decides"))
    assert "Only a clinician may set it" in errors(client, WEEK, value="161")[0]
    assert client.submit(WEEK, value="161", by="Dr Roe").status_code == 303
    assert client.submit(WEEK, value="90").status_code == 303
    sheet = words_of(client.get("/clinician"))
    assert "before the injury not given → 160 from 1 May 2026, set by the runner" in sheet
    assert "before the injury 161 → 90 from 1 May 2026, set by the runner" in sheet


@pytest.mark.parametrize(("value", "allowed"), [("39", False), ("40", True), ("3000", True)])
@pytest.mark.usefixtures("signed_in")
def test_a_usual_week_holds_at_least_one_usual_run(
    client: PageClient, value: str, *, allowed: bool
) -> None:
    if allowed:
        assert client.submit(WEEK, value=value).status_code == 303
    else:
        assert "Give a number from 40 to 3000." in errors(client, WEEK, value=value)[0]
    assert "Give a number from 40 to 3000." in errors(client, WEEK, value="3001", by="Dr Roe")[0]


@pytest.mark.usefixtures("signed_in")
def test_a_shorter_usual_run_needs_a_clinician_and_a_longer_one_nobody(client: PageClient) -> None:
    assert "Only a clinician may set it" in errors(client, RUN, value="39")[0]
    assert client.submit(RUN, value="41").status_code == 303
    assert client.submit(RUN, value="39", by="Dr Roe", date="2026-05-01").status_code == 303
    assert "39 minutes since 1 May 2026, set by Dr Roe." in words_of(client.get("/numbers"))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("site", "highest"), [("proximal_hamstring_tendon", 3), ("gluteal", 2), ("hamstring", 2)]
)
@pytest.mark.usefixtures("signed_in")
def test_how_much_pain_a_clinician_may_allow_depends_on_the_place(
    client: PageClient, site: str, highest: int
) -> None:
    client.submit("/episodes/1/edit", site=site)
    assert f"From 0 to {highest}." in words_of(client.get(ALLOWED))
    assert f"From 0 to {highest} points." in words_of(client.get("/numbers"))
    assert f"can be changed, 0 to {highest}" in words_of(client.get("/how-this-decides"))
    over = errors(client, ALLOWED, value=str(highest + 1), by="Dr Roe")
    assert f"Give a number from 0 to {highest}." in over[0]
    assert client.submit(ALLOWED, value=str(highest), by="Dr Roe").status_code == 303


@pytest.mark.usefixtures("signed_in")
def test_another_place_cuts_the_pain_allowed_and_says_so(client: PageClient) -> None:
    client.submit("/episodes/1/edit", site="proximal_hamstring_tendon")
    client.submit(ALLOWED, value="3", by="Dr Roe")
    client.submit("/episodes/1/edit", site="gluteal")
    assert "Pain that is still allowed is cut to 2 points from today" in words_of(
        client.get("/episodes/1")
    )
    assert "2 points since 1 May 2026, set by you." in words_of(client.get("/numbers"))
    client.submit("/episodes/1/edit", site="other")
    assert "is cut to" not in words_of(client.get("/episodes/1"))
