"""Any archive: whose it is, and one iterator over what was done."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

from tracker.exchange.archive import apple, garmin, strava
from tracker.exchange.archive.container import open_files
from tracker.exchange.own_format.episode_json import EPISODE
from tracker.exchange.parse_errors import FilesError, ParseError
from tracker.exchange.watch.wrapping import MOST_BYTES
from tracker.translations import gettext

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tracker.exchange.archive.activity import Piece, Place
    from tracker.exchange.archive.container import Files


class Archive:
    """An archive that is open."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self._table, self._export = strava.table_of(files), None
        if self._table is None:
            self._export = apple.export_of(files)
            if self._export is None and not garmin.is_there(files):
                _refuse(gettext("holds no activities.csv, no export.xml and no recordings"))

    def activities(self, begin: int = 0) -> Iterator[Piece]:
        """Every activity and every fault, with steps between; `begin` is a step's number."""
        if self._table is not None:
            return strava.activities(self._files, self._table)
        if self._export is not None:
            return apple.activities(self._files, self._export)
        return garmin.activities(self._files, begin)

    def recording(self, place: Place) -> bytes:
        """The content of a recording. Raises UnusableMemberError."""
        return self._files.read(place, MOST_BYTES)


@contextmanager
def open_archive(source: Path, scratch: Path) -> Iterator[Archive]:
    """Open a ZIP or a folder; ZIPs within are unpacked into `scratch`, which is the caller's.

    Raises FilesError for what is no archive that is known.
    """
    with open_files(source, scratch) as files:
        yield Archive(files)


def is_archive(source: Path, scratch: Path) -> bool:
    """Whether it is an archive that is known, and no export of this tracker."""
    try:
        with open_files(source, scratch) as files:
            Archive(files)
            return not any(name.rpartition("/")[2] == EPISODE for name in files.sizes)
    except FilesError:
        return False


def _refuse(what: str) -> NoReturn:
    raise FilesError([ParseError("", what)])
