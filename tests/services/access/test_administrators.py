"""The role of an administrator: given by name, held by at least one, never inherited."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from tests.services.access.doors import NOW, SECRET, empty_diary  # noqa: F401
from tests.services.access.visits import account_for
from tracker.services.access import accounts, administrators, delete_account, security_log, sign_ins
from tracker.services.access.administrators import LastAdministrator
from tracker.services.access.origin import Origin
from tracker.services.errors import NotFound
from tracker.storage.words import SecurityEvent

if TYPE_CHECKING:
    from tracker.storage.access.accounts import Account
    from tracker.storage.database import Database

HERE = Origin("192.0.2.1", "a test")


@pytest.fixture
def ada(database: Database) -> Account:
    return accounts.register(database, name="Ada", passphrase=SECRET, now=NOW)


@pytest.fixture
def bob(database: Database, ada: Account) -> Account:
    del ada  # is the first
    return accounts.register(database, name="Bob", passphrase=SECRET, now=NOW)


def make(database: Database, by: Account, whom: Account) -> None:
    administrators.make(database, by.id, whom.id, origin=HERE, now=NOW)


def end(database: Database, by: Account, whom: Account) -> None:
    administrators.end_role(database, by.id, whom.id, origin=HERE, now=NOW)


def test_the_first_account_has_the_role_and_no_later_one(
    database: Database, ada: Account, bob: Account
) -> None:
    assert administrators.ids(database) == {ada.id}
    assert not administrators.is_one(database, bob.id)


def test_the_role_is_handed_over(database: Database, ada: Account, bob: Account) -> None:
    make(database, ada, bob)
    end(database, ada, ada)
    assert administrators.ids(database) == {bob.id}
    with pytest.raises(NotFound):
        make(database, ada, ada)


def test_someone_else_can_take_the_role_away(
    database: Database, ada: Account, bob: Account
) -> None:
    make(database, ada, bob)
    end(database, bob, ada)
    assert administrators.ids(database) == {bob.id}


def test_the_last_one_cannot_give_it_up(database: Database, ada: Account, bob: Account) -> None:
    del bob
    with pytest.raises(LastAdministrator):
        end(database, ada, ada)
    assert administrators.ids(database) == {ada.id}


def test_two_who_give_it_up_at_once_leave_one(
    database: Database, ada: Account, bob: Account
) -> None:
    make(database, ada, bob)

    def gives_up(who: Account) -> bool:
        try:
            end(database, who, who)
        except LastAdministrator:
            return False
        return True

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(gives_up, (ada, bob))) == [False, True]
    assert len(administrators.ids(database)) == 1


def test_nobody_inherits_it_from_who_leaves(database: Database, ada: Account, bob: Account) -> None:
    with pytest.raises(LastAdministrator):
        delete_account.delete_account(database, ada, passphrase=SECRET, origin=HERE, now=NOW)
    with pytest.raises(LastAdministrator):
        delete_account.delete_by_hand(database, ada, now=NOW)
    assert accounts.find(database, "Ada") == ada
    make(database, ada, bob)
    delete_account.delete_account(database, ada, passphrase=SECRET, origin=HERE, now=NOW)
    assert administrators.ids(database) == {bob.id}


def test_who_is_alone_may_leave_and_the_next_begins_anew(database: Database, ada: Account) -> None:
    delete_account.delete_by_hand(database, ada, now=NOW)
    eve = accounts.register(database, name="Eve", passphrase=SECRET, now=NOW)
    assert administrators.ids(database) == {eve.id}


def test_whoever_has_a_shell_gives_the_role_once(database: Database, bob: Account) -> None:
    for _ in range(2):
        administrators.make_by_hand(database, bob, now=NOW)
    assert administrators.is_one(database, bob.id)
    events = [it.kind for it in security_log.of_account(database, bob.id)]
    assert events.count(SecurityEvent.ROLE_GIVEN) == 1


def test_an_administrator_ends_the_sign_ins_of_one_person(
    database: Database, ada: Account, bob: Account
) -> None:
    tokens = {
        who.name: sign_ins.open_sign_in(database, who.id, user_agent="", now=NOW)
        for who in (ada, bob)
    }
    administrators.end_sign_ins(database, ada.id, bob.id, origin=HERE, now=NOW)
    assert account_for(database, tokens["Bob"], NOW) is None
    assert account_for(database, tokens["Ada"], NOW) == ada


def test_who_has_no_role_can_do_nothing_of_it(
    database: Database, ada: Account, bob: Account
) -> None:
    for whom in (ada, bob):
        with pytest.raises(NotFound):
            make(database, bob, whom)
        with pytest.raises(NotFound):
            end(database, bob, whom)
        with pytest.raises(NotFound):
            administrators.end_sign_ins(database, bob.id, whom.id, origin=HERE, now=NOW)
        with pytest.raises(NotFound):
            administrators.person(database, bob.id, whom.id)
    with pytest.raises(NotFound):
        administrators.person(database, ada.id, 99)
