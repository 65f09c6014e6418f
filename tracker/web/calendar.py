"""The plan as a calendar: a file, and a private link that a calendar program reads again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, Response, flash, redirect, render_template, session, url_for

from tracker.exchange.calendar_file import Ahead, calendar_file
from tracker.progression.plan import WayHome
from tracker.services import calendars
from tracker.web import database, now
from tracker.web.context import account_here, sign_in_required
from tracker.web.entries import desk
from tracker.web.forms import Form

if TYPE_CHECKING:
    from datetime import date

    from flask.typing import ResponseReturnValue

bp = Blueprint("calendar", __name__)

_NEW = "calendar_token"


@bp.get("/calendar")
@sign_in_required
def show() -> ResponseReturnValue:
    """Show the file and the link; a new link is shown once."""
    here = desk()
    token = session.pop(_NEW, None)
    return render_template(
        "calendar/calendar.html",
        form=Form(),
        since=calendars.feed_since(database(), here.account_id),
        link=url_for("calendar.feed", token=token, _external=True) if token else "",
    )


@bp.get("/calendar/plan.ics")
@sign_in_required
def download() -> ResponseReturnValue:
    """Return the plan as it is now."""
    here = desk()
    found = calendars.ahead(*here.diary, **here.when)
    return _ics(found, 'attachment; filename="return-to-run.ics"')


@bp.post("/calendar/link")
@sign_in_required
def open_link() -> ResponseReturnValue:
    """Make a new link; an earlier one ends."""
    session[_NEW] = calendars.open_feed(database(), account_here().id, now=now())
    return redirect(url_for("calendar.show"), 303)


@bp.post("/calendar/link/end")
@sign_in_required
def close_link() -> ResponseReturnValue:
    """End the link."""
    calendars.close_feed(database(), account_here().id, now=now())
    flash("The link is ended. Calendars that used it get nothing any more.")
    return redirect(url_for("calendar.show"), 303)


@bp.get("/calendar/feed/<token>.ics")
def feed(token: str) -> ResponseReturnValue:
    """Return the plan to whoever has the link; no one need be signed in."""
    instant = now()
    found = calendars.read_feed(database(), token, now=instant)
    return _ics(found or _nothing(instant.date()), "inline")


def _nothing(today: date) -> Ahead:
    return Ahead("none", "UTC", today, today, WayHome((), None), 0, None, 0, now())


def _ics(found: Ahead, disposition: str) -> Response:
    return Response(
        calendar_file(found),
        mimetype="text/calendar",
        headers={"Cache-Control": "private, no-store", "Content-Disposition": disposition},
    )
