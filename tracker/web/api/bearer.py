"""Who a program acts for: its token says so, and nothing else does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import g, request

from tracker.services.access import api_tokens
from tracker.storage.words import SecurityEvent
from tracker.translations import gettext
from tracker.web import database, now
from tracker.web.api.refusals import Refused
from tracker.web.kit import languages
from tracker.web.kit.identity import note_refusal
from tracker.web.kit.work_budget import spend_of_program

if TYPE_CHECKING:
    from tracker.services.access.api_tokens import Bearer

_READS = {"GET", "HEAD"}
_HOW = 'Bearer realm="return-to-run"'


def admit() -> None:
    """Let the account behind the token of a request be whose request it is.

    Raises Refused: 401 without a good token, 403 where it may not write.
    """
    g.account = g.identity = None  # whatever cookie a browser sends along says nothing here
    bearer = _bearer()
    languages.follow(bearer.account)
    if request.method not in _READS and not bearer.may_write:
        raise Refused(
            403,
            gettext("This token only reads"),
            gettext(
                "Nothing was stored. Make one that may record, on the page Your data and programs."
            ),
            headers={"WWW-Authenticate": f'{_HOW}, error="insufficient_scope", scope="write"'},
        )
    spend_of_program(bearer.account.id)
    g.account = bearer.account
    api_tokens.note_use(database(), bearer, now())


def _bearer() -> Bearer:
    credentials = request.authorization
    if credentials is None or credentials.type != "bearer" or not credentials.token:
        raise Refused(
            401,
            gettext("A token is needed"),
            gettext(
                "Send the header Authorization: Bearer TOKEN. Tokens are made on the page Your data"
                " and programs."
            ),
            headers={"WWW-Authenticate": _HOW},
        )
    bearer = api_tokens.bearer_of(database(), credentials.token)
    if bearer is None or not bearer.token.is_good(now()):
        note_refusal(SecurityEvent.API_TOKEN_REFUSED)
        raise Refused(
            401,
            gettext("This token is not good"),
            gettext(
                "It is unknown, over, or was ended. Make another on the page Your data and"
                " programs."
            ),
            headers={"WWW-Authenticate": f'{_HOW}, error="invalid_token"'},
        )
    return bearer
