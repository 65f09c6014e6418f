"""A recording as text, so that a file is parsed once however often it is looked at."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from tracker.exchange.watch.sports import Sport
from tracker.exchange.watch.values import Leg, Point, Recording
from tracker.language.recordings import Remark
from tracker.progression.diary import Kind


def dumped(recording: Recording) -> bytes:
    """Write a recording down."""
    legs = [
        leg._asdict()
        | {
            "sport": [leg.sport.kind, leg.sport.name],
            "start": leg.start.isoformat(),
            "clock": leg.clock and leg.clock.isoformat(),
        }
        for leg in recording.legs
    ]
    return json.dumps(recording._asdict() | {"legs": legs}, separators=(",", ":")).encode()


def loaded(content: bytes) -> Recording:
    """Read what `dumped` wrote."""
    stored = json.loads(content)
    legs = tuple(_leg(leg) for leg in stored["legs"])
    remarks = tuple(map(Remark, stored["remarks"]))
    return Recording(legs, stored["digest"], remarks)


def _leg(stored: dict[str, Any]) -> Leg:
    kind, name = stored["sport"]
    clock = stored["clock"]
    read = {
        "sport": Sport(kind and Kind(kind), name),
        "start": datetime.fromisoformat(stored["start"]),
        "clock": clock and datetime.fromisoformat(clock),
        "parts": tuple(tuple(Point(*point) for point in part) for part in stored["parts"]),
        "remarks": tuple(map(Remark, stored["remarks"])),
    }
    return Leg(**(stored | read))
