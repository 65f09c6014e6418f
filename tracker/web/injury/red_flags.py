"""The warning signs: plain questions, and whom to see if one is answered yes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, flash, redirect, render_template, url_for

from tracker.content.red_flags import Urgency, signs
from tracker.services.diary import entries
from tracker.web.diary.feedback import flash_saved
from tracker.web.injury.red_flags_form import FlagsForm
from tracker.web.kit.identity import sign_in_required
from tracker.web.kit.request_context import request_context

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

bp = Blueprint("red_flags", __name__)


@bp.get("/red-flags")
@sign_in_required
def questions() -> ResponseReturnValue:
    """Ask about every warning sign."""
    form = FlagsForm(now=request_context().local)
    form.offer_when()
    return render_template("injury/red_flags.html", form=form)


@bp.post("/red-flags")
@sign_in_required
def answers() -> ResponseReturnValue:
    """Keep what is true as a check-in, and say whom to see; nothing true changes nothing."""
    context = request_context()
    form = FlagsForm(now=context.local)
    if not form.validate():
        return render_template("injury/red_flags.html", form=form), 422
    if not form.flags():
        flash("No warning sign, by your answers. If one appears, come back to these questions.")
        return redirect(url_for("today.verdict"), 303)
    flash_saved(
        entries.save_check_in(*context.diary, form.check_in(), **context.when),
        "Your answers are saved.",
    )
    ticked = signs(form.flags())
    if any(sign.urgency > Urgency.ROUTINE for sign in ticked):
        return redirect(url_for("lock.why_locked"), 303)
    for sign in ticked:
        flash(f"{sign.question}: {sign.advice}")
    return redirect(url_for("today.verdict"), 303)
