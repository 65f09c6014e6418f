"""Codes that are typed: six digits of an authenticator app, and recovery codes."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

import pyotp

if TYPE_CHECKING:
    from datetime import datetime

ISSUER = "Return to Run"
STEP_SECONDS = 30
_CLOCKS_DIFFER = 1  # steps
_DIGITS = 6
_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # none that look like another
_GROUPS, _GROUP = 4, 6  # 24 letters out of 31: 118 random bits, too many to be found by trying
RECOVERY_CODES = 8


def new_secret() -> str:
    """Return the key of a new authenticator app: 160 random bits in base32."""
    return pyotp.random_base32()


def app_address(secret: str, name: str) -> str:
    """Return the address by which an authenticator app takes a key, also as a QR code."""
    return pyotp.TOTP(secret).provisioning_uri(name=name, issuer_name=ISSUER)


def step_of(secret: str, typed: str, now: datetime) -> int | None:
    """Return the step of 30 seconds, since 1970, whose code was typed; None if it is no code.

    Clocks may differ by a step.
    """
    code = "".join(typed.split())
    if len(code) != _DIGITS or not (code.isascii() and code.isdecimal()):
        return None
    app, this = pyotp.TOTP(secret), int(now.timestamp()) // STEP_SECONDS
    steps = range(this - _CLOCKS_DIFFER, this + _CLOCKS_DIFFER + 1)
    matching = [it for it in steps if secrets.compare_digest(app.generate_otp(it), code)]
    return max(matching, default=None)


def new_recovery_codes() -> list[str]:
    """Return codes to be written down, in groups of six letters."""
    return ["-".join(_random_group() for _ in range(_GROUPS)) for _ in range(RECOVERY_CODES)]


def plain(typed: str) -> str:
    """Return a recovery code without what people type differently."""
    return "".join(filter(str.isalnum, typed)).upper()


def _random_group() -> str:
    return "".join(secrets.choice(_LETTERS) for _ in range(_GROUP))
