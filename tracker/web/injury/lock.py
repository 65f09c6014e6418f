"""The warning: why running is locked, whom to see, and a clinician's word that ends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, flash, redirect, render_template, url_for

from tracker.content.literature import cited
from tracker.content.red_flags import signs
from tracker.services.injury import clinician
from tracker.translations import gettext
from tracker.web import database, now
from tracker.web.injury.clinician_forms import ClearanceForm
from tracker.web.injury.episodes import flash_redecided
from tracker.web.kit.identity import (
    current_view,
    local_today,
    own_account,
    sign_in_required,
)

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from tracker.services.injury.clinician import Lock
    from tracker.services.injury.episodes import EpisodeView

bp = Blueprint("lock", __name__)


@bp.get("/warning")
@sign_in_required
def why_locked() -> ResponseReturnValue:
    """Show what locks running, and whom to see about it."""
    view = current_view()
    lock = _lock(view)
    return render_template(
        "injury/lock.html",
        view=view,
        lock=lock,
        signs=signs(lock.signs) if lock else (),
        cleared=[c for c in view.episode.clearances if lock and c.covers and c.date >= lock.since],
        cited=cited,
    )


@bp.route("/clearance", methods=["GET", "POST"])
@sign_in_required
def record_clearance() -> ResponseReturnValue:
    """Record a clinician's word about running, and which open signs it clears."""
    view = current_view()
    lock, today = _lock(view), local_today(view)
    form = ClearanceForm(data={"date": today})
    form.today = today
    form.earliest = lock.since if lock else view.episode.onset
    form.offer_signs(signs(lock.signs) if lock else (), lock.recorded_on if lock else {})
    if form.validate_on_submit():
        clearance = form.clearance
        redecided = clinician.record_clearance(
            database(), own_account().id, view.id, clearance, today=today, now=now()
        )
        flash(gettext("Recorded: cleared by %(name)s.", name=clearance.by))
        flash_redecided(redecided)
        still_open = _lock(view)
        if still_open is not None:
            questions = ", ".join(
                gettext("“%(sign)s”", sign=sign.question) for sign in signs(still_open.signs)
            )
            flash(
                gettext(
                    "It leaves open, and running stays locked by: %(questions)s",
                    questions=questions,
                )
            )
            return redirect(url_for("lock.why_locked"), 303)
        return redirect(url_for("today.verdict"), 303)
    page = render_template("injury/clearance.html", view=view, lock=lock, form=form)
    return page, 422 if form.errors else 200


def _lock(view: EpisodeView) -> Lock | None:
    return clinician.lock_on(database(), own_account().id, view.id, local_today(view))
