"""Whatever is typed: never a broken page, never half a write, always words that say what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.web.conftest import ONSET, TODAY
from tests.web.pages import preset
from tracker.services.diary import days

if TYPE_CHECKING:
    from tests.web.conftest import SignedIn
    from tests.web.pages import Fields, PageClient
    from tracker.storage.database import Database

pytestmark = pytest.mark.slow

ODD = (
    "\x00", "\u202eabc", "\ud800", "x" * 1_000, "NaN", "inf", "-1", "1e400", "0x10", "١٢", "½",
    "0000-01-01", "0001-01-01", "9999-12-31", "2026-02-30", "24:00", "99:99", "1:2:3", ",", ".",
    "-0", "' OR 1=1 --", "<script>", "E1", "none", "sharp", "run", "10", "0", "07:30", "2026-05-01",
)  # fmt: skip
VALUES = st.one_of(st.sampled_from(ODD), st.text(max_size=20))
EXPECTED = {200, 303, 400, 409, 422}


def forms(*fields: str) -> st.SearchStrategy[dict[str, list[str]]]:
    """Some of the fields, each sent once or several times, with anything in them."""
    return st.dictionaries(
        st.sampled_from(fields), st.lists(VALUES, min_size=1, max_size=3), max_size=len(fields)
    )


@pytest.mark.parametrize(
    ("path", "good", "fields"),
    [
        (
            "/check-in",
            {"pain": "0", "sensation": "none"},
            ("uid", "shown", "date", "time", "pain", "sensation", "limp", "painkiller",
             "red_flags", "moment", "note"),
        ),
        (
            "/session",
            {"kind": "run", "minutes": "10", "jog_minutes": "10", "before_pain": "0",
             "before_sensation": "none"},
            ("uid", "shown", "date", "time", "kind", "minutes", "walk_minutes", "jog_minutes",
             "longest_jog_minutes", "pain", "sensation", "limp", "stopped_early", "distance_km",
             "effort", "note", "before_pain", "before_sensation", "confirmed"),
        ),
        (
            "/red-flags",
            {"emergency": "E1", "urgent": "none", "routine": "none", "pain": "1",
             "sensation": "pain"},
            ("uid", "shown", "date", "time", "emergency", "urgent", "routine", "pain", "sensation"),
        ),
    ],
    ids=["check-in", "session", "red flags"],
)  # fmt: skip
def test_no_form_breaks_whatever_is_typed(  # noqa: PLR0917
    client: PageClient,
    signed_in: SignedIn,
    database: Database,
    path: str,
    good: dict[str, str],
    fields: tuple[str, ...],
) -> None:
    form = next(f for f in client.page(path).iter("form") if f.get("action") == path)
    usual = preset(form) | good

    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    @given(odd=forms(*fields))
    def check(odd: dict[str, list[str]]) -> None:
        answer = client.post(path, data=usual | {name: _sendable(v) for name, v in odd.items()})
        assert answer.status_code in EXPECTED

    check()
    course = days.course_of(database, signed_in.account_id, signed_in.episode_id, today=TODAY)
    assert all(ONSET.year - 200 < day.year <= TODAY.year for day in course.diary.days)
    for url in ("/", "/history", "/progress", "/export/check_ins.csv", "/export/sessions.csv"):
        assert client.get(url).status_code == 200


@pytest.mark.usefixtures("signed_in")
@given(text=VALUES)
@settings(
    max_examples=40,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
def test_no_address_breaks_whatever_it_asks_for(client: PageClient, text: str) -> None:
    for path, name in (
        ("/history", "month"), ("/check-in", "date"), ("/session", "date"), ("/session", "kind"),
        ("/session", "plan"), ("/progress/recovery.svg", "theme"),
    ):  # fmt: skip
        answer = client.get(path, query_string={name: _sendable([text])[0]})
        assert answer.status_code in {200, 404}


@pytest.mark.usefixtures("signed_in")
def test_a_note_of_a_million_letters_is_refused_and_nothing_is_saved(client: PageClient) -> None:
    typed: Fields = {"pain": "0", "sensation": "none", "note": "x" * 1_000_000}
    assert client.submit("/check-in", typed).status_code in {413, 422}
    assert "No pain" not in client.get("/history").get_data(as_text=True)


def _sendable(values: list[str]) -> list[str]:
    """Return values as bytes on the wire allow them: a lone surrogate cannot be sent."""
    return [value.encode("utf-8", "replace").decode() for value in values]
