"""What it takes to write a diary of ten years as CSV."""

from __future__ import annotations

import csv
import io
import tempfile
from contextlib import suppress
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.measure import Figure, ratio
from tests.bench.people import settle
from tracker.entries.fields import CHECK_IN, SESSION
from tracker.exchange.own_format.archive import write_file
from tracker.exchange.parse_errors import FilesError
from tracker.exchange.watch.recording import read_recording
from tracker.services.transfer import exports
from tracker.settings import Settings
from tracker.storage.database import Database

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.exchange.own_format.archive import Archive

TEN_YEARS = 3652
ONLY = 1  # account and episode


def figures() -> Iterator[Figure]:
    """Check-ins and sessions, beside the csv module writing the same cells."""
    with tempfile.TemporaryDirectory() as name:
        settle(Path(name), (TEN_YEARS,))
        database = Database(Settings(data_dir=Path(name)).database)
        found = exports.archive_of(database, ONLY, ONLY)
        files = [list(csv.reader(io.StringIO(text))) for text in written(found)]
        yield Figure(
            "ten years of check-ins and sessions written as CSV",
            ratio(lambda: written(found), lambda: plainly(files)),
            "x",
            3.0,
            anchor="the csv module writing the same cells",
        )
        yield Figure(
            "the same, read from the database first",
            ratio(
                lambda: written(exports.archive_of(database, ONLY, ONLY)), lambda: plainly(files)
            ),
            "x",
            anchor="the csv module writing the same cells",
        )
        database.close()
    nest = b"<gpx>" + b"<a>" * 1_000_000
    yield Figure(
        "a recording nested a million deep refused",
        ratio(lambda: _refused(nest), lambda: sha256(nest)),
        "x",
        anchor="the same bytes hashed",
    )


def written(found: Archive) -> list[str]:
    """Both files, as the export writes them."""
    today = exports.last_day(found, datetime.now(UTC))
    return ["".join(write_file(found, name, today)) for name in (CHECK_IN.file, SESSION.file)]


def plainly(files: list[list[list[str]]]) -> list[str]:
    """The same cells, by the csv module alone."""
    return [_plain(rows) for rows in files]


def _plain(rows: list[list[str]]) -> str:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue()


def _refused(content: bytes) -> None:
    with suppress(FilesError):
        read_recording(content)
