"""Every form, found on the pages: whatever is typed, no error, no half a write, always words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import quote_plus, urljoin

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.raw_sql import Snapshot, every_row
from tests.web.addresses import ADMIN, NAMED, OWN, PUBLIC, RESET
from tests.web.everything import Diary, a_diary
from tests.web.household import client_of
from tests.web.pages import check_page, parsed, preset
from tests.web.routes import rules

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from flask import Flask
    from flask.testing import FlaskClient
    from werkzeug.test import TestResponse

    from tracker.storage.database import Database

FORM = "application/x-www-form-urlencoded"
ODD = (
    "", " \t\r\n ", "\x00", "a\x00b", "\u202eabc\u202c", "\u200f", "\ud800", "\ufffe", "NaN",
    "-inf", "1e400", "-1", "-0", "1_0", "\u0663", "\u00b2", "9" * 400, "x" * 3000, "0x10",
    "0000-01-01", "0001-01-01", "9999-12-31", "2026-02-30", "2026-05-01", "24:00", "07:30",
    "25:61", "none", "<script>alert(1)</script>", "{{ 7 * 7 }}", "%s%n", "' OR 1=1 --",
    "../../etc/passwd", "run", "sharp", "yes", "E1", "0", "10", "11",
)  # fmt: skip
ANSWERS = st.lists(st.one_of(st.sampled_from(ODD), st.text(max_size=12)), min_size=1, max_size=3)
WORDS = re.compile(r'class="(error|problems)')  # beside a field, or on top
# What changes without any form, and what counts tries or has them on record.
NOT_WRITTEN = {"login_attempts", "decisions_shown", "security_events"}


@dataclass(frozen=True)
class Found:
    """A form: on which page it is, where it goes, its fields and what they are preset to."""

    page: str
    target: str
    names: tuple[str, ...]
    given: dict[str, Any]

    def body(self, odd: dict[str, list[str]]) -> str:
        """The answers as bytes on the wire: doubled names and lone surrogates too."""
        answers = {n: v if isinstance(v, list) else [v] for n, v in self.given.items()} | odd
        return "&".join(
            f"{quote_plus(name)}={quote_plus(value.encode('utf-8', 'surrogatepass'))}"
            for name, values in answers.items()
            for value in values
        )


class House:
    """A server with Alice's diary, put back as it was before every try."""

    def __init__(self, app: Flask, database: Database, alice: Diary) -> None:
        self.app, self.database, self.alice = app, database, alice
        self.before = Snapshot(database)

    def put_back(self) -> None:
        self.before.bring_back()

    def rows(self) -> set[str]:
        tables = every_row(self.database.place)
        return {f"{t} {row}" for t, rows in tables.items() if t not in NOT_WRITTEN for row in rows}

    def browser(self, page: str) -> tuple[FlaskClient, str]:
        is_signed_in = page not in {"/sign-in", "/account/new"} and not page.startswith("/join")
        return client_of(self.app, self.alice.token if is_signed_in else None)

    def send(self, form: Found, body: str) -> TestResponse:
        client, token = self.browser(form.page)
        return client.post(form.target, data=f"csrf_token={token}&{body}", content_type=FORM)


@pytest.fixture
def house(app: Flask, database: Database) -> Iterator[House]:
    made = House(app, database, a_diary(database, "Ada"))
    yield made
    made.before.close()


def forms_of(house: House) -> list[Found]:
    """Every form of every page that can be asked for, each once."""
    forms: dict[tuple[str, tuple[str, ...]], Found] = {}
    for page in pages_of(house):
        client, _ = house.browser(page)
        answer = client.get(page)
        if answer.status_code == 303 and answer.location.partition("?")[0] == page:
            answer = client.get(answer.location)  # the page itself, with what it is about
        if answer.mimetype == "text/html" and answer.status_code == 200:
            for form in parsed(answer).iter("form"):
                if form.get("method", "get") == "post":
                    it = _form_of(page, form)
                    forms.setdefault((it.target, it.names), it)
    return list(forms.values())


def pages_of(house: House) -> list[str]:
    asked = [
        r for r in rules(house.app, OWN, NAMED, ADMIN, PUBLIC, RESET) if "GET" in (r.methods or ())
    ]
    addresses = {house.alice.address(rule) for rule in asked}
    ended = house.alice.names["", "episode_id"] - 1
    return [*sorted(a for a in addresses if not a.startswith("/static")), f"/episodes/{ended}"]


def _form_of(page: str, form: Element) -> Found:
    controls = [e for tag in ("input", "select", "textarea", "button") for e in form.iter(tag)]
    named = {e.get("name") or "" for e in controls} - {"", "csrf_token"}
    given = {name: value for name, value in preset(form).items() if name != "csrf_token"}
    return Found(page, urljoin(page, form.get("action") or page), tuple(sorted(named)), given)


# Forms of other moments: the first questions (test_bad_input), a file sent, an entry just made.
ELSEWHERE = {"/start", "/account/new", "/import/preview", "/undo/<int:change_id>"} | {
    "/care/undo/<int:change_id>",
    "/decided-anew/seen",  # only once something was
    "/sign-in/code",  # after a passphrase, of who has a second factor: test_second_factor
    "/account/second-factor/app/end",  # of who has an app
    "/people/<int:account_id>/administrator",  # of others: test_administrator, test_reset
    "/people/<int:account_id>/clinician/end",  # of who is one: test_practice
    *("/people/<int:account_id>/reset-link", "/people/<int:account_id>/reset-link/end"),
    *("/import/archive/look", "/import/archive/choose", "/import/archive/read"),  # once one was
    *("/import/archive/usual", "/import/archive/preview", "/import/archive/discard"),  # sent
}


@pytest.mark.slow
def test_every_address_that_takes_a_form_has_one_on_some_page(house: House) -> None:
    adapter = house.app.url_map.bind("localhost")
    reached = {
        adapter.match(form.target.partition("?")[0], "POST", return_rule=True)[0].rule
        for form in forms_of(house)
    }
    asked = rules(house.app, OWN, NAMED, ADMIN, PUBLIC, RESET)
    posts = {rule.rule for rule in asked if "POST" in (rule.methods or ())}
    assert posts - reached <= ELSEWHERE


@pytest.mark.slow
def test_no_form_breaks_on_an_odd_answer(house: House) -> None:
    """Each field of each form takes some of the odd answers in turn; all are tried somewhere."""
    fields = [(form, name) for form in forms_of(house) for name in form.names]
    for number, (form, name) in enumerate(fields):
        for odd in ODD[number % 10 :: 10]:
            assert_taken_or_refused(house, form, {name: [odd]})


@pytest.mark.slow
def test_no_form_breaks_on_any_odd_answer(house: House) -> None:
    """Each field of each form takes every odd answer, the rest as the page presets it."""
    for form in forms_of(house):
        for name in form.names:
            for odd in ODD:
                assert_taken_or_refused(house, form, {name: [odd]})


@pytest.mark.slow
def test_no_form_breaks_on_any_odd_answers_together(house: House) -> None:
    for form in forms_of(house):
        if form.names:
            _try_together(house, form)


def _try_together(house: House, form: Found) -> None:
    @settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
    @given(odd=st.dictionaries(st.sampled_from(form.names), ANSWERS, max_size=len(form.names)))
    def check(odd: dict[str, list[str]]) -> None:
        assert_taken_or_refused(house, form, odd)

    check()


@pytest.mark.slow
def test_a_million_letters_are_never_stored(house: House) -> None:
    for form in forms_of(house):
        if form.names:
            before = house.rows()
            answer = house.send(form, form.body({form.names[-1]: ["x" * 1_000_000]}))
            assert answer.status_code in {200, 303, 413, 422}, form
            assert max(len(row) for row in house.rows() - before or {""}) < 10_000
            house.put_back()


def assert_taken_or_refused(house: House, form: Found, odd: dict[str, list[str]]) -> None:
    before = house.rows()
    answer = house.send(form, form.body(odd))
    about = f"{form.target} {odd}"[:300]
    assert answer.status_code in {200, 303, 404, 409, 422}, f"{answer.status} {about}"
    if answer.status_code >= 400:
        assert house.rows() == before, f"half a write: {about}"
    if answer.status_code in {409, 422}:
        check_page(answer)
        assert WORDS.search(answer.get_data(as_text=True)) or answer.status_code == 409, about
    house.put_back()
