"""Options of the commands that write or open encrypted copies."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tracker.cli.command import CommandError
from tracker.storage.transfer.encryption import ENDING, EncryptionError, Key, Lock
from tracker.translations import gettext

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator


def add_lock(parser: ArgumentParser) -> None:
    """Add the options that say how copies are encrypted."""
    parser.add_argument(
        "--encrypt-to",
        action="append",
        default=[],
        metavar="AGE1...",
        help=gettext("encrypt copies for this age key; may be given several times"),
    )
    _add_passphrase(parser)


def add_key(parser: ArgumentParser) -> None:
    """Add the options that say what opens an encrypted copy."""
    add_identity(parser)
    _add_passphrase(parser)


def add_identity(parser: ArgumentParser) -> None:
    """Add the option that names the file with the secret key."""
    text = "the file with age's secret key, for an encrypted copy"
    parser.add_argument("--identity", type=Path, metavar="FILE", help=text)


def _add_passphrase(parser: ArgumentParser) -> None:
    text = "a file whose first line is the passphrase of encrypted copies"
    parser.add_argument("--passphrase-file", type=Path, metavar="FILE", help=text)


def lock_of(arguments: Namespace) -> Lock | None:
    """How copies are to be encrypted; None for plain ones."""
    if not arguments.encrypt_to and arguments.passphrase_file is None:
        return None
    if arguments.encrypt_to and arguments.passphrase_file:
        raise CommandError(
            gettext("An age file has keys or a passphrase: give --encrypt-to or the other.")
        )
    lock = Lock(tuple(arguments.encrypt_to), _passphrase(arguments.passphrase_file))
    try:
        lock.check()
    except EncryptionError as error:
        raise CommandError(str(error)) from error
    return lock


@contextmanager
def opened(file: Path, arguments: Namespace) -> Iterator[Path]:
    """The copy itself, or what an encrypted one holds, in a folder that is thrown away after."""
    if file.suffix != ENDING or not file.is_file():
        yield file
        return
    if arguments.identity is None and arguments.passphrase_file is None:
        raise CommandError(
            gettext(
                "%(file)s is encrypted. Name its key with --identity, or its passphrase with "
                "--passphrase-file.",
                file=file,
            )
        )
    key = Key(arguments.identity, _passphrase(arguments.passphrase_file))
    with TemporaryDirectory(prefix="tracker-copy-") as folder:
        plain = Path(folder) / "copy.db"
        plain.touch(mode=0o600)
        try:
            key.decrypt(file, plain)
        except (EncryptionError, OSError) as error:
            raise CommandError(str(error)) from error
        yield plain


def _passphrase(file: Path | None) -> str | None:
    if file is None:
        return None
    try:
        first = file.read_text("utf-8").partition("\n")[0].strip("\r")
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(
            gettext("%(file)s cannot be read as text: %(error)s.", file=file, error=error)
        ) from error
    if not first:
        raise CommandError(
            gettext("%(file)s holds no passphrase: its first line is empty.", file=file)
        )
    return first
