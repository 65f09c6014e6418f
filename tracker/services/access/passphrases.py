"""Passphrases: which are good enough, and how they are kept."""

from __future__ import annotations

import gzip
import re
import secrets
import threading
import unicodedata
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError

from tracker.services.access.rate_limit import TooManyAtOnce
from tracker.translations import gettext

if TYPE_CHECKING:
    from collections.abc import Iterator

SHORTEST = 10
LONGEST = 200
_FEWEST_CHARACTERS = 4

# What this place suggests to whoever has to think of something.
_ITS_WORDS = (
    "return", "to", "run", "running", "runner", "diary", "tracker", "hamstring", "glute",
    "buttock", "injury", "rehab", "physio", "physiotherapy", "physiotherapist", "therapy",
    "therapist", "clinician", "doctor", "patient", "passphrase", "password", "welcome", "admin",
    "correct", "horse", "battery", "staple",
)  # fmt: skip
_hasher = PasswordHasher()
# A hash takes 64 MiB while it is worked on: however many people sign in, two at a time.
AT_ONCE, _WAITING = 2, 2
_places = threading.BoundedSemaphore(AT_ONCE)
_turns = threading.BoundedSemaphore(AT_ONCE + _WAITING)
_this_thread = threading.local()


class WeakPassphrase(ValueError):
    """The passphrase is too easy to guess, or too long; the message says what to change."""


def check(passphrase: str, name: str) -> None:
    """Raise WeakPassphrase for one that is soon guessed.

    It is too short, too long, or repetitive; it is among the 50,000 that people use most, spaces
    and capitals aside; or it is little more than `name` and words that this place suggests.
    """
    if len(passphrase) < SHORTEST:
        raise WeakPassphrase(
            gettext(
                "Use at least %(least)d characters. Three or four words make a good passphrase.",
                least=SHORTEST,
            )
        )
    if len(passphrase) > LONGEST:
        raise WeakPassphrase(gettext("Use at most %(most)d characters.", most=LONGEST))
    if len(set(passphrase)) < _FEWEST_CHARACTERS:
        raise WeakPassphrase(gettext("This repeats itself. Use several different words."))
    squashed = "".join(_spelt(passphrase).casefold().split())
    if _is_common(squashed):
        raise WeakPassphrase(
            gettext("Many people use this one, so it is tried first. Choose other words.")
        )
    if _is_suggested(squashed, _spelt(name).casefold()):
        raise WeakPassphrase(
            gettext(
                "This is little more than your name or words that this place suggests."
                " Add words of your own."
            )
        )


def hashed(passphrase: str) -> str:
    """Return what may be stored: an Argon2 hash with its parameters and salt.

    Raises TooManyAtOnce.
    """
    with turn(), _places:
        return _hasher.hash(_bytes(passphrase))


def matches(stored: str | None, passphrase: str) -> bool:
    """Whether a passphrase is the one stored. Without one, False: as late as for a wrong one.

    Raises TooManyAtOnce.
    """
    decoy = _decoy()
    with turn(), _places:
        try:
            _hasher.verify(stored or decoy, _bytes(passphrase[: LONGEST + 1]))
        except VerifyMismatchError:
            return False
    return stored is not None


def is_outdated(stored: str) -> bool:
    """Whether a hash was made with weaker parameters than today's."""
    return _hasher.check_needs_rehash(stored)


@contextmanager
def turn() -> Iterator[None]:
    """Have one of the few turns to check passphrases, or raise TooManyAtOnce at once.

    Who checks one takes a turn before anything else: whoever is sent away costs nothing. Inside
    it the same thread needs no other.
    """
    if getattr(_this_thread, "has_turn", False):
        yield
        return
    if not _turns.acquire(blocking=False):
        raise TooManyAtOnce
    _this_thread.has_turn = True
    try:
        yield
    finally:
        _this_thread.has_turn = False
        _turns.release()


@cache
def _decoy() -> str:
    return hashed(secrets.token_urlsafe(32))


def _is_common(passphrase: str) -> bool:
    """Read the list anew each time: passphrases are chosen too rarely to keep it in memory."""
    packed = files("tracker.services") / "common_passphrases.txt.gz"
    with packed.open("rb") as file, gzip.open(file, "rt", encoding="utf-8") as lines:
        return f"{passphrase}\n" in lines


def _is_suggested(passphrase: str, name: str) -> bool:
    """Whether hardly a letter remains without the words of the name and of this place."""
    words = sorted({*re.findall(r"\w+", name), *_ITS_WORDS}, key=len, reverse=True)
    rest, removed = re.subn("|".join(map(re.escape, words)), "", passphrase)
    return removed > 0 and len(set(filter(str.isalpha, rest))) < _FEWEST_CHARACTERS


def _bytes(passphrase: str) -> bytes:
    return _spelt(passphrase).encode("utf-8", "surrogatepass")


def _spelt(text: str) -> str:
    """One spelling for what looks the same, whatever keyboard it was typed on."""
    return unicodedata.normalize("NFKC", text)
