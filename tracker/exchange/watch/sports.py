"""What was done, by the names and numbers that watches, phones and sites give to sports.

A name that says nothing is no kind, and is asked for. One that is known to be a sport, or is not
known at all, is `other`: never a walk or a run for want of a better word.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tracker.progression.diary import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

ON_FOOT = frozenset({Kind.WALK, Kind.WALK_JOG, Kind.RUN})
TRANSITION = "transition"
_LONGEST_NAME = 40


class Sport(NamedTuple):
    """What was done: None where nothing is said; and the file's own word for it."""

    kind: Kind | None = None
    name: str = ""

    @property
    def is_on_foot(self) -> bool:
        """Whether it was a walk or a run."""
        return self.kind in ON_FOOT

    @property
    def is_treadmill_walk(self) -> bool:
        """Whether it is something else only because the walk was on a treadmill."""
        return self.kind is Kind.OTHER and names_treadmill_walk(self.name)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_CAPITAL_INSIDE = re.compile(r"(?<=[a-zß-ÿ])(?=[A-Z])")  # as in TrailRun
_WORD = re.compile(r"[^\W\d_]+")
_SILENT = _words(
    "activities activity all any autre default exercise fitness fitnesstraining generic gps "
    "gpx indoor log misc multi multisport null none other otro outdoor route session sonstige "
    "sonstiges sport sports sur tapis tcx track tracklog tracks training uncategorized undefined "
    "roulant treadmill unknown unspecified virtual workout"
)
# A machine or a vehicle beside a word for running or walking makes it something else.
_NEVER_ON_FOOT = _words(
    "car climb climber climbing driving elliptical handcycle handcycling horse horseback kick "
    "motor motorcycling motorbike motocross paddle paddling row rower rowing skate skating "
    "ski skierg skiing sled snowshoe snowshoeing stair stairclimb stairs stairmaster stepper "
    "wheelchair"
)
# How words for a treadmill, or for going indoors, begin.
_TREADMILLS = (
    "treadmill", "laufband", "loopband", "tapis", "cinta", "caminadora", "indoor", "virtual",
    "interieur", "intérieur", "interior",
)  # fmt: skip
_WORDS: Mapping[Kind, str] = {
    Kind.RUN: (
        "carrera corrida corsa correr footing hardlopen jog jogging joggen juoksu laufen lauf run "
        "running runs trailrun laufbandlauf laufbandlaufen dauerlauf geländelauf traillauf waldlauf"
    ),
    Kind.WALK: (
        "caminada caminar caminata caminhada camminata gehen hike hikes hiking marche randonnee "
        "randonnée senderismo spaziergang spazieren trekking walk walking walks wandelen wandern "
        "wanderung"
    ),
    Kind.BIKE: (
        "bicycle bike biking btt cicloturismo ciclismo cycle cycling cyclisme ebikeride "
        "fahrrad fietsen fietsrit mtb radfahren radfahrt radsport radtour rennrad ride "
        "spin spinning velo vélo virtualride vtt wielrennen zwift"
    ),
    Kind.SWIM: "nado nage natacion natación natation nuoto schwimmen swim swimming zwemmen",
    Kind.STRENGTH: (
        "gewichte gym kraft kraftsport krafttraining musculation strength strengthtraining "
        "weight weights weighttraining weightlifting"
    ),
    Kind.STRETCH: "flexibility mobility pilates stretching yoga",
}
_KIND_OF_WORD = {word: kind for kind, words in _WORDS.items() for word in _words(words)}
# These say it where nothing else does: a golf course and a trail bike are no runs.
_ALSO_RUN = _words("course pied trail ultra")
_SHORTEST = 3  # letters of a word that says something
# The ends of words written together: touringbicycle, treadmillrunning, nordicwalking.
_ENDS = (
    "bicycle", "bike", "biking", "cycling", "hiking", "jogging", "laufen", "running",
    "schwimmen", "swimming", "walking", "wandern",
)  # fmt: skip
_NEVER_BEGINS = ("hand", "horse", "motor", "ski", "snow", "stair", "wheelchair")

# A site writes numbers instead of names.
_STRAVA: Mapping[int, Kind | None] = {
    1: Kind.BIKE, 2: Kind.OTHER, 3: Kind.OTHER, 4: Kind.WALK, 5: Kind.OTHER, 6: Kind.OTHER,
    7: Kind.OTHER, 8: Kind.OTHER, 9: Kind.RUN, 10: Kind.WALK, 12: Kind.OTHER, 13: Kind.OTHER,
    14: Kind.OTHER, 15: Kind.OTHER, 16: Kind.SWIM, 17: Kind.BIKE, 18: Kind.BIKE, 21: Kind.OTHER,
    22: Kind.OTHER, 23: Kind.OTHER, 24: Kind.OTHER, 25: Kind.OTHER, 26: Kind.OTHER,
    27: Kind.OTHER, 28: Kind.OTHER, 29: Kind.OTHER, 30: Kind.STRENGTH, 31: Kind.STRETCH,
    51: Kind.OTHER, 52: Kind.OTHER, 53: Kind.RUN,
}  # fmt: skip

_FIT_SPORTS: Mapping[str, Kind] = {
    "running": Kind.RUN, "walking": Kind.WALK, "hiking": Kind.WALK, "cycling": Kind.BIKE,
    "e_biking": Kind.BIKE, "swimming": Kind.SWIM,
}  # fmt: skip
_FIT_SUB_SPORTS: Mapping[str, Kind] = {
    "strength_training": Kind.STRENGTH, "yoga": Kind.STRETCH, "pilates": Kind.STRETCH,
    "flexibility_training": Kind.STRETCH, "hand_cycling": Kind.OTHER,
    "indoor_hand_cycling": Kind.OTHER, "indoor_rowing": Kind.OTHER, "elliptical": Kind.OTHER,
    "stair_climbing": Kind.OTHER, "indoor_wheelchair_walk": Kind.OTHER,
    "indoor_wheelchair_run": Kind.OTHER,
}  # fmt: skip
_FIT_MACHINES: Mapping[str, Kind | None] = {  # what fitness equipment it was
    "treadmill": None, "indoor_walking": Kind.OTHER, "indoor_running": Kind.RUN,
    "indoor_cycling": Kind.BIKE, "spin": Kind.BIKE,
}  # fmt: skip
_FIT_SILENT = frozenset({"generic", "all", "multisport", ""})


def names_treadmill(name: str) -> bool:
    """Whether a name is of a treadmill, or of going indoors."""
    return any(word.startswith(_TREADMILLS) for word in _words_in(name))


def names_treadmill_walk(name: str) -> bool:
    """Whether a name is of a walk on a treadmill, and of no other machine."""
    words = _words_in(name)
    is_walk = any(_kind_of(word) is Kind.WALK for word in words)
    return is_walk and names_treadmill(name) and not _NEVER_ON_FOOT.intersection(words)


def unless_on_treadmill(kind: Kind, name: str) -> Kind:
    """The kind, but no walk on a treadmill: a machine is never the walk that opens running."""
    return Kind.OTHER if kind is Kind.WALK and names_treadmill(name) else kind


def _words_in(name: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(_CAPITAL_INSIDE.sub(" ", name))]


def named_sport(name: str, creator: str = "") -> Sport:
    """What a word such as "running" or "Biking" says; a number where its site is known."""
    plain = " ".join(name.split())[:_LONGEST_NAME]
    if plain.isdecimal():
        is_known = "strava" in creator.lower()
        return Sport(_STRAVA.get(int(plain)) if is_known else None)
    meant = [word for word in _words_in(plain) if word not in _SILENT]
    if not meant:
        return Sport(None, plain)
    if any(word in _NEVER_ON_FOOT or word.startswith(_NEVER_BEGINS) for word in meant):
        return Sport(Kind.OTHER, plain)
    kinds = [kind for word in meant if (kind := _kind_of(word)) is not None]
    return Sport(unless_on_treadmill(_most_telling(kinds, meant), plain), plain)


def _kind_of(word: str) -> Kind | None:
    end = next((end for end in _ENDS if word.endswith(end)), word)
    return _KIND_OF_WORD.get(word, _KIND_OF_WORD.get(end))


def _most_telling(kinds: list[Kind], words: list[str]) -> Kind:
    """One kind of those that a name holds: a walk and a run together are on foot."""
    if set(kinds) == {Kind.WALK, Kind.RUN}:
        return Kind.RUN
    telling = [word for word in words if len(word) >= _SHORTEST]
    if not kinds and telling and _ALSO_RUN.issuperset(telling):
        return Kind.RUN
    return kinds[0] if kinds else Kind.OTHER


def fit_sport(main: str, sub: str, profile: str = "") -> Sport:
    """What the `sport` and `sub_sport` of a FIT message say; `profile` is the runner's own name.

    A number is one that FIT had not given a name to when the reading library was made.
    """
    name = (main if sub in _FIT_SILENT else sub).replace("_", " ")
    name = "" if name in _FIT_SILENT else name
    if main == TRANSITION:
        return Sport(Kind.OTHER, TRANSITION)
    if sub in _FIT_SUB_SPORTS:
        return Sport(_FIT_SUB_SPORTS[sub], name)
    if main in _FIT_SPORTS:
        return _of_fit_sport(main, name)
    if main in _FIT_SILENT | {"fitness_equipment", "training"} and sub in _FIT_MACHINES:
        return Sport(_FIT_MACHINES[sub], name)
    if main not in _FIT_SILENT or sub not in _FIT_SILENT:
        return Sport(Kind.OTHER, "" if name.isdecimal() else name)
    return named_sport(profile)


def _of_fit_sport(main: str, name: str) -> Sport:
    kind = unless_on_treadmill(_FIT_SPORTS[main], name)
    is_taken_away = kind is not _FIT_SPORTS[main]
    return Sport(kind, f"{name} {main}" if is_taken_away and main not in name else name)
