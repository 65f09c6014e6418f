"""Whether the tracker is well, for whoever watches over the server: no account, no data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, Response
from sqlalchemy.exc import DBAPIError

from tracker.services.access import accounts
from tracker.storage.database import trouble
from tracker.web import database

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

bp = Blueprint("health", __name__)


@bp.get("/healthz")
def is_well() -> ResponseReturnValue:
    """Answer "ok" if the diary's file can be read, and what is the matter otherwise."""
    try:
        accounts.any_account(database())
    except DBAPIError as error:
        matter = trouble(error)
        if matter is None:
            raise
        return _plain(f"The diary cannot be read: {matter.value}.\n"), 503
    return _plain("ok\n")


def _plain(words: str) -> Response:
    return Response(words, mimetype="text/plain", headers={"Cache-Control": "no-store"})
