"""What Strava calls columns, sports and months in the languages that it exports in.

Columns stand in the same order in every language, so one that is not listed here is read by its
place. A sport that is not listed is asked of what the recordings know.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tracker.exchange.watch.sports import named_sport
from tracker.progression.diary import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

ID, DATE, SPORT, FILE = "id", "date", "sport", "file"
ELAPSED, MOVING, DISTANCE = "elapsed", "moving", "distance"

_HEADINGS: Mapping[str, str] = {
    ID: "activity id|aktivitats-id|id de l'activite|id d'activite|id de actividad"
    "|id de la actividad|id attivita|id da atividade|activiteits-id",
    DATE: "activity date|aktivitatsdatum|date de l'activite|fecha de actividad"
    "|fecha de la actividad|data attivita|data dell'attivita|data da atividade|activiteitsdatum",
    SPORT: "activity type|aktivitatsart|type d'activite|tipo de actividad|tipo di attivita"
    "|tipo attivita|tipo de atividade|activiteitstype",
    FILE: "filename|dateiname|nom du fichier|nom de fichier|nombre de archivo"
    "|nombre del archivo|nome file|nome del file|nome do arquivo|bestandsnaam",
    ELAPSED: "elapsed time|verstrichene zeit|temps ecoule|duree ecoulee|tiempo transcurrido"
    "|tempo trascorso|tempo decorrido|verstreken tijd",
    MOVING: "moving time|bewegungszeit|duree de deplacement|temps de deplacement"
    "|tiempo en movimiento|tempo in movimento|tempo de movimentacao|beweegtijd",
    DISTANCE: "distance|distanz|entfernung|distancia|distanza|afstand",
}
_MEANING = {heading: key for key, words in _HEADINGS.items() for heading in words.split("|")}

_SPORTS: Mapping[Kind, str] = {
    Kind.RUN: "trail run|virtual run|traillauf|virtueller lauf|course a pied virtuelle"
    "|carrera de montana|carrera por montana|carrera virtual|corsa virtuale|corsa trail"
    "|corrida virtual|corrida em trilha|hardloopsessie|virtuele hardloopsessie",
    Kind.WALK: "hike|spaziergang|wanderung|randonnee|excursion|escursione|caminhada|trilha"
    "|wandeling",
    Kind.BIKE: "ride|mountain bike ride|gravel ride|e-bike ride|e-mountain bike ride|virtual ride"
    "|radfahrt|fahrt|mountainbike-fahrt|gravel-fahrt|e-bike-fahrt|virtuelle radfahrt|sortie velo"
    "|sortie a velo|sortie vtt|sortie gravel|velo electrique|vtt electrique|velo virtuel"
    "|salida en bicicleta|bicicleta|bicicleta de montana|bicicleta de grava|bicicleta electrica"
    "|giro in bici|uscita in bicicletta|bici|pedalada|pedalada virtual|fietsrit|gravelrit"
    "|mountainbikerit|virtuele fietsrit",
    Kind.SWIM: "schwimmtraining|nado libre|nuotata|zwemsessie",
    Kind.STRENGTH: "weight training|krafttraining|gewichtstraining|entrainement aux poids"
    "|entrenamiento con pesas|pesas|allenamento con i pesi|pesi|treinamento com peso"
    "|krachttraining",
}
_KIND_OF_SPORT = {name: kind for kind, names in _SPORTS.items() for name in names.split("|")}

_MONTHS = (
    "jan janv jann ene gen", "feb fevr fev febb", "mar marz mars mrz maa mrt", "apr avr abr",
    "may mai mag mei maj", "jun juin giu", "jul juil lug", "aug aout ago", "sep sept set",
    "oct okt out ott", "nov", "dec dez dic",
)  # fmt: skip
_MONTH = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
_LAST_DAY = 31
_LONGEST_NUMBER = 4  # digits of a year; of more, datetime makes another error
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap])?", re.ASCII)
_WORD, _NUMBER = re.compile(r"[a-z]+"), re.compile(r"\d+", re.ASCII)


def plain(text: str) -> str:
    """A text in small letters without accents, with simple blanks and apostrophes."""
    decomposed = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return " ".join("".join(c for c in decomposed if not unicodedata.combining(c)).lower().split())


def heading(text: str) -> str:
    """What a column is; empty for one that is not read, or not known."""
    return _MEANING.get(plain(text), "")


def kind(name: str) -> Kind:
    """What was done, by Strava's name for the sport; `other` for what is not known."""
    return _KIND_OF_SPORT.get(plain(name)) or named_sport(name).kind or Kind.OTHER


def instant(text: str) -> datetime | None:
    """The instant that a date of Strava's means, which it writes in UTC; None if it is none.

    `Aug 10, 2026, 6:12:00 AM`, `10.08.2026, 06:12:00`, `10 août 2026 à 06:12:00`; year, month, day.
    """
    words = plain(text)
    clock = _CLOCK.search(words)
    if clock is None:
        return None
    day = words[: clock.start()]
    if any(len(digits) > _LONGEST_NUMBER for digits in _NUMBER.findall(day)):
        return None
    numbers = [int(digits) for digits in _NUMBER.findall(day)]
    named = next(filter(None, map(_month, _WORD.findall(day))), None)
    if named is not None:  # a day and a year, in either order
        parts = [max(numbers, default=0), named, min(numbers, default=0)]
    else:
        parts = numbers if numbers and numbers[0] > _LAST_DAY else numbers[::-1]
    try:
        year, month, day_ = parts
        return datetime(year, month, day_, *_time(clock), tzinfo=UTC)
    except ValueError:
        return None


def _month(word: str) -> int | None:
    return _MONTH.get(word[:4]) or _MONTH.get(word[:3])


def _time(clock: re.Match[str]) -> tuple[int, int, int]:
    hour = int(clock[1])
    if clock[4]:
        hour = hour % 12 + (12 if clock[4] == "p" else 0)
    return hour, int(clock[2]), int(clock[3] or 0)
