from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import func, select, update

from tests.raw_sql import held
from tests.services.access.doors import NOW, SECRET, empty_diary, enter, fail  # noqa: F401
from tracker.services.access import rate_limit, sign_ins
from tracker.services.access.accounts import register
from tracker.services.access.checking import SignInRefused
from tracker.services.access.rate_limit import TooManyAtOnce, TooManyTries
from tracker.storage.database import Database
from tracker.storage.errors import ErrorKind, StorageError
from tracker.storage.tables.access import AccountRow, LoginAttemptRow


def test_a_name_is_locked_for_a_while_after_failed_tries_from_anywhere(database: Database) -> None:
    register(database, name="Ada", passphrase=SECRET, now=NOW)
    for number in range(rate_limit.TRIES["account"]):
        fail(database, address=f"192.0.2.{number}")
    with pytest.raises(TooManyTries) as refused:
        enter(database, address="198.51.100.1")
    assert refused.value.wait_seconds == 15 * 60
    assert enter(database, address="198.51.100.1", now=NOW + rate_limit.WINDOW)


def test_an_unknown_name_is_locked_like_a_known_one(database: Database) -> None:
    for _ in range(rate_limit.TRIES["account"]):
        fail(database, "Nobody")
    with pytest.raises(TooManyTries):
        enter(database, "nobody")


@pytest.mark.slow
@pytest.mark.parametrize("address", ["192.0.2.7", "2001:db8::7", "not an address"])
def test_an_address_is_locked_after_failed_tries_for_many_names(
    database: Database, address: str
) -> None:
    register(database, name="Ada", passphrase=SECRET, now=NOW)
    for number in range(rate_limit.TRIES["address"]):
        fail(database, f"name {number}", address)
    with pytest.raises(TooManyTries):
        enter(database, address=address)
    assert enter(database, address="203.0.113.9")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("address", "same"),
    [
        ("192.0.2.7", "::ffff:192.0.2.7"),
        ("192.0.2.7", "192.0.2.7:4711"),
        ("192.0.2.7", "[::ffff:192.0.2.7]:4711"),
        ("2001:db8::7", "[2001:db8::8]:443"),
        ("fe80::1%eth0", "fe80::2%wlan0"),
    ],
)
def test_one_address_counts_as_one_however_it_is_written(
    database: Database, address: str, same: str
) -> None:
    for number in range(rate_limit.TRIES["address"]):
        fail(database, f"name {number}", (address, same)[number % 2])
    with pytest.raises(TooManyTries):
        enter(database, "someone", address=same)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("homes", "kind", "beside", "elsewhere"),
    [
        ("2001:db8:0:{:x}::1", "network", "2001:db8:0:ff::1", "2001:db8:0:100::1"),
        ("2001:db8:0:{:x}00::1", "site", "2001:db8:0:ffff::1", "2001:db8:1::1"),
    ],
)
def test_a_customer_with_many_ipv6_homes_is_counted_by_the_network_around_them(
    database: Database, homes: str, kind: str, beside: str, elsewhere: str
) -> None:
    for number in range(rate_limit.TRIES[kind]):
        fail(database, f"name {number}", homes.format(number))
    with pytest.raises(TooManyTries):
        enter(database, "someone", address=beside)
    fail(database, "someone else", elsewhere)


def test_one_home_has_one_address_however_many_its_router_hands_out(database: Database) -> None:
    for number in range(rate_limit.TRIES["address"]):
        fail(database, f"name {number}", f"2001:db8::{number:x}")
    with pytest.raises(TooManyTries):
        enter(database, "someone", address="2001:db8::ffff")


def test_signing_in_forgives_the_names_failed_tries_but_not_the_addresss(
    database: Database,
) -> None:
    register(database, name="Ada", passphrase=SECRET, now=NOW)
    for _ in range(rate_limit.TRIES["account"] - 1):
        fail(database)
    assert enter(database)
    for _ in range(rate_limit.TRIES["account"]):
        fail(database)
    with database.reading() as db:
        counted = db.scalar(
            select(func.count()).select_from(LoginAttemptRow).filter_by(kind="address")
        )
    assert counted == 2 * rate_limit.TRIES["account"] - 1


def test_a_locked_try_is_not_counted_so_waiting_helps(database: Database) -> None:
    for _ in range(rate_limit.TRIES["account"]):
        fail(database)
    for minute in range(15):
        with pytest.raises(TooManyTries) as refused:
            enter(database, now=NOW + timedelta(minutes=minute))
        assert refused.value.wait_seconds == (15 - minute) * 60
    with pytest.raises(SignInRefused):
        enter(database, now=NOW + rate_limit.WINDOW)


def test_tries_made_at_the_same_moment_are_all_counted(database: Database) -> None:
    register(database, name="Ada", passphrase=SECRET, now=NOW)

    def guess(number: int) -> bool:
        while True:
            try:
                enter(database, passphrase=f"guess {number}")
            except TooManyAtOnce:
                time.sleep(0.01)
            except SignInRefused:
                return True
            except TooManyTries:
                return False

    with ThreadPoolExecutor(12) as pool:
        checked = list(pool.map(guess, range(24)))
    assert sum(checked) == rate_limit.TRIES["account"]


def test_nobody_gets_in_while_tries_cannot_be_counted(database: Database) -> None:
    register(database, name="Ada", passphrase=SECRET, now=NOW)
    with database.writing() as db:
        db.execute(update(AccountRow).values(name="Ada"))
        db.connection().exec_driver_sql("DROP TABLE login_attempts")
    with pytest.raises(Exception, match="login_attempts"):
        enter(database)


def test_nobody_gets_in_while_another_program_holds_the_diary(database: Database) -> None:
    """And nobody learns whether a passphrase is right: what cannot be counted is not checked."""
    ada = register(database, name="Ada", passphrase=SECRET, now=NOW)
    impatient = Database(database.place, busy_seconds=0.01)
    with held(database.place):
        for passphrase in (SECRET, "wrong"):
            with pytest.raises(StorageError) as caught:
                enter(impatient, passphrase=passphrase)
            assert caught.value.kind is ErrorKind.BUSY
    impatient.close()
    assert sign_ins.sign_ins(database, ada.id, "", NOW) == []
    assert enter(database)
