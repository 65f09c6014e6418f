"""A form that is sent after the sign-in has ended says so, and gives back what was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.web.conftest import NAME, PASSPHRASE, TODAY
from tests.web.pages import parsed, preset, words_of
from tracker.services.access import sign_ins
from tracker.services.diary import days

if TYPE_CHECKING:
    from tests.web.conftest import Clock, SignedIn
    from tests.web.pages import PageClient
    from tracker.storage.database import Database

CREDENTIALS = {"name": NAME, "passphrase": PASSPHRASE}


def test_what_was_typed_is_stored_after_signing_in_again(
    client: PageClient, signed_in: SignedIn, clock: Clock, database: Database
) -> None:
    form = next(f for f in client.page("/check-in").iter("form") if f.get("method") == "post")
    sign_ins.sign_out(database, signed_in.token, clock())
    ended = client.send(form, "/check-in", {"pain": "2", "sensation": "pain", "note": "stairs"})
    assert ended.status_code == 401
    assert "Nothing was saved yet." in words_of(ended)
    (again,) = [f for f in parsed(ended).iter("form") if f.get("action") == "/sign-in"]

    wrong = client.send(again, "/", CREDENTIALS | {"passphrase": "not the one at all"})
    assert wrong.status_code == 422
    again = next(f for f in parsed(wrong).iter("form") if "carried" in preset(f))
    offered = client.send(again, "/sign-in", CREDENTIALS)
    assert "This is what you typed before your sign-in ended" in words_of(offered)
    assert "Notestairs" in words_of(offered)
    assert not _check_ins(database, signed_in)

    (save,) = [f for f in parsed(offered).iter("form") if f.get("action") == "/check-in"]
    assert client.send(save, "/", {}).status_code == 303
    (stored,) = _check_ins(database, signed_in)
    assert (stored.pain, stored.note) == (2, "stairs")


def test_no_passphrase_is_carried_along(
    client: PageClient, signed_in: SignedIn, clock: Clock, database: Database
) -> None:
    page = client.page("/account/passphrase")
    form = next(f for f in page.iter("form") if "new" in str(preset(f)))
    sign_ins.sign_out(database, signed_in.token, clock())
    typed = dict.fromkeys(preset(form), "a long new passphrase") | {
        "csrf_token": preset(form)["csrf_token"]
    }
    ended = client.send(form, "/account/passphrase", typed)
    assert ended.status_code == 401
    assert "carried" not in ended.get_data(as_text=True)
    assert "a long new passphrase" not in ended.get_data(as_text=True)


@pytest.mark.usefixtures("signed_in")
def test_what_nobody_signed_is_not_offered(client: PageClient) -> None:
    client.post("/sign-out", data={"csrf_token": _token(client)})
    page = client.page("/sign-in")
    form = next(f for f in page.iter("form") if "passphrase" in preset(f))
    answer = client.send(form, "/sign-in", CREDENTIALS | {"carried": "made.up.text"})
    assert answer.status_code == 303


def _check_ins(database: Database, whose: SignedIn) -> tuple[object, ...]:
    diary = (database, whose.account_id, whose.episode_id)
    return tuple(days.as_it_stands(*diary, today=TODAY).records.check_ins)


def _token(client: PageClient) -> str:
    form = next(f for f in client.page("/more").iter("form") if f.get("action") == "/sign-out")
    return str(preset(form)["csrf_token"])


@pytest.mark.usefixtures("signed_in")
def test_errors_are_listed_in_the_order_of_the_page(client: PageClient) -> None:
    answer = client.submit(
        "/session", kind="bike", date="2026-05-09", distance_km="far", minutes="x"
    )
    page = parsed(answer)
    links = [a.get("href") for a in page.iter("a") if a.get("href", "").startswith("#")]
    ids = [e.get("id") for e in page.iter() if e.get("id")]
    listed = [href[1:] for href in links if href and href[1:] in ids and href != "#main"]
    assert len(listed) >= 3
    assert listed == sorted(listed, key=ids.index)
    assert "Some answers need another look" in words_of(answer)
