"""Schemathesis asks the API whatever its description allows, and much that it does not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from schemathesis import Case, GenerationMode
from schemathesis.checks import load_all_checks
from schemathesis.specs.openapi import checks

from tests.web.addresses import PROGRAM, ROUTES
from tests.web.api.conftest import a_token
from tests.web.household import (  # noqa: F401
    app_of_two,
    database_of_two,
    furnished_house,
    one_clock,
    two_people,
)
from tracker.web.kit import work_budget

if TYPE_CHECKING:
    from flask import Flask

    from tests.web.household import Two
    from tracker.storage.database import Database

pytestmark = pytest.mark.slow

EXAMPLES = 30
SLOW = list(HealthCheck)
load_all_checks()
# What fits the description may still not fit together, or not have come yet: 422 says so.
TAKES_NOTHING = {"/api/v1/episodes"}  # so that nothing wrong can be made up
NOT_TOGETHER = {
    "/api/v1/care",
    "/api/v1/check-ins",
    "/api/v1/sessions",
    "/api/v1/charts/recovery",
    "/api/v1/sheet",
}


@pytest.fixture
def described(app: Flask, database: Database, two: Two, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setattr(work_budget, "PROGRAM", work_budget.Allowance(10**9, 1.0))
    monkeypatch.setattr(work_budget, "ADDRESS", work_budget.Allowance(10**9, 1.0))
    monkeypatch.setattr(work_budget, "ACCOUNT", work_budget.Allowance(10**9, 1.0))
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", app)
    token = a_token(database, two.alice.account_id)
    # Its client does not unpack what it asks to be packed.
    schema.config.headers = {"Authorization": f"Bearer {token}", "Accept-Encoding": "identity"}
    return schema


OPERATIONS = [
    (method, rule)
    for rule, access in ROUTES.items()
    if access is PROGRAM
    for method in (("GET", "PUT", "DELETE") if "<uid>" in rule else ("GET",))
]


ASKED = [
    (method, rule, mode)
    for method, rule in OPERATIONS
    for mode in GenerationMode
    if mode is GenerationMode.POSITIVE or rule not in TAKES_NOTHING
]


@pytest.mark.parametrize(("method", "rule", "mode"), ASKED)
def test_every_answer_is_as_described_whatever_is_asked(
    described: Any, method: str, rule: str, mode: GenerationMode
) -> None:
    operation = described[rule.replace("<uid>", "{uid}")][method]
    may_not_fit = method != "GET" or rule in NOT_TOGETHER
    excluded: list[Any] = [checks.positive_data_acceptance] if may_not_fit else []

    @hypothesis_settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=SLOW)
    @given(case=operation.as_strategy(generation_mode=mode))
    def ask(case: Case[Any]) -> None:
        case.call_and_validate(excluded_checks=excluded)

    ask()
