"""TCX files: one leg for each activity, those of a multisport session too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tracker.exchange.watch.sports import named_sport
from tracker.exchange.watch.values import RawLeg, RawPoint
from tracker.exchange.watch.xml_text import Elements, instant, number, place

if TYPE_CHECKING:
    from tracker.exchange.watch.xml_text import Instant

_VALUES = {
    "DistanceMeters": "metres", "Cadence": "steps", "RunCadence": "steps", "Speed": "speed",
    "LatitudeDegrees": "latitude", "LongitudeDegrees": "longitude",
}  # fmt: skip


class Tcx(Elements):
    """Gathers activities. `plans` counts courses and workouts, which nobody did."""

    def __init__(self) -> None:
        super().__init__()
        self.plans = 0
        self._at: Instant | None = None
        self._values: dict[str, float | None] = {}

    def begin(self, name: str, attributes: Any) -> None:  # noqa: ANN401 - as SAX has them
        """Begin what the element holds."""
        if name == "Activity":
            self.legs.append(RawLeg(sport=named_sport(attributes.get("Sport", ""))))
        elif name == "Lap" and self._is_done:
            self._begin(instant(attributes.get("StartTime", "")))
        elif name == "Track" and self._is_done:
            self.legs[-1].part()
        elif name == "Trackpoint":
            self._at, self._values = None, {}
        elif name in {"Course", "Workout"}:
            self.plans += 1

    def end(self, name: str, text: str) -> None:
        """Take in what the element said."""
        if not self._is_done:
            return
        if name == "Trackpoint":
            self._point()
        elif "Trackpoint" in self.path:
            if name == "Time":
                self._at = instant(text)
            elif name in _VALUES:
                self._values[_VALUES[name]] = number(text)
        elif name == "Id" and self.path[-1] == "Activity":
            self._begin(instant(text))
        elif self.path[-1] == "Lap":
            self._total(name, number(text))

    @property
    def _is_done(self) -> bool:
        return "Activity" in self.path and bool(self.legs)

    def _begin(self, at: Instant | None) -> None:
        leg = self.legs[-1]
        if at is not None and leg.start is None:
            leg.start, leg.offset, leg.has_no_zone = at

    def _total(self, name: str, value: float | None) -> None:
        leg = self.legs[-1]
        if value is None or value < 0:
            return
        if name == "TotalTimeSeconds":
            leg.seconds = (leg.seconds or 0.0) + value
        elif name == "DistanceMeters":
            leg.metres = (leg.metres or 0.0) + value

    def _point(self) -> None:
        if self._at is None:
            return
        values = self._values
        where = place(values.get("latitude"), values.get("longitude"))
        metres, steps = values.get("metres"), values.get("steps")
        leg = self.legs[-1]
        leg.offset, leg.has_no_zone = self._at.offset, self._at.has_no_zone
        leg.add(RawPoint(self._at.at, metres, steps, where, values.get("speed")))
