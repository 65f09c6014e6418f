"""The days of an episode, derived and for reading only, as rows of a CSV file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.entries.cells import from_seconds, from_tick
from tracker.exchange.csv_file import to_lines
from tracker.progression.diary import Sensation
from tracker.progression.review import place_of
from tracker.progression.rules import verdict
from tracker.progression.timeline import timeline

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from tracker.progression.diary import Diary, DiaryDay
    from tracker.progression.protocol import RehabProtocol
    from tracker.progression.timeline import DayOutcome

DAYS = "days.csv"
DAY_COLUMNS = (
    "date", "day", "stage", "step", "decision", "worst_pain", "sensation", "run_day",
    "jog_minutes", "walk_minutes", "deviation", "rules",
)  # fmt: skip
_BY_CAUTION = tuple(Sensation)


def days_csv(protocol: RehabProtocol, diary: Diary, until: date) -> Iterator[str]:
    """Write every day from onset on, each as it stood at its end, line by line."""
    outcome = timeline(protocol, diary, until)
    return to_lines(DAY_COLUMNS, (from_day(day, diary.day(day.standing.day)) for day in outcome))


def from_day(outcome: DayOutcome, records: DiaryDay) -> tuple[str, ...]:
    """Write a day as a row of DAY_COLUMNS; what was not recorded is an empty cell."""
    standing = outcome.standing
    stage, step = place_of(standing)
    verdict_of_day = verdict(outcome.protocol, standing)
    worst = standing.today.worst
    return (
        standing.day.isoformat(),
        str(standing.day_number),
        stage,
        "" if step is None else str(step),
        verdict_of_day.decision.word,
        "" if worst is None else str(worst),
        _worst_sensation(records),
        from_tick(bool(outcome.runs)),
        _minutes(records, standing.today.jog_seconds),
        _minutes(records, sum(s.walked_seconds for s in records.sessions)),
        from_tick(any(run.is_deviation for run in outcome.runs)),
        ";".join(finding.rule for finding in verdict_of_day.against),
    )


def _worst_sensation(records: DiaryDay) -> str:
    felt = [c.sensation for c in records.check_ins]
    felt += [s.sensation for s in records.sessions if s.sensation is not None]
    return max(felt, key=_BY_CAUTION.index, default="")


def _minutes(records: DiaryDay, seconds: int) -> str:
    """The minutes; empty where there was no session at all."""
    return from_seconds(seconds) if records.sessions else ""
