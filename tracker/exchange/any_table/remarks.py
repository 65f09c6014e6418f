"""What is worth knowing of a table without faults: how it was read where it may be otherwise."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tracker.entries.fields import CHECK_IN, SESSION
from tracker.exchange.any_table import cells, headings, words
from tracker.exchange.any_table.meaning import DURATIONS, OF
from tracker.exchange.any_table.unclear import slashed
from tracker.exchange.records import did_not_ask
from tracker.exchange.watch.sports import names_treadmill_walk
from tracker.language.phrases import full_date
from tracker.translations import N_, gettext, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import tzinfo

    from tracker.exchange.any_table.meaning import Meaning
    from tracker.exchange.any_table.table import Table

_MONTHS = 12
_NAMED = 20  # columns in a sentence
_DISTANCES_READ = {
    "km": N_(
        "Distances without a unit were read as kilometres. If that is wrong, change it below."
    ),
    "mi": N_("Distances without a unit were read as miles. If that is wrong, change it below."),
    "m": N_("Distances without a unit were read as metres. If that is wrong, change it below."),
}
_LENGTHS_READ = {
    "hours": N_("Lengths without a unit were read as hours. You can change it below."),
    "seconds": N_("Lengths without a unit were read as seconds. You can change it below."),
}


def remarks(table: Table, mapping: Meaning, zone: tzinfo) -> list[str]:
    """How dates, distances, lengths and times were read that could be read in another way."""
    return [
        *_of_dates(table, mapping, zone),
        *_of_units(table, mapping),
        *_of_utc(mapping),
        *_of_kinds(mapping),
        *_of_treadmills(table, mapping),
        *_of_notes(table, mapping),
        *_of_painkillers(table, mapping),
        *_of_unread(table, mapping),
    ]


def _of_dates(table: Table, mapping: Meaning, zone: tzinfo) -> Iterator[str]:
    dates = list(slashed(table, mapping.columns))
    other = next((match.string for match in dates if int(match[1]) != int(match[2])), "")
    if not other or any(int(part) > _MONTHS for match in dates for part in match.groups()):
        return
    day = date.fromisoformat(cells.day(other, day_first=mapping.day_first, zone=zone))
    yield gettext(
        "A date like '%(date)s' can mean two days. It was read as %(day)s. If that is"
        " wrong, change below what a date like 3/5/2026 is, and look again.",
        date=other,
        day=full_date(day),
    )


def _of_units(table: Table, mapping: Meaning) -> Iterator[str]:
    named = dict(zip(mapping.columns, table.columns, strict=True))
    if "distance_km" in named and not headings.distance_unit(named["distance_km"]):
        yield gettext(_DISTANCES_READ[mapping.distance_unit])
    lengths = [name for name in DURATIONS if name in named]
    said = [headings.time_unit(named[n]) or headings.is_elapsed(named[n]) for n in lengths]
    if mapping.time_unit != "minutes" and not all(said):
        yield gettext(_LENGTHS_READ[mapping.time_unit])


def _of_utc(mapping: Meaning) -> Iterator[str]:
    if mapping.zone_is_utc:
        yield gettext(
            "This looks like the table of a site that writes its times in UTC, so they were turned"
            " into those of your time zone."
        )


def _of_kinds(mapping: Meaning) -> Iterator[str]:
    unknown = [text for text, kind in mapping.kinds.items() if kind == "other"]
    if unknown:
        quoted = ", ".join(f"'{text[:40]}'" for text in unknown[:10])
        yield gettext(
            "Read as other, which counts as no walk and no run: %(words)s. See below.", words=quoted
        )


def _of_treadmills(table: Table, mapping: Meaning) -> Iterator[str]:
    if "kind" not in mapping.columns:
        return
    column = mapping.columns.index("kind")
    walks = sum(
        names_treadmill_walk(row.cells[column])
        for row in table.rows
        if row.cells[column] not in mapping.kinds
    )
    if walks:
        yield ngettext(
            "%(num)d walk on a treadmill or indoors: read as something else, by a careful default"
            " no walk that opens running.",
            "%(num)d walks on a treadmill or indoors: read as something else, by a careful default"
            " no walk that opens running.",
            walks,
        )


def _of_notes(table: Table, mapping: Meaning) -> Iterator[str]:
    """Notes are kept as they are; where they speak of sharp pain and nothing else does, say so."""
    if "note" not in mapping.columns or "sensation" in mapping.columns:
        return
    column = mapping.columns.index("note")
    sharp = sum(words.is_sharp(row.cells[column]) for row in table.rows)
    if sharp:
        yield ngettext(
            "%(num)d note speaks of sharp pain. Notes are kept but decide nothing: give what it"
            " felt like a column, or change the entries.",
            "%(num)d notes speak of sharp pain. Notes are kept but decide nothing: give what it"
            " felt like a column, or change the entries.",
            sharp,
        )


def _of_painkillers(table: Table, mapping: Meaning) -> Iterator[str]:
    """A session holds no painkillers, and they hold running: so it is said where they get lost."""
    for index, heading in enumerate(table.columns):
        is_lost = not mapping.columns[index] and table.samples(index, 1)
        if is_lost and "painkiller" in headings.meanings(heading):
            yield gettext(
                "“%(heading)s” tells of painkillers, which belong to a check-in, so it is not"
                " read. If each row is a day, say so below; else add a check-in for those days.",
                heading=heading[:30],
            )


def _of_unread(table: Table, mapping: Meaning) -> Iterator[str]:
    unread = [
        f"“{heading[:30]}”"
        for index, heading in enumerate(table.columns)
        if not mapping.columns[index] and table.samples(index, 1)
    ]
    if unread:
        columns, more = ", ".join(unread[:_NAMED]), len(unread) - _NAMED
        yield (
            gettext("Not read: %(columns)s and %(more)d more.", columns=columns, more=more)
            if more > 0
            else gettext("Not read: %(columns)s.", columns=columns)
        )


def not_asked(mapping: Meaning) -> list[str]:
    """What a table without a column for some ticks did not ask, in a sentence."""
    ticks = dict.fromkeys((*CHECK_IN.ticks, *SESSION.ticks))
    asked = {*mapping.columns} | ({*ticks} - {*OF[mapping.rows]})
    return did_not_ask(gettext("The table"), ticks, asked)
