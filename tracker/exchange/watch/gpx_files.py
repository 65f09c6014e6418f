"""GPX files: one leg for each track, its segments kept apart."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from tracker.exchange.watch.sports import named_sport
from tracker.exchange.watch.values import RawLeg, RawPoint
from tracker.exchange.watch.xml_text import Elements, instant, number, place
from tracker.translations import gettext

if TYPE_CHECKING:
    from tracker.exchange.watch.xml_text import Instant

_STEPS = frozenset({"cad", "cadence", "RunCadence"})
_NAMES_THE_SPORT = "runkeeper"  # as "Running 5/2/26 7:00 am"; it writes no type


class Gpx(Elements):
    """Gathers tracks. `places` counts points by their elements, those without a time too."""

    def __init__(self) -> None:
        super().__init__()
        self.places: Counter[str] = Counter()
        self._creator = self._activity = ""
        self._said: dict[str, str] = {}
        self._latitude: float | None = None
        self._longitude: float | None = None
        self._at: Instant | None = None
        self._values: dict[str, float | None] = {}

    def begin(self, name: str, attributes: Any) -> None:  # noqa: ANN401 - as SAX has them
        """Begin what the element holds."""
        if name == "gpx":
            self._creator = attributes.get("creator", "")
        elif name == "trk":
            self.legs.append(RawLeg())
            self._said = {}
        elif name == "trkseg" and self.legs:
            self.legs[-1].part()
            self._named()
        elif name in {"trkpt", "rtept", "wpt"}:
            self.places[name] += 1
            self._latitude = number(attributes.get("lat"))
            self._longitude = number(attributes.get("lon"))
            self._at, self._values = None, {}

    @property
    def why_none(self) -> str:
        """Why there is no recording in it, where there is none."""
        if any(leg.has_points for leg in self.legs):
            return gettext("fewer than two of its points have a time")
        if self.places["trkpt"] or self.places["rtept"]:
            return gettext("its places have no times; a route that was planned is none")
        if self.places:
            return gettext("there is no track in it, only places")
        return gettext("there are no points in it")

    def end(self, name: str, text: str) -> None:
        """Take in what the element said."""
        if name == "trkpt":
            self._point()
        elif "trkpt" in self.path:
            self._of_point(name, text)
        elif name == "activity":  # as phones' maps write it, for the whole file
            self._activity = text
        elif name == "trk":
            self._named()
        elif self.path and self.path[-1] == "trk":
            self._said[name] = text

    def _of_point(self, name: str, text: str) -> None:
        if name == "time" and self.path[-1] == "trkpt":
            self._at = instant(text)
        elif name in _STEPS:
            self._values["steps"] = number(text)
        elif name == "speed":
            self._values["speed"] = number(text)

    def _named(self) -> None:
        """A track is what its type says, else the file; one site says it in the name."""
        said = self._said.get("type", "") or self._activity
        if not said and self._creator.lower().startswith(_NAMES_THE_SPORT):
            said = self._said.get("name", "").partition(" ")[0]
        if self.legs:
            self.legs[-1].sport = named_sport(said, self._creator)

    def _point(self) -> None:
        if not self.legs or self._at is None:
            return
        leg, where = self.legs[-1], place(self._latitude, self._longitude)
        if where is None and self._latitude is not None and self._latitude != 0:
            leg.part()  # some mark a pause by a latitude of 100
            return
        if leg.offset is None:
            leg.offset, leg.has_no_zone = self._at.offset, self._at.has_no_zone
        steps, speed = self._values.get("steps"), self._values.get("speed")
        leg.add(RawPoint(self._at.at, None, steps, where, speed))
