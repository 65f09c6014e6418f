"""Recordings as programs write them: TCX by hand, FIT by a library that is not the reader's."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from fit_tool.fit_file_builder import FitFileBuilder
from fit_tool.profile.messages.activity_message import ActivityMessage
from fit_tool.profile.messages.event_message import EventMessage
from fit_tool.profile.messages.file_id_message import FileIdMessage
from fit_tool.profile.messages.lap_message import LapMessage
from fit_tool.profile.messages.length_message import LengthMessage
from fit_tool.profile.messages.record_message import RecordMessage
from fit_tool.profile.messages.session_message import SessionMessage
from fit_tool.profile.profile_type import Event, EventType, FileType, Manufacturer, Sport, SubSport

from tracker.exchange.watch.offer import Offer, offered
from tracker.exchange.watch.recording import read_recording

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

START = datetime(2026, 5, 2, 7, 0, tzinfo=UTC)
WALK, JOG = 1.4, 2.7
METRES_PER_DEGREE = 111_195

Stretch = tuple[int, float]


def offer(content: bytes, leg: int = 0) -> Offer:
    """What is offered of a file's leg."""
    return offered(read_recording(content).legs[leg])


class At(NamedTuple):
    """Seconds since the start, and metres."""

    second: int
    metres: float


def ways(stretches: Iterable[Stretch], every: int = 1) -> Iterator[At]:
    """The way gone, at every so many seconds of stretches of so many seconds at a speed."""
    second, metres = 0, 0.0
    yield At(second, metres)
    for seconds, speed in stretches:
        for _ in range(seconds // every):
            second, metres = second + every, metres + speed * every
            yield At(second, metres)


def when(second: float, mark: str = "Z") -> str:
    return f"{(START + timedelta(seconds=second)).replace(tzinfo=None).isoformat()}{mark}"


def degrees(metres: float) -> float:
    return 52.5 + metres / METRES_PER_DEGREE


def lap(
    *stretches: Stretch,
    begin: int = 0,
    has_distance: bool = True,
    has_place: bool = False,
    per_metre: float = 1.0,
    more: str = "",
    total_s: float | None = None,
) -> str:
    """A lap of a TCX file."""
    points = []
    for at in ways(stretches):
        place = distance = ""
        if has_place:
            place = (
                f"<Position><LatitudeDegrees>{degrees(at.metres):.7f}</LatitudeDegrees>"
                "<LongitudeDegrees>13.4</LongitudeDegrees></Position>"
            )
        if has_distance:
            distance = f"<DistanceMeters>{at.metres * per_metre:.3f}</DistanceMeters>"
        time = f"<Time>{when(begin + at.second)}</Time>"
        points.append(f"<Trackpoint>{time}{place}{distance}{more}</Trackpoint>")
    seconds = sum(seconds for seconds, _ in stretches) if total_s is None else total_s
    metres = sum(seconds * speed for seconds, speed in stretches)
    return (
        f'<Lap StartTime="{when(begin)}"><TotalTimeSeconds>{seconds}</TotalTimeSeconds>'
        f"<DistanceMeters>{metres}</DistanceMeters><Track>{''.join(points)}</Track></Lap>"
    )


def activity(*laps: str, sport: str = "Running") -> str:
    return f'<Activity Sport="{sport}"><Id>{when(0)}</Id>{"".join(laps)}</Activity>'


def tcx(*activities: str) -> bytes:
    """A TCX file."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<TrainingCenterDatabase '
        'xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"><Activities>'
        f"{''.join(activities)}</Activities></TrainingCenterDatabase>"
    ).encode()


def track(
    *stretches: Stretch, begin: int = 0, from_m: float = 0, mark: str = "Z", more: str = ""
) -> str:
    """A segment of a GPX file."""
    points = [
        f'<trkpt lat="{degrees(from_m + at.metres):.7f}" lon="13.4">'
        f"<time>{when(begin + at.second, mark)}</time>{more}</trkpt>"
        for at in ways(stretches)
    ]
    return f"<trkseg>{''.join(points)}</trkseg>"


def gpx(*segments: str, kind: str = "running", creator: str = "test", name: str = "x") -> bytes:
    """A GPX file of one track; without a `kind` it does not say what was done."""
    said = f"<type>{kind}</type>" if kind else ""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<gpx version="1.1" creator="{creator}" '
        'xmlns="http://www.topografix.com/GPX/1/1">'
        f"<trk><name>{name}</name>{said}{''.join(segments)}</trk></gpx>"
    ).encode()


class FitWriter:
    """Writes the messages of a FIT file, in the order of the calls."""

    def __init__(self, kind: FileType = FileType.ACTIVITY) -> None:
        self._builder = FitFileBuilder(auto_define=True)
        self._add(
            FileIdMessage(),
            type=kind,
            manufacturer=Manufacturer.DEVELOPMENT.value,
            time_created=_ms(0),
        )

    def records(
        self,
        *stretches: Stretch,
        begin: int = 0,
        from_m: float = 0.0,
        every: int = 3,
        **more: object,
    ) -> FitWriter:
        for at in ways(stretches, every):
            self._add(
                RecordMessage(),
                timestamp=_ms(begin + at.second),
                distance=from_m + at.metres,
                **more,
            )
        return self

    def bare(self, seconds: Iterable[int], **more: object) -> FitWriter:
        """Records of those seconds with nothing in them but what is named."""
        for second in seconds:
            self._add(RecordMessage(), timestamp=_ms(second), **more)
        return self

    def timer(self, second: int, *, starts: bool) -> FitWriter:
        kind = EventType.START if starts else EventType.STOP_ALL
        self._add(EventMessage(), timestamp=_ms(second), event=Event.TIMER, event_type=kind)
        return self

    def lap(self, begin: int, seconds: int) -> FitWriter:
        self._add(
            LapMessage(),
            timestamp=_ms(begin + seconds),
            start_time=_ms(begin),
            total_timer_time=float(seconds),
        )
        return self

    def length(self, begin: int, seconds: int) -> FitWriter:
        self._add(
            LengthMessage(),
            timestamp=_ms(begin + seconds),
            start_time=_ms(begin),
            total_timer_time=float(seconds),
        )
        return self

    def session(
        self,
        sport: Sport,
        begin: int,
        seconds: int,
        *,
        sub: SubSport = SubSport.GENERIC,
        elapsed: int | None = None,
        metres: float | None = None,
    ) -> FitWriter:
        whole = seconds if elapsed is None else elapsed
        self._add(
            SessionMessage(),
            timestamp=_ms(begin + whole),
            start_time=_ms(begin),
            total_elapsed_time=float(whole),
            total_timer_time=float(seconds),
            sport=sport,
            sub_sport=sub,
            **({} if metres is None else {"total_distance": metres}),
        )
        return self

    def activity(self, second: int, *, hours_ahead: int = 0) -> FitWriter:
        self._add(
            ActivityMessage(),
            timestamp=_ms(second),
            local_timestamp=round(_ms(second + hours_ahead * 3600) / 1000) - _FIT_EPOCH,
        )
        return self

    def bytes(self) -> bytes:
        written: bytes = self._builder.build().to_bytes()
        return written

    def _add(self, message: Any, **values: object) -> None:
        for name, value in values.items():
            setattr(message, name, value)
        self._builder.add(message)


_FIT_EPOCH = 631_065_600


def _ms(second: float) -> int:
    return round((START.timestamp() + second) * 1000)


def run_fit(*stretches: Stretch, sport: Sport = Sport.RUNNING, **more: Any) -> bytes:
    """A FIT file of one session without a pause."""
    seconds = sum(seconds for seconds, _ in stretches)
    metres = sum(seconds * speed for seconds, speed in stretches)
    writer = FitWriter().timer(0, starts=True).records(*stretches, **more)
    writer.timer(seconds, starts=False).session(sport, 0, seconds, metres=metres)
    return writer.activity(seconds).bytes()
