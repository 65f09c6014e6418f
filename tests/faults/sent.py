"""A check-in that is sent while something is amiss with the diary, and whether it is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.faults.people import a_check_in
from tests.web.conftest import TODAY, SignedIn
from tests.web.household import client_of
from tracker.services.diary import entries
from tracker.services.errors import NotFound

if TYPE_CHECKING:
    from flask import Flask
    from werkzeug.test import TestResponse

    from tracker.storage.database import Database

UID = "c" * 32
NOTE = "sore after the stairs"


def send(app: Flask, signed_in: SignedIn) -> TestResponse:
    client, form_token = client_of(app, signed_in.token)
    fields = {**a_check_in(UID, TODAY, NOTE), "csrf_token": form_token}
    answer: TestResponse = client.post("/check-in", data=fields)
    return answer


def is_saved(app: Flask, signed_in: SignedIn) -> bool:
    database: Database = app.config["DATABASE"]
    try:
        check_in = entries.find_check_in(database, signed_in.account_id, signed_in.episode_id, UID)
    except NotFound:
        return False
    return check_in.note == NOTE
