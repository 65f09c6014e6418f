"""The care log: what is done for the sore area, beside what is known about it."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from flask import Blueprint, flash, redirect, render_template, request, url_for

from tracker.content.care import ADVICE, remark
from tracker.content.literature import cited
from tracker.services.diary import care
from tracker.services.errors import CannotUndo
from tracker.translations import gettext
from tracker.web.diary.care_form import CareForm
from tracker.web.diary.named_form import lead_on
from tracker.web.kit.identity import sign_in_required
from tracker.web.kit.request_context import asked_day, request_context

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue
    from werkzeug.wrappers import Response

    from tracker.content.care import CareEntry
    from tracker.web.kit.request_context import RequestContext

bp = Blueprint("care", __name__)

_DAYS_SHOWN = 28


@bp.app_template_filter("care_title")
def care_title(entry: CareEntry) -> str:
    """Return a care entry in a few words."""
    name = gettext(ADVICE[entry.kind].name)
    if entry.minutes is None:
        return name
    return gettext("%(care)s, %(minutes)d min", care=name, minutes=entry.minutes)


@bp.get("/care")
@sign_in_required
def log() -> ResponseReturnValue:
    """Show the log, the form for a new entry, and what is known of each kind of care."""
    context = request_context()
    if elsewhere := lead_on(partial(care.stored_entry, *context.diary), ".edit"):
        return elsewhere
    form = CareForm(now=context.local)
    form.offer_when(asked_day(context.today))
    return _page(context, form)


@bp.post("/care")
@sign_in_required
def create() -> ResponseReturnValue:
    """Keep a new entry, or change what this form has made already."""
    context = request_context()
    form = CareForm(now=context.local)
    if not form.validate():
        return _page(context, form), 422
    entry = form.entry()
    stored = care.stored_entry(*context.diary, entry.id)
    if stored is not None and form.changes(stored):
        return change(entry.id)
    said = gettext("Logged: %(care)s.", care=care_title(entry))
    return _said(care.save(*context.diary, entry, **context.when), said, remark(entry))


@bp.get("/care/<uid>/edit")
@sign_in_required
def edit(uid: str) -> ResponseReturnValue:
    """Show an entry to be changed."""
    context = request_context()
    return _edit_page(CareForm(now=context.local, obj=care.find(*context.diary, uid)), uid)


@bp.post("/care/<uid>/edit")
@sign_in_required
def change(uid: str) -> ResponseReturnValue:
    """Keep a changed entry."""
    context = request_context()
    care.find(*context.diary, uid)
    form = CareForm(now=context.local)
    if not form.validate():
        return _edit_page(form, uid), 422
    entry = form.entry(uid)
    said = gettext("Changed: %(care)s.", care=care_title(entry))
    return _said(care.edit(*context.diary, entry, **context.when), said, remark(entry))


@bp.post("/care/<uid>/delete")
@sign_in_required
def delete(uid: str) -> ResponseReturnValue:
    """Delete an entry; it can be undone."""
    context = request_context()
    stored = care.find(*context.diary, uid)
    said = gettext("Deleted: %(care)s.", care=care_title(stored))
    return _said(care.delete(*context.diary, uid, now=context.instant), said)


@bp.post("/care/undo/<int:change_id>")
@sign_in_required
def undo(change_id: int) -> ResponseReturnValue:
    """Take back one change of an entry."""
    context = request_context()
    try:
        care.undo(*context.diary, change_id, now=context.instant)
    except CannotUndo:
        flash(gettext("This cannot be undone any more: the entry was changed again since."))
    else:
        flash(gettext("Undone."))
    return redirect(url_for("care.log"), 303)


def _page(context: RequestContext, form: CareForm) -> str:
    by_day = groupby(care.log(*context.diary), key=lambda entry: entry.date)
    days = [(day, list(entries)) for day, entries in by_day]
    listed = days if "all" in request.args else days[:_DAYS_SHOWN]
    return render_template(
        "diary/care.html",
        form=form,
        days=listed,
        more=len(days) - len(listed),
        advice=ADVICE,
        cited=cited,
    )


def _edit_page(form: CareForm, uid: str) -> str:
    return render_template("diary/care_edit.html", form=form, uid=uid)


def _said(change_id: int | None, text: str, besides: str = "") -> Response:
    """Say what was done, with Undo and a remark if there is one to make."""
    if change_id is None:
        flash(text)
    else:
        undo_url = url_for("care.undo", change_id=change_id)
        flash({"text": text, "undo_url": undo_url}, "undo")  # type: ignore[arg-type]  # any JSON
    if besides:
        flash(besides)
    return redirect(url_for("care.log"), 303)
