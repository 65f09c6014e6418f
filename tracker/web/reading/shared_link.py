"""What a shared link opens: today, progress, the clinician's page and the history of one episode.

No account is needed and nothing can be changed here. Each page is the runner's own, shown to a
reader: the link's token, in the address, says whose and which.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from flask import Blueprint, abort, g, request

from tracker.services.access import share_links
from tracker.services.diary import days
from tracker.services.errors import NotFound
from tracker.services.injury import episodes
from tracker.web import database, now
from tracker.web.diary import history, today
from tracker.web.kit.identity import Viewer
from tracker.web.kit.request_context import RequestContext
from tracker.web.reading import chart_responses, clinician, progress

if TYPE_CHECKING:
    from flask import Response
    from flask.typing import ResponseReturnValue

bp = Blueprint("shared", __name__, url_prefix="/shared/<token>")

_CLOSED = (
    "This link does not open anything, or not any more. Ask the person who gave it to you for a"
    " new one."
)
_TOO_OFTEN = "This link was opened very often within the last hour. Try again in an hour."


@bp.after_request
def keep_secret(response: Response) -> Response:
    """Keep the token out of other sites' logs and out of search engines."""
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response


@bp.get("/")
def today_show(token: str) -> ResponseReturnValue:
    """Show today's verdict."""
    context = _desk(token, "Today")
    return today.page(context, days.as_it_stands(*context.diary, today=context.today), None)


@bp.get("/progress")
def progress_show(token: str) -> ResponseReturnValue:
    """Show the charts."""
    return progress.page(_desk(token, "Progress"))


@bp.get("/progress/<name>.<suffix>")
def progress_picture(token: str, name: str, suffix: str) -> ResponseReturnValue:
    """Return one chart."""
    page = "Clinician’s page" if name == chart_responses.SO_FAR else "Progress"
    return progress.chart(_desk(token, page), name, suffix)


@bp.get("/history")
def history_show(token: str) -> ResponseReturnValue:
    """Show the journal."""
    return history.page(_desk(token, "History"))


@bp.get("/clinician")
def clinician_show(token: str) -> ResponseReturnValue:
    """Show the clinician's page."""
    return clinician.page(_desk(token, "Clinician’s page"))


@bp.get("/clinician.pdf")
def clinician_sheet(token: str) -> ResponseReturnValue:
    """Return the clinician's page as a PDF."""
    return clinician.paper(_desk(token, "Clinician’s page as PDF"))


def _desk(token: str, page: str) -> RequestContext:
    """Return the desk that a link opens, and record that a page of it was opened."""
    instant, agent = now(), request.user_agent.string
    try:
        found = share_links.opened(database(), token, page=page, user_agent=agent, now=instant)
    except NotFound:
        abort(404, _CLOSED)
    except share_links.OpenedTooOften:
        abort(429, _TOO_OFTEN)
    view = episodes.episode(database(), found.account.id, found.episode_id)
    local = instant.astimezone(ZoneInfo(view.facts.timezone))
    g.viewer = Viewer(
        token=token,
        account_id=found.account.id,
        owner=found.account.name,
        view=view,
        until=found.expires_at.astimezone(local.tzinfo),
        with_notes=found.with_notes,
    )
    owner = found.account
    return RequestContext(owner.id, owner.name, owner.unit, view, instant, local, g.viewer)
