"""Passkeys: whose they are, that each answer is good once, and what is refused."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from tests.services.access.authenticator import Authenticator
from tests.services.access.doors import NOW, SECRET, empty_diary, enter  # noqa: F401
from tests.services.access.visits import account_for
from tracker.services.access import (
    accounts,
    passkey_challenges,
    passkeys,
    rate_limit,
    second_factor,
    security_log,
)
from tracker.services.access.origin import Origin
from tracker.services.access.passkey_challenges import Challenge, Site
from tracker.services.access.passkeys import PasskeyRefused
from tracker.services.access.sign_ins import SecondFactorNeeded
from tracker.services.errors import NotFound
from tracker.storage.words import SecurityEvent

if TYPE_CHECKING:
    from datetime import datetime

    from tracker.storage.access.accounts import Account
    from tracker.storage.database import Database

HERE = Origin("192.0.2.1", "a test")
SITE = Site("run.example.org", "https://run.example.org")
LATER = NOW + timedelta(minutes=1)


@pytest.fixture
def ada(database: Database) -> Account:
    return accounts.register(database, name="Ada", passphrase=SECRET, now=NOW)


def add(
    database: Database, account: Account, key: Authenticator, token: str = "", **signed: str
) -> list[str]:
    challenge = passkey_challenges.new_challenge(SITE, NOW)
    made = key.made(challenge, **signed)
    return passkeys.add(
        database, account, made, challenge=challenge, name="A phone", token=token,
        origin=HERE, now=NOW,
    )  # fmt: skip


def check(
    database: Database, credential: str, challenge: Challenge, now: datetime = LATER
) -> Account:
    failure = SecurityEvent.SIGN_IN_FAILED
    return passkeys.check(
        database, credential, challenge=challenge, failure=failure, origin=HERE, now=now
    )


def refuse(
    database: Database, credential: str, challenge: Challenge, now: datetime = LATER
) -> None:
    with pytest.raises(PasskeyRefused):
        check(database, credential, challenge, now)


@pytest.fixture
def key(database: Database, ada: Account) -> Authenticator:
    made = Authenticator()
    add(database, ada, made)
    return made


def test_a_passkey_says_whose_it_is(database: Database, ada: Account, key: Authenticator) -> None:
    challenge = passkey_challenges.new_challenge(SITE, LATER)
    assert check(database, key.signed(challenge), challenge) == ada
    (stored,) = second_factor.of_account(database, ada.id).passkeys
    assert (stored.name, stored.sign_count, stored.last_used_at) == ("A phone", 1, LATER)


def test_an_answer_is_good_once(database: Database, key: Authenticator) -> None:
    challenge = passkey_challenges.new_challenge(SITE, LATER)
    answer = key.signed(challenge)
    check(database, answer, challenge)
    refuse(database, answer, challenge)
    refuse(database, key.signed(challenge), challenge)
    again = LATER + timedelta(seconds=1)
    challenge = passkey_challenges.new_challenge(SITE, again)
    assert check(database, key.signed(challenge), challenge, again).name == "Ada"


def test_a_copy_that_counts_less_often_is_refused(database: Database, key: Authenticator) -> None:
    key.uses = 5
    challenge = passkey_challenges.new_challenge(SITE, LATER)
    check(database, key.signed(challenge), challenge)
    key.uses = 1
    again = LATER + timedelta(seconds=1)
    challenge = passkey_challenges.new_challenge(SITE, again)
    refuse(database, key.signed(challenge), challenge, again)


def test_what_answers_another_challenge_site_or_time_is_refused(
    database: Database, key: Authenticator
) -> None:
    challenge = passkey_challenges.new_challenge(SITE, LATER)
    refuse(database, key.signed(passkey_challenges.new_challenge(SITE, LATER)), challenge)
    refuse(database, key.signed(challenge, origin="https://run.example.net"), challenge)
    elsewhere = challenge._replace(site=Site("example.net", SITE.origin))
    refuse(database, key.signed(elsewhere), challenge)
    refuse(database, key.signed(challenge), challenge, LATER + timedelta(minutes=5))
    kinds = [it.kind for it in security_log.of_account(database, 1)]
    assert kinds[:4] == [SecurityEvent.SIGN_IN_FAILED] * 4


def test_a_stranger_to_this_place_is_refused(database: Database, key: Authenticator) -> None:
    del key
    challenge = passkey_challenges.new_challenge(SITE, LATER)
    refuse(database, Authenticator().signed(challenge), challenge)


def test_a_key_that_asks_for_no_finger_face_or_pin_is_not_enough(
    database: Database, ada: Account
) -> None:
    with pytest.raises(PasskeyRefused):
        add(database, ada, Authenticator(verifies=False))


EMPTY = {"id": "AQ", "rawId": "AQ", "type": "public-key"}
PARTS = ("attestationObject", "authenticatorData", "clientDataJSON", "signature")


@pytest.mark.parametrize(
    "sent",
    [
        "",
        "{}",
        "[]",
        "null",
        "1",
        '{"id": 1}',
        "[" * 5000,
        "\ud800",
        '{"rawId": "\\ud800"}',
        "x" * 30_000,
        json.dumps(EMPTY | {"response": {}}),
        json.dumps(EMPTY | {"response": dict.fromkeys(PARTS, "AQ")}),
    ],
)
def test_rubbish_is_refused_in_words(database: Database, ada: Account, sent: str) -> None:
    challenge = passkey_challenges.new_challenge(SITE, LATER)
    refuse(database, sent, challenge)
    with pytest.raises(PasskeyRefused):
        passkeys.add(
            database, ada, sent, challenge=challenge, name="", token="", origin=HERE, now=LATER
        )


@pytest.mark.parametrize("part", ["authenticatorData", "clientDataJSON", "signature"])
def test_no_part_of_an_answer_can_be_changed(
    database: Database, key: Authenticator, part: str
) -> None:
    challenge = passkey_challenges.new_challenge(SITE, LATER)
    answer = key.signed(challenge)
    at = answer.index(f'"{part}": "') + len(part) + 5
    for letter in range(at, at + 40, 3):
        other = "A" if answer[letter] != "A" else "B"
        with pytest.raises((PasskeyRefused, rate_limit.TooManyTries)):
            check(database, answer[:letter] + other + answer[letter + 1 :], challenge)


def test_the_first_brings_recovery_codes_and_signs_other_browsers_out(
    database: Database, ada: Account
) -> None:
    this, other = enter(database), enter(database)
    assert len(add(database, ada, Authenticator(), this)) == 8
    assert add(database, ada, Authenticator(), this) == []
    assert account_for(database, this, NOW)
    assert account_for(database, other, NOW) is None
    with pytest.raises(SecondFactorNeeded):
        enter(database)


def test_the_same_passkey_is_not_added_twice_nor_by_another(
    database: Database, ada: Account, key: Authenticator
) -> None:
    bob = accounts.register(database, name="Bob", passphrase=SECRET, now=NOW)
    for who in (ada, bob):
        with pytest.raises(PasskeyRefused):
            add(database, who, key)


def test_it_is_removed_by_its_owner_alone(
    database: Database, ada: Account, key: Authenticator
) -> None:
    bob = accounts.register(database, name="Bob", passphrase=SECRET, now=NOW)
    (stored,) = second_factor.of_account(database, ada.id).passkeys
    with pytest.raises(NotFound):
        passkeys.remove(database, bob.id, stored.id, origin=HERE, now=NOW)
    passkeys.remove(database, ada.id, stored.id, origin=HERE, now=NOW)
    challenge = passkey_challenges.new_challenge(SITE, LATER)
    refuse(database, key.signed(challenge), challenge)
    assert enter(database), "the passphrase is enough again"


def test_tries_are_held_up(database: Database, key: Authenticator) -> None:
    challenge = passkey_challenges.new_challenge(SITE, LATER)
    wrong = key.signed(passkey_challenges.new_challenge(SITE, LATER))
    for _ in range(rate_limit.TRIES["account"]):
        refuse(database, wrong, challenge)
    with pytest.raises(rate_limit.TooManyTries):
        check(database, key.signed(challenge), challenge)


def test_what_a_browser_is_asked_tells_nothing_of_the_account(
    database: Database, ada: Account, key: Authenticator
) -> None:
    del key
    challenge = passkey_challenges.new_challenge(SITE, NOW)
    asked = passkey_challenges.request_options(challenge)
    assert "Ada" not in asked
    made = passkey_challenges.creation_options(database, ada, handle="opaque", challenge=challenge)
    assert '"residentKey": "required"' in made
    assert '"userVerification": "required"' in made
    assert "excludeCredentials" in made
