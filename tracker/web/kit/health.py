"""Whether the tracker is well, for whoever watches over the server: no account, no data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, Response

from tracker.services.access import accounts
from tracker.storage.errors import StorageError
from tracker.web import database

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

bp = Blueprint("health", __name__)


@bp.get("/healthz")
def is_well() -> ResponseReturnValue:
    """Answer "ok" if the diary's file can be read, and what is the matter otherwise."""
    try:
        accounts.any_account(database())
    except StorageError as error:
        if error.kind is None:
            raise
        return _plain(f"The diary cannot be read: {error.kind.value}.\n"), 503
    return _plain("ok\n")


def _plain(words: str) -> Response:
    return Response(words, mimetype="text/plain", headers={"Cache-Control": "no-store"})
