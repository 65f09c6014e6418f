"""What a link opens: what it names, for reading, for as long as it lasts, and nothing else."""

from __future__ import annotations

from datetime import timedelta
from itertools import product
from typing import TYPE_CHECKING

import pytest
from werkzeug.routing import AnyConverter, BaseConverter, IntegerConverter

from tests.raw_sql import columns, rows
from tests.web.addresses import (
    ADMIN,
    CLINIC,
    CONSENT,
    FEED,
    NAMED,
    OWN,
    PUBLIC,
    RESET,
    ROUTES,
    SHARED,
)
from tests.web.conftest import START, Clock
from tests.web.everything import CLINICIAN, OLD_NOTE, SECRET_NOTE
from tests.web.household import (  # noqa: F401
    ALICE,
    BOB,
    Two,
    app_of_two,
    ask,
    client_of,
    database_of_two,
    furnished_house,
    kept_but_for_openings,
    kept_of,
    one_clock,
    shows,
    two_people,
    whole_text,
)
from tests.web.pages import parsed
from tests.web.routes import METHODS, rules
from tracker.services.access import share_links

if TYPE_CHECKING:
    from flask import Flask

    from tracker.storage.database import Database

READING = {"GET", "HEAD"}
# Whatever may be asked of a page, in the runner's own words for it.
QUESTIONS = (
    "",
    "?notes=y",
    "?notes=y&who=name&days=all",
    "?with_notes=1&viewer=&month=2026-04",
    "?date=2026-04-30&before=2026-05-02",
)


@pytest.mark.slow
@pytest.mark.parametrize("method", METHODS)
def test_a_link_reads_what_it_names_and_nothing_else(
    app: Flask, database: Database, two: Two, method: str
) -> None:
    diary = kept_but_for_openings(database, two.alice)
    for rule in rules(app, SHARED):
        answer = ask(app, None, two.alice.address(rule), method)
        assert answer.status_code == (200 if method in READING else 405), rule.rule
        assert not shows(answer, SECRET_NOTE, OLD_NOTE, BOB), rule.rule
        assert "Set-Cookie" not in answer.headers, rule.rule
    assert kept_but_for_openings(database, two.alice) == diary


@pytest.mark.slow
def test_a_link_opens_no_other_address(app: Flask, two: Two) -> None:
    """Not as a part of the address, a question, a cookie or a header."""
    link = two.alice.share
    for rule in rules(app, OWN, NAMED, ADMIN, PUBLIC, FEED, RESET, CLINIC, CONSENT):
        values = {
            name: _value(rule._converters[name], link)
            for name in rule.arguments - set(rule.defaults or ())
        }
        built = rule.build(values, append_unknown=False)
        assert built is not None
        client, _ = client_of(app, link)
        answer = client.get(
            built[1], query_string={"token": link}, headers={"Authorization": f"Bearer {link}"}
        )
        assert answer.status_code in {200, 303, 401, 404, 405}, rule.rule
        assert not shows(answer, ALICE, SECRET_NOTE, CLINICIAN), rule.rule


def _value(converter: BaseConverter, link: str) -> object:
    if isinstance(converter, IntegerConverter):
        return 1
    return "mail" if isinstance(converter, AnyConverter) else link


@pytest.mark.slow
def test_a_reader_who_is_signed_in_reads_as_anyone_else_would(app: Flask, two: Two) -> None:
    for rule in rules(app, SHARED):
        as_bob = ask(app, two.bob.token, two.alice.address(rule))
        assert as_bob.get_data() == ask(app, None, two.alice.address(rule)).get_data(), rule.rule


def test_its_pages_lead_to_each_other_and_to_what_is_anyones(app: Flask, two: Two) -> None:
    """Not to the runner's own pages, nor to another reader's."""
    addresses = app.url_map.bind("localhost")
    link = f"/shared/{two.alice.share}/"
    within = set()
    for page in ("", "progress", "history", "clinician"):
        page_shown = parsed(ask(app, None, link + page))
        links = [
            e.get(name) or "" for e in page_shown.iter() for name in ("href", "src", "formaction")
        ]
        for target in filter(None, (it.partition("?")[0].partition("#")[0] for it in links)):
            if not target.startswith("/"):
                continue  # a document elsewhere
            rule, values = addresses.match(target, return_rule=True)
            assert ROUTES[rule.rule] in {SHARED, PUBLIC}, f"{page}: {target}"
            assert values.get("token", two.alice.share) == two.alice.share
            within |= {rule.rule} if ROUTES[rule.rule] is SHARED else set()
    assert within == {rule.rule for rule in rules(app, SHARED)}


@pytest.mark.parametrize(
    ("address", "page"),
    [
        ("", "Today"),
        ("progress", "Progress"),
        ("progress/recovery.svg", "Progress"),
        ("progress/sheet.svg", "Clinician’s page"),
        ("history", "History"),
        ("clinician", "Clinician’s page"),
        ("clinician.pdf", "Clinician’s page as PDF"),
    ],
)
def test_the_runner_is_told_which_page_was_opened(
    app: Flask, database: Database, two: Two, address: str, page: str
) -> None:
    ask(app, None, f"/shared/{two.alice.share}/{address}")
    share = share_links.shares(database, two.alice.account_id)[-1]
    assert [opening.page for opening in share.openings] == [page]


@pytest.mark.slow
def test_a_link_that_is_over_is_a_missing_page(app: Flask, two: Two, clock: Clock) -> None:
    clock.move(days=30, seconds=-1)
    assert_opens(app, two, two.alice.share)
    clock.move(seconds=1)
    assert_opens_nothing(app, two, two.alice.share)


@pytest.mark.slow
def test_a_link_that_was_ended_is_a_missing_page(app: Flask, database: Database, two: Two) -> None:
    share = share_links.shares(database, two.alice.account_id)[-1]
    share_links.revoke(database, two.alice.account_id, share.id, now=START)
    assert_opens_nothing(app, two, two.alice.share)
    assert_opens(app, two, two.bob.share)


@pytest.mark.slow
@pytest.mark.parametrize("token", ["x" * 43, "1", "%00", "%ED%A0%80"])
def test_a_link_that_was_made_up_is_a_missing_page(app: Flask, two: Two, token: str) -> None:
    assert_opens_nothing(app, two, token)


def test_a_part_of_a_link_is_a_missing_page(app: Flask, two: Two) -> None:
    assert_opens_nothing(app, two, two.alice.share[:-1])


def assert_opens(app: Flask, two: Two, token: str) -> None:
    for rule in rules(app, SHARED):
        address = two.alice.address(rule).replace(two.alice.share, token)
        assert ask(app, None, address).status_code == 200, rule.rule


def assert_opens_nothing(app: Flask, two: Two, token: str) -> None:
    for rule, method in product(rules(app, SHARED), METHODS):
        address = two.alice.address(rule).replace(two.alice.share, token)
        answer = ask(app, None, address, method)
        assert answer.status_code == (404 if method in READING else 405), rule.rule
        assert not shows(answer, ALICE), rule.rule


def test_the_secret_note_stands_wherever_a_note_can_be_kept(database: Database, two: Two) -> None:
    """So that the next test looks for every one; a new place for notes has to be filled here."""
    noted = {
        (table, column)
        for table, names in columns(database.place).items()
        for column in names
        if "note" in column and column != "with_notes"
    }
    filled = {
        (table, column)
        for table, column in noted
        for (text,) in rows(database.place, f"SELECT {column} FROM {table}")
        if SECRET_NOTE in text
    }
    assert len(noted) >= 4
    assert filled == noted
    assert two.alice.share


@pytest.mark.slow
@pytest.mark.parametrize("question", QUESTIONS)
def test_a_link_without_notes_shows_none_whatever_is_asked(
    app: Flask, two: Two, question: str
) -> None:
    for rule in rules(app, SHARED):
        answer = ask(app, None, two.alice.address(rule) + question)
        assert not shows(answer, "grandmother", "bicycle"), f"{rule.rule}{question}"


@pytest.mark.slow
def test_a_link_with_notes_shows_them_where_the_runner_sees_them(
    app: Flask, database: Database, two: Two
) -> None:
    link = share_links.share(
        database,
        *two.alice.whose,
        shared_with=CLINICIAN,
        with_notes=True,
        days=7,
        now=START + timedelta(minutes=1),
    )
    for page in ("", "history", "clinician?notes=y", "clinician.pdf?notes=y"):
        answer = whole_text(ask(app, None, f"/shared/{link}/{page}"))
        assert "grandmother" in answer, page
        assert OLD_NOTE not in answer, page
