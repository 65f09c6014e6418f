"""Protocols of a clinician's own: taken in from a folder, and kept as text in the diary.

The folder is the door; what is decided is decided by the text in the database. So it travels with
every copy of the diary, and nothing that becomes of the folder keeps anyone from theirs.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from tracker.exchange.protocol_text import protocol_text
from tracker.progression.protocol_document import reader
from tracker.progression.protocol_document.reader import ProtocolError
from tracker.storage.database import retried
from tracker.storage.diary import standings
from tracker.storage.injury import episodes
from tracker.storage.injury import protocols as stored
from tracker.storage.injury.protocols import StoredProtocol
from tracker.translations import gettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime
    from pathlib import Path

    from tracker.progression.protocol import RehabProtocol
    from tracker.storage.database import Database, Transaction
    from tracker.storage.diary.standings import Basis


PROTOCOLS = "protocols"  # what is held while one is stored or deleted that is nobody's own


class ProtocolsError(Exception):
    """A protocol file is not usable."""


@retried
def take_in(database: Database, folder: Path, now: datetime) -> tuple[str, ...]:
    """Store every protocol file of a folder, make all that are stored known; say what is amiss.

    A file may change only under a new id, once it has decided anything: the past was decided by
    its numbers. Where it has changed, or one that an injury is decided by is gone, that is told
    in a sentence, and all others go on.

    Raises ProtocolsError, with a sentence for whoever runs the tracker, for a file of no use.
    """
    with database.reading() as tx:
        compared = _compared(tx, folder)
        if not compared.changed:
            _recall(tx)
            return compared.amiss(folder)
    with database.writing(keys=[PROTOCOLS]) as tx:
        return take_in_with(tx, folder, now)


def take_in_with(tx: Transaction, folder: Path, now: datetime) -> tuple[str, ...]:
    """The same, in a transaction that has begun: that of an upgrade."""
    compared = _compared(tx, folder)
    for protocol in compared.changed:
        stored.put(tx, protocol, now)
    if compared.changed:
        stored.delete_unused(tx)
    _recall(tx)
    return compared.amiss(folder)


def recall(database: Database) -> None:
    """Make every protocol that is stored known to this process, as it is stored."""
    with database.reading() as tx:
        _recall(tx)


def _recall(tx: Transaction) -> None:
    for protocol in stored.every(tx):
        try:
            reader.drop_in(protocol.text)
        except ProtocolError:  # a later release may hold it to narrower bounds: it is as if gone
            reader.forget(protocol.id)


@contextmanager
def known_meanwhile(texts: Iterable[str | None]) -> Iterator[None]:
    """Make protocols that an export brings along known; forget them where the block raises.

    They have been proven usable, and to be no others than those that are known by their ids.
    """
    brought = {reader.parse(text, reference=reader.shipped()).id: text for text in texts if text}
    new = {protocol_id for protocol_id in brought if not reader.is_known(protocol_id)}
    try:
        for protocol_id in new:
            reader.drop_in(brought[protocol_id])
        yield
    except BaseException:
        for protocol_id in new:
            reader.forget(protocol_id)
        raise


class _Compared(NamedTuple):
    """What a folder changes in what is stored, and the sentences on files that are not taken."""

    changed: list[StoredProtocol]
    refused: list[str]
    pinned: list[str]

    def amiss(self, folder: Path) -> tuple[str, ...]:
        """Every sentence, once all that is stored is known."""
        return (*self.refused, *(_gone(i, folder) for i in self.pinned if not reader.is_known(i)))


def _compared(tx: Transaction, folder: Path) -> _Compared:
    there = {protocol.id: protocol for protocol in stored.every(tx)}
    decided = standings.bases_of_protocols(tx)
    refused: list[str] = []
    wanted = {p.id: p._replace(offered=p.offered and p.kept) for p in there.values()}
    for protocol_id, (file, text) in _files(folder).items():
        if _stays_as_it_was(protocol_id, text, there, decided):
            refused.append(_changed(file, protocol_id))
            if protocol_id in there:
                wanted[protocol_id] = there[protocol_id]._replace(offered=True)
        elif not (protocol_id in there and there[protocol_id].kept):
            wanted[protocol_id] = StoredProtocol(protocol_id, text, offered=True)
    changed = [protocol for protocol in wanted.values() if there.get(protocol.id) != protocol]
    return _Compared(changed, refused, sorted(set(episodes.protocols(tx))))


def _files(folder: Path) -> dict[str, tuple[Path, str]]:
    """The files of a folder and their texts, by the ids of their protocols."""
    files: dict[str, tuple[Path, str]] = {}
    read: dict[str, RehabProtocol] = {}
    for file in sorted(folder.glob("*.toml")):
        text, protocol = _read(file)
        if read.setdefault(protocol.id, protocol) != protocol:
            raise ProtocolsError(
                gettext(
                    "%(first)s and %(second)s are two protocols with one id, '%(id)s'. Give one of"
                    " them another id, or take it out of the folder.",
                    first=files[protocol.id][0],
                    second=file,
                    id=protocol.id,
                )
            )
        files.setdefault(protocol.id, (file, text))
    return files


def _read(file: Path) -> tuple[str, RehabProtocol]:
    try:
        text = protocol_text(file)
        return text, reader.parse(text, reference=reader.shipped())
    except ProtocolError as error:
        raise ProtocolsError(
            gettext("%(file)s is no usable protocol. %(faults)s", file=file, faults=error)
        ) from error


def _stays_as_it_was(
    protocol_id: str,
    text: str,
    there: Mapping[str, StoredProtocol],
    decided: Mapping[str, set[Basis]],
) -> bool:
    """Whether a text is another than what has decided days already.

    Another engine may read more of a file than the last one did, so then there is nothing to
    compare with a digest: whoever changes what a protocol is read into raises ENGINE_VERSION.
    """
    bases = decided.get(protocol_id, set())
    is_kept = protocol_id in there and there[protocol_id].kept
    if not (bases or is_kept):
        return False
    protocol = reader.parse(text, reference=reader.shipped())
    if protocol_id in there:
        return not _says_the_same(there[protocol_id].text, protocol)
    runs = standings.basis_of(protocol)
    return any(
        basis.engine == runs.engine and basis.protocol_digest not in {"", runs.protocol_digest}
        for basis in bases
    )


def _says_the_same(text: str, protocol: RehabProtocol) -> bool:
    try:
        return reader.parse(text, reference=reader.shipped()) == protocol
    except ProtocolError:
        return False


def _changed(file: Path, protocol_id: str) -> str:
    return (
        f"{file} has changed, but the diary holds the protocol {protocol_id!r} as it was, and what "
        "it decides goes on by that. The file is not taken in: give it an id of its own, and it "
        "can be chosen for an injury."
    )


def _gone(protocol_id: str, folder: Path) -> str:
    return (
        f"An injury in the diary is decided by the protocol {protocol_id!r}, which is not here. "
        f"Whose it is cannot be told whether to run; everyone else goes on. Put its file back "
        f"into {folder} and start again."
    )
