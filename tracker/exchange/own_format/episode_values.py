"""Single values of episode.json: every parser raises ValueError saying what is expected."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from tracker.entries.cells import to_date, to_instant
from tracker.exchange.own_format.json_values import to_whole, to_words, worded
from tracker.progression.episode import RED_FLAGS, SCREENING, Through
from tracker.progression.protocol import BASELINE, BASELINE_WEEK
from tracker.progression.protocol_document import reader
from tracker.progression.protocol_document.reader import SHIPPED
from tracker.translations import gettext

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.exchange.parse_errors import Record
    from tracker.progression.protocol import RehabProtocol

FORMAT = "return-to-run/1"
PROTOCOL = "protocol.toml"

to_day = worded(to_date)
to_at = worded(to_instant)


def to_format(value: object) -> str:
    """Take the kind of file that this is."""
    if value != FORMAT:
        raise ValueError(gettext("must be %(what)s", what=FORMAT))
    return FORMAT


def to_protocol(own: RehabProtocol | None) -> Callable[[object], RehabProtocol]:
    """Return a parser of the id of a protocol that is known, or is `own`: what lies beside it."""

    def parse(value: object) -> RehabProtocol:
        protocol_id = to_words(value)
        brought = own if own is not None and own.id == protocol_id else None
        if not reader.is_known(protocol_id):
            if brought is None:
                raise ValueError(
                    gettext("is not a protocol of this tracker; %(id)s is", id=SHIPPED)
                )
            return brought
        if brought not in (None, reader.known(protocol_id)):
            raise ValueError(
                gettext(
                    "has an id that is of another protocol here than %(file)s holds", file=PROTOCOL
                )
            )
        return reader.known(protocol_id)

    return parse


def to_baseline(protocol: RehabProtocol) -> Callable[[object], int]:
    """Return a parser of the minutes of a usual run."""
    bounds = protocol.origins[BASELINE]

    def parse(value: object) -> int:
        if not bounds.allows(minutes := to_whole(value)):
            raise ValueError(
                gettext(
                    "must be %(least)d to %(most)d minutes",
                    least=bounds.lowest,
                    most=bounds.highest,
                )
            )
        return minutes

    return parse


def to_week(protocol: RehabProtocol, baseline: int | None) -> Callable[[object], int]:
    """Return a parser of the minutes of a usual week, which is at least one usual run."""
    bounds = protocol.origins[BASELINE_WEEK]
    lowest = max(bounds.lowest, baseline or 0)

    def parse(value: object) -> int:
        if not lowest <= (minutes := to_whole(value)) <= bounds.highest:
            raise ValueError(
                gettext("must be %(least)d to %(most)d minutes", least=lowest, most=bounds.highest)
            )
        return minutes

    return parse


def to_timezone(value: object) -> str:
    """Take the name of a time zone."""
    name = to_words(value)
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise ValueError(gettext("is not a time zone, such as Europe/Berlin")) from None
    return name


def to_through(entry: Record) -> Through:
    """Read how a clinician's word came; that it came by an account is what the file says, only."""
    through = entry.get("through", _to_through) or Through.RUNNER
    return Through.FILE if through is Through.ACCOUNT else through


def _to_through(value: object) -> Through:
    if value not in {Through.LINK, Through.ACCOUNT, Through.FILE}:
        raise ValueError(gettext("must be link, account or file"))
    return Through(str(value))


def to_signs(value: object) -> tuple[str, ...]:
    """Take ids of warning signs and of first answers, each once."""
    known = (*SCREENING, *RED_FLAGS)
    if not isinstance(value, list) or not all(answer in known for answer in value):
        raise ValueError(gettext("must be a list out of %(words)s", words=", ".join(known)))
    return tuple(dict.fromkeys(value))
