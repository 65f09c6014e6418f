"""The messages of a FIT file that count, as fitdecode reads them."""

from __future__ import annotations

from datetime import datetime
from math import isfinite
from typing import TYPE_CHECKING, Any, NamedTuple

from tracker.exchange.watch.values import RawLeg, RawPoint
from tracker.exchange.watch.xml_text import place

if TYPE_CHECKING:
    from fitdecode import FitDataMessage

_DEGREES = 180 / 2**31
_NO_CADENCE = 254
_WHOLE_EVENT = "multisport"  # some write a session of all legs beside those of each
_FARTHEST_ZONE_S, _ZONE_S = 14 * 3600, 15 * 60


class Session(NamedTuple):
    """One sport's whole: seconds since 1970, seconds of its timer, metres, how it is called."""

    start: float
    end: float
    seconds: float | None
    metres: float | None
    sport: tuple[str, str, str]


class Messages:
    """What a FIT file holds. `is_whole` and `is_checked` say whether it was read to its end."""

    def __init__(self) -> None:
        self.is_whole, self.is_checked = True, True
        self.type = ""
        self.records = RawLeg(segments=[[]])
        self.offset: float | None = None
        self.sessions: list[Session] = []
        self.sport = ("", "", "")
        self.timer: list[tuple[float, bool]] = []
        self.laps: list[float] = []
        self.lengths: list[float] = []

    def take(self, message: FitDataMessage) -> None:
        """Take in a message, if it is one that counts."""
        take = _TAKEN.get(message.name)
        if take is not None:
            take(self, message)


def _values(message: FitDataMessage) -> dict[str, Any]:
    """The values of a message by name, of a name that comes twice the first."""
    values: dict[str, Any] = {}
    for field in message.fields:
        if field.value is not None and field.name not in values:
            values[field.name] = field.value
    return values


def _file_id(fit: Messages, message: FitDataMessage) -> None:
    fit.type = fit.type or _name(_values(message).get("type"))


def _record(fit: Messages, message: FitDataMessage) -> None:
    values = _values(message)
    at = _seconds(values.get("timestamp"))
    if at is None:
        return
    latitude, longitude = _number(values.get("position_lat")), _number(values.get("position_long"))
    where = None
    if latitude is not None and longitude is not None:
        where = place(latitude * _DEGREES, longitude * _DEGREES)
    cadence = _number(values.get("cadence"))
    if cadence is not None:
        cadence = cadence + (_number(values.get("fractional_cadence")) or 0.0)
        cadence = cadence if cadence < _NO_CADENCE else None
    speed = _number(values.get("enhanced_speed", values.get("speed")))
    fit.records.add(RawPoint(at, _number(values.get("distance")), cadence, where, speed))


def _session(fit: Messages, message: FitDataMessage) -> None:
    values = _values(message)
    timer, elapsed = (_number(values.get(f"total_{name}_time")) for name in ("timer", "elapsed"))
    start, end = _seconds(values.get("start_time")), _seconds(values.get("timestamp"))
    if start is None and end is not None:
        start = end - (elapsed or timer or 0.0)
    said = _called(values, "sport_profile_name")
    known = {session.start for session in fit.sessions}
    if start is None or start in known or said[0] == _WHOLE_EVENT:
        return
    metres = _number(values.get("total_distance"))
    last = start + (elapsed or timer or 0.0)
    fit.sessions.append(Session(start, last, timer or elapsed, metres, said))


def _sport(fit: Messages, message: FitDataMessage) -> None:
    fit.sport = _called(_values(message), "name")


def _event(fit: Messages, message: FitDataMessage) -> None:
    values = _values(message)
    at, kind = _seconds(values.get("timestamp")), str(values.get("event_type"))
    if at is None or values.get("event") != "timer":
        return
    if kind == "start" or kind.startswith("stop"):
        fit.timer.append((at, kind == "start"))


def _lap(fit: Messages, message: FitDataMessage) -> None:
    fit.laps.append(_number(_values(message).get("total_timer_time")) or 0.0)


def _length(fit: Messages, message: FitDataMessage) -> None:
    fit.lengths.append(_number(_values(message).get("total_timer_time")) or 0.0)


def _activity(fit: Messages, message: FitDataMessage) -> None:
    """How far the watch's own clock was ahead: zones differ by quarters of an hour."""
    values = _values(message)
    at, local = _seconds(values.get("timestamp")), _seconds(values.get("local_timestamp"))
    if at is not None and local is not None and abs(local - at) <= _FARTHEST_ZONE_S:
        fit.offset = float(round((local - at) / _ZONE_S) * _ZONE_S)


_TAKEN = {
    "file_id": _file_id, "record": _record, "session": _session, "sport": _sport,
    "event": _event, "lap": _lap, "length": _length, "activity": _activity,
    "timestamp_correlation": _activity,
}  # fmt: skip


def _called(values: dict[str, Any], profile: str) -> tuple[str, str, str]:
    """The sport, the kind of it, and what the runner calls it."""
    return (_name(values.get("sport")), _name(values.get("sub_sport")), _name(values.get(profile)))


def _name(value: object) -> str:
    """A name, or the number of one that the library does not know; of anything else nothing."""
    return str(value) if isinstance(value, (str, int)) else ""


def _seconds(value: object) -> float | None:
    return value.timestamp() if isinstance(value, datetime) else None


def _number(value: object) -> float | None:
    """A finite number; of an array, which no such field should be, none."""
    if not isinstance(value, (int, float)) or isinstance(value, bool):
        return None
    return float(value) if isfinite(value) else None
