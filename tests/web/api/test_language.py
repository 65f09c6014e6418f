"""A program is spoken to in the language of its account, else in the one it asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.translations.pseudo import PSEUDO
from tests.web.api.conftest import Program
from tracker import translations
from tracker.services.access import accounts

if TYPE_CHECKING:
    from flask import Flask
    from werkzeug.test import TestResponse

    from tests.web.conftest import SignedIn
    from tracker.storage.database import Database

ENGLISH, BRACKETED = "Some values are not good", "⟦Some values are not good⟧"
NOT_GOOD = "/days?limit=0"


@pytest.fixture(autouse=True)
def _german_has_brackets(monkeypatch: pytest.MonkeyPatch) -> None:
    there = {"en": translations.ENGLISH, "de": PSEUDO}
    monkeypatch.setattr(translations, "languages", lambda: there)


def title_of(answer: TestResponse) -> str:
    problem = answer.json
    assert problem is not None
    return str(problem["title"])


def faults_of(answer: TestResponse) -> list[str]:
    problem = answer.json
    assert problem is not None
    return [fault["detail"] for fault in problem["errors"]]


def test_the_account_has_chosen(
    program: Program, database: Database, with_account: SignedIn
) -> None:
    accounts.set_language(database, with_account.account_id, "de")
    assert title_of(program.get(NOT_GOOD, Accept_Language="en")) == BRACKETED
    accounts.set_language(database, with_account.account_id, "en")
    assert title_of(program.get(NOT_GOOD, Accept_Language="de")) == ENGLISH


def test_a_limit_is_said_in_it_too(program: Program) -> None:
    answer = program.get(NOT_GOOD, Accept_Language="de")
    assert faults_of(answer) == ["⟦must be a whole number from 1 to 366⟧"]
    answer = program.get("/days?limit=x", Accept_Language="de")
    assert faults_of(answer) == ["⟦Not a valid integer.⟧"]


def test_it_has_not_so_the_program_says(program: Program) -> None:
    assert title_of(program.get(NOT_GOOD, Accept_Language="de")) == BRACKETED
    assert title_of(program.get(NOT_GOOD)) == ENGLISH


def test_a_stranger_is_refused_in_the_language_asked_for(app: Flask) -> None:
    answer = Program(app, None).get("/today", Accept_Language="de")
    assert title_of(answer) == "⟦A token is needed⟧"


def test_an_answer_says_its_language_and_is_kept_for_it_alone(
    program: Program, database: Database, with_account: SignedIn
) -> None:
    accounts.set_language(database, with_account.account_id, "en")
    answer = program.get("/episodes", Accept_Language="de")
    assert answer.headers["Content-Language"] == "en"
    assert "Accept-Language" in answer.vary
