"""Protocols as a command line names them: by a file, or by the id of one that is known."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tracker.cli.command import CommandError
from tracker.translations import gettext

if TYPE_CHECKING:
    from tracker.progression.protocol import RehabProtocol
    from tracker.progression.protocol_document.reader import ProtocolError

SHIPPED = "return-to-run-1"


def named(given: str) -> RehabProtocol:
    """The protocol of a file, or, by its id, the shipped one or one kept here; CommandError."""
    from tracker.progression.protocol_document.overlay import ID
    from tracker.progression.protocol_document.reader import shipped

    if given == SHIPPED:
        return shipped()
    if ID.fullmatch(given) and not Path(given).exists():
        return _stored(given)
    return read(Path(given))


def _stored(protocol_id: str) -> RehabProtocol:
    from tracker.cli.own_diary import open_diary
    from tracker.services.errors import NotFound
    from tracker.services.injury import variants

    with open_diary() as database:
        try:
            return variants.one(database, protocol_id).protocol
        except NotFound as error:
            what = gettext(
                "%(protocol_id)s is neither a file here nor a protocol kept in the diary.",
                protocol_id=repr(protocol_id),
            )
            raise CommandError(what) from error


def read(file: Path) -> RehabProtocol:
    """The protocol of a file; CommandError with its faults."""
    from tracker.progression.protocol_document.reader import ProtocolError

    try:
        return unchecked(file)
    except ProtocolError as error:
        raise CommandError(fault_lines(file, error)) from error


def unchecked(file: Path) -> RehabProtocol:
    """The protocol of a file. Raises ProtocolError."""
    from tracker.exchange.protocol_text import protocol_text
    from tracker.progression.protocol_document.reader import parse, shipped

    return parse(protocol_text(file), reference=shipped())


def fault_lines(file: Path, error: ProtocolError) -> str:
    """Every fault of a file, a line for each: where, what key, what is wrong and what to write."""
    places = (f"{file}:{fault.line}" if fault.line else f"{file}" for fault in error.in_order)
    lines = zip(places, error.in_order, strict=True)
    return "\n".join(f"{place}: {fault.key}: {fault.what}" for place, fault in lines)
