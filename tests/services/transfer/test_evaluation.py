"""A day's decision as plain values, exactly as the files' contract names them."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from tests.builders import check_in, diary, episode, good_morning, on, planned, run, session, walk
from tests.courses import obedient_course
from tracker.progression.diary import CheckIn, Diary, Kind, Sensation, SessionLog
from tracker.progression.episode import Clearance, Setting
from tracker.progression.ladder import Prescription
from tracker.progression.protocol_document.reader import shipped
from tracker.progression.rules import RULES
from tracker.services.transfer.evaluation import BeforeOnsetError, each_day, evaluate

STEP_ONE = Prescription(240, 60, 5)


def evaluated(of: Diary, day: int) -> dict[str, Any]:
    return evaluate(of, shipped(), on(day))


def finding(of: dict[str, Any], rule: str) -> dict[str, Any]:
    return next(f for f in of["findings"] if f["rule"] == rule)


def on_the_ladder() -> Diary:
    """First walk/jog on day 7, done as planned."""
    return obedient_course(7)


def test_every_key_is_there_in_its_order_and_is_plain_json() -> None:
    answer = evaluated(on_the_ladder(), 8)
    assert list(answer) == [
        "on", "stage", "step", "clean_runs", "decision", "next_run", "prescription", "findings",
        "deviations", "window", "pain_free_since", "cross_training", "engine",
    ]  # fmt: skip
    assert json.loads(json.dumps(answer)) == answer
    assert [f["rule"] for f in answer["findings"]] == list(RULES)
    assert all(list(f) == ["rule", "decision", "until", "reason"] for f in answer["findings"])
    assert all(f["reason"] for f in answer["findings"])


def test_the_day_after_a_run_holds_until_the_day_after() -> None:
    answer = evaluated(on_the_ladder(), 8)
    assert (answer["on"], answer["stage"], answer["step"]) == ("2026-04-09", "walk_jog", 1)
    assert (answer["decision"], answer["next_run"]) == ("hold", "2026-04-10")
    assert answer["prescription"] == {"walk_seconds": 240, "jog_seconds": 60, "repeats": 5}
    held = finding(answer, "rest-between-runs")
    assert (held["decision"], held["until"]) == ("hold", "2026-04-10")
    assert finding(answer, "walk-first") | {"reason": ""} == {
        "rule": "walk-first",
        "decision": "cleared",
        "until": None,
        "reason": "",
    }


def test_an_obedient_course_goes_home_on_day_55() -> None:
    days = list(each_day(obedient_course(), shipped(), on(55)))
    assert len(days) == 56
    entered = {day["stage"]: day for day in reversed(days)}
    assert {stage: day["window"]["day"] for stage, day in entered.items()} == {
        "protect": 0, "cross_train": 6, "walk_jog": 7, "run": 37, "build": 45, "returned": 55,
    }  # fmt: skip
    assert all(day["deviations"] == [] for day in days)


def test_clean_runs_are_those_that_count_where_the_runner_stands() -> None:
    days = list(each_day(obedient_course(), shipped(), on(55)))
    assert [days[n]["clean_runs"] for n in (0, 7, 8, 9, 11, 13)] == [0, 0, 0, 1, 2, 0]
    assert [days[n]["clean_runs"] for n in (52, 53, 54)] == [0, 1, 1]
    assert days[55]["clean_runs"] is None


def test_the_step_is_null_and_the_plan_goes_on_in_build() -> None:
    timeline = obedient_course()
    build, home = evaluated(timeline, 46), evaluated(timeline, 55)
    assert (build["step"], build["prescription"]["repeats"]) == (None, 1)
    assert (home["step"], home["prescription"]) == (None, None)


def test_each_day_stands_as_it_did_at_its_end() -> None:
    timeline = obedient_course(20)
    for day in each_day(timeline, shipped(), on(20)):
        number = day["window"]["day"]
        past = diary(*(r for r in _records(timeline) if r.date <= on(number)))
        assert evaluated(past, number) == day


def test_what_is_dated_later_is_not_read() -> None:
    later = episode(
        settings=[Setting(name="pain_free_days", value=5, date=on(2))],
        clearances=[Clearance(date=on(2), by="Dr. Ada")],
    )
    bladder = check_in(1, 1, red_flags=["E1"])
    with_later = evaluated(diary(bladder, good_morning(2), run(2), of=later), 1)
    assert with_later == evaluated(diary(bladder), 1)
    assert (with_later["decision"], with_later["next_run"]) == ("refer", None)
    assert finding(with_later, "red-flag")["until"] is None


def test_a_screen_answered_later_does_not_lock_today() -> None:
    screened = diary(of=replace(episode(screening=["pregnant"]), screened_on=on(3)))
    assert (evaluated(screened, 2)["decision"], evaluated(screened, 3)["decision"]) == (
        "hold",
        "refer",
    )
    assert evaluated(screened, 2)["next_run"] == "2026-04-05"


def test_a_deviation_is_listed_once_for_each_run_with_its_rules() -> None:
    early = diary(good_morning(0), run(0), run(1), good_morning(2))
    assert evaluated(early, 2)["deviations"] == [
        {"date": "2026-04-01", "rules": ["pain-gone", "walk-first"]},
        {
            "date": "2026-04-02",
            "rules": [
                "pain-gone",
                "check-in-today",
                "walk-first",
                "rest-between-runs",
                "morning-after",
            ],
        },
    ]


def test_sharp_pain_stops_however_low_its_score() -> None:
    sharp = session(9, Kind.BIKE, 20, pain=1, sensation=Sensation.SHARP)
    records = [*_records(obedient_course(8)), good_morning(9), sharp]
    answer = evaluated(diary(*records), 9)
    assert (answer["decision"], answer["stage"], answer["step"]) == ("stop", "protect", 1)


def test_soreness_scored_zero_keeps_a_day_pain_free() -> None:
    sore = [check_in(n, 0, Sensation.SORENESS) for n in range(4)]
    answer = evaluated(diary(*sore), 3)
    assert (answer["pain_free_since"], answer["stage"]) == ("2026-04-01", "cross_train")


def test_pain_beyond_the_window_is_said_without_blame() -> None:
    answer = evaluated(diary(check_in(43, 2)), 43)
    assert answer["window"] == {
        "day": 43,
        "position": "beyond",
        "opens": "2026-04-15",
        "closes": "2026-05-13",
    }
    assert finding(answer, "past-window")["decision"] == "caution"
    assert "two to six weeks" in finding(answer, "past-window")["reason"]
    assert answer["pain_free_since"] is None


def test_a_walk_on_the_day_after_a_run_changes_nothing() -> None:
    timeline = _records(obedient_course(7))
    without = diary(*timeline, good_morning(8))
    with_walk = diary(*timeline, good_morning(8), walk(8))
    assert evaluated(without, 8) == evaluated(with_walk, 8)


def test_two_days_after_a_run_without_its_morning_the_step_is_repeated() -> None:
    timeline = [*_records(obedient_course(6)), good_morning(7), planned(7, STEP_ONE)]
    answer = evaluated(diary(*timeline, good_morning(9)), 9)
    assert (answer["decision"], answer["next_run"]) == ("caution", "2026-04-10")
    assert (answer["step"], answer["clean_runs"]) == (1, 0)


def test_a_day_before_onset_is_refused_in_words() -> None:
    with pytest.raises(BeforeOnsetError, match=r"2026-03-31 lies before the onset, 2026-04-01"):
        evaluated(diary(), -1)
    with pytest.raises(BeforeOnsetError):
        list(each_day(diary(), shipped(), on(-1)))


def _records(of: Diary) -> list[CheckIn | SessionLog]:
    records: list[CheckIn | SessionLog] = []
    for day in of.days.values():
        records += [*day.check_ins, *day.sessions]
    return records
