"""An ended episode, looked back on: its pages are the runner's own, for reading only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import Blueprint, redirect, request, url_for

from tracker.services.injury import episodes
from tracker.web import database
from tracker.web.kit.identity import own_account, sign_in_first
from tracker.web.kit.request_context import context_of, open_for_reading, opened_context
from tracker.web.reading import pages

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

bp = Blueprint("ended_episode", __name__, url_prefix="/episodes/<int:episode_id>")
bp.register_blueprint(pages.bp)


@bp.before_request
def look_back() -> ResponseReturnValue | None:
    """Open the episode that the address names; one that goes on is sent to where it can be used."""
    episode_id = (request.view_args or {}).pop("episode_id")
    turned_away = sign_in_first()
    if turned_away is not None:
        return turned_away
    account = own_account()
    view = episodes.episode(database(), account.id, episode_id)
    if view.is_open:
        return redirect(url_for("episodes.episode", episode_id=view.id), 303)
    open_for_reading(context_of(account, view))
    return None


@bp.url_defaults
def name_the_episode(_endpoint: str, values: dict[str, Any]) -> None:
    """Let its pages lead to each other."""
    opened = opened_context()
    if opened is not None:
        values.setdefault("episode_id", opened.view.id)
