"""Any recording: which format it is, whether it can be read, and what it says."""

from __future__ import annotations

import struct
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import fitdecode
from gpxpy.gpx import GPXException

from tracker.exchange.parse_errors import FilesError, ParseError
from tracker.exchange.watch import fit_files
from tracker.exchange.watch.fit_files import read_fit
from tracker.exchange.watch.track import UnusableError
from tracker.exchange.watch.xml_files import read_gpx, read_tcx, root_of

if TYPE_CHECKING:
    from tracker.exchange.watch.track import Point, Track

MOST_BYTES = 16_000_000
_MOST_POINTS = 200_000
_LONGEST = timedelta(hours=24)
_FARTHEST_M = 1_000_000
_FIRST = datetime(2000, 1, 1, tzinfo=UTC)  # before it, a clock that was never set
_DAMAGED = (  # what the libraries raise when a file does not keep to its format
    fitdecode.FitError, GPXException, ArithmeticError, AttributeError, EOFError, LookupError,
    RecursionError, SyntaxError, TypeError, AssertionError, ValueError, struct.error,
)  # fmt: skip


def read_recording(content: bytes, file: str = "The file") -> Track:
    """Read a GPX, FIT or TCX file. Raises FilesError saying what is wrong with it."""
    try:
        track = _read(content)
        _check(track)
    except UnusableError as error:
        raise FilesError([ParseError(file, str(error))]) from error
    except _DAMAGED as error:
        raise FilesError([ParseError(file, "is damaged or breaks off: save it anew")]) from error
    return track


def _read(content: bytes) -> Track:
    if content[8:12] == fit_files.SIGNATURE:
        _check_size(content, fit_files.MOST_BYTES)
        return _in_order(read_fit(content))
    if content.startswith(b"PK"):
        raise UnusableError("is a ZIP: unpack it and choose the GPX, FIT or TCX file in it")
    _check_size(content, MOST_BYTES)
    if b"<" not in content[:1000]:
        raise UnusableError("is not a GPX, FIT or TCX file")
    root = root_of(content)
    if root == "gpx":
        return _in_order(read_gpx(content))
    if root == "TrainingCenterDatabase":
        return _in_order(read_tcx(content))
    raise UnusableError("is not a GPX, FIT or TCX file")


def _check_size(content: bytes, most: int) -> None:
    if len(content) > most:
        raise UnusableError(f"is larger than {most // 1_000_000} MB: record less in one file")


def _in_order(track: Track) -> Track:
    """The points by time, each instant once, and never going back."""
    points: list[Point] = []
    for point in sorted(track.points, key=lambda p: p.at):
        if not points or point.at > points[-1].at:
            metres = max(point.metres, points[-1].metres) if points else point.metres
            points.append(point._replace(metres=metres))
    return track._replace(points=points)


def _check(track: Track) -> None:
    points = track.points
    if len(points) < 2:  # noqa: PLR2004 - a way needs two
        raise UnusableError("holds no recording: there are no points with a time and a place")
    if points[0].at < _FIRST:
        raise UnusableError(f"begins in {points[0].at.year}: the clock of the device was not set")
    if points[-1].at - points[0].at > _LONGEST or len(points) > _MOST_POINTS:
        raise UnusableError("is longer than a day: choose the recording of one session")
    if not all(abs(point.metres) <= _FARTHEST_M for point in points):  # nor what is no number
        raise UnusableError("leads through places that are none: save it anew")
