"""FIT files."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import fitdecode

from tracker.exchange.watch.track import Point, Track, UnusableError
from tracker.exchange.watch.xml_files import kind_of

if TYPE_CHECKING:
    from fitdecode import FitDataMessage

    from tracker.progression.diary import Kind

MOST_BYTES = 4_000_000  # more than a day, a point a second
_MOST_FRAMES = 400_000
SIGNATURE = b".FIT"


def read_fit(content: bytes) -> Track:
    """Read a FIT file. Raises fitdecode.FitError where it is broken."""
    points: list[Point] = []
    kind: Kind | None = None
    with fitdecode.FitReader(BytesIO(content), check_crc=fitdecode.CrcCheck.RAISE) as frames:
        for number, frame in enumerate(frames):
            if number > _MOST_FRAMES:
                raise UnusableError("holds more than a day's recording")
            if frame.frame_type != fitdecode.FIT_FRAME_DATA:
                continue
            if frame.name == "record":
                points += _point(frame, points)
            elif frame.name in {"sport", "session"}:
                kind = kind_of(str(_value(frame, "sport"))) or kind
    return Track(points, kind)


def _point(frame: FitDataMessage, before: list[Point]) -> list[Point]:
    at, metres = _value(frame, "timestamp"), _value(frame, "distance")
    if at is None:
        return []
    if metres is None:  # indoors some only keep the speed
        speed = _value(frame, "enhanced_speed") or 0.0
        last = before[-1] if before else Point(at, 0.0)
        metres = last.metres + speed * (at - last.at).total_seconds()
    cadence = _value(frame, "cadence")
    return [Point(at, float(metres), None if cadence is None else 2 * int(cadence))]


def _value(frame: FitDataMessage, name: str) -> Any:  # noqa: ANN401 - of any kind
    return frame.get_value(name, fallback=None)
