"""The plan as a calendar: a file, and a private link that a calendar program reads again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, Response, flash, redirect, render_template, session, url_for

from tracker.exchange.calendar_file import Ahead, calendar_file
from tracker.progression.forecast import WayHome
from tracker.services.access import calendar_feed
from tracker.translations import gettext
from tracker.web import database, now
from tracker.web.kit import languages
from tracker.web.kit.base_form import Form
from tracker.web.kit.confirmation import confirmed_first
from tracker.web.kit.identity import origin, own_account, sign_in_required
from tracker.web.kit.request_context import request_context

if TYPE_CHECKING:
    from datetime import date

    from flask.typing import ResponseReturnValue

bp = Blueprint("calendar", __name__)

_NEW = "calendar_token"


@bp.get("/calendar")
@sign_in_required
def file_and_link() -> ResponseReturnValue:
    """Show the file and the link; a new link is shown once."""
    context = request_context()
    token = session.pop(_NEW, None)
    return render_template(
        "diary/calendar.html",
        form=Form(),
        since=calendar_feed.feed_since(database(), context.account_id),
        link=url_for("calendar.feed", token=token, _external=True) if token else "",
    )


@bp.get("/calendar/plan.ics")
@sign_in_required
def download() -> ResponseReturnValue:
    """Return the plan as it is now."""
    context = request_context()
    ahead = calendar_feed.ahead(*context.diary, **context.when)
    return _ics(ahead, 'attachment; filename="return-to-run.ics"')


@bp.post("/calendar/link")
@sign_in_required
@confirmed_first
def make_feed() -> ResponseReturnValue:
    """Make a new link; an earlier one ends."""
    session[_NEW] = calendar_feed.open_feed(
        database(), own_account().id, origin=origin(), now=now()
    )
    return redirect(url_for("calendar.file_and_link"), 303)


@bp.post("/calendar/link/end")
@sign_in_required
def end_feed() -> ResponseReturnValue:
    """End the link."""
    calendar_feed.close_feed(database(), own_account().id, origin=origin(), now=now())
    flash(gettext("The link is ended. Calendars that used it get nothing any more."))
    return redirect(url_for("calendar.file_and_link"), 303)


@bp.get("/calendar/feed/<token>.ics")
def feed(token: str) -> ResponseReturnValue:
    """Return the plan to whoever has the link; no one need be signed in."""
    languages.follow(calendar_feed.owner(database(), token))
    instant = now()
    ahead = calendar_feed.read_feed(database(), token, now=instant)
    return _ics(ahead or _nothing(instant.date()), "inline")


def _nothing(today: date) -> Ahead:
    return Ahead("none", "UTC", today, today, WayHome((), None), 0, None, 0, now())


def _ics(ahead: Ahead, disposition: str) -> Response:
    return Response(
        calendar_file(ahead),
        mimetype="text/calendar",
        headers={"Cache-Control": "private, no-store", "Content-Disposition": disposition},
    )
