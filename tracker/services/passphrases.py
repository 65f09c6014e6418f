"""Passphrases: which are good enough, and how they are kept."""

from __future__ import annotations

import secrets
import threading
import unicodedata
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError

from tracker.services.throttle import TooManyTries

if TYPE_CHECKING:
    from collections.abc import Iterator

SHORTEST = 10
LONGEST = 200
_FEWEST_CHARACTERS = 4
_WAIT_SECONDS = 20

# Long enough, and still among the first that anyone tries; and words this place suggests.
_TRIED_FIRST = {
    "0123456789", "0987654321", "1029384756", "1111111111", "11223344556", "12345678910",
    "123456789a", "1234567890", "1234567890a", "1234554321", "1q2w3e4r5t", "1q2w3e4r5t6y",
    "1qaz2wsx3edc", "a123456789", "abcd123456", "abcdefghij", "adminadmin", "administrator",
    "asdfghjkl1", "asdfghjkl;", "baseball123", "basketball", "changeme123", "charlie123",
    "chocolate1", "football123", "iloveyou12", "iloveyou123", "letmein123", "liverpool1",
    "loveyou123", "manchester", "michael123", "mynameis123", "passphrase", "passphrase1",
    "password01", "password10", "password12", "password123", "password1234", "passw0rd123",
    "princess123", "q1w2e3r4t5", "qazwsxedcrfv", "qwerty1234", "qwerty12345", "qwerty123456",
    "qwertyuiop", "qwertyuiop1", "sunshine12", "superman123", "trustno1234", "welcome123",
    "zaq12wsxcde3", "correcthorsebatterystaple", "returntorun", "hamstring1", "myhamstring",
    "physiotherapy", "physiotherapist",
}  # fmt: skip
_hasher = PasswordHasher()
# A hash takes 64 MiB while it is worked on: however many people sign in, two at a time.
_places = threading.BoundedSemaphore(2)


class WeakPassphrase(ValueError):
    """The passphrase is too easy to guess, or too long; the message says what to change."""


def check(passphrase: str) -> None:
    """Raise WeakPassphrase if it is too short, too long, repetitive or one that many use."""
    if len(passphrase) < SHORTEST:
        raise WeakPassphrase(
            f"Use at least {SHORTEST} characters. Three or four words make a good passphrase."
        )
    if len(passphrase) > LONGEST:
        raise WeakPassphrase(f"Use at most {LONGEST} characters.")
    if len(set(passphrase)) < _FEWEST_CHARACTERS:
        raise WeakPassphrase("This repeats itself. Use several different words.")
    if "".join(passphrase.casefold().split()) in _TRIED_FIRST:
        raise WeakPassphrase("Many people use this one, so it is tried first. Choose other words.")


def hashed(passphrase: str) -> str:
    """Return what may be stored: an Argon2 hash with its parameters and salt."""
    with _place():
        return _hasher.hash(_bytes(passphrase))


def matches(stored: str | None, passphrase: str) -> bool:
    """Whether a passphrase is the one stored. Without one, False: as late as for a wrong one."""
    decoy = _decoy()
    with _place():
        try:
            _hasher.verify(stored or decoy, _bytes(passphrase[: LONGEST + 1]))
        except VerifyMismatchError:
            return False
    return stored is not None


def is_outdated(stored: str) -> bool:
    """Whether a hash was made with weaker parameters than today's."""
    return _hasher.check_needs_rehash(stored)


@cache
def _decoy() -> str:
    return hashed(secrets.token_urlsafe(32))


def _bytes(passphrase: str) -> bytes:
    """One spelling for what looks the same, whatever keyboard it was typed on."""
    return unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass")


@contextmanager
def _place() -> Iterator[None]:
    if not _places.acquire(timeout=_WAIT_SECONDS):
        raise TooManyTries(_WAIT_SECONDS)
    try:
        yield
    finally:
        _places.release()
