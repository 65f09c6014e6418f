"""What is said of a recording that was read with reservations."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from tracker.language.names import kind_name
from tracker.language.phrases import minutes
from tracker.progression.diary import Kind
from tracker.translations import N_, gettext

if TYPE_CHECKING:
    from collections.abc import Mapping


class Remark(StrEnum):
    """What a reader of a recording should know of it."""

    CUT = "cut"
    CHECKSUM = "checksum"
    NO_ZONE = "no-zone"
    WAY_BY_PLACES = "way-by-places"
    NO_WAY = "no-way"
    BREAK = "break"
    RIDE = "ride"
    TOO_FAST = "too-fast"
    TREADMILL = "treadmill"


_REMARKS: Mapping[Remark, str] = {
    Remark.CUT: N_("The file breaks off or is damaged: it was read as far as it goes."),
    Remark.CHECKSUM: N_("The file’s checksum is missing or wrong: look at the numbers closely."),
    Remark.NO_ZONE: N_("The file’s times do not say their time zone; they are read as UTC."),
    Remark.WAY_BY_PLACES: N_(
        "The distances in the file do not fit its places: the places were measured instead."
    ),
    Remark.NO_WAY: N_(
        "The file holds neither steps nor a way: what was walked and what was jogged is not in it."
    ),
    Remark.BREAK: N_(
        "For some minutes nothing was recorded, though the way went on: that is taken for a break."
    ),
    Remark.RIDE: N_(
        "Part of it was faster than people run: that is taken for a ride, and left out."
    ),
    Remark.TOO_FAST: N_(
        "It is faster than most people run so far; it is taken for a run on your word alone."
    ),
    Remark.TREADMILL: N_(
        "Walking on a treadmill or indoors is offered as something else: by a careful default of"
        " ours it does not count as the walk that opens running."
    ),
}


def remark(it: Remark) -> str:
    """Return what a reader of a recording should know of it."""
    return gettext(_REMARKS[it])


def part_title(kind: Kind | None, name: str, seconds: int) -> str:
    """Return a part of a recording in a few words; its own `name` where we have no kind for it."""
    if kind is None or (kind is Kind.OTHER and name):
        words = gettext("“%(name)s”", name=name) if name else gettext("Not said what")
    else:
        words = kind_name(kind)
    return f"{words}, {minutes(seconds)}"
