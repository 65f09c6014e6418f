"""An authenticator app on the pages: added, asked for, lost, demanded."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pyotp
import pytest

from tests.web.conftest import NAME, PASSPHRASE, Clock, SignedIn
from tests.web.pages import PageClient, parsed, words_of
from tracker.services.access import rate_limit

if TYPE_CHECKING:
    from flask import Flask

APP = "/account/second-factor/app"


class Phone:
    """An app that was added on the pages."""

    def __init__(self, client: PageClient, clock: Clock) -> None:
        self._clock = clock
        page = client.get(APP)
        text = page.get_data(as_text=True)
        secret = re.search(r"secret=(\w+)", text)
        assert secret is not None
        self._totp = pyotp.TOTP(secret[1])
        offered = next(e for e in parsed(page).iter("input") if e.get("name") == "offered")
        form = {"csrf_token": _token(page), "offered": offered.get("value", "")}
        assert client.post(APP, data=form | {"code": "000000"}).status_code == 422
        self.answer = client.post(APP, data=form | {"code": self.code()})
        self.recovery = re.findall(r"[A-Z2-9]{6}(?:-[A-Z2-9]{6}){3}", words_of(self.answer))

    def code(self) -> str:
        return self._totp.at(self._clock())


def _token(page: object) -> str:
    element = next(e for e in parsed(page).iter("input") if e.get("name") == "csrf_token")  # type: ignore[arg-type]
    return str(element.get("value"))


@pytest.fixture
def phone(client: PageClient, signed_in: SignedIn, clock: Clock) -> Phone:
    del signed_in
    made = Phone(client, clock)
    clock.move(minutes=2)
    return made


@pytest.fixture
def guest(app: Flask) -> PageClient:
    client = app.test_client()
    assert isinstance(client, PageClient)
    return client


def test_an_app_is_added_and_its_recovery_codes_shown_once(
    client: PageClient, phone: Phone
) -> None:
    assert phone.answer.status_code == 200
    assert len(phone.recovery) == 8
    page = words_of(client.get("/account/second-factor"))
    assert "Since 1 May 2026" in page
    assert not any(code in page for code in phone.recovery)
    assert "Asked for when you sign in" in words_of(client.get("/account"))


def test_signing_in_takes_two_steps_and_goes_on_where_it_was_wanted(
    guest: PageClient, phone: Phone
) -> None:
    first = guest.submit("/sign-in?next=/progress", name=NAME, passphrase=PASSPHRASE)
    assert first.location == "/sign-in/code?next=/progress"
    assert guest.get("/progress").status_code == 303, "half way is not in"
    assert guest.submit(first.location, code="000000").status_code == 422
    second = guest.submit(first.location, code=phone.code())
    assert second.location == "/progress"
    assert guest.get("/progress").status_code == 200


def test_a_recovery_code_opens_too(guest: PageClient, phone: Phone) -> None:
    guest.submit("/sign-in", name=NAME, passphrase=PASSPHRASE)
    assert guest.submit("/sign-in/code", recovery=phone.recovery[0]).status_code == 303
    assert guest.get("/").status_code == 200


def test_the_second_step_alone_is_no_way_in(guest: PageClient, phone: Phone, clock: Clock) -> None:
    assert guest.get("/sign-in/code").location == "/sign-in"
    guest.submit("/sign-in", name=NAME, passphrase=PASSPHRASE)
    clock.move(minutes=10)
    assert guest.get("/sign-in/code").location == "/sign-in"
    assert phone.code()


def test_codes_are_held_up_like_passphrases(guest: PageClient, phone: Phone) -> None:
    del phone
    guest.submit("/sign-in", name=NAME, passphrase=PASSPHRASE)
    for _ in range(rate_limit.TRIES["account"] - 1):  # one was mistyped when it was added
        assert guest.submit("/sign-in/code", code="000000").status_code == 422
    answer = guest.submit("/sign-in/code", code="000000")
    assert answer.status_code == 429
    assert "Too many tries did not work. Wait 13 minutes" in words_of(answer)


def test_what_was_typed_before_the_sign_in_ended_comes_through_both_steps(
    client: PageClient, phone: Phone, clock: Clock
) -> None:
    page = client.get("/check-in")
    clock.move(days=31)
    fields = {"csrf_token": _token(page), "pain": "2", "sensation": "none", "note": "the stairs"}
    ended = client.post("/check-in", data=fields)
    assert ended.status_code == 401
    form = next(f for f in parsed(ended).iter("form") if "sign-in" in (f.get("action") or ""))
    asked = client.send(form, "/check-in", {"name": NAME, "passphrase": PASSPHRASE})
    assert asked.status_code == 200
    form = next(f for f in parsed(asked).iter("form") if "code" in (f.get("action") or ""))
    offered = client.send(form, "/sign-in", {"code": phone.code()})
    assert "Not saved yet" in words_of(offered)
    assert "the stairs" in words_of(offered)


def test_the_app_is_removed_and_the_passphrase_is_enough_again(
    client: PageClient, guest: PageClient, phone: Phone
) -> None:
    del phone
    client.submit("/account/second-factor", button="Remove the app")
    assert guest.submit("/sign-in", name=NAME, passphrase=PASSPHRASE).location == "/"


def test_an_account_is_deleted_with_both(client: PageClient, phone: Phone) -> None:
    answer = client.submit("/account/delete", passphrase=PASSPHRASE)
    assert answer.status_code == 422
    answer = client.submit("/account/delete", passphrase=PASSPHRASE, code=phone.code())
    assert answer.location == "/sign-in"


def test_administrators_do_nothing_without_one_where_it_is_demanded(
    app: Flask,
    client: PageClient,
    signed_in: SignedIn,
    clock: Clock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    del signed_in
    demanding = replace(app.config["SETTINGS"], administrators_need_second_factor=True)
    monkeypatch.setitem(app.config, "SETTINGS", demanding)
    assert client.get("/people").location == "/account/second-factor"
    assert client.get("/").status_code == 200, "the diary is theirs all the same"
    text = words_of(client.get("/account/second-factor"))
    assert "Your role here needs one" in text
    Phone(client, clock)
    assert client.get("/people").status_code == 200
    client.submit("/account/second-factor", button="Remove the app")
    assert "needs a second factor" in words_of(client.get("/account/second-factor"))
    assert client.get("/people").status_code == 200
