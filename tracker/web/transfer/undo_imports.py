"""An import, from its entry in History: what it brought, and undoing it as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, flash, redirect, render_template, request, url_for

from tracker.content.red_flags import signs
from tracker.language.sentences import changes
from tracker.progression.diary import CheckIn, SessionLog
from tracker.services.errors import ReasonNeeded
from tracker.services.transfer.undo_import import (
    CannotUndoImport,
    WhyNot,
    preview_undo,
    undo_import,
)
from tracker.translations import N_, gettext, ngettext
from tracker.web import database, now
from tracker.web.diary.check_in_form import ReasonForm
from tracker.web.kit.identity import own_account, sign_in_required

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from tracker.services.transfer.undo_import import Undone

bp = Blueprint("undo_imports", __name__)

_WHY_NOT = {
    WhyNot.UNDONE: N_("This import was undone already."),
    WhyNot.TOO_LATE: N_(
        "This import is older than 30 days, so it cannot be undone as one any more. Delete in"
        " History what does not belong there."
    ),
    WhyNot.GONE_ON_WITH: N_(
        "This import brought an injury that you went on with: something in it was added or"
        " changed since, or another injury follows it. So it stays. Undo what you changed there,"
        " and come back, or delete in History what does not belong there."
    ),
}


@bp.get("/imports/<int:import_id>/undo")
@sign_in_required
def ask(import_id: int) -> ResponseReturnValue:
    """Show what undoing an import would do."""
    try:
        undone = preview_undo(database(), own_account().id, import_id, now=now())
    except CannotUndoImport as error:
        return _refused(error)
    return _page(import_id, undone, ReasonForm(formdata=None))


@bp.post("/imports/<int:import_id>/undo")
@sign_in_required
def undo(import_id: int) -> ResponseReturnValue:
    """Undo an import. One that brought a warning sign needs a reason."""
    form = ReasonForm()
    reason = str(form.reason.data) if form.validate() else ""
    whose = (database(), own_account().id, import_id)
    try:
        undone = undo_import(*whose, reason=reason, now=now())
    except CannotUndoImport as error:
        return _refused(error)
    except ReasonNeeded:
        if "reason" not in request.form:
            form.reason.errors = []  # not asked before
        return _page(import_id, preview_undo(*whose, now=now()), form), 422
    flash(
        ngettext(
            "Import undone: %(num)d entry taken out.",
            "Import undone: %(num)d entries taken out.",
            len(undone.gone),
        )
    )
    for redecided in undone.redecided:
        for sentence in changes(redecided):
            flash(sentence)
    return redirect(url_for("reading.history"), 303)


def _page(import_id: int, undone: Undone, form: ReasonForm) -> str:
    return render_template(
        "transfer/import_undo.html",
        import_id=import_id,
        undone=undone,
        check_ins=[entry for entry in undone.gone if isinstance(entry, CheckIn)],
        sessions=[entry for entry in undone.gone if isinstance(entry, SessionLog)],
        changed=[entry for entry in undone.changed if isinstance(entry, CheckIn | SessionLog)],
        signs=signs(undone.signs),
        form=form,
        changes=changes,
    )


def _refused(error: CannotUndoImport) -> ResponseReturnValue:
    flash(gettext(_WHY_NOT[error.why]))
    return redirect(url_for("reading.history"), 303)
