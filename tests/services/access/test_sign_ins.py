"""The list of sign-ins, ending them, and what a changed passphrase ends."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from argon2 import PasswordHasher

from tests.services.access.doors import NOW, SECRET, empty_diary, enter  # noqa: F401
from tests.services.access.visits import account_for
from tracker.services.access import passphrases, rate_limit, sign_ins
from tracker.services.access.accounts import register
from tracker.services.access.checking import SignInRefused
from tracker.services.access.passphrases import WeakPassphrase
from tracker.services.access.rate_limit import TooManyTries
from tracker.services.access.sign_ins import open_sign_in
from tracker.services.errors import NotFound

if TYPE_CHECKING:
    from tracker.storage.access.accounts import Account
    from tracker.storage.database import Database

NEW = "purple wheelbarrow dawn"


@pytest.fixture
def ada(database: Database) -> Account:
    return register(database, name="Ada", passphrase=SECRET, now=NOW)


def change(database: Database, account: Account, old: str = SECRET, new: str = NEW) -> str:
    return sign_ins.change_passphrase(
        database, account, old=old, new=new, address="192.0.2.1", user_agent="", now=NOW
    )


def test_the_list_has_the_last_seen_first_and_knows_this_browser(
    database: Database, ada: Account
) -> None:
    phone = open_sign_in(database, ada.id, user_agent="Firefox", now=NOW)
    open_sign_in(database, ada.id, user_agent="Safari", now=NOW + timedelta(hours=1))
    account_for(database, phone, NOW + timedelta(days=1))
    listed = sign_ins.sign_ins(database, ada.id, phone, NOW + timedelta(days=1))
    assert [(s.user_agent, s.is_here) for s in listed] == [("Firefox", True), ("Safari", False)]
    assert listed[0].last_seen == NOW + timedelta(days=1)
    assert sign_ins.sign_ins(database, ada.id, phone, NOW + timedelta(days=32)) == []


def test_one_sign_in_is_ended_and_no_one_elses(database: Database, ada: Account) -> None:
    bob = register(database, name="Bob", passphrase=SECRET, now=NOW)
    phone, laptop = (open_sign_in(database, ada.id, user_agent="", now=NOW) for _ in range(2))
    first = sign_ins.sign_ins(database, ada.id, phone, NOW)[1]
    with pytest.raises(NotFound):
        sign_ins.end_sign_in(database, bob.id, first.id, NOW)
    sign_ins.end_sign_in(database, ada.id, first.id, NOW)
    assert account_for(database, phone, NOW) is None
    assert account_for(database, laptop, NOW) == ada
    with pytest.raises(NotFound):
        sign_ins.end_sign_in(database, ada.id, first.id, NOW)


def test_all_others_are_ended_but_this_one_and_other_peoples(
    database: Database, ada: Account
) -> None:
    bob = register(database, name="Bob", passphrase=SECRET, now=NOW)
    tokens = [open_sign_in(database, who.id, user_agent="", now=NOW) for who in (ada, ada, bob)]
    sign_ins.end_others(database, ada.id, tokens[0], NOW)
    assert [account_for(database, token, NOW) for token in tokens] == [ada, None, bob]


def test_a_changed_passphrase_ends_every_sign_in_and_opens_one(
    database: Database, ada: Account
) -> None:
    bob = register(database, name="Bob", passphrase=SECRET, now=NOW)
    before = [open_sign_in(database, ada.id, user_agent="", now=NOW) for _ in range(3)]
    bobs = open_sign_in(database, bob.id, user_agent="", now=NOW)
    token = change(database, ada)
    assert [account_for(database, t, NOW) for t in before] == [None, None, None]
    assert account_for(database, token, NOW) == ada
    assert account_for(database, bobs, NOW) == bob
    assert enter(database, passphrase=NEW)
    with pytest.raises(SignInRefused):
        enter(database)


@pytest.mark.parametrize(
    ("old", "new", "refusal"),
    [
        ("wrong", NEW, SignInRefused),
        (SECRET, "short", WeakPassphrase),
        (SECRET, "Ada", WeakPassphrase),
    ],
)
def test_a_refused_change_changes_nothing(
    database: Database, ada: Account, old: str, new: str, refusal: type[Exception]
) -> None:
    token = open_sign_in(database, ada.id, user_agent="", now=NOW)
    with pytest.raises(refusal):
        change(database, ada, old, new)
    assert account_for(database, token, NOW) == ada
    assert enter(database)


def test_guessing_by_changing_counts_like_guessing_by_signing_in(
    database: Database, ada: Account
) -> None:
    for _ in range(rate_limit.TRIES["account"]):
        with pytest.raises(SignInRefused):
            change(database, ada, old="guess")
    with pytest.raises(TooManyTries):
        change(database, ada)
    with pytest.raises(TooManyTries):
        enter(database)


def test_a_new_passphrase_from_the_shell_forgives_the_failed_tries(
    database: Database, ada: Account
) -> None:
    for _ in range(rate_limit.TRIES["account"]):
        with pytest.raises(SignInRefused):
            enter(database, passphrase="guess")
    sign_ins.set_passphrase(database, ada, NEW, now=NOW)
    assert enter(database, passphrase=NEW)


def test_a_sign_in_that_was_checked_before_a_change_does_not_outlive_it(
    database: Database, ada: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Slow(PasswordHasher):
        def check_needs_rehash(self, hash: str | bytes) -> bool:  # noqa: A002
            """Between the check of a passphrase and the sign-in, someone changes it."""
            if not self.changed:
                self.changed = True
                sign_ins.set_passphrase(database, ada, NEW, now=NOW)
            return super().check_needs_rehash(hash)

        changed = False

    monkeypatch.setattr(passphrases, "_hasher", Slow(time_cost=1, memory_cost=64, parallelism=1))
    with pytest.raises(SignInRefused):
        enter(database)
    assert sign_ins.sign_ins(database, ada.id, "", NOW) == []
    assert enter(database, passphrase=NEW)
