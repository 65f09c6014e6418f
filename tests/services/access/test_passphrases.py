"""Which passphrases are good enough, what checking one costs, and how many are checked at once."""

from __future__ import annotations

import gzip
import threading
from concurrent.futures import ThreadPoolExecutor, as_completed
from importlib.resources import files
from itertools import islice
from typing import TYPE_CHECKING, Literal

import pytest
from argon2 import PasswordHasher
from sqlalchemy import select

from tests.services.access.doors import NOW, SECRET, empty_diary, enter, fail  # noqa: F401
from tracker.services.access import accounts, passphrases, rate_limit
from tracker.services.access.accounts import register
from tracker.services.access.checking import SignInRefused
from tracker.services.access.passphrases import WeakPassphrase
from tracker.services.access.rate_limit import TooManyAtOnce
from tracker.storage.tables.access import AccountRow

if TYPE_CHECKING:
    from tracker.storage.database import Database


COMMON = ["Password123", "qwerty UIOP", "1234567890", "One Two Three Four"]
SUGGESTED = [
    "Return to Run",
    "my hamstring 2026",
    "Physio-therapist!",
    "correct horse battery staple",
    "ada.lovelace.99",
    "LovelaceAda",
]
GOOD = [
    SECRET,
    "the doctor saw my runner bean",
    "83920471635",
    "caf\u00e9 au lait",
    "\u6162\u6162\u8d70 \u8d70\u8d70 \u8dd1\u8dd1 2",
    "\ud800\udfff is half a letter",
    "x" * 197 + "abc",
]


@pytest.mark.parametrize("common", COMMON)
def test_a_passphrase_that_many_use_is_refused(common: str) -> None:
    with pytest.raises(WeakPassphrase, match="tried first"):
        passphrases.check(common, "Ada")


def test_far_more_than_three_thousand_common_passphrases_are_known() -> None:
    packed = files("tracker.services") / "common_passphrases.txt.gz"
    lines = gzip.decompress(packed.read_bytes()).decode().splitlines()
    known = [line for line in lines if not line.startswith("#")]
    assert len(set(known)) == 50_000
    assert min(map(len, known)) >= passphrases.SHORTEST
    for one in known[::5_000]:
        with pytest.raises(WeakPassphrase):
            passphrases.check(one.upper(), "Ada")


@pytest.mark.parametrize("suggested", SUGGESTED)
def test_a_passphrase_of_the_name_or_of_words_this_place_suggests_is_refused(
    suggested: str,
) -> None:
    with pytest.raises(WeakPassphrase, match="words of your own"):
        passphrases.check(suggested, "Ada Lovelace")


@pytest.mark.parametrize("good", GOOD)
def test_anything_else_of_any_characters_is_a_good_passphrase(good: str) -> None:
    passphrases.check(good, "Ada")


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


def test_few_passphrases_are_checked_at_once_and_the_rest_is_told_at_once(
    database: Database,
) -> None:
    """Two are worked on and two wait; who comes then costs nothing, and none of it counts."""
    register(database, name="Ada", passphrase=SECRET, now=NOW)
    with ThreadPoolExecutor(28) as browsers, passphrases._places, passphrases._places:
        tries = [browsers.submit(enter, database) for _ in range(28)]
        refused = [done.exception() for done in islice(as_completed(tries, timeout=60), 24)]
    assert {type(error) for error in refused} == {TooManyAtOnce}
    assert sum(done.exception() is None for done in tries) == 4
    for _ in range(rate_limit.TRIES["account"]):
        fail(database)


def test_a_turn_is_given_back_and_lasts_for_all_that_its_thread_checks(database: Database) -> None:
    for _ in range(9):
        with passphrases.turn():
            assert passphrases.matches(passphrases.hashed(SECRET), SECRET)
    register(database, name="Ada", passphrase=SECRET, now=NOW)
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


def test_however_many_sign_in_at_once_two_hashes_are_worked_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Each takes 64 MiB. Four have a turn: more would be sent away before they take any."""
    at_work, most, lock = 0, 0, threading.Lock()
    two, crowd = threading.Barrier(2, timeout=10), threading.Event()

    class Watched(PasswordHasher):
        def verify(self, hash: str | bytes, password: str | bytes) -> Literal[True]:  # noqa: A002
            nonlocal at_work, most
            with lock:
                at_work += 1
                most = max(most, at_work)
            two.wait()
            if at_work > 2:
                crowd.set()
            crowd.wait(0.03)  # time for a third to come in, if it can
            with lock:
                at_work -= 1
            return super().verify(hash, password)

    stored = passphrases.hashed(SECRET)
    passphrases.matches(stored, SECRET)
    monkeypatch.setattr(passphrases, "_hasher", Watched(time_cost=1, memory_cost=64, parallelism=1))
    with ThreadPoolExecutor(4) as pool:
        right = list(pool.map(lambda _: passphrases.matches(stored, SECRET), range(8)))
    assert all(right)
    assert most == 2
