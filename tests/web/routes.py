"""Which addresses a test goes through: those of some people, a few of them or all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.quickly import quickly
from tests.web.addresses import ROUTES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from _pytest.mark import ParameterSet
    from flask import Flask
    from werkzeug.routing import Rule

    from tests.web.addresses import Access

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE")
EACH_METHOD = quickly(METHODS, "GET")
# A few of each kind of access, and of each kind of answer: a page, a form, a picture, a file. Quick
# tests try these addresses, and the slow run tries all of them by the same tests.
FEW = (
    "/",
    "/account",
    "/account/log",
    "/account/sign-ins/<int:sign_in_id>/end",
    "/calendar/feed/<token>.ics",
    "/calendar/plan.ics",
    "/check-in",
    "/check-ins/<uid>/edit",
    "/clinician",
    "/clinicians/<int:consent_id>/notes",
    "/consent/<token>",
    "/episodes/<int:episode_id>",
    "/episodes/<int:episode_id>/history",
    "/episodes/<int:episode_id>/progress/<name>.<suffix>",
    "/export/<int:episode_id>/<name>",
    "/export/<name>",
    "/history",
    "/how-this-decides",
    "/import/archive",
    "/imports/<int:import_id>/undo",
    "/numbers",
    "/people",
    "/people/<int:account_id>",
    "/people/<int:account_id>/administrator",
    "/practice",
    "/practice/<int:consent_id>/",
    "/practice/<int:consent_id>/answer",
    "/practice/<int:consent_id>/clinician.pdf",
    "/proposals",
    "/proposals/<int:proposal_id>/accept",
    "/protocols/<protocol_id>",
    "/reminders/stop/<token>",
    "/reset/<token>",
    "/session",
    "/sessions/<uid>/delete",
    "/shared/<token>/",
    "/shared/<token>/answer",
    "/shared/<token>/history",
    "/sign-in",
    "/undo/<int:change_id>",
)
EVERY = tuple(ROUTES)
FEW_OR_EVERY = (
    pytest.param(FEW, id="a few addresses"),
    pytest.param(EVERY, marks=pytest.mark.slow, id="every address"),
)


def few_or_every(*methods: str) -> list[ParameterSet]:
    """Each method at every address, and before, in the quick run, the first of them at a few."""
    few = pytest.param(methods[0], FEW, id=f"{methods[0]}-a few addresses")
    every = [
        pytest.param(it, EVERY, marks=pytest.mark.slow, id=f"{it}-every address") for it in methods
    ]
    return [few, *every]


def rules(app: Flask, *which: Access, among: Collection[str] = EVERY) -> Iterator[Rule]:
    """Return the rules of some kinds of access, `among` some addresses."""
    ours = (rule for rule in app.url_map.iter_rules() if ROUTES[rule.rule] in which)
    return (rule for rule in ours if rule.rule in among)
