"""Whole archives of Strava, Garmin and Apple: sent, looked through, chosen from, taken in.

The work is done in short pieces, each asked for by the page that shows how far it is: by its
script, or by its button. It goes on where it was left, whoever stopped it.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from flask import Blueprint, flash, redirect, render_template, request, url_for

from tracker.exchange.parse_errors import FilesError
from tracker.language.names import kinds_counted
from tracker.language.sentences import changes
from tracker.services.transfer import archives, imports
from tracker.services.transfer.archive_choice import by_month, is_impossible
from tracker.services.transfer.archive_job import ARCHIVE, Job
from tracker.storage.words import ImportSource
from tracker.translations import gettext
from tracker.web import database, now, settings
from tracker.web.kit import large_uploads, staged_uploads
from tracker.web.kit.base_form import Form
from tracker.web.kit.identity import own_account, sign_in_required
from tracker.web.kit.request_context import request_context
from tracker.web.kit.work_budget import FILE, spend_of_account
from tracker.web.kit.workload import heavy_when_sent
from tracker.web.transfer.archive_forms import ChoiceForm
from tracker.web.transfer.import_forms import UploadForm
from tracker.web.transfer.import_preview import ImportPreview, take_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask.typing import ResponseReturnValue

    from tracker.services.transfer.archive_job import Progress

bp = Blueprint("archives", __name__)

_PIECE_S = 4.0  # of work for one request, which others wait for; it costs what refills meanwhile
_JSON = "application/json"


@bp.get("/import/archive")
@sign_in_required
def choose_file() -> ResponseReturnValue:
    """Ask for an archive, or go on with the one that is there."""
    request_context()
    return _ask(UploadForm())


@bp.post("/import/archive")
@large_uploads.takes_archive
@sign_in_required
def receive_file() -> ResponseReturnValue:
    """Keep the archive that was sent, and go on to what it holds."""
    form, sent = UploadForm(), large_uploads.sent_archive("file")
    if not form.validate() or sent is None:
        form.form_errors = (
            [] if form.errors else [gettext("Choose a file first; this one is empty.")]
        )
        return _ask(form), 422
    staged_uploads.sweep(settings().incoming, now())
    job, (file, name) = job_of_account(), sent
    job.discard()
    job.folder.mkdir(mode=0o700, parents=True)
    file.keep(job.folder / ARCHIVE)
    job.begin(job.folder / ARCHIVE, Path(name).name)
    return redirect(url_for("archives.look"), 303)


@bp.post("/import/archive/discard")
@sign_in_required
def discard() -> ResponseReturnValue:
    """Throw the archive and the work on it away."""
    job_of_account().discard()
    flash(gettext("The archive is deleted here. What is in your diary stays."))
    return redirect(url_for("archives.choose_file"), 303)


@bp.route("/import/archive/look", methods=["GET", "POST"])
@heavy_when_sent
@sign_in_required
def look() -> ResponseReturnValue:
    """Look through the archive, a piece at each POST; a GET says how far that is."""
    job, form = job_of_account(), Form()
    if not job.is_there:
        return gone()
    try:
        progress = job.looked().progress
        if form.validate_on_submit():
            progress = job.look(_a_piece())
    except FilesError as error:
        job.discard()
        return _refused(error)
    return _working(form, progress, "archives.look", "archives.choose")


@bp.route("/import/archive/choose", methods=["GET", "POST"])
@sign_in_required
def choose() -> ResponseReturnValue:
    """Show what there is by kind and month, and ask what is wanted."""
    context, job = request_context(), job_of_account()
    looked = job.looked()
    if not (job.is_there and looked.progress.is_over):
        return gone()
    activities = list(looked.activities.values())
    zone = ZoneInfo(context.view.facts.timezone)
    form = ChoiceForm(activities=activities)
    if not form.is_submitted():
        form.offer(job.choice() if job.is_chosen else None)
    elif form.validate():
        if job.choose(form.choice(context.today), zone, context.today):
            return redirect(url_for("archives.read"), 303)
        form.form_errors = [gettext("There is nothing of that kind in that time. Choose more.")]
    page = render_template(
        "transfer/archive_choose.html",
        form=form,
        months=by_month(activities, zone),
        kinds=[kind for kind in kinds_counted() if any(a.kind is kind for a in activities)],
        names=kinds_counted(),
        onset=context.view.episode.onset,
        unreadable=looked.unreadable,
        impossible=sum(map(is_impossible, activities)),
    )
    return page, 422 if form.errors else 200


@bp.route("/import/archive/read", methods=["GET", "POST"])
@heavy_when_sent
@sign_in_required
def read() -> ResponseReturnValue:
    """Read the recordings that were chosen, a few at each POST; a GET says how far that is."""
    job, form = job_of_account(), Form()
    if not (job.is_there and job.is_chosen):
        return gone()
    try:
        progress = job.reading_progress()
        if form.validate_on_submit():
            progress = job.read_on(_a_piece())
    except FilesError as error:
        return _refused(error)
    return _working(form, progress, "archives.read", "usual_training.proposals")


@bp.route("/import/archive/preview", methods=["GET", "POST"])
@sign_in_required
def preview() -> ResponseReturnValue:
    """Show what would be added; take it in once that is confirmed."""
    context, job, form = request_context(), job_of_account(), Form()
    if not (job.is_there and job.is_chosen and job.reading_progress().is_over):
        return gone()
    ready = archives.ready(database(), context.account_id, context.view, job)
    given = (ready.archive(context.view),)
    if form.validate_on_submit():
        return take_in(given, ImportSource.RECORDINGS)
    would_add = imports.preview(database(), context.account_id, given, now=now())
    onset = context.view.episode.onset
    return render_template(
        "transfer/archive_preview.html",
        form=form,
        ready=ready,
        preview=ImportPreview(given, would_add),
        counts=Counter(session.kind for session in ready.sessions),
        names=kinds_counted(),
        before=sum(session.date < onset for session in ready.sessions),
        onset=onset,
        changes=changes,
    )


def job_of_account() -> Job:
    """Return the work on the archive of who is signed in."""
    return Job(settings().incoming / f"archive-{own_account().id}")


def _a_piece() -> Callable[[], bool]:
    """Pay for a piece of work, and return what says whether to keep on with it."""
    spend_of_account(own_account().id, FILE)
    until = monotonic() + _PIECE_S
    return lambda: monotonic() < until


def _by_script() -> bool:
    return request.accept_mimetypes.best == _JSON


def _working(form: Form, progress: Progress, endpoint: str, onward: str) -> ResponseReturnValue:
    """Say how far the work is, and where to go once it is over."""
    if _by_script():
        then = url_for(onward) if progress.is_over else None
        return {"percent": progress.percent, "done": progress.done, "of": progress.of, "then": then}
    if progress.is_over:
        return redirect(url_for(onward), 303)
    if form.is_submitted():
        return redirect(url_for(endpoint), 303)
    return render_template(
        "transfer/archive_working.html",
        form=form,
        progress=progress,
        name=job_of_account().name,
        is_reading=endpoint == "archives.read",
    )


def gone() -> ResponseReturnValue:
    """Say that there is nothing to go on with, and ask for an archive."""
    flash(gettext("There is no archive to go on with. Choose it again."))
    return redirect(url_for("archives.choose_file"), 303)


def _refused(error: FilesError) -> ResponseReturnValue:
    if _by_script():
        fault = error.faults[0].what
        flash(gettext("The archive was not read: it %(fault)s.", fault=fault))
        return {"then": url_for("archives.choose_file")}
    return _ask(UploadForm(formdata=None), error), 422


def _ask(form: UploadForm, error: FilesError | None = None) -> str:
    job = job_of_account()
    return render_template(
        "transfer/archive_upload.html",
        form=form,
        faults=() if error is None else error.faults,
        most=large_uploads.MOST_BYTES,
        waiting=job.name if job.is_there else "",
    )
