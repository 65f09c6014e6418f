"""Your data and programs: a token is made once it is known who asks, shown once, and ended."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.web.api.conftest import Program, a_token
from tests.web.conftest import PASSPHRASE, Clock, SignedIn
from tests.web.pages import PageClient, parsed, words_of
from tracker.services.access import api_tokens, security_log
from tracker.storage.words import ApiScope, SecurityEvent

if TYPE_CHECKING:
    from flask import Flask

    from tracker.storage.database import Database

ASKED = {"name": "My watch", "scope": "write", "days": "30"}


def test_a_token_is_shown_once_opens_the_diary_and_is_ended(
    app: Flask, client: PageClient, signed_in: SignedIn, database: Database
) -> None:
    made = client.submit("/programs", None, **ASKED)
    match = re.search(r"rtr_[\w-]{43}", made.get_data(as_text=True))
    assert match is not None
    assert "It is not shown again" in words_of(made)
    page = client.get("/programs")
    assert match[0] not in page.get_data(as_text=True)
    assert "My watch" in words_of(page)
    assert "Not used yet" in words_of(page)
    program = Program(app, match[0])
    assert program.get("/standing").status_code == 200
    assert "Last used 1 May 2026" in words_of(client.get("/programs"))
    (token,) = api_tokens.of_account(database, signed_in.account_id)
    assert (token.scope, token.name) == (ApiScope.WRITE, "My watch")
    form = next(f for f in parsed(page).iter("form") if f.get("action", "").endswith("/end"))
    assert client.send(form, f"/programs/{token.id}/end", {}).status_code == 303
    assert program.get("/standing").status_code == 401
    text = words_of(client.get("/programs"))
    assert "That token opens nothing any more" in text
    assert "Ended 1 May 2026" in text
    kinds = {it.kind for it in security_log.of_account(database, signed_in.account_id)}
    assert {SecurityEvent.API_TOKEN_MADE, SecurityEvent.API_TOKEN_ENDED} <= kinds
    assert "Token for a program made" in words_of(client.get("/account/log"))


def test_it_is_asked_who_sits_there_before_one_is_made(
    client: PageClient, signed_in: SignedIn, clock: Clock, database: Database
) -> None:
    clock.move(minutes=15)
    asked = client.submit("/programs", None, **ASKED)
    assert asked.status_code == 403
    assert api_tokens.of_account(database, signed_in.account_id) == []
    form = next(f for f in parsed(asked).iter("form") if f.get("action", "") == "")
    made = client.send(form, "/programs", {"confirm_passphrase": PASSPHRASE})
    assert "The new token" in words_of(made)


def test_what_is_not_said_is_asked_for(
    client: PageClient, signed_in: SignedIn, database: Database
) -> None:
    refused = client.submit("/programs", None, name="", scope="write", days="30")
    assert refused.status_code == 422
    assert "Name the program" in words_of(refused)
    refused = client.submit("/programs", None, name="x" * 81, scope="write", days="30")
    assert "at most 80 letters" in words_of(refused)
    for _ in range(api_tokens.MOST_GOOD - 1):
        a_token(database, signed_in.account_id)
    assert "The new token" in words_of(client.submit("/programs", None, **ASKED))
    assert "End one first" in words_of(client.submit("/programs", None, **ASKED))
    assert len(api_tokens.of_account(database, signed_in.account_id)) == api_tokens.MOST_GOOD
