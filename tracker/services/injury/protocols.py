"""Protocols of a clinician's own, dropped into a folder beside the diary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.exchange.protocol_text import protocol_text
from tracker.progression.protocol_document.reader import ProtocolError, drop_in, known
from tracker.storage import episodes, standings

if TYPE_CHECKING:
    from pathlib import Path

    from tracker.progression.protocol import RehabProtocol
    from tracker.storage.database import Database, Transaction
    from tracker.storage.standings import Basis


class ProtocolsError(Exception):
    """A protocol file is not usable, or one that an episode is pinned to is gone."""


def take_in(database: Database, folder: Path) -> None:
    """Make every protocol file of a folder known; see `take_in_with`."""
    with database.reading() as tx:
        take_in_with(tx, folder)


def take_in_with(tx: Transaction, folder: Path) -> None:
    """Make every protocol file of a folder known, and see that no episode is left without its own.

    A file may change only under a new id: the past was decided by its numbers. Another engine
    may read more of a file than the last one did, so then there is nothing to compare: whoever
    changes what a protocol is read into raises ENGINE_VERSION.

    Raises ProtocolsError, with a sentence for whoever runs the tracker.
    """
    of_id: dict[str, tuple[Path, RehabProtocol]] = {}
    for file in sorted(folder.glob("*.toml")):
        protocol = _dropped_in(file)
        first, there = of_id.setdefault(protocol.id, (file, protocol))
        if there != protocol:
            raise ProtocolsError(
                f"{first} and {file} are two protocols with one id, {protocol.id!r}. Give one of "
                "them another id, or take it out of the folder."
            )
    pinned, decided = episodes.protocols(tx), standings.bases_of_protocols(tx)
    for protocol_id in pinned:
        if not _is_known(protocol_id):
            raise ProtocolsError(
                f"An injury in the diary is decided by the protocol {protocol_id!r}, which is not "
                f"here. Put its file back into {folder} and start again."
            )
        if protocol_id in of_id and _has_changed(decided.get(protocol_id, set()), protocol_id):
            raise ProtocolsError(
                f"{of_id[protocol_id][0]} has changed, but an injury in the diary was decided by "
                f"the protocol {protocol_id!r} as it was. Put that file back as it was, and give "
                "the changed one an id of its own: a new injury can then be opened on it."
            )


def _has_changed(decided: set[Basis], protocol_id: str) -> bool:
    runs = standings.running(protocol_id)
    return any(
        basis.engine == runs.engine and basis.protocol_digest not in {"", runs.protocol_digest}
        for basis in decided
    )


def _dropped_in(file: Path) -> RehabProtocol:
    try:
        return drop_in(protocol_text(file))
    except ProtocolError as error:
        raise ProtocolsError(f"{file} is no usable protocol. {error}") from error


def _is_known(protocol_id: str) -> bool:
    try:
        known(protocol_id)
    except KeyError:
        return False
    return True
