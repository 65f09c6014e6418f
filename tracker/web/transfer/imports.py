"""Import: an export of this tracker, or a table from anywhere, shown before it is taken in."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

from flask import Blueprint, flash, redirect, render_template, request, url_for

from tracker.content import red_flags
from tracker.exchange.any_table import columns
from tracker.exchange.any_table.table import read_table
from tracker.exchange.own_format.archive import Archive, read_archives
from tracker.exchange.own_format.episode_lifecycle import EpisodeLifecycle
from tracker.exchange.parse_errors import FilesError
from tracker.language.rules import why_not
from tracker.language.sentences import changes, locks
from tracker.services.transfer import imports
from tracker.storage.words import ImportSource
from tracker.web import database, now
from tracker.web.kit import staged_uploads
from tracker.web.kit.identity import open_view, own_account, sign_in_required
from tracker.web.kit.request_context import request_context
from tracker.web.kit.work_budget import FILE, spend_of_account
from tracker.web.kit.workload import heavy
from tracker.web.transfer.import_forms import ConfirmForm, MeaningForm, UploadForm

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flask.typing import ResponseReturnValue

    from tracker.exchange.any_table.table import Table
    from tracker.services.transfer.imports import ImportOutcome

bp = Blueprint("imports", __name__)


@bp.app_template_filter("reasons")
def reasons(rules: Sequence[str]) -> str:
    """Return why a run was not cleared, in a few words."""
    return why_not(rules)


_ZIP = b"PK"
_TABLE = "your file"


class ImportPreview(NamedTuple):
    """What a file holds, and what taking it in would do."""

    archives: Sequence[Archive]
    outcome: ImportOutcome
    notices: Sequence[str] = ()

    @property
    def adds_anything(self) -> bool:
        """Whether anything would be added."""
        return self.outcome.adds_anything

    @property
    def of_the_open_episode(self) -> list[str]:
        """What of other injuries changes the open one, and what locks it, in sentences."""
        return _of_the_open_episode(self.outcome)


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
        form.form_errors = [] if form.errors else ["Choose a file first; this one is empty."]
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
        flash("That file is not here any more. Choose it again.")
        return redirect(url_for("imports.choose_file"), 303)
    spend_of_account(own_account().id, FILE)
    if content.startswith(_ZIP):
        return _zip(content, digest)
    return _table(content, digest)


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


def _table(content: bytes, digest: str) -> ResponseReturnValue:
    if open_view() is None:
        flash("A table belongs to an injury. Say first what it is about, then read the table in.")
    context = request_context()
    try:
        table = read_table(content, _TABLE)
    except FilesError as error:
        return _ask(UploadForm(formdata=None), error), 422
    form = MeaningForm(table=table, file=digest)
    if not form.is_submitted():
        form.offer(columns.guess(table))
    elif not form.validate():
        return _columns(form, table), 422
    try:
        meaning, zone = form.meaning(), ZoneInfo(context.view.facts.timezone)
        entries = columns.to_entries(table, meaning, _TABLE, context.today, zone)
        keeping = EpisodeLifecycle(opened_at=context.view.opened_at)
        archives = (Archive(context.view.episode, keeping, entries.check_ins, entries.sessions),)
        if form.is_submitted() and "again" not in request.form:
            return take_in(archives, ImportSource.TABLE)
        outcome = imports.preview(database(), context.account_id, archives, now=now())
    except FilesError as error:
        return _columns(form, table, error=error), 422 if form.is_submitted() else 200
    remarks = columns.remarks(table, meaning, zone)
    return _columns(form, table, ImportPreview(archives, outcome, remarks))


def take_in(archives: Sequence[Archive], source: ImportSource) -> ResponseReturnValue:
    """Add what is missing, say so, and go on to History."""
    account_id = own_account().id
    outcome = imports.import_archives(database(), account_id, archives, source=source, now=now())
    staged_uploads.discard(account_id)
    added = sum(episode.added for episode in outcome.episodes)
    flash(f"{added} {'entry' if added == 1 else 'entries'} added. History can undo it.")
    of_each = [sentence for e in outcome.episodes for sentence in changes(e.redecided)]
    for sentence in (*of_each, *_of_the_open_episode(outcome)):
        flash(sentence)
    return redirect(url_for("reading.history"), 303)


def _of_the_open_episode(outcome: ImportOutcome) -> list[str]:
    signs = [sign.question for sign in red_flags.signs(outcome.locks)]
    return [*changes(outcome.redecided), *([locks(signs)] if signs else [])]


def _ask(form: UploadForm, error: FilesError | None = None) -> str:
    faults = () if error is None else error.faults
    return render_template("transfer/import_upload.html", form=form, faults=faults)


def _columns(
    form: MeaningForm,
    table: Table,
    would_add: ImportPreview | None = None,
    *,
    error: FilesError | None = None,
) -> str:
    return render_template(
        "transfer/import_columns.html",
        form=form,
        table=table,
        preview=would_add,
        faults=() if error is None else error.faults,
        changes=changes,
    )
