"""Protocols of a clinician's own, dropped into a folder beside the diary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from tracker.progression.protocol_file import ProtocolError, drop_in, known
from tracker.storage.models import EpisodeRow

if TYPE_CHECKING:
    from pathlib import Path

    from tracker.storage.database import Database


class ProtocolsError(Exception):
    """A protocol file is not usable, or one that an episode is pinned to is gone."""


def take_in(database: Database, folder: Path) -> None:
    """Make every protocol file of a folder known, and see that no episode is left without its own.

    Raises ProtocolsError, with a sentence for whoever runs the tracker.
    """
    for file in sorted(folder.glob("*.toml")):
        try:
            drop_in(file.read_text("utf-8"))
        except (ProtocolError, OSError, UnicodeDecodeError) as error:
            raise ProtocolsError(f"{file} is no usable protocol. {error}") from error
    with database.reading() as db:
        pinned = db.scalars(select(EpisodeRow.protocol).distinct()).all()
    for protocol_id in pinned:
        if not _is_known(protocol_id):
            raise ProtocolsError(
                f"An injury in the diary is decided by the protocol {protocol_id!r}, which is not "
                f"here. Put its file back into {folder} and start again."
            )


def _is_known(protocol_id: str) -> bool:
    try:
        known(protocol_id)
    except KeyError:
        return False
    return True
