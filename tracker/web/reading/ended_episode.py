"""An ended episode, looked back on: progress, history, clinician's page, for reading only."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from flask import Blueprint, abort, g, redirect, url_for

from tracker.services.injury import episodes
from tracker.web import database, now
from tracker.web.diary import history
from tracker.web.kit.identity import account_here, sign_in_required
from tracker.web.kit.request_context import RequestContext
from tracker.web.reading import clinician, progress

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

bp = Blueprint("past", __name__, url_prefix="/episodes/<int:episode_id>")


@bp.get("/progress")
@sign_in_required
def progress_show(episode_id: int) -> ResponseReturnValue:
    """Show the charts."""
    return progress.page(_desk(episode_id))


@bp.get("/progress/<name>.<suffix>")
@sign_in_required
def progress_picture(episode_id: int, name: str, suffix: str) -> ResponseReturnValue:
    """Return one chart."""
    return progress.chart(_desk(episode_id), name, suffix)


@bp.get("/history")
@sign_in_required
def history_show(episode_id: int) -> ResponseReturnValue:
    """Show the journal."""
    return history.page(_desk(episode_id))


@bp.get("/clinician")
@sign_in_required
def clinician_show(episode_id: int) -> ResponseReturnValue:
    """Show the clinician's page."""
    return clinician.page(_desk(episode_id))


@bp.get("/clinician.pdf")
@sign_in_required
def clinician_sheet(episode_id: int) -> ResponseReturnValue:
    """Return the clinician's page as a PDF."""
    return clinician.paper(_desk(episode_id))


def _desk(episode_id: int) -> RequestContext:
    """Return the desk of an ended episode; one that is open is sent to where it can be used."""
    owner, instant = account_here(), now()
    view = episodes.episode(database(), owner.id, episode_id)
    if view.is_open:
        abort(redirect(url_for("episodes.show", episode_id=view.id), 303))
    g.past = view
    local = instant.astimezone(ZoneInfo(view.facts.timezone))
    return RequestContext(owner.id, owner.name, owner.unit, view, instant, local)
