"""GPX and TCX files: first proved harmless, then read by the libraries that know them."""

from __future__ import annotations

from datetime import UTC
from io import BytesIO, StringIO
from itertools import pairwise
from typing import TYPE_CHECKING, Any
from xml.sax import SAXParseException
from xml.sax.handler import ContentHandler

import gpxpy
from defusedxml import DefusedXmlException
from defusedxml.sax import parseString
from tcxreader.tcxreader import TCXReader

from tracker.exchange.watch.track import Point, Track, UnusableError
from tracker.progression.diary import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from gpxpy.gpx import GPXTrackPoint

_DEEPEST = 60
_MOST_OF_ONE_FOOT = 100  # steps a minute
_KINDS = {
    "run": Kind.RUN, "trail": Kind.RUN, "walk": Kind.WALK, "hik": Kind.WALK,
    "bik": Kind.BIKE, "cycl": Kind.BIKE, "rid": Kind.BIKE, "swim": Kind.SWIM,
}  # fmt: skip


def kind_of(words: str) -> Kind | None:
    """What was done, by a word such as "running" or "Biking"; None if it is none of ours."""
    plain = words.lower()
    return next((kind for part, kind in _KINDS.items() if part in plain), None)


def root_of(content: bytes) -> str:
    """The name of the outermost element of a harmless XML file.

    Raises UnusableError for what is broken, nested too deeply, or defines entities.
    """
    look = _Look()
    try:
        parseString(content, look, forbid_dtd=True)
    except DefusedXmlException:
        raise UnusableError("defines entities, which no recording needs: it is not read") from None
    except SAXParseException as error:
        where = error.getLineNumber()
        raise UnusableError(f"is not whole: it breaks off or is damaged at line {where}") from None
    return look.root


class _Look(ContentHandler):
    """Walks through without keeping anything but the first name."""

    def __init__(self) -> None:
        super().__init__()
        self.root = ""
        self._depth = 0

    def startElement(self, name: str, attrs: Any) -> None:  # noqa: ANN401, ARG002, N802 - as in SAX
        self._depth += 1
        self.root = self.root or name.rpartition(":")[2]
        if self._depth > _DEEPEST:
            raise UnusableError("is nested too deeply to be a recording")

    def endElement(self, name: str) -> None:  # noqa: ARG002, N802 - as in SAX
        self._depth -= 1


def read_gpx(content: bytes) -> Track:
    """Read a GPX file of `root_of` "gpx"."""
    gpx = gpxpy.parse(StringIO(_decoded(content)))
    points: list[Point] = []
    for track in gpx.tracks:
        for segment in track.segments:
            timed = [point for point in segment.points if point.time is not None]
            points += _measured(timed, points[-1].metres if points else 0.0)
    words = " ".join(str(track.type) for track in gpx.tracks)
    return Track(_of_both_feet(points), kind_of(words))


def _decoded(content: bytes) -> str:
    for encoding in ("utf-8-sig", "utf-16"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnusableError("is not UTF-8 text")


def _measured(points: list[GPXTrackPoint], metres: float) -> Iterator[Point]:
    if points:
        yield Point(_utc(points[0].time), metres, _steps(points[0]))
    for one, other in pairwise(points):
        metres += one.distance_2d(other) or 0.0  # none where a place is missing
        yield Point(_utc(other.time), metres, _steps(other))


def _steps(point: GPXTrackPoint) -> int | None:
    for extension in point.extensions:
        for element in extension.iter():
            if element.tag.rpartition("}")[2] in {"cad", "cadence", "RunCadence"}:
                return int(float(element.text or 0))
    return None


def _of_both_feet(points: Sequence[Point]) -> list[Point]:
    """Steps as both feet make them: most files count one foot's, some count all."""
    counts = sorted(point.steps for point in points if point.steps)
    all_counted = counts and counts[len(counts) * 9 // 10] > _MOST_OF_ONE_FOOT
    feet = 1 if all_counted else 2
    return [point._replace(steps=point.steps and feet * point.steps) for point in points]


def read_tcx(content: bytes) -> Track:
    """Read a TCX file of `root_of` "TrainingCenterDatabase"."""
    exercise = TCXReader().read(BytesIO(content), only_gps=False)
    points = []
    for point in exercise.trackpoints:
        if point.time is not None and point.distance is not None:
            cadence = point.tpx_ext.get("RunCadence", point.cadence)
            steps = None if cadence is None else int(cadence)
            points.append(Point(_utc(point.time), float(point.distance), steps))
    return Track(_of_both_feet(points), kind_of(exercise.activity_type or ""))


def _utc(instant: datetime | Any) -> datetime:  # noqa: ANN401 - the libraries have no types here
    found: datetime = instant if instant.tzinfo else instant.replace(tzinfo=UTC)
    return found.astimezone(UTC)
