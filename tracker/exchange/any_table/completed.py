"""What the rows of a table leave unsaid, filled in to be careful, or said to be missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.entries.cells import from_seconds, to_seconds
from tracker.entries.fields import CHECK_IN, SESSION
from tracker.exchange.any_table.meaning import SHARP, Meaning, Rows
from tracker.progression.diary import RUNNING_KINDS, Kind, Sensation
from tracker.translations import gettext

if TYPE_CHECKING:
    from tracker.exchange.parse_errors import Record

_OF_THE_DAY = set(CHECK_IN.columns)
_OF_WHAT_WAS_DONE = set(SESSION.columns) - {"pain", "sensation", "limp", "note"}
_AMOUNTS = ("minutes", "jog_minutes", "walk_minutes", "distance_km")


def sharpness(values: dict[str, str]) -> None:
    """Let a yes to sharp pain be the sensation, whatever else is said; a no says nothing more."""
    if values.pop(SHARP, "no") == "yes":
        values["sensation"] = Sensation.SHARP.value


def check_in(values: dict[str, str], mapping: Meaning) -> bool:
    """Complete a check-in; False where a row of both kinds holds none.

    What a score without a word felt like is nothing if it is 0, else pain.
    """
    if mapping.rows is Rows.BOTH:
        if "pain" not in values and not {"sensation", "red_flags"} & values.keys():
            return False
        _leave(values, _OF_THE_DAY)
    values.setdefault("sensation", "none" if values.get("pain", "0") == "0" else "pain")
    return True


def session(record: Record, values: dict[str, str], mapping: Meaning) -> bool:
    """Complete a session; False where a row of both kinds holds none.

    What is not said: the kind is the given one, and a run is all jogging.
    """
    if mapping.rows is Rows.BOTH:
        if "kind" not in values and not any(_amount(values, name) for name in _AMOUNTS):
            return False
        has_check_in = "pain" in values or "sensation" in values
        _leave(values, _OF_WHAT_WAS_DONE if has_check_in else set(SESSION.columns))
    if "kind" not in values:
        values["kind"] = _kind_of(values, mapping)
    if values["kind"] not in RUNNING_KINDS:
        return True
    if "jog_minutes" in values:
        both = sum(to_seconds(values.get(n, "0")) for n in ("jog_minutes", "walk_minutes"))
        values.setdefault("minutes", from_seconds(both))
        return True
    return _all_jogging(record, values, mapping)


def _all_jogging(record: Record, values: dict[str, str], mapping: Meaning) -> bool:
    is_all_jogging = values["kind"] == Kind.RUN and "walk_minutes" not in values
    if is_all_jogging and "minutes" in values:
        values["jog_minutes"] = values["minutes"]
        return True
    asked = ("minutes", "jog_minutes") if is_all_jogging else ("jog_minutes",)
    column = next((name for name in asked if name in mapping.columns), "")
    record.fault(
        column,
        gettext("is missing")
        if column
        else gettext("is a run, and no column says how long the jogging was"),
    )
    return False


def _kind_of(values: dict[str, str], mapping: Meaning) -> str:
    """What was done where no cell says so: by what was jogged and walked, or the given kind."""
    jogged, walked = _amount(values, "jog_minutes"), _amount(values, "walk_minutes")
    if not walked:
        return mapping.kind
    if jogged:
        return Kind.WALK_JOG
    values.setdefault("minutes", values.pop("walk_minutes"))
    values.pop("jog_minutes", None)
    return Kind.WALK


def _amount(values: dict[str, str], name: str) -> bool:
    """Whether a value says more than nothing."""
    return any(digit in "123456789" for digit in values.get(name, ""))


def _leave(values: dict[str, str], names: set[str]) -> None:
    for name in values.keys() - names:
        del values[name]
