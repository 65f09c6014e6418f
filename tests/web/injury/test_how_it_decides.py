"""How this decides: what the protocol says, and beside it what counts for the reader."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.web.pages import text_of
from tracker.progression.protocol import Grade, Number, RuleBasis
from tracker.progression.protocol_document.reader import shipped
from tracker.reports.authority import GRADES, ORIGINS

if TYPE_CHECKING:
    from tests.web.pages import PageClient


def said(client: PageClient) -> str:
    return text_of(client.page("/how-this-decides").find(".//main"))


@pytest.mark.usefixtures("signed_in")
def test_a_number_set_for_the_reader_stands_beside_the_protocols(client: PageClient) -> None:
    client.submit("/numbers/pain_allowed", value="1", by="Dr Okafor")
    client.submit("/numbers/clean_runs_step_1", value="5")
    page = client.page("/how-this-decides")
    words = text_of(page.find(".//main"))
    assert text_of(page.find(".//tr[@id='step-1']/td[2]")) == "5"
    allowed = (
        "Pain that is still allowed: 0 points. For you 1 point since 1 May 2026, set by Dr Okaf"
    )
    assert allowed in words
    assert "You go one step back after pain of 3 or more" in words
    assert "3 runs. For you 5 runs since 1 May 2026, set by you" in words
    assert "For you 40 minutes since 1 April 2026, set by you" in words
    assert "stands beside it, and under Your numbers" in words


@pytest.mark.usefixtures("with_account")
def test_whoever_has_no_injury_here_reads_the_protocols_numbers_alone(client: PageClient) -> None:
    words = said(client)
    assert "Pain that is still allowed: 0 points" in words
    assert "For you" not in words
    assert "Your numbers" not in words


@pytest.mark.usefixtures("with_account")
def test_every_number_rule_and_step_says_its_grade_beside_its_origin(client: PageClient) -> None:
    page, protocol = client.page("/how-this-decides"), shipped()
    about: dict[str, Number | RuleBasis] = {**protocol.rules}
    about |= {f"number-{name}": number for name, number in protocol.origins.items()}
    for part, cell in about.items():
        words = text_of(page.find(f".//*[@id='{part}']"))
        assert f"{ORIGINS[cell.origin]}" in words, part
        assert f"Grade: {GRADES[cell.grade]}." in words, part
    steps = text_of(page.find(".//ul[@class='small soft']"))
    assert {GRADES[step.grade] for step in protocol.steps} <= set(
        re.findall(r"Grade: (.+?)\.", steps)
    )


def test_each_grade_is_said_in_words_of_its_own() -> None:
    assert set(GRADES) == set(Grade)
    assert len(set(GRADES.values())) == len(Grade)
