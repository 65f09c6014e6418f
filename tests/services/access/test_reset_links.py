"""A link to a new passphrase: made by an administrator, good once, for a day."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from tests.services.access.doors import NOW, SECRET, empty_diary, enter, fail  # noqa: F401
from tests.services.access.visits import account_for
from tracker.services.access import accounts, rate_limit, reset_links, security_log
from tracker.services.access.origin import Origin
from tracker.services.access.passphrases import WeakPassphrase
from tracker.services.errors import NotFound

if TYPE_CHECKING:
    from tracker.storage.access.accounts import Account
    from tracker.storage.database import Database

HERE = Origin("192.0.2.1", "a test")
NEW = "purple wheelbarrow dawn"


@pytest.fixture
def ada(database: Database) -> Account:
    return accounts.register(database, name="Ada", passphrase=SECRET, now=NOW)


@pytest.fixture
def bob(database: Database, ada: Account) -> Account:
    del ada
    return accounts.register(database, name="Bob", passphrase=SECRET, now=NOW)


def make(database: Database, by: Account, whom: Account) -> str:
    return reset_links.make(database, by.id, whom.id, origin=HERE, now=NOW)


def test_a_link_sets_a_passphrase_once_and_ends_every_sign_in(
    database: Database, ada: Account, bob: Account
) -> None:
    signed_in = enter(database, "Bob")
    for _ in range(rate_limit.TRIES["account"]):
        fail(database, "Bob")
    token = make(database, ada, bob)
    assert reset_links.use(database, token, NEW, origin=HERE, now=NOW) == bob
    assert account_for(database, signed_in, NOW) is None
    assert enter(database, "Bob", NEW), "the tries before are forgiven"
    with pytest.raises(NotFound):
        reset_links.use(database, token, NEW, origin=HERE, now=NOW)
    kinds = [it.kind.value for it in security_log.of_account(database, bob.id)]
    assert kinds[:3] == ["signed-in", "passphrase-reset", "reset-link-made"]


def test_a_weak_passphrase_does_not_use_it_up(
    database: Database, ada: Account, bob: Account
) -> None:
    token = make(database, ada, bob)
    with pytest.raises(WeakPassphrase):
        reset_links.use(database, token, "short", origin=HERE, now=NOW)
    assert enter(database, "Bob")
    assert reset_links.use(database, token, NEW, origin=HERE, now=NOW) == bob


def test_it_ends_after_a_day_when_taken_back_and_when_another_is_made(
    database: Database, ada: Account, bob: Account
) -> None:
    token = make(database, ada, bob)
    tomorrow = NOW + timedelta(hours=24)
    assert reset_links.whose(database, token, now=tomorrow - timedelta(seconds=1)) == bob
    with pytest.raises(NotFound):
        reset_links.whose(database, token, now=tomorrow)
    another = make(database, ada, bob)
    with pytest.raises(NotFound):
        reset_links.whose(database, token, now=NOW)
    reset_links.take_back(database, ada.id, bob.id, origin=HERE, now=NOW)
    with pytest.raises(NotFound):
        reset_links.whose(database, another, now=NOW)
    with pytest.raises(NotFound):
        reset_links.take_back(database, ada.id, bob.id, origin=HERE, now=NOW)


def test_nobody_but_an_administrator_makes_one(
    database: Database, ada: Account, bob: Account
) -> None:
    for whom in (ada, bob):
        with pytest.raises(NotFound):
            make(database, bob, whom)


def test_no_link_is_stored_readably(database: Database, ada: Account, bob: Account) -> None:
    token = make(database, ada, bob)
    database.close()
    stored = b"".join(path.read_bytes() for path in database.path.parent.iterdir())
    assert token.encode() not in stored
