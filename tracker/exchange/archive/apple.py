"""Apple's archive: an XML file of everything a phone counted, of which workouts alone are read.

The file has gigabytes and is no valid XML: since iOS 16 its own document type is malformed, and
names of apps bring control characters along. So it is not parsed as one document. It is looked
through for workouts, and each of them is parsed on its own: nothing else of it is kept in memory,
no entity can be defined, and a damaged workout is the only one that is lost.
"""

from __future__ import annotations

import hashlib
import re
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError as XmlError
from zoneinfo import ZoneInfo

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from tracker.exchange.archive.activity import Activity, Place, Step, Unreadable
from tracker.exchange.archive.bounded import BROKEN, UnusableMemberError
from tracker.exchange.archive.container import names_ending
from tracker.exchange.watch.sports import named_sport
from tracker.progression.diary import Kind
from tracker.translations import gettext

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import tzinfo
    from typing import BinaryIO
    from xml.etree.ElementTree import Element

    from tracker.exchange.archive.activity import Piece
    from tracker.exchange.archive.container import Files

SOURCE = "Apple Health"
_CHUNK = 4_000_000
_LONGEST_WORKOUT = 8_000_000  # bytes: one with thousands of laps has less than one million
_LONGEST_TAG = 50_000
_HEAD = 20_000
_ROOT = re.compile(rb"<!DOCTYPE HealthData|<HealthData[\s>]")
_BEGIN = b"<Workout "
_TAG = re.compile(rb"<Workout\s(?:[^\"'>]|\"[^\"]*\"|'[^']*')*>")
_END = b"</Workout>"
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_SECONDS_IN = {"min": 60.0, "s": 1.0, "sec": 1.0, "hr": 3600.0, "h": 3600.0}
_METRES_IN = {"km": 1000.0, "mi": 1609.344, "m": 1.0, "yd": 0.9144, "ft": 0.3048}
_SPORTS = {  # what Apple's own words would not say
    "highintensityintervaltraining": Kind.OTHER, "mixedcardio": Kind.OTHER,
    "coretraining": Kind.STRENGTH, "functionalstrengthtraining": Kind.STRENGTH,
    "traditionalstrengthtraining": Kind.STRENGTH, "mindandbody": Kind.OTHER,
    "preparationandrecovery": Kind.STRETCH, "cooldown": Kind.OTHER, "trackandfield": Kind.OTHER,
    "swimbikerun": Kind.OTHER,
}  # fmt: skip
_LONGEST_S = 86_400 * 2


def export_of(files: Files) -> str | None:
    """The name of the export, whatever it is called in the phone's language; None without one."""
    for name in sorted(names_ending(files, ".xml"), key=lambda name: name.count("/")):
        if "_cda" not in name.lower() and _is_export(files, name):
            return name
    return None


def _is_export(files: Files, name: str) -> bool:
    try:
        with files.opened(name) as file:
            return _ROOT.search(file.read(_HEAD)) is not None
    except BROKEN:
        return False


def activities(files: Files, export: str) -> Iterator[Piece]:
    """Every workout. An XML file has to be read from its beginning: no step can be gone back to."""
    top, size = export.rpartition("/")[0], files.sizes[export]
    try:
        with files.opened(export) as file:
            for item in _workouts(file, size):
                if isinstance(item, Step):
                    yield item
                else:
                    yield _activity(files, top, item)
    except UnusableMemberError as error:
        yield Unreadable(export, str(error))
    except BROKEN:
        yield Unreadable(export, gettext("breaks off: what comes before it is read"))
    yield Step(size, size)


def _workouts(file: BinaryIO, size: int) -> Iterator[bytes | Step]:
    """The text of every workout, and how far it is, chunk by chunk.

    One that has no end within reason is handed on as far as its first line, to be reported.
    """
    waiting, done = b"", 0
    while chunk := file.read(_CHUNK):
        done += len(chunk)
        waiting += chunk
        begin = 0
        while (at := waiting.find(_BEGIN, begin)) >= 0:
            end = _end(waiting, at)
            if end is None:
                break
            yield waiting[at : min(end, at + _LONGEST_WORKOUT)]
            begin = end
        waiting = waiting[max(begin, len(waiting) - len(_BEGIN)) if at < 0 else at :]
        yield Step(min(done, size), size)
    if waiting.startswith(_BEGIN):
        yield waiting[:_LONGEST_TAG]  # it breaks off in the middle


def _end(text: bytes, begin: int) -> int | None:
    """Where a workout ends, or what cannot be one; None where its end is not there yet."""
    tag = _TAG.match(text, begin, begin + _LONGEST_TAG)
    if tag is None:
        return begin + len(_BEGIN) if len(text) - begin > _LONGEST_TAG else None
    if tag[0].endswith(b"/>"):
        return tag.end()
    end = text.find(_END, tag.end())
    if end >= 0:
        return end + len(_END)
    return tag.end() if len(text) - begin > _LONGEST_WORKOUT else None


def _activity(files: Files, top: str, text: bytes) -> Activity | Unreadable:
    try:
        workout = fromstring(_CONTROL.sub(b" ", text), forbid_dtd=True)
        return _of(files, top, workout)
    except (XmlError, DefusedXmlException, LookupError, ValueError, OverflowError):
        began = re.search(rb'startDate="([^"]{1,40})"', text)
        name = gettext("a workout")
        if began:
            name = gettext("a workout of %(when)s", when=began[1].decode(errors="replace"))
        return Unreadable(name, gettext("is damaged, or says no time that can be right"))


def _of(files: Files, top: str, workout: Element) -> Activity:
    name = workout.attrib["workoutActivityType"].removeprefix("HKWorkoutActivityType")
    start, end = (_instant(workout.attrib[side]) for side in ("startDate", "endDate"))
    unit = _SECONDS_IN.get(workout.get("durationUnit", "min"), 60.0)
    seconds = float(workout.get("duration", 0)) * unit or (end - start).total_seconds()
    if not 0 < seconds <= _LONGEST_S:
        raise ValueError(seconds)
    lasted = "|".join(str(at.timestamp()) for at in (start, end))  # whatever zone it is written in
    facts = f"{name}|{lasted}|{workout.get('sourceName', '')}"
    return Activity(
        id=f"apple-{hashlib.sha256(facts.encode()).hexdigest()[:32]}",
        kind=_kind(name, workout),
        start=start.astimezone(_zone(workout)),
        seconds=round(seconds),
        metres=_metres(workout),
        source=SOURCE,
        recording=_route(files, top, workout),
    )


def _kind(name: str, workout: Element) -> Kind:
    """What was done; a phone says in an entry of its own that a walk was indoors."""
    is_indoors = any(
        entry.get("key") == "HKIndoorWorkout" and entry.get("value") == "1"
        for entry in workout.iter("MetadataEntry")
    )
    named = f"indoor {name}" if is_indoors else name
    return _SPORTS.get(name.lower()) or named_sport(named).kind or Kind.OTHER


def _instant(text: str) -> datetime:
    return datetime.strptime(text, "%Y-%m-%d %H:%M:%S %z")


def _zone(workout: Element) -> tzinfo:
    """Where it was done, if that is said: the dates are all in the zone of the export."""
    for entry in workout.iter("MetadataEntry"):
        if entry.get("key") == "HKTimeZone":
            with suppress(LookupError, ValueError, OSError):
                return ZoneInfo(entry.get("value", ""))
    return UTC


def _metres(workout: Element) -> int | None:
    """The distance: of the workout itself, or, since iOS 16, of one of its statistics."""
    totals = [(workout.get("totalDistance"), workout.get("totalDistanceUnit"))] + [
        (statistics.get("sum"), statistics.get("unit"))
        for statistics in workout.iter("WorkoutStatistics")
        if "Distance" in statistics.get("type", "")
    ]
    for number, unit in totals:
        if number and unit in _METRES_IN:
            metres = float(number) * _METRES_IN[unit]
            return round(metres) if 0 < metres < 1e6 else None  # noqa: PLR2004 - 1000 km
    return None


def _route(files: Files, top: str, workout: Element) -> Place | None:
    """The recording of its way, if it has exactly one that is there."""
    references = [reference.get("path", "") for reference in workout.iter("FileReference")]
    names = [f"{top}/{path.lstrip('/')}".lstrip("/") for path in references]
    there = [name for name in names if name in files.sizes]
    return Place(there[0]) if len(there) == 1 == len(names) else None
