"""Folders of files, in a ZIP or on disk, read by exact names and up to a limit."""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from tracker.exchange.parse_errors import FilesError, ParseError
from tracker.exchange.zip_directory import directory_length
from tracker.translations import gettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import BinaryIO

MOST_BYTES = 50_000_000
_MOST_FOLDERS = 200
_MOST_DIRECTORY_BYTES = 1_000_000  # about ten thousand names; opening a ZIP loads them all
_READABLE = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # these alone can be read bit by bit
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)
_EPOCH = (1980, 1, 1, 0, 0, 0)
_CHUNK = 64 * 1024


def read_files(source: Path | BinaryIO, names: Sequence[str]) -> dict[str, bytes]:
    """Read the named files of one folder or ZIP; those that are not there are left out.

    They may lie one or two folders deep, as long as it is the same for all. The first name
    must be there. Raises FilesError for what is missing, too large or broken.
    """
    folders = read_folders(source, names)
    if len(folders) > 1:
        _refuse(names[0], gettext("is there more than once: give each episode a ZIP of its own"))
    (files,) = folders.values()
    return files


def read_folders(source: Path | BinaryIO, names: Sequence[str]) -> dict[str, dict[str, bytes]]:
    """Read the named files of every folder that holds the first of them, by folder ("" or "x/").

    Where no folder does, those one deeper are looked at. Raises FilesError for what is missing,
    too large or broken.
    """
    if isinstance(source, Path):
        try:
            if source.is_dir():
                return _read_tree(source, names)
            with source.open("rb") as file:
                return _read_zip(file, names)
        except OSError as error:
            _refuse("", gettext("cannot be read: %(fault)s", fault=error.strerror))
    return _read_zip(source, names)


def zip_chunks(files: Mapping[str, Iterable[str]]) -> Iterator[bytes]:
    """Write files into a ZIP, chunk by chunk; the same contents give the same bytes."""
    written = _Chunks()
    with zipfile.ZipFile(written, "w") as archive:
        for name, lines in files.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            with archive.open(entry, "w") as file:
                for line in lines:
                    file.write(line.encode())
                    if written.size > _CHUNK:
                        yield written.take()
    yield written.take()


class _Chunks:
    """A file to stream to: collects what is written until it is taken."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []
        self.size = 0

    def write(self, part: bytes) -> int:
        self._parts.append(bytes(part))
        self.size += len(part)
        return len(part)

    def flush(self) -> None:
        """Nothing waits anywhere else."""

    def close(self) -> None:
        """Nothing is to be closed."""

    def take(self) -> bytes:
        taken = b"".join(self._parts)
        self._parts, self.size = [], 0
        return taken


def _refuse(file: str, what: str) -> NoReturn:
    raise FilesError([ParseError(file, what)])


def _too_large(name: str) -> NoReturn:
    _refuse(name, gettext("is larger than %(most)d MB", most=MOST_BYTES // 1_000_000))


def _read_tree(top: Path, names: Sequence[str]) -> dict[str, dict[str, bytes]]:
    """The files of the folder itself, or else of those in it, or else one deeper."""
    paths: list[str] = []
    for deeper in ("", "*/", "*/*/"):
        if not paths:
            files = (path for path in top.glob(deeper + names[0]) if path.is_file())
            paths = [path.relative_to(top).as_posix() for path in files]
    folders: dict[str, dict[str, bytes]] = {}
    left = MOST_BYTES
    for folder in _folders(paths, names[0]):
        folders[folder] = _read_folder(top, folder, names, left)
        left -= sum(map(len, folders[folder].values()))
    return folders


def _read_folder(top: Path, folder: str, names: Sequence[str], most: int) -> dict[str, bytes]:
    contents: dict[str, bytes] = {}
    for name in names:
        place = folder + name
        if (top / place).is_file():  # and so neither a folder nor a pipe
            try:
                with (top / place).open("rb") as file:
                    contents[name] = _bounded(file, place, most)
            except OSError as error:
                _refuse(place, gettext("cannot be read: %(fault)s", fault=error.strerror))
            most -= len(contents[name])
    return contents


def _bounded(file: BinaryIO, name: str, most: int) -> bytes:
    content = file.read(most + 1)
    if len(content) > most:
        _too_large(name)
    return content


def _read_zip(source: BinaryIO, names: Sequence[str]) -> dict[str, dict[str, bytes]]:
    _check_directory(source)
    try:
        with zipfile.ZipFile(source) as archive:
            folders = _folders(archive.namelist(), names[0])
            return _read_entries(archive, folders, names)
    except _BROKEN as error:
        if isinstance(error, FilesError):
            raise
        _refuse("", gettext("is neither a folder nor a whole ZIP file"))
    except OSError as error:
        _refuse("", gettext("cannot be read: %(fault)s", fault=error.strerror))


def _check_directory(source: BinaryIO) -> None:
    """Refuse a ZIP of too many files before its directory is loaded."""
    if source.seek(0, 2) > MOST_BYTES:
        _too_large("")
    if (directory_length(source) or 0) > _MOST_DIRECTORY_BYTES:
        _refuse("", gettext("holds too many files to be an export of this tracker"))


def _folders(paths: Iterable[str], first: str) -> list[str]:
    """The folders ("" or "name/") that hold an episode; those two deep where no other does."""
    parents = [path.removesuffix(first) for path in paths if path.split("/")[-1] == first]
    folders = {folder for folder in parents if folder.count("/") <= 1} or {
        folder
        for folder in parents
        if folder.count("/") == 2  # noqa: PLR2004 - one more on top
    }
    if not folders:
        _refuse(first, gettext("is missing"))
    if len(folders) > _MOST_FOLDERS:
        _refuse("", gettext("holds more than %(most)d episodes", most=_MOST_FOLDERS))
    return sorted(folders)


def _read_entries(
    archive: zipfile.ZipFile, folders: Sequence[str], names: Sequence[str]
) -> dict[str, dict[str, bytes]]:
    files_by_folder: dict[str, dict[str, bytes]] = {folder: {} for folder in folders}
    left = MOST_BYTES
    for entry in archive.infolist():
        folder, slash, name = entry.filename.rpartition("/")
        files = files_by_folder.get(folder + slash)
        if files is None or name not in names:
            continue
        if name in files:
            _refuse(entry.filename, gettext("is there twice"))
        files[name] = _read_entry(archive, entry, left)
        left -= len(files[name])
    return files_by_folder


def _read_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int) -> bytes:
    name = entry.filename
    if entry.compress_type not in _READABLE or entry.flag_bits & 1:
        _refuse(name, gettext("is packed in an unusual way: make a ZIP without a password"))
    if entry.file_size > most:
        _too_large(name)
    try:
        with archive.open(entry) as file:
            return _bounded(file, name, most)  # type: ignore[arg-type]
    except _BROKEN as error:
        if isinstance(error, FilesError):
            raise
        _refuse(name, gettext("is damaged: it does not unpack"))
