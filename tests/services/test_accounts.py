from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import TYPE_CHECKING, Literal

import pytest
from argon2 import PasswordHasher
from sqlalchemy import select

from tests.services.doors import NOW, SECRET, empty_diary, enter, fail, quick_hashes  # noqa: F401
from tracker.services import accounts, passphrases
from tracker.services.accounts import (
    NameRefused,
    NameTaken,
    register,
)
from tracker.services.passphrases import WeakPassphrase
from tracker.services.registration import RegistrationClosed, join
from tracker.services.sign_ins import SignInRefused, account_for, open_sign_in, sign_out
from tracker.services.throttle import TooManyTries
from tracker.storage.columns import Unit
from tracker.storage.models import AccountRow, SignInRow

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


@pytest.mark.parametrize(
    "passphrase", ["", "nine char", "x" * 201, "abababababab", "Ada Lovelace", "ada lovelace"]
)
def test_a_passphrase_that_is_easy_to_guess_is_refused(database: Database, passphrase: str) -> None:
    with pytest.raises(WeakPassphrase):
        register(database, name="Ada Lovelace", passphrase=passphrase, now=NOW)
    assert not accounts.any_account(database)


def test_a_passphrase_works_on_every_keyboard(database: Database) -> None:
    register(database, name="Ada", passphrase="caf\u00e9 au lait", now=NOW)
    assert enter(database, passphrase="cafe\u0301 au lait")


@pytest.mark.parametrize("odd", ["\ud800\udfff lone", "\x00" * 20, "x" * 100_000])
def test_an_odd_passphrase_is_simply_wrong(database: Database, odd: str) -> None:
    register(database, name="Ada", passphrase=SECRET, now=NOW)
    with pytest.raises(SignInRefused):
        enter(database, passphrase=odd)


def test_no_passphrase_and_no_token_is_stored_readably(database: Database) -> None:
    register(database, name="Ada", passphrase=SECRET, now=NOW)
    token = enter(database)
    database.close()
    kept = b"".join(path.read_bytes() for path in database.path.parent.iterdir())
    assert b"$argon2id$" in kept
    assert SECRET.encode() not in kept
    assert token.encode() not in kept


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
        kept = db.scalars(select(SignInRow.user_agent)).one()
    assert kept.startswith("MozillaMozilla")
    assert len(kept) == 120


def test_a_hash_made_with_weaker_parameters_is_renewed_on_signing_in(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    register(database, name="Ada", passphrase=SECRET, now=NOW)
    stronger = PasswordHasher(time_cost=2, memory_cost=128, parallelism=1)
    monkeypatch.setattr(passphrases, "_hasher", stronger)
    assert enter(database)
    with database.reading() as db:
        assert "m=128,t=2" in db.scalars(select(AccountRow.passphrase_hash)).one()
    assert enter(database)


def test_few_passphrases_are_checked_at_once_and_the_rest_is_told_to_wait(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    register(database, name="Ada", passphrase=SECRET, now=NOW)
    enter(database)
    monkeypatch.setattr(passphrases, "_WAIT_SECONDS", 0.01)
    with passphrases._place(), passphrases._place(), pytest.raises(TooManyTries):
        enter(database)
    assert enter(database)


def test_an_unknown_name_costs_a_hash_like_a_wrong_passphrase(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    verified: list[str | bytes] = []

    class Counting(PasswordHasher):
        def verify(self, hash: str | bytes, password: str | bytes) -> Literal[True]:  # noqa: A002
            verified.append(hash)
            return super().verify(hash, password)

    counting = Counting(time_cost=1, memory_cost=64, parallelism=1)
    monkeypatch.setattr(passphrases, "_hasher", counting)
    register(database, name="Ada", passphrase=SECRET, now=NOW)
    fail(database, "Ada")
    fail(database, "Bob")
    assert len(verified) == 2


@pytest.mark.parametrize("common", ["Password123", "qwertyuiop", "Return to Run", "1234567890"])
def test_a_passphrase_that_is_tried_first_is_refused(database: Database, common: str) -> None:
    with pytest.raises(WeakPassphrase, match="tried first"):
        register(database, name="Ada", passphrase=common, now=NOW)
