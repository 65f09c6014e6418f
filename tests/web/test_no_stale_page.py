"""Whatever is written, by whomever: answers out of a cache are what they would be without one."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from tests.statements import statements
from tests.web.conftest import START
from tests.web.household import (  # noqa: F401
    Two,
    app_of_two,
    ask,
    database_of_two,
    furnished_house,
    kept_of,
    one_clock,
    two_people,
)
from tests.web.test_every_form import House, forms_of
from tracker.services.access import administrators
from tracker.services.access.origin import SHELL
from tracker.storage.tables import METADATA
from tracker.web.kit import drawn_page, identity, work_budget
from tracker.web.kit.single_flight_cache import SingleFlightCache
from tracker.web.reading import chart_responses

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping

    from flask import Flask

    from tracker.storage.database import Database

pytestmark = pytest.mark.slow

OWN = (
    "/", "/history", "/progress", "/progress/recovery.svg?size=narrow", "/clinician", "/plan",
    "/check-in", "/session", "/more", "/account", "/sharing", "/episodes", "/people",
)  # fmt: skip
HIS = ("/", "/history")
READ = ("", "history", "progress", "progress/recovery.svg?size=narrow")
# What a runner would say where the page presets nothing.
SAID: Mapping[str, str] = {
    "pain": "5", "sensation": "pain", "kind": "walk", "minutes": "20", "unit": "mi", "value": "4",
    "by": "Dr Kim", "with": "Dr Kim", "shared_with": "Dr Kim", "days": "7", "reason": "a slip",
    "name": "Carol", "passphrase": "slow and steady wins", "old": "slow and steady wins",
    "new": "a fence of nine birches", "red_flags": "E1", "note": "the stairs",
}  # fmt: skip
# Whoever may come in, and who came: written without a word of whose it is.
AT_THE_DOOR = {"invitations", "registration_openings", "security_events", "sign_ins"}
NEVER_CACHED = {  # though a write to them changes the revision too
    *("accounts", "administrators", "clinicians", "consents", "consent_links", "shares"),
    *("protocols", "reset_links"),
}
ASKS_HOW_OLD = "SELECT accounts.revision"  # after a write: what for, not what of
CHANGING = re.compile(r'(name="(?:csrf_token|uid)"[^>]*value="|entry=)[^"&]*')


@pytest.fixture
def house(app: Flask, database: Database, two: Two, monkeypatch: pytest.MonkeyPatch) -> House:
    """Alice is the administrator, and looks at Bob among the people; charts cost nothing."""
    for allowed in ("ACCOUNT", "ADDRESS", "LINK"):
        monkeypatch.setattr(work_budget, allowed, work_budget.Allowance(10**9, 1.0))
    names = {**two.alice.names, ("person", "account_id"): two.bob.account_id}
    administrators.make(database, two.alice.account_id, two.bob.account_id, origin=SHELL, now=START)
    return House(app, database, replace(two.alice, names=names))


def test_after_every_form_what_is_cached_is_what_is_stored(house: House, two: Two) -> None:
    wrote = set()
    for form in forms_of(house):
        _pages_of_everyone(house.app, two)
        before = _state(house, two)
        house.send(form, form.body({name: [SAID[name]] for name in form.names if name in SAID}))
        after = _state(house, two)
        for (rows, revision), (rows_then, revision_then) in zip(before, after, strict=True):
            if rows != rows_then:
                assert revision != revision_then, f"{form.target}: {set(rows) ^ set(rows_then)}"
                wrote.add(form.target)
        warm = _pages_of_everyone(house.app, two)
        _forget(house.app)
        assert _pages_of_everyone(house.app, two) == warm, form.target
        house.put_back()
    assert len(wrote) >= MANY, sorted(wrote)


MANY = 20


def test_what_is_cached_is_made_of_an_accounts_own_rows_alone(house: House, two: Two) -> None:
    read: set[str] = set()
    house.app.extensions["remembered"] = _Watched(read)
    house.app.extensions["drawn_pages"] = _Watched(read)
    house.app.extensions["chart_caches"].days = _Watched(read)
    _pages_of_everyone(house.app, two)
    _forget(house.app)
    assert read >= {"episodes", "check_ins", "sessions", "daily_standings", "changes"}
    columns = {table.name: set(table.columns.keys()) for table in METADATA.sorted_tables}
    for table in read:
        assert columns[table] & {"account_id", "episode_id"}, f"{table} is nobody's"
    assert not read & (AT_THE_DOOR | NEVER_CACHED)


class _Watched(SingleFlightCache[Any]):
    """A cache that notes of which tables its things are made."""

    def __init__(self, read: set[str]) -> None:
        super().__init__(1024)
        self._read = read

    def get(self, key: Hashable, make: Callable[[], Any]) -> Any:
        def watched() -> Any:
            with statements() as made:
                thing = make()
            reads = (it for it in made if it.startswith("SELECT") and ASKS_HOW_OLD not in it)
            self._read.update(*(re.findall(r"(?:FROM|JOIN) (\w+)", it) for it in reads))
            return thing

        return super().get(key, watched)


def _pages_of_everyone(app: Flask, two: Two) -> dict[tuple[str, str], str]:
    """What everyone is shown: both runners, and who has Alice's link."""
    asked = [(two.alice.token, page) for page in OWN] + [(two.bob.token, page) for page in HIS]
    asked += [("", f"/shared/{two.alice.share}/{page}") for page in READ]
    return {(token, page): _answer(app, token, page) for token, page in asked}


def _answer(app: Flask, token: str, page: str) -> str:
    answer = ask(app, token or None, page)
    text = CHANGING.sub(r"\1", answer.get_data(as_text=True))
    return f"{answer.status} {answer.headers.get('ETag')} {text}"


def _state(house: House, two: Two) -> list[tuple[list[tuple[object, ...]], int | None]]:
    """Of both: their rows that anything cached may be made of, and their revision."""
    return [
        (
            [row for row in kept_of(house.database, it) if row[0] not in AT_THE_DOOR],
            house.database.revision_of(it.account_id),
        )
        for it in two
    ]


def _forget(app: Flask) -> None:
    identity.start_cache(app)
    drawn_page.start_cache(app)
    chart_responses.start_cache(app)
