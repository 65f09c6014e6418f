"""A rule added by the steps of docs/contributing.md alone is asked, worded and shown everywhere."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.web.addresses import NAMED, OWN, SHARED
from tests.web.household import (  # noqa: F401
    Two,
    app_of_two,
    ask,
    client_of,
    database_of_two,
    furnished_house,
    one_clock,
    two_people,
    whole_text,
)
from tests.web.routes import rules
from tracker.language.rules import WORDS
from tracker.language.rules.words import Words
from tracker.progression.protocol_document import reader
from tracker.progression.rules import RULES
from tracker.progression.rules.rule import Rule
from tracker.progression.verdict import Decision

if TYPE_CHECKING:
    from flask import Flask

    from tracker.progression.protocol import RehabProtocol
    from tracker.progression.standing import Draft

SHOES = "worn-out-shoes"
DOCUMENT = f"""
[rules.{SHOES}]
title = "Your shoes still carry you"
origin = "default"
grade = "default"
sources = []
note = "Shoes wear out."
"""


class Shoes(NamedTuple):
    """How far they were run."""

    run_seconds: int


def worn_out(_protocol: RehabProtocol, standing: Draft) -> tuple[Decision, Shoes]:
    """Are the shoes worn out? They always are here."""
    return Decision.HOLD, Shoes(standing.today.longest_run)


def worded(_decision: Decision, _facts: Shoes, _protocol: RehabProtocol) -> str:
    return "Your shoes are worn out."


@pytest.fixture
def one_rule_more(monkeypatch: pytest.MonkeyPatch) -> None:
    """The places of a rule, as the guide for contributors lists them."""
    monkeypatch.setitem(RULES, SHOES, Rule(SHOES, worn_out))
    words = Words(
        worded,
        answer=lambda _, __: "Worn out",
        facts={"run_seconds": "jogged in them today"},
        why_not="the shoes were worn out",
        held_by="worn-out shoes",
    )
    monkeypatch.setitem(WORDS, SHOES, words)
    shipped = files("tracker.progression") / "protocols" / "return_to_run_1.toml"
    protocol = reader.parse(shipped.read_text("utf-8") + DOCUMENT)
    monkeypatch.setitem(reader._dropped_in, protocol.id, protocol)


@pytest.mark.slow
@pytest.mark.usefixtures("one_rule_more")
def test_every_page_opens_with_one_rule_more(app: Flask, two: Two) -> None:
    for rule in rules(app, OWN, NAMED, SHARED):
        if "GET" in (rule.methods or ()):
            answer = ask(app, two.alice.token, two.alice.address(rule))
            assert answer.status_code in {200, 303}, f"{rule.rule}: {answer.status}"


@pytest.mark.slow
@pytest.mark.usefixtures("one_rule_more")
@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/", "Your shoes are worn out."),
        ("/", "jogged in them today"),
        ("/history", "worn-out shoes"),
        ("/how-this-decides", "Your shoes still carry you"),
        ("/export/days.csv", SHOES),
    ],
)
def test_the_rule_is_named_where_rules_are(app: Flask, two: Two, address: str, said: str) -> None:
    assert said in whole_text(ask(app, two.alice.token, address))


@pytest.mark.usefixtures("one_rule_more")
def test_how_many_rules_there_are_is_counted(app: Flask, two: Two) -> None:
    page = whole_text(ask(app, two.alice.token, "/how-this-decides"))
    assert f"Every day {len(RULES)} questions are asked." in page
