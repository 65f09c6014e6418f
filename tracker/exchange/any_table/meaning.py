"""What a table means: its rows, its columns, and how its values are written."""

from __future__ import annotations

from enum import StrEnum
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from tracker.entries import codecs
from tracker.entries.fields import CHECK_IN, SESSION
from tracker.exchange.any_table import cells, headings, words
from tracker.progression.diary import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import tzinfo

    from tracker.entries.codecs import Codec

OF_CHECK_INS, OF_SESSIONS = (
    tuple(field.column for field in schema.fields if not field.ours)
    for schema in (CHECK_IN, SESSION)
)
DURATIONS = ("minutes", "jog_minutes", "walk_minutes", "longest_jog_minutes")
SHARP = "sharp"  # a column of yes and no: whether the pain was sharp
ASKED = "?"  # a column that may tell of pain, of which it has to be said what it means


class Rows(StrEnum):
    """What a row is."""

    CHECK_INS = "check_ins"
    SESSIONS = "sessions"
    BOTH = "both"  # a day: how it felt, and what was done


OF: Mapping[Rows, tuple[str, ...]] = {  # what a row may say
    Rows.CHECK_INS: (*OF_CHECK_INS, SHARP),
    Rows.SESSIONS: (*OF_SESSIONS, SHARP),
    Rows.BOTH: tuple(dict.fromkeys((*OF_CHECK_INS, *OF_SESSIONS, SHARP))),
}


class Meaning(NamedTuple):
    """What a table means.

    `columns` has a meaning for each column, empty for those that are not read and ASKED for those
    that may tell of pain; `day_first` decides what 3/5/2026 is. `kind` is what a row is where no
    column says so, `kinds` what words for it mean that are not plain. `time_unit` (minutes, hours
    or seconds) and `distance_unit` (km, mi or m) are those of plain numbers whose heading names
    none. `zone_is_utc`: times without a zone are UTC, as some sites write them.
    """

    rows: Rows
    columns: tuple[str, ...]
    day_first: bool = True
    kind: Kind = Kind.RUN
    kinds: Mapping[str, str] = MappingProxyType({})
    time_unit: str = "minutes"
    distance_unit: str = "km"
    zone_is_utc: bool = False


Readers = dict[str, "Callable[[str], str]"]


def readers(meaning: Meaning, heading_of: Mapping[str, str], zone: tzinfo) -> Readers:
    """How the cells of each meaning are turned into ours: what is written alike is read alike."""
    day_first = meaning.day_first
    own = meaning.kinds

    def kind(text: str) -> str:
        return own[text] if own.get(text) else words.kind(text)

    way = headings.distance_unit(heading_of.get("distance_km", "")) or meaning.distance_unit
    by_codec: Mapping[Codec[Any], Callable[[str], str]] = {
        codecs.DATE: partial(cells.day, day_first=day_first, zone=zone, utc=meaning.zone_is_utc),
        codecs.TIME: cells.clock,
        codecs.METRES: partial(cells.kilometres, unit=way),
        codecs.SCORE: cells.score,
        codecs.TICK: cells.tick,
    }
    by_column: Readers = {}
    for column, field in (CHECK_IN.by_column | SESSION.by_column).items():
        if field.codec == codecs.SECONDS:
            unit = headings.time_unit(heading_of.get(column, "")) or meaning.time_unit
            by_column[column] = partial(cells.minutes, unit=unit)
        elif field.codec in by_codec:
            by_column[column] = by_codec[field.codec]
    return by_column | {
        "moment": words.moment,
        "sensation": words.sensation,
        "painkiller": cells.medicine,
        "kind": kind,
        SHARP: cells.tick,
    }
