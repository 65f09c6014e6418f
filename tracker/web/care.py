"""The care log: what is done for the sore area, beside what is known about it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from flask import Blueprint, flash, redirect, render_template, request, url_for

from tracker.progression.care import ADVICE, remark
from tracker.progression.literature import cited
from tracker.services import care
from tracker.services.errors import CannotUndo
from tracker.web.context import sign_in_required
from tracker.web.entries import asked_day, desk
from tracker.web.forms_care import CareForm

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue
    from werkzeug.wrappers import Response

    from tracker.progression.care import CareEntry
    from tracker.web.entries import Desk

bp = Blueprint("care", __name__)

_DAYS_SHOWN = 28


@bp.app_template_filter("care_title")
def care_title(entry: CareEntry) -> str:
    """Return a care entry in a few words."""
    name = ADVICE[entry.kind].name
    return name if entry.minutes is None else f"{name}, {entry.minutes} min"


@bp.get("/care")
@sign_in_required
def show() -> ResponseReturnValue:
    """Show the log, the form for a new entry, and what is known of each kind of care."""
    here = desk()
    form = CareForm(now=here.local)
    form.offer_when(asked_day(here.today))
    return _page(here, form)


@bp.post("/care")
@sign_in_required
def create() -> ResponseReturnValue:
    """Keep a new entry."""
    here = desk()
    form = CareForm(now=here.local)
    if not form.validate():
        return _page(here, form), 422
    entry = form.entry()
    return _told(care.save(*here.diary, entry, **here.when), "Logged", entry)


@bp.get("/care/<uid>/edit")
@sign_in_required
def edit(uid: str) -> ResponseReturnValue:
    """Show an entry to be changed."""
    here = desk()
    return _edit_page(CareForm(now=here.local, obj=care.find(*here.diary, uid)), uid)


@bp.post("/care/<uid>/edit")
@sign_in_required
def change(uid: str) -> ResponseReturnValue:
    """Keep a changed entry."""
    here = desk()
    care.find(*here.diary, uid)
    form = CareForm(now=here.local)
    if not form.validate():
        return _edit_page(form, uid), 422
    entry = form.entry(uid)
    return _told(care.edit(*here.diary, entry, **here.when), "Changed", entry)


@bp.post("/care/<uid>/delete")
@sign_in_required
def delete(uid: str) -> ResponseReturnValue:
    """Delete an entry; it can be undone."""
    here = desk()
    stored = care.find(*here.diary, uid)
    return _told(care.delete(*here.diary, uid, now=here.instant), "Deleted", stored)


@bp.post("/care/undo/<int:change_id>")
@sign_in_required
def undo(change_id: int) -> ResponseReturnValue:
    """Take back one change of an entry."""
    here = desk()
    try:
        care.undo(*here.diary, change_id, now=here.instant)
    except CannotUndo:
        flash("This cannot be undone any more: the entry was changed again since.")
    else:
        flash("Undone.")
    return redirect(url_for("care.show"), 303)


def _page(here: Desk, form: CareForm) -> str:
    by_day = groupby(care.log(*here.diary), key=lambda entry: entry.date)
    days = [(day, list(entries)) for day, entries in by_day]
    shown = days if "all" in request.args else days[:_DAYS_SHOWN]
    return render_template(
        "care/care.html",
        form=form,
        days=shown,
        more=len(days) - len(shown),
        advice=ADVICE,
        cited=cited,
    )


def _edit_page(form: CareForm, uid: str) -> str:
    return render_template("care/edit.html", form=form, uid=uid)


def _told(change_id: int | None, done: str, entry: CareEntry) -> Response:
    """Say what was done, with Undo and a remark if there is one to make."""
    text = f"{done}: {care_title(entry)}."
    if change_id is None:
        flash(text)
    else:
        undo_url = url_for("care.undo", change_id=change_id)
        flash({"text": text, "undo_url": undo_url}, "undo")  # type: ignore[arg-type]  # any JSON
    if done != "Deleted" and remark(entry):
        flash(remark(entry))
    return redirect(url_for("care.show"), 303)
