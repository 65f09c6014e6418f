"""The warning signs: plain questions, and whom to see if one is answered yes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from flask import Blueprint, flash, redirect, render_template, url_for

from tracker.content.red_flags import signs
from tracker.content.sign import Urgency
from tracker.progression.diary import CheckIn
from tracker.services.diary import days, entries
from tracker.services.diary.warning_signs import open_questions
from tracker.translations import gettext
from tracker.web.diary.feedback import flash_saved
from tracker.web.diary.named_form import lead_on
from tracker.web.injury.red_flags_form import FlagsForm
from tracker.web.kit.identity import sign_in_required
from tracker.web.kit.request_context import request_context

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from tracker.services.diary.entry_edit import Saved
    from tracker.web.kit.request_context import RequestContext

bp = Blueprint("red_flags", __name__)


@bp.get("/red-flags")
@sign_in_required
def questions() -> ResponseReturnValue:
    """Ask about every warning sign."""
    context = request_context()
    if elsewhere := lead_on(
        partial(entries.stored_entry, *context.diary, CheckIn), "check_ins.edit"
    ):
        return elsewhere
    form = _form(context)
    form.offer_when()
    return render_template("injury/red_flags.html", form=form)


@bp.post("/red-flags")
@sign_in_required
def answers() -> ResponseReturnValue:
    """Keep the answers as a check-in, and say whom to see if a sign is among them."""
    context = request_context()
    form = _form(context)
    if not form.validate():
        return render_template("injury/red_flags.html", form=form), 422
    saved = _saved(context, form) if form.is_kept else None
    if not form.flags():
        flash(
            gettext(
                "No warning sign, by your answers. If one appears, come back to these questions."
            )
        )
        return redirect(url_for("today.verdict"), 303)
    if saved is not None:
        flash_saved(saved, gettext("Your answers are saved."))
    ticked = signs(form.flags())
    if any(sign.urgency > Urgency.ROUTINE for sign in ticked):
        return redirect(url_for("lock.why_locked"), 303)
    for sign in ticked:
        flash(gettext("%(sign)s: %(advice)s", sign=sign.question, advice=sign.advice))
    return redirect(url_for("today.verdict"), 303)


def _form(context: RequestContext) -> FlagsForm:
    today = days.as_it_stands(*context.diary, today=context.today)
    return FlagsForm(now=context.local, opened=open_questions(today))


def _saved(context: RequestContext, form: FlagsForm) -> Saved:
    store = entries.save_check_in if form.amended is None else entries.edit_check_in
    return store(*context.diary, form.check_in(), **context.when)
