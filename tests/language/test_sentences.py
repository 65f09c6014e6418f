"""Every finding, plan and change has its sentence."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

import pytest

from tests.builders import episode, on
from tests.language.stories import verdicts
from tests.progression.expectations import Answer
from tests.progression.happenings import Teller
from tracker.language.facts import inputs
from tracker.language.names import stage_name
from tracker.language.phrases import minutes, step_text, step_within
from tracker.language.rules import WORDS, sentence, sentence_of_past, short_answer, title
from tracker.language.sentences import place, stage_clears
from tracker.progression.ladder import Prescription
from tracker.progression.protocol import LADDER, Stage
from tracker.progression.protocol_document.reader import shipped
from tracker.progression.rules import RULES
from tracker.progression.rules.readiness import CheckInToday, PainGone
from tracker.progression.rules.spacing import MorningAfter, Painkiller, RestBetweenRuns
from tracker.progression.rules.trends import PastWindow
from tracker.progression.verdict import Decision, Finding

if TYPE_CHECKING:
    from datetime import date

PROTOCOL = shipped()
PAINLESS = PainGone(
    protecting=False, today=False, last=None, grave=False, pain_free_days=1, needed=2
)
NEVER_SAID = re.compile(r"violat|fail|diagnos|heal|punish|bad|forbid|None", re.IGNORECASE)
EVER = {
    "red-flag": "cleared refer",
    "signs-asked": "cleared hold",
    "sharp-pain": "cleared hold stop",
    "pain-gone": "cleared caution hold",
    "check-in-today": "cleared hold",
    "walk-first": "cleared hold",
    "rest-between-runs": "cleared hold",
    "one-run-a-day": "cleared hold",
    "morning-after": "cleared caution hold",
    "painkiller": "cleared caution hold",
    "more-than-planned": "cleared hold",
    "longest-run": "caution cleared",
    "lay-off": "caution cleared",
    "cross-training": "caution cleared",
    "worsening": "caution cleared",
    "not-improving": "caution cleared",
    "stalled": "caution cleared",
    "past-window": "caution cleared",
    "stepped-back-twice": "caution cleared",
}


@cache
def said() -> dict[str, dict[str, set[str]]]:
    """What every rule says in all the stories, by its decision."""
    sentences: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for verdict in verdicts():
        for finding in verdict.findings:
            sentences[finding.rule][finding.decision.word].add(sentence(finding, PROTOCOL))
    return sentences


@pytest.mark.parametrize("rule", RULES)
def test_each_rule_has_a_sentence_of_its_own_for_each_decision(rule: str) -> None:
    by_decision = said()[rule]
    assert " ".join(sorted(by_decision, key=EVER[rule].split().index)) == EVER[rule]
    for decision, sentences in by_decision.items():
        if decision not in {"cleared", "caution"}:
            assert not sentences & by_decision["cleared"]


@pytest.mark.parametrize("rule", RULES)
def test_no_sentence_blames_or_promises(rule: str) -> None:
    for sentences in said()[rule].values():
        for text in sentences:
            assert text.endswith("."), text
            assert not NEVER_SAID.search(text), text


def test_only_rules_that_never_hold_are_left_out_of_refusals() -> None:
    assert {rule for rule, words in EVER.items() if words == "caution cleared"} == {
        rule.id for rule in RULES.values() if rule.only_warns
    }
    for rule, words in WORDS.items():
        assert bool(words.why_not) is bool(words.held_by) is not RULES[rule].only_warns


def test_a_sentence_names_the_day_it_may_change() -> None:
    taken = Finding("painkiller", Decision.HOLD, Painkiller(taken=True, last_evening=False))
    said = "If your answers are good, this changes on Friday 3 April at the earliest."
    assert sentence(taken, PROTOCOL, on(2)).endswith(said)
    assert "changes" not in sentence(taken, PROTOCOL)
    cleared = Finding("painkiller", Decision.CLEARED, Painkiller(taken=False, last_evening=False))
    assert "changes" not in sentence(cleared, PROTOCOL, on(2))
    silent = Finding("check-in-today", Decision.HOLD, CheckInToday(0, 0))
    assert "changes" not in sentence(silent, PROTOCOL, on(2))


def test_a_longer_rest_is_named_as_such() -> None:
    done = Finding("rest-between-runs", Decision.CLEARED, RestBetweenRuns(None, 2))
    assert sentence(done, PROTOCOL) == "Your rest days are done."
    held = sentence(
        Finding("rest-between-runs", Decision.HOLD, RestBetweenRuns(on(0), 2)), PROTOCOL
    )
    assert held == "You ran on Wednesday 1 April. Rest today: after a run come 2 days without one."
    held = sentence(
        Finding("rest-between-runs", Decision.HOLD, RestBetweenRuns(on(0), 1)), PROTOCOL
    )
    assert held == "You ran yesterday. Rest today: no running on days in a row."


def test_a_run_before_a_run_day_is_told_so() -> None:
    facts = RestBetweenRuns(on(1), 1, next_day=True)
    words = sentence(Finding("rest-between-runs", Decision.HOLD, facts), PROTOCOL)
    assert words == "You ran on Thursday 2 April: that would be two run days in a row."


def test_minutes_show_seconds_only_where_there_are_any() -> None:
    assert [minutes(n) for n in (60, 90, 3605, None)] == ["1 min", "1:30 min", "60:05 min", "0 min"]


def test_a_plan_is_one_line() -> None:
    assert step_text(Prescription(240, 60, 5)) == "Walk 4 min, jog 1 min, 5 times"
    assert step_text(Prescription(60, 600, 1)) == "Walk 1 min, jog 10 min, once"
    assert step_text(Prescription(0, 1500, 1)) == "Jog 25 min"


def test_a_plan_within_a_sentence_is_the_same_line() -> None:
    for plan in (Prescription(240, 60, 5), Prescription(60, 600, 1), Prescription(0, 1500, 1)):
        assert step_within(plan) == step_text(plan).lower()


def test_a_step_is_not_spoken_of_where_there_may_be_none() -> None:
    facts = MorningAfter(on(0), pending=False)
    words = sentence(Finding("morning-after", Decision.CAUTION, facts), PROTOCOL)
    assert "step" not in words


@pytest.mark.parametrize("last", [None, on(3)])
def test_pain_after_the_return_is_advice_and_no_order_to_wait(last: date | None) -> None:
    facts = PAINLESS._replace(today=last is None, last=last)
    said = {
        decision: sentence(Finding("pain-gone", decision, facts), PROTOCOL)
        for decision in (Decision.CAUTION, Decision.HOLD)
    }
    assert (
        f"There was pain {'today' if last is None else 'on Saturday 4 April'}"
        in said[Decision.CAUTION]
    )
    assert "Wait" not in said[Decision.CAUTION]
    assert "Wait" in said[Decision.HOLD]


def test_pain_that_is_allowed_is_not_said_to_be_none() -> None:
    clear = Finding("pain-gone", Decision.CLEARED, PAINLESS)
    assert sentence(clear, PROTOCOL) == "No pain recorded today, and what was before is over."
    words = sentence(clear, PROTOCOL.tuned("pain_allowed", 1))
    assert words.startswith("No pain recorded above the 1 point allowed today")
    late = Finding("past-window", Decision.CLEARED, PastWindow(painful=False, closes=42))
    assert "above the 2 points allowed" in sentence(late, PROTOCOL.tuned("pain_allowed", 2))


def test_the_usual_weeks_are_said_of_hamstrings_alone() -> None:
    for decision in (Decision.CLEARED, Decision.CAUTION):
        finding = Finding("past-window", decision, PastWindow(bool(decision), 42))
        assert "beyond the usual two to six weeks of a hamstring" in sentence(finding, PROTOCOL)


CLAIMS = re.compile(r"\b(No|is|are|has|have|came|kept|rested|rise)\b")


@pytest.mark.parametrize("rule", PROTOCOL.rules)
def test_the_name_of_a_check_claims_nothing(rule: str) -> None:
    assert not CLAIMS.search(PROTOCOL.rules[rule].title)


@pytest.mark.parametrize(
    ("happenings", "rule", "answer"),
    [
        ("-", "pain-gone", "Not yet"),
        ("feels 2", "pain-gone", "Pain today"),
        ("-", "check-in-today", "Not yet"),
        ("feels 8", "signs-asked", "Not answered yet"),
        ("-", "worsening", "Too few scores"),
        ("bike 9 felt sharp", "sharp-pain", "Today"),
    ],
)
def test_the_answer_of_a_check_fits_its_name(happenings: str, rule: str, answer: str) -> None:
    teller = Teller(episode())
    teller.tell(0, happenings)
    finding = next(f for f in Answer(teller).verdict.findings if f.rule == rule)
    assert short_answer(finding) == answer


def test_the_morning_after_a_run_is_answered_whatever_it_answered() -> None:
    teller = Teller(episode())
    for day in range(3):
        teller.tell(day, "obeys")
    for pain, answer in ((None, "Not asked yet"), (3, "Nothing open")):
        teller.tell(3, "-" if pain is None else f"feels {pain}")
        finding = next(f for f in Answer(teller).verdict.findings if f.rule == "morning-after")
        assert short_answer(finding) == answer


OF_TODAY = re.compile(r"\b([Tt]oday|[Yy]esterday|this (morning|evening))\b")


@cache
def said_of_past() -> dict[str, set[str]]:
    """What every rule says of a past day, in all the stories, against a run on it."""
    sentences: dict[str, set[str]] = defaultdict(set)
    for verdict in verdicts():
        for finding in verdict.against:
            words = [sentence_of_past(finding, PROTOCOL)]
            words += [name for name, _ in inputs(finding, PROTOCOL, is_past=True)]
            words.append(title(finding.rule, PROTOCOL, is_past=True))
            sentences[finding.rule].update(words)
    return sentences


@pytest.mark.parametrize("rule", [it.id for it in RULES.values() if not it.only_warns])
def test_what_a_past_day_held_against_a_run_is_not_said_of_today(rule: str) -> None:
    assert said_of_past()[rule]
    for words in said_of_past()[rule]:
        assert not OF_TODAY.search(words), words


def test_every_stage_has_a_name_and_what_it_clears() -> None:
    assert all(stage_name(stage) for stage in Stage)
    for stage in Stage:
        assert ("day at most" in stage_clears(stage, rest_days=1)) == (stage in LADDER)
    run = "Easy running without walking, every {} day at most."
    for days, how_often in enumerate(("other", "third", "fourth", "fifth", "sixth", "seventh"), 1):
        assert stage_clears(Stage.RUN, rest_days=days) == run.format(how_often)
    assert place(Stage.RUN, 8) == "Run, step 8"
    assert place(Stage.RETURNED, None) == "Returned"
