"""Many who sign in at once: few passphrases are checked, and everyone else is served."""

from __future__ import annotations

import re
import threading
from concurrent.futures import ThreadPoolExecutor, as_completed
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest

from tests.serving.test_answers import GET, head_of
from tracker.services.access import passphrases
from tracker.serving import bridge

if TYPE_CHECKING:
    from tests.serving.conftest import Door

FORM = b"GET /sign-in HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"


def _wrong(door: Door, name: str) -> bytes:
    """A form with a wrong passphrase, as it is sent."""
    page = door.said(FORM)
    _, headers = head_of(page)
    token = re.search(rb'name="csrf_token"[^>]* value="([^"]+)"', page)
    assert token is not None
    fields = {"name": name, "passphrase": "not this one", "csrf_token": token[1].decode()}
    body = urlencode(fields)
    lines = (
        "POST /sign-in HTTP/1.1",
        "Host: localhost",
        f"Cookie: {headers['set-cookie'].partition(';')[0]}",
        "Content-Type: application/x-www-form-urlencoded",
        f"Content-Length: {len(body)}",
        "Connection: close",
    )
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body.encode()


@pytest.mark.usefixtures("with_account")
def test_bad_sign_ins_at_once_keep_nobody_from_being_served(door: Door) -> None:
    """One of a network is checked and three wait; the rest hears so, and others come in."""
    sent = _wrong(door, "Ada")

    def attack() -> int:
        return head_of(door.said(sent, door.connect("127.0.0.9")))[0]

    with ThreadPoolExecutor(13) as browsers:
        with passphrases._places, passphrases._places:  # checking takes as long as this
            tries = [browsers.submit(attack) for _ in range(11)]
            wait = 1 + bridge._WAITING_AT_THE_DOOR
            refused = [done.result() for done in islice(as_completed(tries, timeout=60), 11 - wait)]
            assert set(refused) == {503}
            assert head_of(door.said(GET))[0] == 200
            other = browsers.submit(lambda: head_of(door.said(sent))[0])
        assert other.result() == 422
    assert sorted(done.result() for done in tries) == [422] * wait + [503] * (11 - wait)


@pytest.mark.usefixtures("with_account")
def test_the_form_itself_is_shown_while_passphrases_are_checked(door: Door) -> None:
    sent = _wrong(door, "Ada")
    with passphrases._places, passphrases._places:
        waiting = threading.Thread(target=door.said, args=(sent,))
        waiting.start()
        assert head_of(door.said(FORM))[0] == 200
    waiting.join()
