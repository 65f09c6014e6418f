"""Import: an export of this tracker, or a table from anywhere, shown before it is taken in."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from flask import Blueprint, flash, redirect, render_template, request, url_for

from tracker.exchange.own_format.archive import read_archives
from tracker.exchange.parse_errors import FilesError
from tracker.language.rules import why_not
from tracker.language.sentences import changes
from tracker.services.transfer import imports
from tracker.storage.words import ImportSource
from tracker.translations import gettext
from tracker.web import database, now
from tracker.web.kit import staged_uploads
from tracker.web.kit.identity import open_view, own_account, sign_in_required
from tracker.web.kit.request_context import request_context
from tracker.web.kit.work_budget import FILE, spend_of_account
from tracker.web.kit.workload import heavy
from tracker.web.transfer.import_forms import ConfirmForm, UploadForm
from tracker.web.transfer.import_preview import ImportPreview, take_in
from tracker.web.transfer.import_table import NoTableError, read_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flask.typing import ResponseReturnValue

bp = Blueprint("imports", __name__)


@bp.app_template_filter("reasons")
def reasons(rules: Sequence[str]) -> str:
    """Return why a run was not cleared, in a few words."""
    return why_not(rules)


_ZIP = b"PK"


@bp.get("/import")
@sign_in_required
def choose_file() -> ResponseReturnValue:
    """Ask for a file."""
    return _ask(UploadForm())


@bp.post("/import")
@staged_uploads.takes_files
@sign_in_required
def receive_file() -> ResponseReturnValue:
    """Keep the file that was sent, and go on to what it holds."""
    form = UploadForm()
    content = staged_uploads.sent_file("file")
    if not form.validate() or not content:
        form.form_errors = (
            [] if form.errors else [gettext("Choose a file first; this one is empty.")]
        )
        return _ask(form), 422
    digest = staged_uploads.stage(own_account().id, content)
    return redirect(url_for("imports.preview", file=digest), 303)


@bp.route("/import/preview", methods=["GET", "POST"])
@heavy
@sign_in_required
def preview() -> ResponseReturnValue:
    """Show what a kept file would add; take it in once that is confirmed."""
    digest = request.values.get("file", "")
    content = staged_uploads.staged(own_account().id, digest)
    if content is None:
        flash(gettext("That file is not here any more. Choose it again."))
        return redirect(url_for("imports.choose_file"), 303)
    spend_of_account(own_account().id, FILE)
    if content.startswith(_ZIP):
        return _zip(content, digest)
    if open_view() is None:
        flash(
            gettext(
                "A table belongs to an injury. Say first what it is about, then read the table in."
            )
        )
    context = request_context()
    try:
        return read_in(context, content, digest)
    except NoTableError as error:
        return _ask(UploadForm(formdata=None), error), 422


def _zip(content: bytes, digest: str) -> ResponseReturnValue:
    form = ConfirmForm(file=digest)
    try:
        read = read_archives(BytesIO(content), now())
        if form.validate_on_submit():
            return take_in(read.archives, ImportSource.EXPORT)
        outcome = imports.preview(database(), own_account().id, read.archives, now=now())
    except FilesError as error:
        return _ask(UploadForm(formdata=None), error), 422
    return render_template(
        "transfer/import_preview.html",
        form=form,
        preview=ImportPreview(read.archives, outcome, read.notices),
        changes=changes,
    )


def _ask(form: UploadForm, error: FilesError | None = None) -> str:
    faults = () if error is None else error.faults
    return render_template("transfer/import_upload.html", form=form, faults=faults)
