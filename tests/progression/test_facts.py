"""A finding keeps what its rule read: the page, the sentence and the audit record need it whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from tests.builders import episode, on
from tests.progression.expectations import Answer
from tests.progression.happenings import Teller
from tracker.progression.diary import Kind
from tracker.progression.ladder import Prescription
from tracker.progression.protocol import Stage
from tracker.progression.rules import RULES

if TYPE_CHECKING:
    from datetime import date

FIRST_JOG = ["obeys"] * 3  # an obedient runner without pain may jog on day 2


class Case(NamedTuple):
    """Days from onset on, and the facts of one rule at the end of the last."""

    rule: str
    days: list[str]
    facts: dict[str, Any]


def protecting(
    *, today: bool = False, last: date | None = None, pain_free_days: int
) -> dict[str, Any]:
    return {
        "protecting": True,
        "today": today,
        "last": last,
        "grave": False,
        "pain_free_days": pain_free_days,
        "needed": 2,
    }


CASES = [
    Case("red-flag", ["ok"], {"since": None, "flags": ()}),
    Case("red-flag", ["feels 1 flag E1 flag U2", "ok"], {"since": on(0), "flags": ("E1", "U2")}),
    Case("sharp-pain", ["ok"], {"event": None}),
    Case("sharp-pain", ["ok, bike 20 felt sharp", "ok"], {"event": on(0)}),
    Case("pain-gone", ["ok"], protecting(pain_free_days=1)),
    Case("pain-gone", ["ok", "-"], protecting(pain_free_days=1)),
    Case("pain-gone", ["ok", "walk 20"], protecting(pain_free_days=1)),
    Case("pain-gone", ["ok", "feels 0 painkiller"], protecting(pain_free_days=0)),
    Case("pain-gone", ["ok", "feels 2"], protecting(today=True, pain_free_days=0)),
    Case("pain-gone", ["feels 2", "ok"], protecting(last=on(0), pain_free_days=1)),
    Case("pain-gone", ["feels 2", "-", "ok"], protecting(last=on(0), pain_free_days=1)),
    Case(
        "pain-gone",
        [*FIRST_JOG, "ok, night feels 4", "ok"],
        protecting(last=on(3), pain_free_days=1) | {"grave": True},
    ),
    Case("check-in-today", ["ok, night feels 0"], {"check_ins": 1, "at_night": 1}),
    Case("check-in-today", ["night feels 0"], {"check_ins": 0, "at_night": 1}),
    Case("walk-first", ["ok"], {"stage": Stage.PROTECT, "walked_on": None, "minutes": 30}),
    Case(
        "walk-first",
        ["ok", "ok, walk 30"],
        {"stage": Stage.CROSS_TRAIN, "walked_on": on(1), "minutes": 30},
    ),
    Case(
        "walk-first",
        ["ok", "ok, walk 30", "-"],
        {"stage": Stage.CROSS_TRAIN, "walked_on": on(1), "minutes": 30},
    ),
    Case(
        "walk-first",
        ["ok", "ok, walk 30", "-", "-"],
        {"stage": Stage.CROSS_TRAIN, "walked_on": None, "minutes": 30},
    ),
    Case(
        "walk-first",
        ["ok", "ok, walk 30", "feels 2"],
        {"stage": Stage.PROTECT, "walked_on": None, "minutes": 30},
    ),
    Case("rest-between-runs", ["ok"], {"run_on": None, "rest_days": 1, "next_day": False}),
    Case(
        "rest-between-runs", ["run 5", "ok"], {"run_on": on(0), "rest_days": 1, "next_day": False}
    ),
    Case("one-run-a-day", ["run 5, run 5"], {"runs": 2}),
    Case("morning-after", ["run 5"], {"run_on": None, "pending": False}),
    Case("morning-after", ["run 5", "-"], {"run_on": on(0), "pending": True}),
    Case("morning-after", ["run 5", "-", "-"], {"run_on": on(0), "pending": False}),
    Case("painkiller", ["ok"], {"taken": False, "last_evening": False}),
    Case("painkiller", ["feels 0 painkiller"], {"taken": True, "last_evening": False}),
    Case("painkiller", ["feels 0 painkiller", "ok"], {"taken": False, "last_evening": False}),
    Case(
        "painkiller",
        ["at 18:00 feels 0 painkiller", "ok"],
        {"taken": False, "last_evening": True},
    ),
    Case(
        "painkiller",
        ["at 17:59 feels 0 painkiller", "ok"],
        {"taken": False, "last_evening": False},
    ),
    Case(
        "painkiller",
        ["untimed evening feels 0 painkiller", "ok"],
        {"taken": False, "last_evening": True},
    ),
    Case("signs-asked", ["feels 6"], {"alarm_on": None}),
    Case("signs-asked", ["feels 7", "ok"], {"alarm_on": on(0)}),
    Case("signs-asked", ["feels 7", "feels 0 denied"], {"alarm_on": None}),
    Case("signs-asked", ["feels 7 flag R1"], {"alarm_on": None}),
    Case("lay-off", ["ok"], {"last_run": None, "step": None, "plan": None}),
    Case(
        "lay-off",
        [*["obeys"] * 50, *["ok"] * 26],
        {"last_run": None, "step": None, "plan": None},
    ),
    Case(
        "lay-off",
        [*["obeys"] * 50, *["ok"] * 27],
        {"last_run": on(48), "step": 7, "plan": Prescription(60, 840, 2)},
    ),
    Case(
        "cross-training",
        ["ok", "ok, bike 20"],
        {"kind": None, "ridden_seconds": 0, "longest_seconds": 0},
    ),
    Case(
        "cross-training",
        ["ok", "ok, bike 20:01"],
        {"kind": Kind.BIKE, "ridden_seconds": 1201, "longest_seconds": 0},
    ),
    Case(
        "cross-training",
        ["ok", "ok, swim 20", "ok, swim 30"],
        {"kind": Kind.SWIM, "ridden_seconds": 1800, "longest_seconds": 1200},
    ),
    Case("more-than-planned", ["run 5, run 4"], {"jog_seconds": 300, "percent": 10, "seconds": 30}),
    Case(
        "more-than-planned",
        [*FIRST_JOG[:2], "ok, run 10"],
        {"jog_seconds": 600, "percent": 10, "seconds": 30},
    ),
    Case("longest-run", ["ok"], {"jog_seconds": 0, "longest_seconds": 0, "percent": 110}),
    Case("longest-run", ["run 5"], {"jog_seconds": 300, "longest_seconds": 0, "percent": 110}),
    Case(
        "longest-run",
        ["run 9", "run 5"],
        {"jog_seconds": 300, "longest_seconds": 540, "percent": 110},
    ),
    Case("worsening", ["feels 1"] * 13, {"now": 1.0, "before": 1.0}),
    Case("worsening", ["feels 1"] * 9, {"now": 1.0, "before": None}),
    Case(
        "worsening",
        ["feels 4"] * 7 + ["ok"] * 7 + ["feels 2"] * 7,
        {"now": 2.0, "before": 0.0},
    ),
    Case(
        "worsening",
        ["ok"] * 7 + ["ok, bike 20 scored 3"] * 7,
        {"now": 3.0, "before": 0.0},
    ),
    Case("not-improving", ["feels 4"] * 14, {"now": None, "first": None, "day": 13}),
    Case("not-improving", ["feels 4"] * 15, {"now": 4.0, "first": 4.0, "day": 14}),
    Case("stalled", ["ok"], {"since": on(0), "days": 21}),
    Case("stalled", FIRST_JOG, {"since": on(2), "days": 21}),
    Case("stalled", [*FIRST_JOG, "bike 20 felt sharp"], {"since": on(3), "days": 21}),
    Case("past-window", ["feels 2"], {"painful": False, "closes": 42}),
    Case("past-window", ["ok"] * 42 + ["feels 2"], {"painful": False, "closes": 42}),
    Case("past-window", ["ok"] * 43 + ["feels 2"], {"painful": True, "closes": 42}),
    Case("stepped-back-twice", ["bike 20 felt sharp", "bike 20 felt sharp"], {"setbacks": 2}),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule}-{len(case.days)}-days")
def test_a_finding_keeps_every_fact_its_rule_read(case: Case) -> None:
    teller = Teller(episode())
    for day, happenings in enumerate(case.days):
        for happening in happenings.split(", "):
            teller.tell(day, happening)
    facts = {finding.rule: finding.named_facts for finding in Answer(teller).verdict.findings}
    assert facts[case.rule] == case.facts


def test_the_facts_of_every_rule_are_looked_at() -> None:
    assert {case.rule for case in CASES} == set(RULES)
