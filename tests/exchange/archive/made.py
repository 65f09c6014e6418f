"""Archives in the layouts that Strava, Garmin and Apple give out, made up in all they say."""

from __future__ import annotations

import gzip
import io
import struct
import zipfile
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

FIT_EPOCH = datetime(1989, 12, 31, tzinfo=UTC)
RUNNING, CYCLING, SWIMMING, ROWING, WALKING = 1, 2, 5, 15, 11  # sports, as FIT numbers them
ENGLISH = (
    "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,"
    "Distance,Max Heart Rate,Relative Effort,Commute,Activity Private Note,Activity Gear,Filename,"
    "Athlete Weight,Bike Weight,Elapsed Time,Moving Time,Distance,Max Speed,Average Speed"
)
GERMAN = (
    "Aktivitäts-ID,Aktivitätsdatum,Name der Aktivität,Aktivitätsart,Aktivitätsbeschreibung,"
    "Verstrichene Zeit,Distanz,Max. Herzfrequenz,Relative Leistung,Pendelfahrt,"
    "Private Notiz zur Aktivität,Aktivitätsausrüstung,Dateiname,Gewicht des Athleten,"
    "Fahrradgewicht,Verstrichene Zeit,Bewegungszeit,Distanz,Höchstgeschw.,Durchschn. Geschw."
)
OLD = (  # of 2018
    "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,"
    "Distance,Relative Effort,Commute,Activity Gear,Filename"
)
DOCUMENT_TYPE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE HealthData [
<!-- HealthKit Export Version: 12 -->
<!ELEMENT HealthData (ExportDate,Me,(Record|Correlation|Workout|ActivitySummary)*)>
<!ELEMENT Workout ((MetadataEntry|WorkoutEvent|WorkoutRoute|WorkoutStatistics)*)>
<!ATTLIST VisionPrescription
  type             CDATA #REQUIRED
  dateIssued       CDATA #REQUIRED
<!ELEMENT RightEye EMPTY>
]>
"""  # the attribute list is not ended: iOS 16 exports it so


class Row(NamedTuple):
    """A line of Strava's table. `at` is written as the language has it; `metres` is exact."""

    uid: str
    at: str
    sport: str
    seconds: float = 1800
    metres: float = 5000
    file: str = ""
    name: str = "Morning, easy"


def strava_table(rows: Iterable[Row], header: str = ENGLISH) -> str:
    """The table, as a spreadsheet would write it."""
    lines = [header]
    for row in rows:
        kilometres = f"{row.metres / 1000:.2f}"
        cells = [
            row.uid, row.at, row.name, row.sport, 'He said "go",\nand went',
            f"{row.seconds + 60:.0f}", kilometres, "", "", "false", "", "", row.file, "70.0", "",
            f"{row.seconds + 60:.1f}", f"{row.seconds:.1f}", f"{row.metres:.1f}", "4.1", "2.8",
        ]  # fmt: skip
        if header == OLD:
            cells = [*cells[:7], "", "false", "", row.file]
        lines.append(",".join('"' + cell.replace('"', '""') + '"' for cell in cells))
    return "\n".join(lines) + "\n"


def strava(
    path: Path, rows: Sequence[Row], files: Mapping[str, bytes], header: str = ENGLISH
) -> Path:
    """Strava's archive."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("profile.csv", "Athlete ID\n1\n")
        archive.writestr("activities.csv", "\ufeff" + strava_table(rows, header))
        archive.writestr("media/1.jpg", b"\xff\xd8")
        for name, content in files.items():
            archive.writestr(f"activities/{name}", content)
    return path


def zipped(files: Mapping[str, bytes | str]) -> bytes:
    """A ZIP of files."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return written.getvalue()


def garmin(path: Path, files: Mapping[str, bytes], *, parts: int = 1) -> Path:
    """Garmin's archive: the files in ZIPs within it, as many as `parts`."""
    names = list(files)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("DI_CONNECT/DI-Connect-User/user_profile.json", "{}")
        archive.writestr("customer_data/customer.json", "{}")
        for part in range(parts):
            inner = zipped({f"me@x.org_{name}": files[name] for name in names[part::parts]})
            folder = "DI_CONNECT/DI-Connect-Uploaded-Files"
            archive.writestr(f"{folder}/UploadedFiles_0-_Part{part + 1}.zip", inner)
    return path


def workout(
    sport: str, start: str, end: str, *, minutes: float = 30, more: str = "", inside: str = ""
) -> str:
    """A workout of Apple's."""
    return (
        f'<Workout workoutActivityType="HKWorkoutActivityType{sport}" duration="{minutes}"'
        f' durationUnit="min" sourceName="Watch\u00a0of\x0bA" sourceVersion="10.1"'
        f' device="&lt;&lt;HKDevice: 0x1&gt;, name:A > B&gt;" creationDate="{end}"'
        f' startDate="{start}" endDate="{end}"{more}>\n{inside}\n</Workout>\n'
    )


def route(name: str) -> str:
    """What a workout says of the file of its way."""
    file = f'<FileReference path="/workout-routes/{name}"/>'
    return f'<WorkoutRoute sourceName="W">{file}</WorkoutRoute>'


def apple(path: Path, body: str, files: Mapping[str, bytes] | None = None) -> Path:
    """Apple's archive."""
    record = (
        '<Record type="HKQuantityTypeIdentifierStepCount" sourceName="a\x0bb" unit="count"'
        ' startDate="2026-03-01 07:00:00 +0100" endDate="2026-03-01 07:01:00 +0100" value="9"/>\n'
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("apple_health_export/export_cda.xml", "<ClinicalDocument/>")
        text = f'{DOCUMENT_TYPE}<HealthData locale="de_DE">\n{record}{body}{record}</HealthData>\n'
        archive.writestr("apple_health_export/Export.xml", text)
        for name, content in (files or {}).items():
            archive.writestr(f"apple_health_export/workout-routes/{name}", content)
    return path


class Stretch(NamedTuple):
    """So many seconds at so many metres a second."""

    seconds: int
    speed: float


def gpx(start: datetime, *stretches: Stretch, kind: str = "running") -> bytes:
    """A way northwards, a point every five seconds."""
    points, at, metres = [_point(start, 0.0)], start, 0.0
    for seconds, speed in stretches:
        for _ in range(0, seconds, 5):
            at, metres = at + timedelta(seconds=5), metres + 5 * speed
            points.append(_point(at, metres))
    return (
        '<?xml version="1.0"?><gpx version="1.1" creator="made up"'
        ' xmlns="http://www.topografix.com/GPX/1/1">'
        f"<trk><type>{kind}</type><trkseg>{''.join(points)}</trkseg></trk></gpx>"
    ).encode()


def _point(at: datetime, metres: float) -> str:
    place = f'lat="{52 + metres / 111_195:.7f}" lon="13.4"'
    return f"<trkpt {place}><time>{at:%Y-%m-%dT%H:%M:%SZ}</time></trkpt>"


def gzipped(content: bytes) -> bytes:
    return gzip.compress(content, mtime=0)


class FitSession(NamedTuple):
    start: datetime
    seconds: int
    sport: int = RUNNING
    metres: int = 5000


def fit(
    *sessions: FitSession, kind: int = 4, points: int = 0, ahead_of_utc: int = 0, order: str = "<"
) -> bytes:
    """A FIT file: its type, a point a second, its sessions, and how far its clock was ahead."""
    parts: list[bytes] = []
    _message(parts, order, 0, [(0, 1), (4, 4)], [kind, _fit_time(sessions) if sessions else 0])
    for session in sessions[:1]:
        layout = [(253, 4), (5, 4)]
        for second in range(points):
            metres = session.metres * second // max(1, points - 1)
            values = [_at(session.start) + second, 100 * metres]
            _message(parts, order, 20, layout, values, defined=second > 0)
    for session in sessions:
        _message(
            parts, order, 18,
            [(253, 4), (2, 4), (5, 1), (6, 1), (7, 4), (8, 4), (9, 4)],
            [
                _at(session.start) + session.seconds, _at(session.start), session.sport, 0,
                1000 * session.seconds, 1000 * session.seconds, 100 * session.metres,
            ],
        )  # fmt: skip
    if sessions:
        end = _at(sessions[-1].start) + sessions[-1].seconds
        _message(parts, order, 34, [(253, 4), (5, 4)], [end, end + ahead_of_utc])
    body = b"".join(parts)
    head = struct.pack("<BBHI4s", 14, 0x10, 2132, len(body), b".FIT")
    head += struct.pack("<H", _checksum(head))
    return head + body + struct.pack("<H", _checksum(head + body))


def _at(instant: datetime) -> int:
    return round((instant - FIT_EPOCH).total_seconds())


def _fit_time(sessions: Sequence[FitSession]) -> int:
    return _at(sessions[0].start)


def _message(
    parts: list[bytes], order: str, number: int, layout: Sequence[tuple[int, int]],
    values: Sequence[int], *, defined: bool = False,
) -> None:  # fmt: skip
    forms = {1: ("B", 2), 2: ("H", 0x84), 4: ("I", 0x86)}
    if not defined:
        head = struct.pack(f"{order}BBHB", 0, int(order == ">"), number, len(layout))
        fields = b"".join(bytes((field, size, forms[size][1])) for field, size in layout)
        parts.append(b"\x40" + head + fields)
    packed = (
        struct.pack(order + forms[size][0], value)
        for (_, size), value in zip(layout, values, strict=True)
    )
    parts.append(b"\x00" + b"".join(packed))


_CRC = (
    0x0000, 0xCC01, 0xD801, 0x1400, 0xF001, 0x3C00, 0x2800, 0xE401,
    0xA001, 0x6C00, 0x7800, 0xB401, 0x5000, 0x9C01, 0x8801, 0x4400,
)  # fmt: skip


def _checksum(content: bytes) -> int:
    crc = 0
    for byte in content:
        for half in (byte & 0xF, byte >> 4):
            crc = (crc >> 4 & 0x0FFF) ^ _CRC[crc & 0xF] ^ _CRC[half]
    return crc
