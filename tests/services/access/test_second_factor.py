"""More than a passphrase: codes of an app, each good once; recovery codes; nothing readable."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pyotp
import pytest

from tests.services.access.doors import NOW, SECRET, empty_diary, enter  # noqa: F401
from tests.services.access.visits import account_for
from tracker.services.access import accounts, rate_limit, second_factor, security_log, sign_ins
from tracker.services.access.checking import SignInRefused
from tracker.services.access.origin import Origin
from tracker.services.access.sealing import CannotOpen, seal, unseal
from tracker.services.access.second_factor import OfferExpired, WrongCode
from tracker.services.access.sign_ins import HalfWay, SecondFactorNeeded
from tracker.storage.words import SecurityEvent

if TYPE_CHECKING:
    from tracker.storage.access.accounts import Account
    from tracker.storage.database import Database

KEY, OTHER_KEY = "0" * 64, "1" * 64
HERE = Origin("192.0.2.1", "a test")
LATER = NOW + timedelta(minutes=2)


@pytest.fixture
def ada(database: Database) -> Account:
    return accounts.register(database, name="Ada", passphrase=SECRET, now=NOW)


class App:
    """An authenticator app, as it was added."""

    def __init__(self, database: Database, account: Account, key: str = KEY) -> None:
        offer = second_factor.offer_app(account, key)
        self._totp = pyotp.TOTP(offer.secret)
        self.offer = offer
        self.recovery = second_factor.add_app(
            database,
            account,
            offered=offer.sealed,
            code=self.code(NOW),
            token="",
            key=key,
            origin=HERE,
            now=NOW,
        )

    def code(self, at: datetime) -> str:
        return self._totp.at(at)


@pytest.fixture
def app(database: Database, ada: Account) -> App:
    return App(database, ada)


def half_way(database: Database, now: datetime = LATER) -> HalfWay:
    with pytest.raises(SecondFactorNeeded) as needed:
        enter(database, now=now)
    return needed.value.half_way


def finish(
    database: Database, half: HalfWay, code: str, now: datetime = LATER, key: str = KEY
) -> str:
    return sign_ins.finish_sign_in(database, half, code, key=key, origin=HERE, now=now)


def refuse(database: Database, half: HalfWay, code: str, now: datetime = LATER) -> None:
    with pytest.raises(WrongCode):
        finish(database, half, code, now)


def test_a_passphrase_alone_opens_nothing(database: Database, ada: Account, app: App) -> None:
    half = half_way(database)
    assert sign_ins.sign_ins(database, ada.id, "", LATER) == []
    token = finish(database, half, app.code(LATER))
    assert account_for(database, token, LATER) == ada


def test_a_code_is_good_once(database: Database, app: App) -> None:
    half, code = half_way(database), app.code(LATER)
    finish(database, half, code)
    refuse(database, half_way(database), code)
    refuse(database, half_way(database), app.code(LATER - timedelta(seconds=30)))
    soon = LATER + timedelta(seconds=30)
    assert finish(database, half_way(database, soon), app.code(soon), soon)


def test_the_code_that_added_the_app_opens_nothing(database: Database, app: App) -> None:
    refuse(database, half_way(database, NOW), app.code(NOW), NOW)


@pytest.mark.parametrize(
    ("seconds", "is_taken"), [(-60, False), (-30, True), (30, True), (60, False)]
)
def test_clocks_may_differ_by_half_a_minute(
    database: Database, app: App, *, seconds: int, is_taken: bool
) -> None:
    half, code = half_way(database), app.code(LATER + timedelta(seconds=seconds))
    if is_taken:
        assert finish(database, half, code)
    else:
        refuse(database, half, code)


@pytest.mark.parametrize(
    "typed", ["", "12345", "1234567", "abcdef", "１２３４５６", "-12345", "\ud800"]
)
def test_what_is_no_code_is_refused(database: Database, app: App, typed: str) -> None:
    del app
    refuse(database, half_way(database), typed)


def test_a_code_may_be_typed_with_a_space(database: Database, app: App) -> None:
    code = app.code(LATER)
    assert finish(database, half_way(database), f" {code[:3]} {code[3:]} ")


def test_codes_cannot_be_tried_without_end_not_even_with_the_passphrase(
    database: Database, app: App
) -> None:
    """Typing the passphrase anew between tries forgives none of them."""
    half = half_way(database)
    for _ in range(rate_limit.TRIES["account"]):
        refuse(database, half_way(database), "000000")
    with pytest.raises(rate_limit.TooManyTries):
        enter(database, now=LATER)
    with pytest.raises(rate_limit.TooManyTries):
        finish(database, half, app.code(LATER))


def test_a_recovery_code_takes_its_place_once(database: Database, ada: Account, app: App) -> None:
    first, *others = app.recovery
    assert len({first, *others}) == 8
    assert finish(database, half_way(database), first.lower().replace("-", " "))
    refuse(database, half_way(database), first)
    assert second_factor.of_account(database, ada.id).recovery_codes == 7
    kinds = [it.kind for it in security_log.of_account(database, ada.id)]
    assert SecurityEvent.RECOVERY_CODE_USED in kinds


def test_new_recovery_codes_end_the_earlier_ones(
    database: Database, ada: Account, app: App
) -> None:
    (new, *_) = second_factor.new_recovery_codes(database, ada.id, origin=HERE, now=NOW)
    refuse(database, half_way(database), app.recovery[0])
    assert finish(database, half_way(database), new)


def test_nothing_of_it_can_be_read_in_the_file(database: Database, app: App) -> None:
    database.close()
    stored = b"".join(path.read_bytes() for path in database.path.parent.iterdir())
    for secret in (app.offer.secret, *app.recovery, app.recovery[0].replace("-", "")):
        assert secret.encode() not in stored


def test_with_another_key_of_this_place_the_recovery_codes_still_open(
    database: Database, app: App
) -> None:
    half = half_way(database)
    with pytest.raises(WrongCode):
        finish(database, half, app.code(LATER), key=OTHER_KEY)
    assert finish(database, half, app.recovery[0], key=OTHER_KEY)


def test_what_is_sealed_is_opened_by_its_key_alone() -> None:
    sealed = seal("a secret", KEY)
    assert unseal(sealed, KEY) == "a secret"
    assert seal("a secret", KEY) != sealed
    for changed in (sealed[:-2] + "AA", "", "\ud800"):
        with pytest.raises(CannotOpen):
            unseal(changed, KEY)
    with pytest.raises(CannotOpen):
        unseal(sealed, OTHER_KEY)


def test_an_app_offered_to_another_is_not_added(database: Database, ada: Account) -> None:
    bob = accounts.register(database, name="Bob", passphrase=SECRET, now=NOW)
    offer = second_factor.offer_app(ada, KEY)
    with pytest.raises(OfferExpired):
        second_factor.offer_app(bob, KEY, offered=offer.sealed)
    with pytest.raises(OfferExpired):
        second_factor.offer_app(ada, OTHER_KEY, offered=offer.sealed)


def test_adding_an_app_signs_every_other_browser_out(database: Database, ada: Account) -> None:
    this, other = enter(database), enter(database)
    offer = second_factor.offer_app(ada, KEY)
    code = pyotp.TOTP(offer.secret).at(NOW)
    with pytest.raises(WrongCode):
        second_factor.add_app(
            database, ada, offered=offer.sealed, code="1", token=this, key=KEY, origin=HERE, now=NOW
        )
    assert account_for(database, other, NOW)
    second_factor.add_app(
        database, ada, offered=offer.sealed, code=code, token=this, key=KEY, origin=HERE, now=NOW
    )
    assert account_for(database, this, NOW)
    assert account_for(database, other, NOW) is None


def test_without_its_app_an_account_is_asked_for_its_passphrase_alone(
    database: Database, ada: Account, app: App
) -> None:
    del app
    second_factor.remove_app(database, ada.id, origin=HERE, now=NOW)
    assert enter(database)
    assert second_factor.of_account(database, ada.id).recovery_codes == 0


def test_who_is_half_way_is_not_in_with_another_passphrase(
    database: Database, ada: Account, app: App
) -> None:
    half = half_way(database)
    sign_ins.set_passphrase(database, ada, f"{SECRET} anew", now=LATER)
    with pytest.raises(SignInRefused):
        finish(database, half, app.code(LATER))


def test_whoever_has_a_shell_takes_it_away(database: Database, ada: Account, app: App) -> None:
    del app
    second_factor.forget_by_hand(database, ada, now=NOW)
    assert enter(database)
    assert security_log.of_account(database, ada.id)[1].kind is SecurityEvent.APP_REMOVED
