"""Tokens of programs: made, known again, ended by whatever ends them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from tests.services.access.doors import NOW, SECRET, empty_diary, enter  # noqa: F401
from tracker.services.access import (
    accounts,
    administrators,
    api_tokens,
    reset_links,
    security_log,
    sign_ins,
)
from tracker.services.access.origin import SHELL
from tracker.services.access.restored import end_everything
from tracker.services.errors import NotFound
from tracker.storage.tables.access import ApiTokenRow
from tracker.storage.words import ApiScope, SecurityEvent

if TYPE_CHECKING:
    from tracker.storage.access.accounts import Account
    from tracker.storage.database import Database

OTHER = "another passphrase of mine"


@pytest.fixture
def ada(database: Database) -> Account:
    return accounts.register(database, name="Ada", passphrase=SECRET, now=NOW)


def make(database: Database, account: Account, days: int = 30) -> str:
    return api_tokens.make(
        database, account.id, name="A watch", scope=ApiScope.READ, days=days, now=NOW
    )


def is_good(database: Database, token: str, **later: float) -> bool:
    bearer = api_tokens.bearer_of(database, token)
    return bearer is not None and bearer.token.is_good(NOW + timedelta(**later))


def test_a_token_is_known_again_but_stored_nowhere(database: Database, ada: Account) -> None:
    token = make(database, ada)
    bearer = api_tokens.bearer_of(database, token)
    assert bearer is not None
    assert (bearer.account.name, bearer.token.name, bearer.may_write) == ("Ada", "A watch", False)
    with database.reading() as tx:
        (row,) = tx.scalars(select(ApiTokenRow))
    assert len(row.token_hash) == 64
    assert token not in str(vars(row))
    assert api_tokens.bearer_of(database, token + "x") is None


def test_it_ends_in_time_and_when_it_is_ended(database: Database, ada: Account) -> None:
    token = make(database, ada, days=7)
    assert is_good(database, token, days=7, seconds=-1)
    assert not is_good(database, token, days=7)
    for days in (0, 366):
        with pytest.raises(ValueError, match="1 to 365 days"):
            make(database, ada, days=days)
    (made,) = api_tokens.of_account(database, ada.id)
    bob = accounts.register(database, name="Bob", passphrase=SECRET, now=NOW)
    with pytest.raises(NotFound):
        api_tokens.end(database, bob.id, made.id, now=NOW)
    assert is_good(database, token)
    api_tokens.end(database, ada.id, made.id, now=NOW)
    api_tokens.end(database, ada.id, made.id, now=NOW + timedelta(days=1))
    assert not is_good(database, token)
    kinds = [it.kind for it in security_log.of_account(database, ada.id)]
    assert kinds.count(SecurityEvent.API_TOKEN_MADE) == 1
    assert kinds.count(SecurityEvent.API_TOKEN_ENDED) == 1


def test_a_new_passphrase_ends_them_all(database: Database, ada: Account) -> None:
    by_change, by_reset = make(database, ada), ""
    where = {"address": "192.0.2.1", "user_agent": ""}
    sign_ins.change_passphrase(database, ada, old=SECRET, new=OTHER, **where, now=NOW)
    assert not is_good(database, by_change)
    by_reset = make(database, ada)
    sign_ins.set_passphrase(database, ada, SECRET, now=NOW)
    assert not is_good(database, by_reset)


def test_a_link_to_a_new_passphrase_and_an_administrator_end_them_all(
    database: Database, ada: Account
) -> None:
    bob = accounts.register(database, name="Bob", passphrase=SECRET, now=NOW)
    of_ada, of_bob = make(database, ada), make(database, bob)
    link = reset_links.make(database, ada.id, bob.id, origin=SHELL, now=NOW)
    reset_links.use(database, link, OTHER, origin=SHELL, now=NOW)
    assert not is_good(database, of_bob)
    of_bob = make(database, bob)
    administrators.end_sign_ins(database, ada.id, bob.id, origin=SHELL, now=NOW)
    assert not is_good(database, of_bob)
    assert is_good(database, of_ada)


def test_a_restore_ends_them_all(database: Database, ada: Account) -> None:
    token = make(database, ada)
    end_everything(database, NOW)
    assert not is_good(database, token)


def test_there_are_not_more_than_a_page_of_them(database: Database, ada: Account) -> None:
    for _ in range(api_tokens.MOST_GOOD):
        make(database, ada)
    with pytest.raises(api_tokens.TooManyTokens):
        make(database, ada)
    newest = api_tokens.of_account(database, ada.id)[0]
    api_tokens.end(database, ada.id, newest.id, now=NOW)
    assert make(database, ada)
