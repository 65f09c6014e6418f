"""What columns are called: in English, German, French and Spanish, and the units they name."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

# How other programs call what a column may mean: how the names begin, beside our own name. Those
# of one meaning stand in the order in which they are preferred.
MEANINGS: Mapping[str, tuple[str, ...]] = {
    "id": (r"uid", r"(activity |workout )?id$", r"aktivitats id", r"id (de|of)\b"),
    "expected_return": (r"expect",),
    "confidence": (r"confiden", r"zuversicht", r"confianza"),
    "longest_jog_minutes": (r"longest", r"bout", r"langste"),
    "walk_minutes": (
        r"walk", r"geh(zeit|minuten)", r"(minutes|temps) de marche", r"(minutos|tiempo) .*cam",
    ),
    "jog_minutes": (
        r"jog", r"run(ning)? (min|time|dur)", r"min(ute)?s? (run|running|jogged)\b", r"running$",
        r"run$",
        r"laufzeit", r"laufminuten", r"(minutes?|temps|duree) de course", r"(minutos|tiempo) de c",
    ),
    "minutes": (
        r"minutes?$", r"duration", r"dauer", r"duree", r"duracion", r"(total |workout )?time$",
        r"(gesamt|trainings)?zeit$", r"temps$", r"tiempo$", r"mins?$", r"minuten$", r"minutos$",
        r"elapsed", r"verstrichene", r"temps ecoule", r"tiempo transcurrido", r"length$",
        r"moving time", r"zeit in beweg", r"bewegungszeit", r"temps de (depl|mouv)", r"durée act",
        r"tiempo en mov",
    ),
    "moment": (r"part of day", r"moment", r"tageszeit"),
    "time": (
        r"time of day", r"start ?time", r"startzeit", r"uhrzeit", r"heure", r"hora\b", r"clock",
        r"(?<!\w )time$", r"(?<!\w )zeit$",
    ),
    "date": (
        r"date", r"day$", r"when", r"datum", r"aktivitatsdatum", r"timestamp", r"fecha", r"tag$",
        r"jour$", r"dia$", r"start",
    ),
    "distance_km": (
        r"distan", r"total distan", r"strecke", r"km$", r"kilomet", r"miles?$", r"mi$", r"meilen",
        r"entfernung",
    ),
    "painkiller": (
        r"pain ?killer", r"medication", r"medicine", r"ibuprofen", r"paracetamol", r"meds",
        r"schmerzmittel", r"medikament", r"antidouleur", r"medicament", r"medicacion", r"analges",
        r"tablet",
    ),
    "red_flags": (r"red flag", r"warning sign"),
    "pain": (
        r"(worst |max(imum)? )?pain( level| score| rating)?( (0|during|while).*)?$", r"pain",
        r"nprs", r"nrs", r"vas$", r"hurt", r"schmerz", r"douleur", r"dolor", r"score",
    ),
    "sensation": (
        r"sensation", r"feeling", r"felt", r"how (did|does) it feel", r"feel", r"empfind",
        r"gefuhl", r"ressenti", r"sensacion", r"wie.* an(ge)?fuhl",
    ),
    "sharp": (
        r"sharp\b", r"stabbing", r"stechend", r"scharf", r"aigue?\b", r"vive\b", r"lancinant",
        r"agud[oa]", r"punzante", r"pinchazo",
    ),
    "limp": (r"limp", r"hink", r"boit", r"coje"),
    "kind": (
        r"(activity |workout |exercise |sport )?type", r"aktivitats(typ|art)", r"sportart",
        r"type d activite", r"tipo de act", r"activity$", r"sport", r"session$", r"aktivitat$",
        r"actividad$", r"activite$", r"typ$", r"tipo$", r"art$", r"what", r"workout$",
    ),
    "effort": (r"effort", r"rpe", r"exertion", r"anstreng", r"borg", r"esfuerzo"),
    "stopped_early": (r"stopped", r"cut short", r"abgebrochen"),
    "note": (
        r"note", r"comment", r"remark", r"kommentar", r"notiz", r"bemerk", r"remarque",
        r"comentario", r"nota", r"(activity )?description", r"aktivitatsbeschr", r"descrip",
        r"beschreibung", r"title", r"titel", r"titre", r"titulo", r"(activity|workout) name",
        r"name der akt", r"nom de l act", r"nombre de la",
    ),
}  # fmt: skip

# What is none of ours, whatever else the heading says, unless it speaks of pain.
_OTHERS = re.compile(
    r"\b(pace|speed|cadence|heart|hr|bpm|calori\w*|power|watts?|ascent|descent|elev\w*|climb|gain"
    r"|loss|temp|temperature|stride|steps?|stress|swolf|vo2\w*|weight|height|gear|commute|filename"
    r"|gpx|max|avg|average|mean|lap|laps|sets|reps|favorite|route|friend\w*|relative|sleep|mood"
    r"|schritt\w*|puls|herzfrequenz|geschwindigkeit|kalorien|hohe\w*|anstieg|abstieg|trittfrequenz"
    r"|schlaf|frequence|cardiaque|allure|vitesse|denivele|foulee|ritmo|velocidad|frecuencia"
    r"|cadencia|desnivel|zancada|favorit\w*|favori|relativ\w*|running index|training load)\b"
)
_PAIN = re.compile(
    r"\b(pain|hurt|sore|ache|aching|sharp|stab|niggle|discomfort|tender|stiff|vas\b|nrs|nprs"
    r"|hamstring|glute|buttock|injury|symptom|schmerz|weh|zieh|steif|douleur|mal\b|gene|raideur"
    r"|dolor|molest|rigid|feel|felt|twinge)"
)
_NAME = re.compile(r"\b(name|title|titel|titre|titulo|nom d|nombre d)")
_BRACKETS = re.compile(r"[(\[][^)\]]*[)\]]")
# What is called so is no other thing whose name it holds: walk minutes are not the minutes.
_NARROWER = {
    "painkiller": "pain",
    "sharp": "pain",
    "walk_minutes": "minutes",
    "jog_minutes": "minutes",
    "longest_jog_minutes": "jog_minutes",
}
_HOURS = re.compile(
    r"\b(h|hr|hrs|hours?|std|stunden?|heures?|horas?|hh? ?:? ?mm)(?! ?:? ?(mm|ss))\b"
)
_MINUTES = re.compile(r"\b(min|mins|minutes?|minuten?|minutos?|mm? ?:? ?ss)\b")
_SECONDS = re.compile(r"\b(s|secs?|seconds|sekunden|secondes|segundos)\b")
_IN_SECONDS = ("elapsed time", "moving time", "verstrichene zeit", "bewegungszeit", "temps ecoule",
               "temps de deplacement", "tiempo transcurrido", "tiempo en movimiento")  # fmt: skip
_MILES = re.compile(r"\b(mi|miles?|meilen?|millas?)\b")
_KM = re.compile(r"\b(km|kms|kilomet\w+)\b")
_YARDS = re.compile(r"\b(yds?|yards?)\b")
_METRES = re.compile(r"\b(m|met(er|re)s?|metern?|metros?)\b")


@lru_cache(1024)
def plain(heading: str) -> str:
    """A heading in small letters without accents, its marks taken for blanks."""
    bare = unicodedata.normalize("NFKD", heading.replace("ß", "ss").lower())
    letters = "".join(letter for letter in bare if not unicodedata.combining(letter))
    return re.sub(r"[^\w:]+|_", " ", letters).strip()


def meanings(heading: str) -> dict[str, int]:
    """What a column may mean by its heading, each with its rank: the lower, the better."""
    words, bare = plain(heading), plain(_BRACKETS.sub(" ", heading)) or plain(heading)
    ours = words.replace(" ", "_")
    columns = {
        meaning: rank
        for meaning, names in MEANINGS.items()
        if (rank := _rank(bare, names)) is not None or (rank := _rank(words, names)) is not None
    }
    if ours in MEANINGS:
        columns[ours] = -1
    if columns.keys() - {"note"} and _OTHERS.search(words) and not may_tell_of_pain(heading):
        return {}
    for narrow, wide in _NARROWER.items():
        if narrow in columns and columns.get(wide, 0) >= 0:
            columns.pop(wide, None)
    return columns


def _rank(words: str, names: tuple[str, ...]) -> int | None:
    return next((i for i, name in enumerate(names) if re.search(rf"\b{name}", words)), None)


def is_another_programs(heading: str) -> bool:
    """Whether it is of something that is not read here, such as a pulse."""
    return _OTHERS.search(plain(heading)) is not None


def may_tell_of_pain(heading: str) -> bool:
    """Whether a heading has a word for pain, or for where it is."""
    return _PAIN.search(plain(heading)) is not None


def is_name(heading: str) -> bool:
    """Whether it is of names or titles, and of no notes."""
    return _NAME.search(plain(heading)) is not None


def asks_for_sharpness(heading: str) -> bool:
    """Whether it asks just that, so that a number under it is a yes or a no and no score."""
    return "?" in heading or bool(re.fullmatch(MEANINGS["sharp"][0], plain(heading)))


def time_unit(heading: str) -> str:
    """The unit of durations that a heading names: hours, minutes, seconds, or none."""
    words = plain(heading)
    if _MINUTES.search(words):
        return "minutes"
    if _HOURS.search(words):
        return "hours"
    return "seconds" if _SECONDS.search(words) else ""


def is_elapsed(heading: str) -> bool:
    """Whether sites write plain numbers of seconds under a heading."""
    return plain(heading) in _IN_SECONDS


def distance_unit(heading: str) -> str:
    """The unit of distances that a heading names: km, mi, m, yd, or none."""
    words = plain(heading)
    units = {"km": _KM, "mi": _MILES, "m": _METRES, "yd": _YARDS}
    return next((unit for unit, names in units.items() if names.search(words)), "")
