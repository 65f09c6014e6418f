"""What takes long has an allowance for each link, account and address, which refills."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.web.conftest import Clock
from tests.web.pages import words_of
from tracker.services.access import share_links
from tracker.web.kit import work_budget
from tracker.web.kit.work_budget import (
    ACCOUNT,
    ADDRESS,
    LINK,
    SHEET,
    Allowance,
    WorkBudget,
)
from tracker.web.reading import chart_responses

if TYPE_CHECKING:
    from flask import Flask
    from flask.testing import FlaskClient

    from tests.web.conftest import SignedIn
    from tracker.storage.database import Database
    from tracker.web.kit.work_budget import Budget


def test_an_allowance_is_used_up_and_refills_with_time() -> None:
    clock = Clock()
    budget = WorkBudget(clock)
    ada = [(("account", "ada"), Allowance(10, 2.0))]
    assert [budget.spend(ada, 4) for _ in range(3)] == [0, 0, 4]
    assert budget.spend([(("account", "bob"), Allowance(10, 2.0))], 10) == 0
    clock.move(seconds=4)
    assert budget.spend(ada, 4) == 0
    assert budget.spend(ada, 1) == 2
    clock.move(seconds=996)
    assert [budget.spend(ada, 10) for _ in range(2)] == [0, 20]


def test_a_clock_set_back_keeps_nobody_waiting_until_it_has_caught_up() -> None:
    clock = Clock()
    budget = WorkBudget(clock)
    ada = [(("account", "ada"), Allowance(10, 2.0))]
    assert budget.spend(ada, 10) == 0
    clock.move(days=-1)
    assert budget.spend(ada, 1) == 2
    clock.move(seconds=2)
    assert budget.spend(ada, 1) == 0


def test_nothing_is_taken_from_one_allowance_where_another_has_too_little() -> None:
    budget = WorkBudget(Clock())
    large, small = (("account", 1), Allowance(10, 1.0)), (("address", "x"), Allowance(4, 1.0))
    assert budget.spend([large, small], 4) == 0
    for _ in range(9):
        assert budget.spend([large, small], 1) == 1
    assert budget.spend([large], 6) == 0


def test_what_was_spent_longest_ago_is_forgotten_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work_budget, "_MOST_REMEMBERED", 2)
    budget = WorkBudget(Clock())
    once = Allowance(1, 1.0)
    for name in "abc":
        assert budget.spend([(("account", name), once)], 1) == 0
    assert [budget.spend([(("account", name), once)], 1) for name in "cba"] == [1, 1, 0]


@pytest.fixture
def spent(app: Flask) -> Budget:
    """The app's own budget."""
    budget: Budget = app.extensions["work_budget"]
    return budget


@pytest.fixture
def sheets(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The PDFs that were made; making one takes long, so that none is here."""
    made: list[str] = []
    from tracker.exchange.clinician import sheet

    def make(*_: object, **_named: object) -> bytes:
        made.append("one")
        return b"%PDF-1.7"

    monkeypatch.setattr(sheet, "clinician_pdf", make)
    monkeypatch.setattr(chart_responses, "picture_of", lambda *_: b"")
    return made


@pytest.mark.slow
def test_a_link_makes_so_many_pdfs_and_then_waits_and_the_runner_is_not_kept_waiting(
    client: FlaskClient, signed_in: SignedIn, database: Database, clock: Clock, sheets: list[str]
) -> None:
    token = share_links.share(
        database,
        signed_in.account_id,
        signed_in.episode_id,
        shared_with="Dr Okafor",
        with_notes=False,
        days=7,
        now=clock(),
    )
    link = f"/shared/{token}/clinician.pdf"
    days = [f"?first=2026-04-{day:02}&paper={paper}" for day in range(1, 29) for paper in "ab"]
    days = [day.replace("paper=a", "paper=a4").replace("paper=b", "paper=letter") for day in days]
    answers = [client.get(link + asked) for asked in days]
    statuses = [answer.status_code for answer in answers]
    most = LINK.at_once // SHEET
    assert statuses.count(200) == len(sheets) <= most
    assert statuses == [200] * len(sheets) + [429] * (len(days) - len(sheets))
    last = answers[-1]
    assert int(last.headers["Retry-After"]) > 0
    assert "keeps the tracker from others" in words_of(last)
    assert client.get(link + days[0]).status_code == 200  # made before: it costs nothing
    assert len(sheets) <= most
    assert client.get("/clinician.pdf?first=2026-04-28&paper=letter").status_code == 200


def test_files_to_read_count_for_the_account(
    client: FlaskClient, signed_in: SignedIn, spent: Budget
) -> None:
    assert spent.spend([(("account", signed_in.account_id), ACCOUNT)], ACCOUNT.at_once) == 0
    assert client.get("/export/everything.zip").status_code == 429
    assert client.get("/export/episode.zip").status_code == 429


@pytest.mark.usefixtures("signed_in")
def test_an_address_has_an_allowance_of_its_own(client: FlaskClient, spent: Budget) -> None:
    assert spent.spend([(("address", "127.0.0.1"), ADDRESS)], ADDRESS.at_once) == 0
    assert client.get("/export/everything.zip").status_code == 429
    elsewhere = {"REMOTE_ADDR": "192.0.2.1"}
    assert client.get("/export/everything.zip", environ_overrides=elsewhere).status_code == 200
