"""Protocols of a practice, kept through the program: versions that never change, and are offered.

What decides an injury stays as it was: another text is another version, with an id of its own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tracker.exchange.protocol_text import text_of
from tracker.progression.protocol_document import reader
from tracker.progression.protocol_document.lines import line_of
from tracker.progression.protocol_document.overlay import ID
from tracker.progression.protocol_document.reader import ProtocolError
from tracker.services.errors import NotFound
from tracker.services.injury.protocols import PROTOCOLS, recall
from tracker.storage.database import retried
from tracker.storage.injury import protocols as stored
from tracker.storage.injury.protocols import StoredProtocol

if TYPE_CHECKING:
    from datetime import datetime

    from tracker.progression.protocol import RehabProtocol
    from tracker.storage.database import Database

LONGEST_TEXT = 64_000  # bytes; the whole shipped protocol has half of that
MOST_KEPT = 50
_ID_LINE = re.compile(r"""^(\s*id\s*=\s*)("[^"]*"|'[^']*')(?=\s*(?:#|$))""")


class TooManyProtocols(Exception):
    """No more protocols can be kept."""


class Kept(NamedTuple):
    """A protocol of the diary: as read, its text, and whether it is offered."""

    protocol: RehabProtocol
    text: str
    offered: bool


@retried
def keep(database: Database, text: str, now: datetime) -> RehabProtocol:
    """Keep a text as a protocol that is offered; return it, under the id that it got.

    A text that is kept already is offered again. Under an id that has another text it becomes the
    next version; its earlier ones are offered no more, and go on deciding what they decide.
    Raises ProtocolError and TooManyProtocols.
    """
    text = text.replace("\r\n", "\n")
    protocol = read(text)
    with database.writing(keys=[PROTOCOLS]) as tx:
        there = {each.id: each for each in stored.every(tx)}
        if protocol.id in there and not _says_the_same(there[protocol.id].text, protocol):
            text = _renamed(text, _next(protocol.id, there))
            protocol = read(text)
        if protocol.id not in there and len(there) >= MOST_KEPT:
            raise TooManyProtocols
        for other in there.values():
            if _family(other.id) == _family(protocol.id) and other.offered:
                stored.put(tx, other._replace(offered=False), now)
        kept_text = there[protocol.id].text if protocol.id in there else text
        stored.put(tx, StoredProtocol(protocol.id, kept_text, offered=True, kept=True), now)
    recall(database)
    return protocol


@retried
def withdraw(database: Database, protocol_id: str, now: datetime) -> None:
    """Offer a protocol no more; what it decides goes on. Raises NotFound."""
    with database.writing(keys=[PROTOCOLS]) as tx:
        there = {each.id: each for each in stored.every(tx)}
        if protocol_id not in there:
            raise NotFound(protocol_id)
        stored.put(tx, there[protocol_id]._replace(offered=False, kept=True), now)
    recall(database)


def every(database: Database) -> list[Kept]:
    """Every protocol of the diary that can be read, by id; those shipped are not among them."""
    recall(database)
    with database.reading() as tx:
        rows = stored.every(tx)
    return [
        Kept(reader.known(row.id), row.text, row.offered) for row in rows if reader.is_known(row.id)
    ]


def one(database: Database, protocol_id: str) -> Kept:
    """A protocol of the diary, or a shipped one. Raises NotFound."""
    if protocol_id == reader.SHIPPED:
        return Kept(reader.shipped(), reader.shipped_text(), offered=True)
    matches = (variant for variant in every(database) if variant.protocol.id == protocol_id)
    variant = next(matches, None)
    if variant is None:
        raise NotFound(protocol_id)
    return variant


def read(text: str) -> RehabProtocol:
    """A text as a protocol that could be kept. Raises ProtocolError."""
    content = text.encode("utf-8", "surrogatepass")
    if len(content) > LONGEST_TEXT:
        what = f"is longer than {LONGEST_TEXT // 1000} kB: write only what you change"
        raise ProtocolError([("document", what)])
    protocol = reader.parse(text_of(content), reference=reader.shipped())
    if not ID.fullmatch(protocol.id):
        what = 'must be a name and the number of its version, as in "dr-okafor-1"'
        raise ProtocolError([("id", what)], text)
    return protocol


def _says_the_same(text: str, protocol: RehabProtocol) -> bool:
    try:
        return reader.parse(text, reference=reader.shipped()) == protocol
    except ProtocolError:
        return False


def _family(protocol_id: str) -> str:
    """The name that all versions of a protocol share."""
    return protocol_id.rpartition("-")[0] if ID.fullmatch(protocol_id) else protocol_id


def _next(protocol_id: str, there: dict[str, StoredProtocol]) -> str:
    family = _family(protocol_id)
    versions = [
        int(i.rpartition("-")[2]) for i in there if ID.fullmatch(i) and _family(i) == family
    ]
    return f"{family}-{max(versions) + 1}"


def _renamed(text: str, protocol_id: str) -> str:
    """The text with another id; ProtocolError where its line is written in an unusual way."""
    lines = text.split("\n")
    at = line_of(text, "id")
    changed = _ID_LINE.sub(rf'\g<1>"{protocol_id}"', lines[at - 1]) if at else ""
    if not at or changed == lines[at - 1]:
        what = f'is of another text here: write "{protocol_id}", the next version'
        raise ProtocolError([("id", what)], text)
    return "\n".join([*lines[: at - 1], changed, *lines[at:]])
