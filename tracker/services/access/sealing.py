"""Secrets that have to be read again: sealed in the database, opened with the program's own key.

The key lies beside the diary and not in its copies: who has a copy alone has none of these.
"""

from __future__ import annotations

from base64 import urlsafe_b64encode
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cryptography.fernet import Fernet

SECOND_FACTORS = b"return-to-run second factors"
REMINDERS = b"return-to-run reminders"


class CannotOpen(ValueError):
    """What is sealed was sealed with another key, or changed."""


def seal(text: str, key: str, purpose: bytes = SECOND_FACTORS) -> str:
    """Encrypt a text so that it can be neither read nor changed without the key.

    What was sealed for one purpose is not opened for another.
    """
    return _cipher(key, purpose).encrypt(text.encode()).decode()


def unseal(sealed: str, key: str, purpose: bytes = SECOND_FACTORS) -> str:
    """Return what was sealed. Raises CannotOpen."""
    from cryptography.fernet import InvalidToken

    try:
        return _cipher(key, purpose).decrypt(sealed.encode("utf-8", "surrogatepass")).decode()
    except InvalidToken as error:
        raise CannotOpen("sealed with another key, or changed") from error


def _cipher(key: str, purpose: bytes) -> Fernet:
    from cryptography.fernet import Fernet
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    derived = HKDF(SHA256(), length=32, salt=None, info=purpose).derive(key.encode())
    return Fernet(urlsafe_b64encode(derived))
