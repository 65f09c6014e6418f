"""Deleting an account: the diary is offered first, and then nothing of it is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.raw_sql import every_row, rows
from tests.web.conftest import PASSPHRASE, SignedIn
from tests.web.pages import words_of

if TYPE_CHECKING:
    from tests.web.pages import PageClient
    from tracker.settings import Settings


def test_the_page_offers_everything_as_a_file(client: PageClient, signed_in: SignedIn) -> None:
    del signed_in
    links = [a.get("href") for a in client.page("/account/delete").iter("a")]
    assert "/export/everything.zip" in links
    assert client.get("/export/everything.zip").get_data().startswith(b"PK")


def test_a_wrong_passphrase_deletes_nothing(client: PageClient, signed_in: SignedIn) -> None:
    del signed_in
    answer = client.submit("/account/delete", passphrase="not mine at all")
    assert answer.status_code == 422
    assert "Nothing was deleted." in words_of(answer)
    assert client.get("/").status_code == 200


def test_nothing_is_left_of_a_deleted_account(
    client: PageClient, signed_in: SignedIn, settings: Settings
) -> None:
    client.submit("/check-in", pain="0", sensation="soreness", note="a word nobody else has")
    client.submit("/calendar", button="Make a private link")
    answer = client.submit("/account/delete", passphrase=PASSPHRASE)
    assert answer.status_code == 303
    filled = {table for table, rows in every_row(settings.place).items() if rows}
    left = rows(settings.place, "SELECT kind, account_id, by_account_id FROM security_events")
    assert filled - {"login_attempts"} == {"alembic_version", "security_events"}
    assert left == [("account-deleted", None, None)], "nothing says whose it was"
    assert signed_in.account_id
    assert client.get("/").status_code == 303
