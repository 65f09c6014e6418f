"""What clinicians said at visits, as part of an episode's JSON document, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.content.visits import Visit
from tracker.entries.cells import UNPRINTABLE, from_instant
from tracker.entries.fields import LONGEST_NOTE
from tracker.exchange.own_format.episode_values import to_at, to_day, to_through
from tracker.exchange.own_format.json_values import known, to_objects, to_words
from tracker.translations import gettext

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.exchange.parse_errors import Record

_VISITS = "visits"


def to_visits(record: Record) -> tuple[Visit, ...]:
    """Read the visits of an episode's document; faults are noted by their place, from 1."""
    entries = enumerate(record.get(_VISITS, to_objects) or [], 1)
    visits = [_visit(record.within(values, f"{_VISITS}[{at}].")) for at, values in entries]
    return tuple(visit for visit in visits if visit is not None)


def from_visits(visits: Iterable[Visit]) -> dict[str, object]:
    """Write visits as a key of the document; nothing where there is none."""
    written = [
        {"date": visit.date.isoformat(), "by": visit.by}
        | known(
            said=visit.said,
            next_on=visit.next_on.isoformat() if visit.next_on else None,
            asked=visit.asked,
            through=visit.through.value,
            entered_at=from_instant(visit.entered_at),
        )
        for visit in visits
    ]
    return {_VISITS: written} if written else {}


def to_note(value: object) -> str:
    """Take words that can be stored and shown."""
    text = to_words(value)
    if len(text) > LONGEST_NOTE or UNPRINTABLE.search(text):
        raise ValueError(
            gettext("must be at most %(most)d characters that can be shown", most=LONGEST_NOTE)
        )
    return text


def _visit(entry: Record) -> Visit | None:
    day, by = entry.need("date", to_day), entry.need("by", to_words)
    if day is None or by is None:
        return None
    return Visit(
        date=day,
        by=by,
        said=entry.text("said", to_note),
        next_on=entry.get("next_on", to_day),
        asked=entry.text("asked", to_note),
        through=to_through(entry),
        entered_at=entry.get("entered_at", to_at),
    )
