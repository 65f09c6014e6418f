"""Every address, by every method: each statement that it sends names the account it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.across_accounts import ACROSS
from tests.databases import on_postgresql
from tests.statements_read import READING, WHOSE
from tests.web.addresses import PROGRAM, ROUTES
from tests.web.household import (  # noqa: F401
    Two,
    app_of_two,
    ask,
    database_of_two,
    furnished_house,
    one_clock,
    two_people,
)
from tests.web.routes import EVERY, few_or_every, rules

if TYPE_CHECKING:
    from collections.abc import Collection

    from flask import Flask

ENDS_IT = {"/sign-out", "/account/delete"}
OF_A_SERVER = {"staged_files"}  # a file has these beside it; services are tested with both


@pytest.mark.parametrize(("method", "addresses"), few_or_every("GET", "POST"))
def test_no_request_looks_beyond_one_account(
    app: Flask, two: Two, method: str, addresses: Collection[str]
) -> None:
    READING.tables.clear()
    asked = set(ROUTES.values()) - {PROGRAM}  # tests/web/api asks those
    for rule in rules(app, *asked, among=addresses):
        if rule.rule not in ENDS_IT:
            ask(app, two.alice.token, two.alice.address(rule), method)
    assert READING.crossed == []
    assert {"accounts", "sign_ins"} <= READING.tables
    if (method, addresses) == ("GET", EVERY):
        assert WHOSE.keys() - READING.tables == (set() if on_postgresql() else OF_A_SERVER)
    assert READING.allowed <= set(ACROSS)
