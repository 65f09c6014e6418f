"""What a shared link opens: today, progress, the clinician's page and the history of one episode.

No account is needed and nothing can be changed here; a link for an answer takes one (answer.py).
Each page is the runner's own, shown to a reader: the link's token, in the address, says whose and
which.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from flask import Blueprint, abort, request

from tracker.language.phrases import full_date
from tracker.services.access import answers, share_links
from tracker.services.diary import days
from tracker.services.errors import NotFound
from tracker.services.injury import episodes
from tracker.storage.words import SecurityEvent
from tracker.translations import N_, gettext
from tracker.web import database, now
from tracker.web.diary.today import today_page
from tracker.web.kit.identity import note_refusal
from tracker.web.kit.request_context import (
    Viewer,
    context_of,
    open_for_reading,
    opened_context,
    request_context,
)
from tracker.web.reading import answer, chart_responses, pages

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flask import Response
    from flask.typing import ResponseReturnValue

bp = Blueprint("shared_link", __name__, url_prefix="/shared/<token>")
bp.register_blueprint(pages.bp)
bp.register_blueprint(answer.bp)

# What the runner is told was opened, by view: stored so, and translated where it is shown.
_OPENED: Mapping[str, str] = {
    "today": N_("Today"),
    "progress": N_("Progress"),
    "chart": N_("Progress"),
    "history": N_("History"),
    "clinician": N_("Clinician’s page"),
    "clinician_pdf": N_("Clinician’s page as PDF"),
    "give": N_("Answer"),
}


@bp.before_request
def open_link() -> None:
    """Open what the link names, and record that a page of it was opened."""
    token = (request.view_args or {}).pop("token")
    instant, agent = now(), request.user_agent.string
    try:
        share = share_links.opened(
            database(), token, page=_page_opened(), user_agent=agent, now=instant
        )
    except NotFound:
        note_refusal(SecurityEvent.ACCESS_REFUSED)
        abort(404, _why_closed(token))
    except share_links.OpenedTooOften:
        note_refusal(SecurityEvent.TRIES_HELD_UP)
        abort(
            429,
            gettext("This link was opened very often within the last hour. Try again in an hour."),
        )
    owner, view = share.account, episodes.episode(database(), share.account.id, share.episode_id)
    until = share.expires_at.astimezone(ZoneInfo(view.facts.timezone))
    viewer = Viewer(
        owner=owner.name,
        with_notes=share.with_notes,
        for_answer=share.for_answer,
        mount=bp.name,
        token=token,
        until=until,
    )
    open_for_reading(context_of(owner, view, viewer))


@bp.url_defaults
def name_the_link(_endpoint: str, values: dict[str, Any]) -> None:
    """Let its pages lead to each other."""
    opened = opened_context()
    if opened is not None and opened.viewer is not None:
        values.setdefault("token", opened.viewer.token)


@bp.after_request
def keep_secret(response: Response) -> Response:
    """Keep the token out of other sites' logs and out of search engines."""
    is_form = (request.endpoint or "").endswith("answer.give")  # whose token is checked by it
    response.headers["Referrer-Policy"] = "same-origin" if is_form else "no-referrer"
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response


@bp.get("/")
def today() -> ResponseReturnValue:
    """Show today's verdict."""
    context = request_context()
    return today_page(context, days.as_it_stands(*context.diary, today=context.today), None)


def _why_closed(token: str) -> str:
    """Say why a link does not open; of one to read by nobody learns more than that."""
    link = answers.link_of(database(), token)
    new = gettext("Ask the person who gave it to you for a new one.")
    if link is None:
        over = gettext("This link does not open anything, or not any more.")
        return f"{over} {new}"
    if link.answered_at is not None:
        why = gettext(
            "The answer that this link was for was given on %(day)s. It takes one.",
            day=full_date(link.answered_at),
        )
    elif link.revoked_at is not None:
        day = full_date(link.revoked_at)
        why = gettext("Whoever made this link ended it on %(day)s.", day=day)
    else:
        why = gettext("This link was good until %(day)s.", day=full_date(link.expires_at))
    return f"{why} {new}"


def _page_opened() -> str:
    """Return the page that this request opens, or is a part of."""
    view = (request.endpoint or "").rpartition(".")[2]
    chart = (request.view_args or {}).get("name")
    return _OPENED["clinician" if chart == chart_responses.SHEET else view]
