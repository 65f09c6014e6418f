"""Check-ins: how it feels, today or on any past day."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from flask import Blueprint, render_template

from tracker.services import entries
from tracker.web.context import sign_in_required
from tracker.web.entries import asked_day, desk, stored, told
from tracker.web.forms_check_in import CheckInForm

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

bp = Blueprint("check_ins", __name__)


@bp.get("/check-in")
@sign_in_required
def new() -> ResponseReturnValue:
    """Ask how it feels, today or on the day asked for."""
    here = desk()
    form = CheckInForm(now=here.local)
    form.offer_when(asked_day(here.today))
    return _page(form)


@bp.post("/check-in")
@sign_in_required
def create() -> ResponseReturnValue:
    """Save a check-in."""
    here = desk()
    form = CheckInForm(now=here.local)
    if not form.validate():
        return _page(form), 422
    check_in = form.check_in()
    saved = entries.save_check_in(*here.diary, check_in, **here.when)
    return stored(here, saved, check_in, "Check-in saved.")


@bp.get("/check-ins/<uid>/edit")
@sign_in_required
def edit(uid: str) -> ResponseReturnValue:
    """Show a check-in to be changed."""
    here = desk()
    found = entries.find_check_in(*here.diary, uid)
    return _page(CheckInForm(now=here.local, obj=found), uid)


@bp.post("/check-ins/<uid>/edit")
@sign_in_required
def change(uid: str) -> ResponseReturnValue:
    """Save a changed check-in."""
    here = desk()
    found = entries.find_check_in(*here.diary, uid)
    form = CheckInForm(now=here.local)
    if not form.validate():
        return _page(form, uid), 422
    check_in = replace(form.check_in(), id=uid, entered_at=found.entered_at)
    saved = entries.edit_check_in(*here.diary, check_in, **here.when)
    return stored(here, saved, check_in, "Check-in changed.")


@bp.post("/check-ins/<uid>/delete")
@sign_in_required
def delete(uid: str) -> ResponseReturnValue:
    """Delete a check-in; it can be undone."""
    here = desk()
    found = entries.find_check_in(*here.diary, uid)
    saved = entries.delete(*here.diary, found, **here.when)
    return told(here, saved, "Check-in deleted.", found.date)


def _page(form: CheckInForm, uid: str = "") -> str:
    return render_template("check_ins/form.html", form=form, uid=uid)
