"""days.csv: what was decided, one row a day."""

from __future__ import annotations

import csv
from dataclasses import replace

from tests import builders
from tests.builders import check_in, diary, good_morning, on, session, walk
from tests.courses import obedient_course
from tracker.charts import recovery_series
from tracker.exchange.own_format.days_csv import DAY_COLUMNS, days_csv
from tracker.progression.diary import Diary, Kind, Sensation
from tracker.progression.protocol_document.reader import shipped
from tracker.progression.timeline import timeline


def rows(of: Diary, until: int) -> list[dict[str, str]]:
    return [*csv.DictReader(days_csv(shipped(), of, on(until)))]


def test_the_columns_stand_in_their_order() -> None:
    assert next(days_csv(shipped(), diary(), on(0))) == (
        "date,day,stage,step,decision,worst_pain,sensation,run_day,jog_minutes,walk_minutes,"
        "deviation,rules\r\n"
    )
    assert len(DAY_COLUMNS) == 12


def test_a_day_without_entries_has_a_row_with_empty_cells() -> None:
    assert rows(diary(), 0) == [
        {
            "date": "2026-04-01",
            "day": "0",
            "stage": "protect",
            "step": "1",
            "decision": "hold",
            "worst_pain": "",
            "sensation": "",
            "run_day": "",
            "jog_minutes": "",
            "walk_minutes": "",
            "deviation": "",
            "rules": "pain-gone;check-in-today;walk-first",
        }
    ]


def test_a_run_before_its_time_shows_as_a_deviation_with_its_minutes() -> None:
    jog = session(0, Kind.WALK_JOG, 30, jog=7.5, walk=22.5, sensation=Sensation.SORENESS)
    (row,) = rows(diary(good_morning(0), jog), 0)
    assert (row["run_day"], row["deviation"]) == ("yes", "yes")
    assert (row["jog_minutes"], row["walk_minutes"]) == ("7.5", "22.5")
    assert (row["worst_pain"], row["sensation"]) == ("0", "soreness")


def test_the_worst_of_the_day_is_shown_whichever_entry_has_it() -> None:
    bike = session(0, Kind.BIKE, 20, pain=1, sensation=Sensation.SHARP)
    (row,) = rows(diary(good_morning(0), check_in(0, 4, at=builders.EVENING), bike), 0)
    assert (row["worst_pain"], row["sensation"]) == ("4", "sharp")
    assert (row["decision"], row["jog_minutes"]) == ("stop", "0")


def test_all_of_a_walk_is_walking() -> None:
    (row,) = rows(diary(walk(0, 35)), 0)
    assert row["walk_minutes"] == "35"
    assert row["run_day"] == ""


def test_the_step_is_empty_from_build_on() -> None:
    by_stage = {row["stage"]: row["step"] for row in rows(obedient_course(), 55)}
    assert [step for stage, step in by_stage.items() if step] == ["1", "1", "7", "9"]
    assert by_stage["build"] == by_stage["returned"] == ""


def test_walked_minutes_are_those_of_the_chart() -> None:
    walked = replace(walk(0, 40), walk_seconds=30 * builders.MINUTE)
    of = diary(walked)
    (row,) = rows(of, 0)
    outcomes = list(timeline(shipped(), of, on(0)))
    (point,) = recovery_series(shipped(), of, outcomes, on(0)).points
    assert row["walk_minutes"] == "40"
    assert point.walk_seconds == 40 * builders.MINUTE
