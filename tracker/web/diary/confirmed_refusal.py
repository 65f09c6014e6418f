"""The yes to a refused run: given out with the refusal, and good for just that one.

The fingerprint binds the answer to the run and its findings; the signature says that this server
gave it out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import current_app
from itsdangerous import BadSignature, Signer

if TYPE_CHECKING:
    from tracker.services.diary.refusal import Refusal


def token_of(refusal: Refusal) -> str:
    """Return what is sent back to record the run as a deviation."""
    return _signer().sign(refusal.fingerprint).decode()


def fingerprint_in(token: str) -> str | None:
    """Return the fingerprint of the refusal that a token answers; None if it is none of ours."""
    try:
        return _signer().unsign(token).decode()
    except BadSignature:
        return None


def _signer() -> Signer:
    return Signer(current_app.config["SECRET_KEY"], salt="refused-run")
