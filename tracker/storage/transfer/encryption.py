"""Copies encrypted as age files: for someone's key, or under a passphrase.

The work is pyrage's (the extra `encryption`); any other program for age files opens them too.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tracker.translations import gettext

if TYPE_CHECKING:
    from pathlib import Path

ENDING = ".age"
_KEY = "AGE-SECRET-KEY-"
_MOST_KEY_FILE_BYTES = 100_000


class EncryptionError(Exception):
    """A copy cannot be encrypted or opened; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Lock:
    """How copies are encrypted: for these age keys (age1...), or else under a passphrase."""

    recipients: tuple[str, ...] = ()
    passphrase: str | None = None

    def encrypt(self, source: Path, target: Path) -> None:
        """Write a file's contents to another, encrypted. Raises EncryptionError, OSError."""
        age = _library()
        if self.passphrase is not None:
            target.write_bytes(age.passphrase.encrypt(source.read_bytes(), self.passphrase))
            return
        with source.open("rb") as plain, target.open("wb") as encrypted:
            age.encrypt_io(plain, encrypted, self._recipients())

    def check(self) -> None:
        """Raise EncryptionError unless something could be encrypted so."""
        _library()
        self._recipients()

    def _recipients(self) -> list[Any]:
        age = _library()
        try:
            return [age.x25519.Recipient.from_str(recipient) for recipient in self.recipients]
        except age.RecipientError as error:
            raise EncryptionError(
                gettext("That is no age key to encrypt to (age1...): %(error)s.", error=error)
            ) from error


@dataclass(frozen=True, slots=True)
class Key:
    """What opens an encrypted copy: a file with age's secret keys, or else a passphrase."""

    identity_file: Path | None = None
    passphrase: str | None = None

    def decrypt(self, source: Path, target: Path) -> None:
        """Write what an encrypted file holds to another. Raises EncryptionError, OSError."""
        age = _library()
        try:
            if self.identity_file is None:
                plain = age.passphrase.decrypt(source.read_bytes(), self.passphrase or "")
                target.write_bytes(plain)
                return
            with source.open("rb") as encrypted, target.open("wb") as written:
                age.decrypt_io(encrypted, written, _identities(age, self.identity_file))
        except (age.DecryptError, age.IdentityError, ValueError) as error:
            raise EncryptionError(
                gettext(
                    "%(source)s cannot be opened: the key or the passphrase is another, or the"
                    " file is damaged (%(error)s).",
                    source=source,
                    error=error,
                )
            ) from error


def _identities(age: Any, file: Path) -> list[Any]:  # noqa: ANN401 - the library has no types
    with file.open("rb") as opened:
        text = opened.read(_MOST_KEY_FILE_BYTES).decode("utf-8", "replace")
    keys = [line.strip() for line in text.splitlines() if line.startswith(_KEY)]
    if not keys:
        raise EncryptionError(
            gettext("%(file)s holds no secret key of age (%(key)s...).", file=file, key=_KEY)
        )
    return [age.x25519.Identity.from_str(key) for key in keys]


def _library() -> Any:  # noqa: ANN401 - the library has no types
    try:
        import pyrage
    except ImportError as error:
        raise EncryptionError(
            gettext(
                "Encrypted copies need the library pyrage: install the tracker with its extra "
                "`encryption`."
            )
        ) from error
    return pyrage
