"""Who may make an account, and that an invitation is good once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from tests.services.access.doors import NOW, SECRET, empty_diary  # noqa: F401
from tracker.services.access import administrators, registration
from tracker.services.access.accounts import NameTaken
from tracker.services.access.passphrases import WeakPassphrase
from tracker.services.access.registration import RegistrationClosed
from tracker.services.errors import NotFound

if TYPE_CHECKING:
    from datetime import datetime

    from tracker.storage.access.accounts import Account
    from tracker.storage.database import Database


def join(
    database: Database, name: str, invitation: str | None = None, now: datetime = NOW
) -> Account:
    return registration.join(database, name=name, passphrase=SECRET, invitation=invitation, now=now)


@pytest.fixture
def ada(database: Database) -> int:
    return join(database, "Ada").id


def test_the_first_account_needs_nobody_and_the_second_somebody(
    database: Database, ada: int
) -> None:
    assert administrators.is_one(database, ada)
    assert not registration.may_join(database, None, now=NOW)
    with pytest.raises(RegistrationClosed):
        join(database, "Bob")


def test_an_invitation_makes_one_account(database: Database, ada: int) -> None:
    token = registration.invite(database, ada, now=NOW)
    assert registration.may_join(database, token, now=NOW)
    bob = join(database, "Bob", token)
    assert not administrators.is_one(database, bob.id)
    assert not registration.may_join(database, token, now=NOW)
    with pytest.raises(RegistrationClosed):
        join(database, "Carol", token)
    assert registration.invitations(database, ada, now=NOW) == []


@pytest.mark.slow
def test_two_people_with_one_invitation_make_one_account(database: Database, ada: int) -> None:
    token = registration.invite(database, ada, now=NOW)

    def try_to_join(name: str) -> bool:
        try:
            join(database, name, token)
        except RegistrationClosed:
            return False
        return True

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(try_to_join, ("Bob", "Carol"))) == [False, True]


def test_an_invitation_that_failed_is_still_good(database: Database, ada: int) -> None:
    token = registration.invite(database, ada, now=NOW)
    with pytest.raises(NameTaken):
        join(database, "ada", token)
    with pytest.raises(WeakPassphrase):
        registration.join(database, name="Bob", passphrase="short", invitation=token, now=NOW)
    assert join(database, "Bob", token).name == "Bob"


def test_an_invitation_ends_after_seven_days(database: Database, ada: int) -> None:
    token = registration.invite(database, ada, now=NOW)
    late = NOW + timedelta(days=7)
    assert registration.may_join(database, token, now=late - timedelta(seconds=1))
    with pytest.raises(RegistrationClosed):
        join(database, "Bob", token, late)


def test_an_invitation_can_be_taken_back(database: Database, ada: int) -> None:
    token = registration.invite(database, ada, now=NOW)
    (invitation,) = registration.invitations(database, ada, now=NOW)
    registration.withdraw(database, ada, invitation.id, now=NOW)
    with pytest.raises(RegistrationClosed):
        join(database, "Bob", token)


def test_registration_is_open_while_the_administrator_says_so(database: Database, ada: int) -> None:
    for to_all in (True, True, False, True):  # saying it twice is saying it once
        registration.set_open(database, ada, to_all=to_all, now=NOW)
        assert registration.is_open(database) is to_all
    assert join(database, "Bob").name == "Bob"
    registration.set_open(database, ada, to_all=False, now=NOW)
    with pytest.raises(RegistrationClosed):
        join(database, "Carol")


def test_nobody_but_the_administrator_lets_others_in(database: Database, ada: int) -> None:
    bob = join(database, "Bob", registration.invite(database, ada, now=NOW)).id
    registration.invite(database, ada, now=NOW)
    (invitation,) = registration.invitations(database, ada, now=NOW)
    with pytest.raises(NotFound):
        registration.invite(database, bob, now=NOW)
    with pytest.raises(NotFound):
        registration.invitations(database, bob, now=NOW)
    with pytest.raises(NotFound):
        registration.withdraw(database, bob, invitation.id, now=NOW)
    with pytest.raises(NotFound):
        registration.set_open(database, bob, to_all=True, now=NOW)
    assert not registration.is_open(database)


def test_no_invitation_is_stored_readably(database: Database, ada: int) -> None:
    token = registration.invite(database, ada, now=NOW)
    database.close()
    content = b"".join(path.read_bytes() for path in database.path.parent.iterdir())
    assert token.encode() not in content
