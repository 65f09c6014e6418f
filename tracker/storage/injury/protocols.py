"""Protocols of a clinician's own in the database, as text: a copy of the diary holds them too."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import delete, select

from tracker.storage.tables.diary import EpisodeRow
from tracker.storage.tables.practice import ProtocolRow

if TYPE_CHECKING:
    from datetime import datetime

    from tracker.storage.database import Transaction


class StoredProtocol(NamedTuple):
    """A protocol's file as text. `offered`: it may be chosen for an injury.

    `kept`: it was stored through the program, and no folder takes it back.
    """

    id: str
    text: str
    offered: bool
    kept: bool = False


def every(tx: Transaction) -> list[StoredProtocol]:
    """All that are stored, by id."""
    rows = tx.scalars(select(ProtocolRow).order_by(ProtocolRow.id))
    return [StoredProtocol(row.id, row.text, row.offered, row.kept) for row in rows]


def text_of(tx: Transaction, protocol_id: str) -> str | None:
    """The text of a protocol; None for one that is not stored, as those shipped are not."""
    return tx.scalar(select(ProtocolRow.text).where(ProtocolRow.id == protocol_id))


def put(tx: Transaction, protocol: StoredProtocol, now: datetime) -> None:
    """Store a protocol, in place of one with its id."""
    row = tx.get(ProtocolRow, protocol.id) or ProtocolRow(id=protocol.id)
    row.text, row.offered, row.kept = protocol.text, protocol.offered, protocol.kept
    row.taken_in_at = now
    tx.add(row)


def delete_unused(tx: Transaction) -> None:
    """Delete those of the folder that are neither offered nor decide any injury."""
    pinned = select(EpisodeRow.protocol)
    idle = ProtocolRow.offered.is_(False) & ProtocolRow.kept.is_(False)
    unused = idle & ProtocolRow.id.not_in(pinned)
    tx.execute(delete(ProtocolRow).where(unused))
