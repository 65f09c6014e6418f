"""What a passkey has to answer: signed, and carried by the form that brings the answer.

Not in the cookie: an answer to another request of the same page would put an older one back. An
answer is good once all the same (`passkeys.check`), and for five minutes.
"""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from flask import Response, current_app, request
from itsdangerous import BadSignature, URLSafeSerializer

from tracker.services.access import passkey_challenges
from tracker.services.access.passkey_challenges import Challenge, Site
from tracker.services.access.passkeys import PasskeyRefused
from tracker.web import now
from tracker.web.kit.security import is_number

if TYPE_CHECKING:
    from collections.abc import Callable

FIELD = "passkey_challenge"


def are_possible() -> bool:
    """Whether browsers make passkeys here: for a name, over https or on the machine itself."""
    is_private = request.scheme == "https" or _host() == "localhost"
    return is_private and not is_number(_host())


def offered(options: Callable[[Challenge], str]) -> Response:
    """Return a new challenge with what a browser needs to have it answered, for a script."""
    challenge = passkey_challenges.new_challenge(_site(), now())
    signed = _signer().dumps([challenge.text, challenge.asked_at.isoformat()])
    body = {"publicKey": json.loads(options(challenge)), "challenge": signed}
    return Response(
        json.dumps(body), mimetype="application/json", headers={"Cache-Control": "no-store"}
    )


def answered_challenge() -> Challenge:
    """Return the challenge that this form brings back. Raises PasskeyRefused for none of ours."""
    try:
        text, asked_at = _signer().loads(request.form.get(FIELD, ""))
    except BadSignature as error:
        raise PasskeyRefused from error
    return Challenge(text, datetime.fromisoformat(asked_at), _site())


def _signer() -> URLSafeSerializer:
    return URLSafeSerializer(current_app.config["SECRET_KEY"], salt="passkey-challenge")


def _site() -> Site:
    """Where passkeys are used: the address that this browser asked for."""
    return Site(_host(), f"{request.scheme}://{request.host}")


def _host() -> str:
    return urlsplit(f"//{request.host}").hostname or ""
