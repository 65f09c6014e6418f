"""What it takes to write a diary of ten years as CSV, and to read a long recording."""

from __future__ import annotations

import csv
import io
import struct
import tempfile
from contextlib import suppress
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import fitdecode
from fit_tool.utils.crc import crc16

from tests.bench.measure import Figure, ratio
from tests.bench.people import settle
from tracker.entries.fields import CHECK_IN, SESSION
from tracker.exchange.own_format.archive import write_file
from tracker.exchange.parse_errors import FilesError
from tracker.exchange.watch.offer import offered
from tracker.exchange.watch.recording import read_recording
from tracker.exchange.watch.stored_form import dumped, loaded
from tracker.services.transfer import exports
from tracker.settings import Settings
from tracker.storage.database import Database

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.exchange.own_format.archive import Archive

TEN_YEARS = 3652
ONLY = 1  # account and episode
_FIT_START = 1_146_639_600  # seconds since the end of 1989


def figures() -> Iterator[Figure]:
    """Check-ins and sessions, beside the csv module writing the same cells."""
    with tempfile.TemporaryDirectory() as name:
        settle(Path(name), (TEN_YEARS,))
        database = Database(Settings(data_dir=Path(name)).database)
        archive = exports.archive_of(database, ONLY, ONLY)
        files = [list(csv.reader(io.StringIO(text))) for text in written(archive)]
        yield Figure(
            "ten years of check-ins and sessions written as CSV",
            ratio(lambda: written(archive), lambda: plainly(files)),
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
            8.0,
            anchor="the csv module writing the same cells",
        )
        database.close()
    yield from _recordings()


def _recordings() -> Iterator[Figure]:
    """Files of watches: a long one read to the filled-in form, and one that is refused."""
    long = long_fit(60_000)
    yield Figure(
        f"a FIT file of {len(long) / 1e6:.1f} MB read, written down, read again and split",
        ratio(lambda: _offered(long), lambda: _decoded(long), rounds=3),
        "x",
        3.0,
        anchor="fitdecode reading it",
    )
    nest = b"<gpx>" + b"<a>" * 1_000_000
    yield Figure(
        "a recording nested a million deep refused",
        ratio(lambda: _refused(nest), lambda: sha256(nest)),
        "x",
        anchor="the same bytes hashed",
    )


def written(archive: Archive) -> list[str]:
    """Both files, as the export writes them."""
    today = exports.last_day(archive, datetime.now(UTC))
    return ["".join(write_file(archive, name, today)) for name in (CHECK_IN.file, SESSION.file)]


def plainly(files: list[list[list[str]]]) -> list[str]:
    """The same cells, by the csv module alone."""
    return [_plain(rows) for rows in files]


def _plain(rows: list[list[str]]) -> str:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue()


def _decoded(content: bytes) -> None:
    with fitdecode.FitReader(io.BytesIO(content)) as frames:
        for _ in frames:
            pass


def _offered(content: bytes) -> None:
    recording = loaded(dumped(read_recording(content)))
    offered(recording.legs[0])


def long_fit(seconds: int) -> bytes:
    """A FIT file of a run: place, distance, speed, heart rate, cadence and more at every second.

    Written by hand, as the library that the tests write small ones with takes minutes for it.
    """
    fields = [(253, 4, 134), (0, 4, 133), (1, 4, 133), (5, 4, 134), (73, 4, 134), (78, 4, 134)]
    fields += [(3, 1, 2), (4, 1, 2), (13, 1, 1), (7, 2, 132), (39, 2, 132), (40, 2, 132)]
    fields += [(41, 2, 132), (53, 1, 2), (83, 2, 132), (85, 2, 132)]
    body = bytes([0x40, 0, 0]) + struct.pack("<HB", 20, len(fields))
    body += b"".join(bytes(field) for field in fields)
    record = struct.Struct("<BIiiIIIBBbHHHHBHH")
    for second in range(seconds):
        metres = 270 * second
        place = 626_349_000 + 289 * second, 159_868_000
        at = (0, _FIT_START + second, *place, metres, 2700, 2750)
        body += record.pack(*at, 140, 80, 18, 200, 850, 0, 2600, 0, 80, 1000)
    header = struct.pack("<BBHI4s", 14, 32, 2100, len(body), b".FIT") + bytes(2)
    return header + body + struct.pack("<H", crc16(header + body))


def _refused(content: bytes) -> None:
    with suppress(FilesError):
        read_recording(content)
