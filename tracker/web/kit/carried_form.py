"""A form that was sent after its sign-in had ended: carried along, signed, until it can be sent.

Only what surely came from a page of ours is carried, and no passphrase ever. Nobody else can put
words into it, and nothing of it is stored before the runner has seen it and sends it again.
"""

from __future__ import annotations

from typing import NamedTuple

from flask import current_app
from itsdangerous import BadSignature, URLSafeTimedSerializer

from tracker.web import address_asked_for

_LONGEST_SECONDS = 24 * 60 * 60
_LEFT_OUT = "csrf_token"


class CarriedForm(NamedTuple):
    """Where the form goes, and its fields."""

    path: str
    fields: list[tuple[str, str]]


def carried_form(sent: list[tuple[str, str]]) -> str:
    """Return the form of this request as a signed text for a hidden field."""
    fields = [(name, value) for name, value in sent if name != _LEFT_OUT]
    return str(_signer().dumps([address_asked_for(), fields]))


def read_carried(text: str | None) -> CarriedForm | None:
    """Return what `carried_form` made; None for anything else, and after a day."""
    try:
        path, fields = _signer().loads(text or "", max_age=_LONGEST_SECONDS)
    except BadSignature:
        return None
    return CarriedForm(path, [(name, value) for name, value in fields])


def _signer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(current_app.config["SECRET_KEY"], salt="carried-form")
