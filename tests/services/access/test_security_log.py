"""What is on record of the door, and what never is."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from tests.services.access.doors import NOW, SECRET, empty_diary, enter, fail  # noqa: F401
from tracker.language.security_log import EVENTS
from tracker.services.access import (
    accounts,
    administrators,
    calendar_feed,
    delete_account,
    rate_limit,
    registration,
    security_log,
    sign_ins,
)
from tracker.services.access.origin import Origin
from tracker.services.errors import NotFound
from tracker.storage.words import SecurityEvent

if TYPE_CHECKING:
    from tracker.storage.access.accounts import Account
    from tracker.storage.database import Database

HOME = Origin("2001:db8:1:2:3:4:5:6", "a browser\u202e" + "x" * 200)


@pytest.fixture
def ada(database: Database) -> Account:
    return accounts.register(database, name="Ada", passphrase=SECRET, now=NOW)


def events(database: Database) -> list[dict[str, Any]]:
    return [json.loads(line) for line in security_log.lines(security_log.after(database, 0))]


def kinds(database: Database) -> list[str]:
    return [event["event"] for event in events(database)]


def test_every_event_has_words() -> None:
    assert set(EVENTS) == set(SecurityEvent)


def test_what_is_done_is_on_record_in_its_order(database: Database, ada: Account) -> None:
    token = enter(database)
    fail(database)
    fail(database, name="Nobody")
    sign_ins.end_others(database, ada.id, token, NOW, origin=HOME)
    sign_ins.sign_out(database, token, NOW, origin=HOME)
    registration.invite(database, ada.id, origin=HOME, now=NOW)
    registration.set_open(database, ada.id, to_all=True, origin=HOME, now=NOW)
    registration.set_open(database, ada.id, to_all=True, origin=HOME, now=NOW)
    calendar_feed.open_feed(database, ada.id, origin=HOME, now=NOW)
    calendar_feed.close_feed(database, ada.id, origin=HOME, now=NOW)
    sign_ins.set_passphrase(database, ada, f"{SECRET} anew", now=NOW)
    assert kinds(database) == [
        "account-made", "role-given", "signed-in", "sign-in-failed", "sign-in-failed",
        "sign-in-ended", "signed-out", "invitation-made", "registration-opened",
        "calendar-link-made", "calendar-link-ended", "passphrase-reset",
    ]  # fmt: skip


def test_who_failed_is_the_account_or_nobody(database: Database, ada: Account) -> None:
    fail(database)
    fail(database, name=SECRET)  # typed where the name belongs
    failed = [it for it in events(database) if it["event"] == "sign-in-failed"]
    assert [it["account"] for it in failed] == [ada.id, None]
    assert [it["name"] for it in failed] == ["Ada", None]


def test_no_passphrase_and_no_token_is_in_it(database: Database, ada: Account) -> None:
    token = enter(database)
    fail(database, name=SECRET)
    invitation = registration.invite(database, ada.id, origin=HOME, now=NOW)
    text = json.dumps(events(database))
    assert not any(secret in text for secret in (SECRET, token, invitation, "wrong"))


def test_from_where_is_the_network_that_tries_are_counted_by(
    database: Database, ada: Account
) -> None:
    sign_ins.end_others(database, ada.id, "", NOW, origin=HOME)
    last = events(database)[-1]
    assert last["address"] == "2001:db8:1:2::/64"
    assert last["browser"] == "a browser" + "x" * 111
    enter(database, address="::ffff:192.0.2.7")
    assert events(database)[-1]["address"] == "192.0.2.7"
    sign_ins.set_passphrase(database, ada, f"{SECRET} anew", now=NOW)
    assert events(database)[-1]["address"] == "", "by who has a shell"


def test_too_many_tries_are_on_record_once_a_minute(database: Database, ada: Account) -> None:
    for _ in range(rate_limit.TRIES["account"]):
        fail(database)
    for seconds in (0, 1, 59, 60, 61):
        with pytest.raises(rate_limit.TooManyTries):
            enter(database, now=NOW + timedelta(seconds=seconds))
    held_up = [it for it in events(database) if it["event"] == "tries-held-up"]
    assert [it["account"] for it in held_up] == [ada.id] * 2


def test_another_network_is_another_knock(database: Database) -> None:
    for address in ("192.0.2.1", "192.0.2.1", "192.0.2.2"):
        security_log.note(
            database, SecurityEvent.ACCESS_REFUSED, None, origin=Origin(address), now=NOW
        )
    assert [it["address"] for it in events(database)] == ["192.0.2.1", "192.0.2.2"]


def test_strangers_do_not_fill_the_disk_and_push_out_nobody(
    database: Database, ada: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    del ada
    monkeypatch.setattr(security_log, "MOST_OF_STRANGERS", 3)
    for number in range(9):
        origin = Origin(f"192.0.2.{number}")
        refused = SecurityEvent.ACCESS_REFUSED
        security_log.note(database, refused, None, origin=origin, now=NOW)
    logged = events(database)
    assert [it["event"] for it in logged[:2]] == ["account-made", "role-given"]
    assert [it["address"] for it in logged[2:]] == ["192.0.2.6", "192.0.2.7", "192.0.2.8"]


def test_it_is_kept_for_so_many_days(database: Database, ada: Account) -> None:
    del ada
    later = NOW + timedelta(days=30)
    enter(database, now=later)
    security_log.forget_old(database, period=timedelta(days=30), now=later)
    assert kinds(database) == ["signed-in"]


def test_each_sees_their_own_and_an_administrator_all(database: Database, ada: Account) -> None:
    bob = accounts.register(database, name="Bob", passphrase=SECRET, now=NOW)
    administrators.end_sign_ins(database, ada.id, bob.id, origin=HOME, now=NOW)
    assert [it.kind for it in security_log.of_account(database, bob.id)] == [
        "sign-in-ended",
        "account-made",
    ]
    assert security_log.of_account(database, bob.id)[0].by_name == "Ada"
    assert "sign-in-ended" in [it.kind for it in security_log.of_account(database, ada.id)]
    assert len(security_log.of_everyone(database, ada.id)) == 4
    with pytest.raises(NotFound):
        security_log.of_everyone(database, bob.id)


def test_who_leaves_takes_their_part_along_and_no_number_is_given_again(
    database: Database, ada: Account
) -> None:
    del ada
    bob = accounts.register(database, name="Bob", passphrase=SECRET, now=NOW)
    last = events(database)[-1]["id"]
    delete_account.delete_by_hand(database, bob, now=NOW)
    left = events(database)
    assert [it["event"] for it in left] == ["account-made", "role-given", "account-deleted"]
    assert left[-1]["id"] > last
    assert left[-1]["account"] is None
