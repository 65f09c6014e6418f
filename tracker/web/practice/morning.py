"""The morning's list: a clinician's runners, who needs a look first on top."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, flash, redirect, render_template, request, url_for

from tracker.language.sentences import place
from tracker.progression.review import place_of
from tracker.reports.morning import LONGEST_SILENCE, SHORTEST_SILENCE, USUAL_SILENCE
from tracker.services.access import consents, morning
from tracker.translations import gettext
from tracker.web import database, now
from tracker.web.kit import identity
from tracker.web.kit.confirmation import confirmed_first
from tracker.web.kit.workload import heavy
from tracker.web.practice.clinicians_only import clinician_required

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from flask.typing import ResponseReturnValue

    from tracker.services.access.morning import Line

bp = Blueprint("morning", __name__, url_prefix="/practice")

NEED, NAME, SEEN = "need", "name", "seen"


def _name(line: Line) -> str:
    return line.consent.runner.name.casefold()


def _seen(line: Line) -> tuple[bool, datetime]:
    seen = line.consent.seen_at
    return seen is not None, seen or line.consent.since


_ORDERS: Mapping[str, Callable[[Line], object] | None] = {NEED: None, NAME: _name, SEEN: _seen}


@bp.get("")
@heavy
@clinician_required
def runners() -> ResponseReturnValue:
    """Show the list; `?by=name` or `?by=seen` sorts it otherwise, `?days=` says what is long."""
    return _page()


@bp.post("/invite")
@clinician_required
@confirmed_first
def invite() -> ResponseReturnValue:
    """Make a link for a runner; this answer alone shows it."""
    token = consents.make_link(
        database(),
        identity.own_account().id,
        by_clinician=True,
        origin=identity.origin(),
        now=now(),
    )
    return _page(link=url_for("consents.take", token=token, _external=True))


@bp.post("/links/<int:link_id>/end")
@clinician_required
def end_link(link_id: int) -> ResponseReturnValue:
    """Take back a link that nobody has used yet."""
    me, origin = identity.own_account().id, identity.origin()
    consents.end_link(database(), me, link_id, origin=origin, now=now())
    flash(gettext("That link does not open any more."))
    return redirect(url_for(".runners"), 303)


@bp.post("/<int:consent_id>/seen")
@clinician_required
def mark_seen(consent_id: int) -> ResponseReturnValue:
    """Put a runner aside as looked at."""
    me = identity.own_account().id
    consents.mark_seen(database(), me, consent_id, now=now())
    flash(gettext("Marked as seen."))
    return redirect(url_for(".runners"), 303)


@bp.post("/<int:consent_id>/end")
@clinician_required
@confirmed_first
def end(consent_id: int) -> ResponseReturnValue:
    """Give up a runner's consent: nothing of theirs is shown any more."""
    me, origin = identity.own_account().id, identity.origin()
    consents.end(database(), me, consent_id, by_clinician=True, origin=origin, now=now())
    flash(gettext("Ended. You see nothing of that diary any more."))
    return redirect(url_for(".runners"), 303)


def _page(link: str = "") -> str:
    me = identity.own_account()
    by = request.args.get("by", NEED)
    silence = _days_asked()
    lines = morning.lines(
        database(), me.id, silence=silence, now=now(), ask=identity.cached_until_commit
    )
    order = _ORDERS.get(by)
    if order is not None:
        lines.sort(key=order)  # type: ignore[arg-type] # each kind of key compares with its like
    return render_template(
        "practice/morning.html",
        lines=lines,
        places={
            line.consent.id: place(*place_of(line.standing)) for line in lines if line.standing
        },
        by=by if by in _ORDERS else NEED,
        silence=silence,
        link=link,
        links=consents.links_of(database(), me.id, now=now()),
        today=now(),
    )


def _days_asked() -> int:
    typed = request.args.get("days", "")
    days = int(typed) if typed.isascii() and typed.isdecimal() and len(typed) <= 3 else 0  # noqa: PLR2004
    return days if SHORTEST_SILENCE <= days <= LONGEST_SILENCE else USUAL_SILENCE
