"""What an archive of a test holds, piece by piece."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tests.exchange.archive import made
from tests.exchange.archive.made import FitSession, Stretch
from tracker.exchange.archive.activity import Activity, Unreadable
from tracker.exchange.archive.opened import open_archive

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tracker.exchange.archive.activity import Piece
    from tracker.progression.diary import Kind

SIX = datetime(2026, 3, 1, 6, 0, tzinfo=UTC)
WHEN = "Mar 1, 2026, 6:00:00 AM"


def pieces(path: Path, begin: int = 0) -> list[Piece]:
    with open_archive(path, path.parent) as archive:
        return list(archive.activities(begin))


def activities(path: Path) -> list[Activity]:
    return [piece for piece in pieces(path) if isinstance(piece, Activity)]


def faults(path: Path) -> list[Unreadable]:
    return [piece for piece in pieces(path) if isinstance(piece, Unreadable)]


def takeout() -> dict[str, bytes]:
    return {
        "run.fit": made.fit(FitSession(SIX, 2400, metres=6720), points=2400, ahead_of_utc=3600),
        "ride.fit": made.fit(FitSession(SIX, 3600, made.CYCLING, 25_000), order=">"),
        "row.fit": made.fit(FitSession(SIX, 1800, made.ROWING)),
        "steps.fit": made.fit(kind=32),
        "walk.gpx": made.gpx(SIX, Stretch(1800, 1.4), kind="walking"),
        "bad.fit": b"no FIT file at all",
        "notes.txt": b"no recording",
    }


YOGA = (  # an empty element
    '<Workout workoutActivityType="HKWorkoutActivityTypeYoga" duration="0.5" durationUnit="hr"'
    ' startDate="2026-03-02 07:00:00 +0100" endDate="2026-03-02 07:30:00 +0100"/>\n'
)


def apples() -> str:
    at = "2026-03-01 07:{}:00 +0100"
    zone = '<MetadataEntry key="HKTimeZone" value="Asia/Tokyo"/>'
    ride = '<WorkoutStatistics type="HKQuantityTypeIdentifierDistanceCycling" sum="10" unit="mi"/>'
    distance = ' totalDistance="8.2" totalDistanceUnit="km"'
    run = at.format("00"), at.format("50")
    return "".join(
        [
            made.workout(
                "Running", *run, minutes=45.5, more=distance, inside=made.route("a.gpx") + zone
            ),
            made.workout("Cycling", at.format("51"), at.format("59"), minutes=8, inside=ride),
            made.workout("Walking", at.format("52"), at.format("59"), minutes=7)[:-30],
            made.workout("Rowing", at.format("53"), at.format("59"), minutes=6),
            YOGA,
        ]
    )


def of_kind(activities: Sequence[Activity], meant: Kind) -> Activity:
    return next(activity for activity in activities if activity.kind is meant)
