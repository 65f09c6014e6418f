"""The files of an archive, in a ZIP or in a folder, each read up to a limit.

What a ZIP says of itself is not believed: how many files it may hold, how much they may unpack to
and how deeply ZIPs may lie in each other is bounded, and a name is never used as a path.
"""

from __future__ import annotations

import os
import shutil
import zipfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, Protocol

from tracker.exchange.archive.bounded import (
    BROKEN,
    UnusableMemberError,
    as_unusable,
    copy_bounded,
    read_bounded,
)
from tracker.exchange.parse_errors import FilesError, ParseError
from tracker.exchange.zip_directory import directory_length, is_folder
from tracker.translations import gettext

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import BinaryIO

    from tracker.exchange.archive.activity import Place

MOST_FILES = 100_000
_MOST_DIRECTORY_BYTES = 25_000_000  # of so many names; loaded, it takes about three times that
_MOST_UNPACKED = 60_000_000_000  # an export.xml of many years has 5 GB
_MOST_OF_INNER = 8_000_000_000
_LARGE, _MOST_RATIO = 50_000_000, 250  # records of a phone pack 30 to 1, zeros 1000 to 1
_LEFT_FREE = 200_000_000  # the diary's own disk is not filled up
_READABLE = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


class Container(Protocol):
    """Files by their names."""

    @property
    def sizes(self) -> Mapping[str, int]:
        """Every file's name and size in bytes, in the order of the archive."""

    def opened(self, name: str) -> BinaryIO:
        """Open a file that is there. Raises UnusableMemberError."""


class ZipContainer:
    """The files of a ZIP."""

    def __init__(self, source: BinaryIO) -> None:
        """Load the directory. Raises FilesError for what is no ZIP, or one that is too much."""
        if (directory_length(source) or 0) > _MOST_DIRECTORY_BYTES:
            _refuse(gettext("holds more than %(most)d files", most=MOST_FILES))
        try:
            self._zip = zipfile.ZipFile(source)
        except BROKEN:
            _refuse(gettext("is not a whole ZIP file: load it down again"))
        entries = [entry for entry in self._zip.infolist() if not is_folder(entry)]
        if len(entries) > MOST_FILES:
            _refuse(gettext("holds more than %(most)d files", most=MOST_FILES))
        if sum(entry.file_size for entry in entries) > _MOST_UNPACKED:
            _refuse(
                gettext("unpacks to more than %(most)d GB", most=_MOST_UNPACKED // 1_000_000_000)
            )
        self._entries = {entry.filename: entry for entry in entries}
        self.sizes = {name: entry.file_size for name, entry in self._entries.items()}

    def opened(self, name: str) -> BinaryIO:
        """Open a file that is there. Raises UnusableMemberError."""
        entry = self._entries[name]
        if entry.compress_type not in _READABLE or entry.flag_bits & 1:
            raise UnusableMemberError(gettext("is packed in an unusual way, or with a password"))
        is_large = entry.file_size > _LARGE
        if is_large and entry.file_size > _MOST_RATIO * max(1, entry.compress_size):
            raise UnusableMemberError(
                gettext("unpacks to far more than any recording: it is not read")
            )
        try:
            return self._zip.open(entry)  # type: ignore[return-value]
        except BROKEN as error:
            raise UnusableMemberError(gettext("is damaged: it does not unpack")) from error


class FolderContainer:
    """The files of a folder: some computers unpack a ZIP as it is loaded down."""

    def __init__(self, top: Path) -> None:
        """List the files, links left out. Raises FilesError where there are too many."""
        self._paths: dict[str, Path] = {}
        self.sizes: dict[str, int] = {}
        for folder, folders, files in os.walk(top):
            folders.sort()
            for file in sorted(files):
                path = Path(folder, file)
                if len(self.sizes) >= MOST_FILES:
                    _refuse(gettext("holds more than %(most)d files", most=MOST_FILES))
                if path.is_file() and not path.is_symlink():
                    name = path.relative_to(top).as_posix()
                    self._paths[name], self.sizes[name] = path, path.stat().st_size

    def opened(self, name: str) -> BinaryIO:
        """Open a file that is there. Raises UnusableMemberError."""
        try:
            return self._paths[name].open("rb")
        except OSError as error:
            raise UnusableMemberError(
                gettext("cannot be read: %(fault)s", fault=error.strerror)
            ) from error


class Files:
    """The files of an archive, and those of the ZIPs in it, which are unpacked into `scratch`."""

    def __init__(self, outer: Container, scratch: Path) -> None:
        self._outer = outer
        self._scratch = scratch
        self._inner: tuple[str, ZipContainer, BinaryIO] | None = None

    @property
    def sizes(self) -> Mapping[str, int]:
        """Every file's name and size in bytes."""
        return self._outer.sizes

    def opened(self, name: str) -> BinaryIO:
        """Open a file that is there. Raises UnusableMemberError."""
        return self._outer.opened(name)

    def read(self, place: Place, most: int) -> bytes:
        """Read a file, a `.gz` unpacked. Raises UnusableMemberError, for one that is larger too."""
        container, name = self._place(place)
        return read_bounded(container, name, most)

    def head(self, place: Place, length: int) -> bytes:
        """Read the beginning of a file as it is. Raises UnusableMemberError."""
        container, name = self._place(place)
        try:
            with container.opened(name) as file:
                return file.read(length)
        except BROKEN as error:
            raise as_unusable(error) from error

    def _place(self, place: Place) -> tuple[Container, str]:
        container: Container = self.inside(place.file) if place.inside else self._outer
        name = place.inside or place.file
        if name not in container.sizes:
            raise UnusableMemberError(gettext("is not in the archive"))
        return container, name

    def inside(self, name: str) -> ZipContainer:
        """Open a ZIP that lies in the archive; the one opened before is closed."""
        if self._inner is None or self._inner[0] != name:
            self.close()
            file = self._unpacked(name).open("rb")
            try:
                self._inner = (name, ZipContainer(file), file)
            except FilesError as error:
                file.close()
                raise UnusableMemberError(error.faults[0].what) from error
        return self._inner[1]

    def close(self) -> None:
        """Close what is open inside."""
        if self._inner is not None:
            self._inner[2].close()
            self._inner = None

    def _unpacked(self, name: str) -> Path:
        """A ZIP of the archive on disk, where it can be read in any order."""
        size = self._outer.sizes[name]
        path = self._scratch / f"inside-{list(self._outer.sizes).index(name)}.zip"
        if path.exists() and path.stat().st_size == size:
            return path
        if size > _MOST_OF_INNER:
            raise UnusableMemberError(
                gettext("is larger than %(most)d GB", most=_MOST_OF_INNER // 1_000_000_000)
            )
        for earlier in self._scratch.glob("inside-*"):
            earlier.unlink(missing_ok=True)
        if shutil.disk_usage(self._scratch).free < size + _LEFT_FREE:
            raise UnusableMemberError(gettext("does not fit on the disk: make room, then go on"))
        begun = path.with_suffix(".begun")
        try:
            with self._outer.opened(name) as packed, begun.open("wb") as file:
                copy_bounded(packed, file, size)
            begun.replace(path)
        except BROKEN as error:
            begun.unlink(missing_ok=True)
            raise as_unusable(error) from error
        return path


@contextmanager
def open_files(source: Path, scratch: Path) -> Iterator[Files]:
    """Open a ZIP or a folder. Raises FilesError saying what is wrong with it."""
    if source.is_dir():
        yield Files(FolderContainer(source), scratch)
        return
    try:
        file = source.open("rb")
    except OSError as error:
        _refuse(gettext("cannot be read: %(fault)s", fault=error.strerror))
    with file:
        files = Files(ZipContainer(file), scratch)
        try:
            yield files
        finally:
            files.close()


def names_ending(files: Files, *endings: str) -> Sequence[str]:
    """The names that end so, whatever their case; what a Mac adds of its own is left out."""
    return [
        name
        for name in files.sizes
        if name.lower().endswith(endings) and not name.startswith("__MACOSX/")
    ]


def _refuse(what: str) -> NoReturn:
    raise FilesError([ParseError("", what)])
