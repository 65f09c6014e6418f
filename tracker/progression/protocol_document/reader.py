"""Reading a protocol document: every number checked, every error named by its key and line."""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, NamedTuple

from tracker.progression.protocol_document.building import Builder
from tracker.progression.protocol_document.cells import BASED_ON
from tracker.progression.protocol_document.lines import line_of
from tracker.progression.protocol_document.overlay import Overlay

if TYPE_CHECKING:
    from tracker.progression.protocol import RehabProtocol

SHIPPED = "return-to-run-1"
_FILES = {SHIPPED: "return_to_run_1.toml"}


class Fault(NamedTuple):
    """What is wrong with a document: the line (None if none can be named), the key, and what."""

    line: int | None
    key: str
    what: str


class ProtocolError(ValueError):
    """A document that is no usable protocol: one (key, what is wrong with it) for each fault.

    `text` is the document, so that each can be told with its line.
    """

    def __init__(self, faults: list[tuple[str, str]], text: str = "") -> None:
        self.faults = faults
        self._text = text
        super().__init__("\n".join(f"{key}: {what}" for key, what in faults))

    @property
    def in_order(self) -> list[Fault]:
        """Every fault with its line, as they follow each other in the document."""
        placed = [Fault(line_of(self._text, key, what), key, what) for key, what in self.faults]
        return sorted(placed, key=lambda fault: fault.line or 0)


@cache
def shipped(protocol_id: str = SHIPPED) -> RehabProtocol:
    """A protocol that comes with the tracker, by its id; KeyError if there is none."""
    return parse(shipped_text(protocol_id))


def shipped_text(protocol_id: str = SHIPPED) -> str:
    """The document of a protocol that comes with the tracker; KeyError if there is none."""
    file = files("tracker.progression").joinpath("protocols", _FILES[protocol_id])
    return file.read_text("utf-8")


@cache
def shipped_document() -> dict[str, Any]:
    """What a brief document is laid over: parsed once, and never written to."""
    return tomllib.loads(shipped_text())


class UnknownProtocolError(KeyError):
    """A protocol that decides an injury is not known here, so nothing can be decided."""


_dropped_in: dict[str, RehabProtocol] = {}


def drop_in(text: str) -> RehabProtocol:
    """Make a variant known to this process, held to the bounds of the shipped protocol.

    Raises ProtocolError naming every fault.
    """
    variant = _variant(text)
    there = _dropped_in.get(variant.id)
    if there != variant:
        _dropped_in[variant.id] = variant
    return _dropped_in[variant.id]


@lru_cache(maxsize=256)
def _variant(text: str) -> RehabProtocol:
    """A variant's text, read once: every process makes all of them known again and again."""
    return parse(text, reference=shipped())


def forget(protocol_id: str) -> None:
    """Make a variant unknown again."""
    _dropped_in.pop(protocol_id, None)


def known(protocol_id: str) -> RehabProtocol:
    """A protocol by its id, shipped or dropped in; UnknownProtocolError if there is none."""
    if not is_known(protocol_id):
        raise UnknownProtocolError(protocol_id)
    return _dropped_in.get(protocol_id) or shipped(protocol_id)


def is_known(protocol_id: str) -> bool:
    """Whether there is a protocol of an id, shipped or dropped in."""
    return protocol_id in _dropped_in or protocol_id in _FILES


def parse(text: str, *, reference: RehabProtocol | None = None) -> RehabProtocol:
    """Read a protocol from TOML.

    A variant has an id of its own and is held to the absolute bounds of `reference` too; one that
    says what it is based on holds only what it changes. Raises ProtocolError naming every fault.
    """
    try:
        document = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # a number too long, too many brackets
        raise ProtocolError([("document", f"is not TOML: {error}")], text) from error
    faults: list[tuple[str, str]] = []
    if BASED_ON in document:
        reference = reference or shipped()
        overlay = Overlay(document, reference, shipped_document())
        document, faults = overlay.whole_document(), overlay.faults
    builder = Builder(document, reference, faults)
    protocol = builder.protocol()
    if protocol is None:
        raise ProtocolError(builder.faults, text)
    return protocol
