from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from tests.services.access.doors import NOW, SECRET, empty_diary, enter, fail  # noqa: F401
from tests.services.access.visits import account_for
from tracker.services.access import accounts
from tracker.services.access.accounts import NameRefused, NameTaken, register
from tracker.services.access.registration import RegistrationClosed, join
from tracker.services.access.sign_ins import open_sign_in, sign_out
from tracker.storage.tables.access import SignInRow
from tracker.storage.words import Unit

if TYPE_CHECKING:
    from tracker.storage.database import Database


def test_an_account_signs_in_and_out(database: Database) -> None:
    assert not accounts.any_account(database)
    account = register(database, name=" Ada ", passphrase=SECRET, now=NOW)
    assert accounts.any_account(database)
    assert (account.name, account.unit) == ("Ada", Unit.KM)
    token = enter(database)
    assert account_for(database, token, NOW) == account
    sign_out(database, token, NOW)
    assert account_for(database, token, NOW) is None


def test_a_sign_out_leaves_other_browsers_signed_in(database: Database) -> None:
    register(database, name="Ada", passphrase=SECRET, now=NOW)
    phone, laptop = enter(database), enter(database)
    sign_out(database, phone, NOW)
    assert account_for(database, laptop, NOW) is not None


@pytest.mark.parametrize("name", ["ada", "ADA", "  Ada", "\uff21da"])
def test_names_that_look_the_same_are_the_same(database: Database, name: str) -> None:
    register(database, name="Ada", passphrase=SECRET, now=NOW)
    with pytest.raises(NameTaken):
        register(database, name=name, passphrase=SECRET, now=NOW)
    assert account_for(database, enter(database, name), NOW) is not None


@pytest.mark.parametrize("name", ["", "   ", "a" * 81, "A\x00da", "A\u202eda", "A\ud800da"])
def test_a_name_nobody_can_read_is_refused(database: Database, name: str) -> None:
    with pytest.raises(NameRefused):
        register(database, name=name, passphrase=SECRET, now=NOW)
    assert not accounts.any_account(database)


def test_no_passphrase_and_no_token_is_stored_readably(database: Database) -> None:
    register(database, name="Ada", passphrase=SECRET, now=NOW)
    token = enter(database)
    database.close()
    content = b"".join(path.read_bytes() for path in database.path.parent.iterdir())
    assert b"$argon2id$" in content
    assert SECRET.encode() not in content
    assert token.encode() not in content


def test_two_first_accounts_created_at_once_are_one(database: Database) -> None:
    start = threading.Barrier(2)

    def create(name: str) -> bool:
        start.wait()
        try:
            join(database, name=name, passphrase=SECRET, now=NOW)
        except RegistrationClosed:
            return False
        return True

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(create, ["Ada", "Bob"])) == [False, True]


def test_a_sign_in_ends_after_thirty_days_without_a_visit(database: Database) -> None:
    account = register(database, name="Ada", passphrase=SECRET, now=NOW)
    token = open_sign_in(database, account.id, user_agent="", now=NOW)
    last = NOW + timedelta(days=30) - timedelta(seconds=1)
    assert account_for(database, token, last) is not None
    assert account_for(database, token, last + timedelta(days=30)) is None


def test_a_sign_in_ends_after_half_a_year_whatever_is_visited(database: Database) -> None:
    account = register(database, name="Ada", passphrase=SECRET, now=NOW)
    token = open_sign_in(database, account.id, user_agent="", now=NOW)
    for day in range(0, 180, 10):
        assert account_for(database, token, NOW + timedelta(days=day)) is not None
    assert account_for(database, token, NOW + timedelta(days=180)) is None


def test_a_visit_is_noted_once_an_hour_at_most(database: Database) -> None:
    account = register(database, name="Ada", passphrase=SECRET, now=NOW)
    token = open_sign_in(database, account.id, user_agent="", now=NOW)
    seen = {}
    for minutes in (59, 60, 119, 120):
        account_for(database, token, NOW + timedelta(minutes=minutes))
        with database.reading() as db:
            seen[minutes] = db.scalars(select(SignInRow.last_seen_at)).one() - NOW
    assert [s.seconds // 60 for s in seen.values()] == [0, 60, 60, 120]


def test_what_a_browser_calls_itself_is_kept_short_and_readable(database: Database) -> None:
    account = register(database, name="Ada", passphrase=SECRET, now=NOW)
    open_sign_in(database, account.id, user_agent="Mo\x00zilla" * 100, now=NOW)
    with database.reading() as db:
        agent = db.scalars(select(SignInRow.user_agent)).one()
    assert agent.startswith("MozillaMozilla")
    assert len(agent) == 120
