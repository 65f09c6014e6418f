"""Files of lines that are only ever added to: what an interrupted work has done is not lost."""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import asdict
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

from tracker.exchange.archive.activity import Activity, Place, Step
from tracker.progression.diary import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tracker.exchange.archive.activity import Piece


@contextmanager
def adding_to(path: Path) -> Iterator[Callable[[dict[str, Any]], None]]:
    """Add lines to a file; after one that was cut off a new one begins."""
    with path.open("a", encoding="utf-8") as file:
        if file.tell():
            file.write("\n")

        def add(line: dict[str, Any]) -> None:
            file.write(json.dumps(line) + "\n")
            if "id" not in line:  # a step: what came before it counts
                file.flush()

        yield add


def lines_of(path: Path) -> Iterator[dict[str, Any]]:
    """The lines of a file, those that were cut off left out; none where it is not there."""
    if not path.exists():
        return
    with path.open(encoding="utf-8", errors="replace") as file:
        for text in file:
            try:
                line = json.loads(text)
            except ValueError:
                continue
            if isinstance(line, dict):
                yield line


def to_line(piece: Piece) -> dict[str, Any]:
    """A piece of an archive as a line."""
    if not isinstance(piece, Activity):
        return piece._asdict()
    offset = piece.start.utcoffset() or timedelta()
    return asdict(piece) | {"start": piece.start.isoformat(), "offset": offset.total_seconds()}


def to_step(line: dict[str, Any]) -> Step | None:
    """The step that a line is; None if it is none."""
    return Step(line["done"], line["of"], line["number"]) if "done" in line else None


def to_activity(line: dict[str, Any]) -> Activity:
    """The activity that a line is."""
    where = timezone(timedelta(seconds=line["offset"]))
    return Activity(
        id=line["id"],
        kind=Kind(line["kind"]),
        start=datetime.fromisoformat(line["start"]).astimezone(where),
        seconds=line["seconds"],
        metres=line["metres"],
        source=line["source"],
        recording=Place(*line["recording"]) if line["recording"] else None,
    )
