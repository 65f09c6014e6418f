"""Secrets that are handed out once: the bearer holds the token, the database only its hash."""

from __future__ import annotations

import secrets
from hashlib import sha256


def new() -> str:
    """Return a token nobody can guess, fit for an address."""
    return secrets.token_urlsafe(32)


def digest(token: str) -> str:
    """Return what is stored of a token. It is too long to be found by trying: no salt."""
    return sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
