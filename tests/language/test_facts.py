"""What a rule read is told in words, whatever it found."""

from __future__ import annotations

import pytest

from tests.builders import check_in, diary, good_morning, on, run, session, walk
from tracker.language.facts import inputs
from tracker.progression.diary import Kind, Sensation
from tracker.progression.protocol_document.reader import shipped
from tracker.progression.rules import RULES, verdict
from tracker.progression.rules.readiness import PainGone
from tracker.progression.timeline import timeline
from tracker.progression.verdict import Decision, Finding


def findings() -> list[Finding]:
    """Everything the rules say of a diary with a bit of everything in it."""
    book = diary(
        check_in(0, 4, red_flags=("E1", "U2")),
        *(good_morning(day) for day in range(1, 20)),
        walk(2),
        run(3),
        run(4),
        session(9, Kind.BIKE, 20, sensation=Sensation.SHARP),
    )
    return [
        finding
        for day in timeline(shipped(), book, on(25))
        for finding in verdict(day.protocol, day.standing).findings
    ]


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_names_what_it_read(rule: str) -> None:
    named = [inputs(finding, shipped()) for finding in findings() if finding.rule == rule]
    assert all(named)
    assert all(name and words for facts in named for name, words in facts)


def test_facts_are_told_as_people_say_them() -> None:
    said = {pair for finding in findings() for pair in inputs(finding, shipped())}
    assert {
        ("open signs", "E1, U2"),
        ("since", "Wednesday 1 April"),
        ("run day looked at", "none"),
        ("pain today", "yes"),
        ("painkiller today", "no"),
        ("stage", "Cross-train"),
        ("longest jogging of a run today", "20 min"),
        ("the first week's middle score", "0"),
    } <= said


def test_pain_is_said_to_be_above_what_is_allowed() -> None:
    facts = PainGone(
        protecting=False, today=False, last=None, grave=False, pain_free_days=0, needed=2
    )
    named = inputs(
        Finding("pain-gone", Decision.CLEARED, facts), shipped().tuned("pain_allowed", 1)
    )
    assert ("pain today above the 1 point allowed", "no") in named
