"""Check-ins: how it feels, today or on any past day."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from flask import Blueprint, render_template, request

from tracker.content.red_flags import signs
from tracker.progression.diary import CheckIn
from tracker.services.diary import entries
from tracker.services.diary.expectations import asks_expected_return
from tracker.services.errors import ReasonNeeded
from tracker.translations import gettext
from tracker.web.diary.check_in_form import CheckInForm, ReasonForm
from tracker.web.diary.entry_form import SentBefore
from tracker.web.diary.feedback import redirect_entry, redirect_saved
from tracker.web.diary.named_form import lead_on, new_uid
from tracker.web.kit.identity import sign_in_required
from tracker.web.kit.request_context import asked_day, request_context

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from tracker.web.kit.request_context import RequestContext

bp = Blueprint("check_ins", __name__)


@bp.get("/check-in")
@sign_in_required
def new() -> ResponseReturnValue:
    """Ask how it feels, today or on the day asked for."""
    context = request_context()
    if elsewhere := lead_on(partial(entries.stored_entry, *context.diary, CheckIn), ".edit"):
        return elsewhere
    day = asked_day(context.today)
    when = day or context.today
    asks_date = asks_expected_return(*context.diary, when)
    form = CheckInForm(now=context.local, besides=context.takes_medicine(day), asks_date=asks_date)
    form.offer_when(day)
    return _page(form)


@bp.post("/check-in")
@sign_in_required
def create() -> ResponseReturnValue:
    """Save a check-in."""
    context = request_context()
    form = CheckInForm(now=context.local, besides=context.takes_medicine())
    if not form.validate():
        return _page(form), 422
    check_in = form.check_in()
    stored = entries.stored_entry(*context.diary, CheckIn, check_in.id)
    again = form.sent_before(stored, check_in) if stored else None
    if stored is not None and again is SentBefore.CHANGED:
        return _change(context, form, stored)
    if again is SentBefore.ANOTHER:
        check_in = replace(check_in, id=new_uid())
    saved = entries.save_check_in(*context.diary, check_in, **context.when)
    return redirect_entry(context, saved, check_in, gettext("Check-in saved."))


@bp.get("/check-ins/<uid>/edit")
@sign_in_required
def edit(uid: str) -> ResponseReturnValue:
    """Show a check-in to be changed."""
    context = request_context()
    stored = entries.find_check_in(*context.diary, uid)
    besides = context.takes_medicine(stored.date)
    return _page(CheckInForm(now=context.local, besides=besides, obj=stored), uid)


@bp.post("/check-ins/<uid>/edit")
@sign_in_required
def change(uid: str) -> ResponseReturnValue:
    """Save a changed check-in."""
    context = request_context()
    stored = entries.find_check_in(*context.diary, uid)
    form = CheckInForm(now=context.local, besides=context.takes_medicine(stored.date))
    form.lets_stand(stored)
    if not form.validate():
        return _page(form, uid), 422
    return _change(context, form, stored)


def _change(context: RequestContext, form: CheckInForm, stored: CheckIn) -> ResponseReturnValue:
    uid = stored.id
    check_in = replace(form.check_in(), id=uid, entered_at=stored.entered_at)
    if form.is_of_now:
        check_in = replace(check_in, **form.when_stored(stored))
    try:
        saved = entries.edit_check_in(
            *context.diary, check_in, reason=form.reason.data or "", **context.when
        )
    except ReasonNeeded:
        form.ask_why()
        return _page(form, uid), 422
    return redirect_entry(context, saved, check_in, gettext("Check-in changed."))


@bp.post("/check-ins/<uid>/delete")
@sign_in_required
def delete(uid: str) -> ResponseReturnValue:
    """Delete a check-in; it can be undone. One that holds a warning sign needs a reason."""
    context = request_context()
    stored, form = entries.find_check_in(*context.diary, uid), ReasonForm()
    reason = str(form.reason.data) if form.validate() else ""
    try:
        saved = entries.delete(*context.diary, stored, reason=reason, **context.when)
    except ReasonNeeded as needed:
        if "reason" not in request.form:
            form.reason.errors = []  # not asked before
        page = render_template(
            "diary/check_in_delete.html", form=form, check_in=stored, signs=signs(needed.signs)
        )
        return page, 422
    return redirect_saved(context, saved, gettext("Check-in deleted."), stored.date)


def _page(form: CheckInForm, uid: str = "") -> str:
    return render_template("diary/check_in.html", form=form, uid=uid)
