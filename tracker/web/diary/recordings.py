"""Recordings of watches and phones: one fills in the session form, and nothing is saved unseen."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from flask import Blueprint, flash, redirect, render_template, request, url_for
from wtforms import FileField

from tracker.exchange.parse_errors import FilesError
from tracker.language.recordings import remark
from tracker.progression.diary import RUNNING_KINDS, Kind, SessionLog
from tracker.services.diary import entries
from tracker.services.diary.same_session import sessions_about
from tracker.services.errors import NotFound
from tracker.translations import N_, gettext
from tracker.web.diary.recording_form import ReadingForm
from tracker.web.diary.session_form import SessionForm
from tracker.web.kit import staged_uploads
from tracker.web.kit.base_form import Form
from tracker.web.kit.identity import sign_in_required
from tracker.web.kit.request_context import request_context
from tracker.web.kit.work_budget import FILE, PICTURE, spend
from tracker.web.kit.workload import heavy

if TYPE_CHECKING:
    from datetime import datetime

    from flask.typing import ResponseReturnValue

    from tracker.exchange.watch.offer import Offer
    from tracker.exchange.watch.values import Recording
    from tracker.web.kit.request_context import RequestContext

bp = Blueprint("recordings", __name__)


class RecordingForm(Form):
    """A file to read."""

    file = FileField(N_("File"))


@bp.get("/session/file")
@sign_in_required
def choose_file() -> ResponseReturnValue:
    """Ask for a recording."""
    request_context()
    return _ask(RecordingForm())


@bp.post("/session/file")
@staged_uploads.takes_files
@sign_in_required
def receive_file() -> ResponseReturnValue:
    """Read the recording that was sent, keep what it says, and go on to the session it was."""
    from tracker.exchange.watch.recording import read_recording  # readers of three formats
    from tracker.exchange.watch.stored_form import dumped

    context = request_context()
    form = RecordingForm()
    content = staged_uploads.sent_file("file")
    if not form.validate() or not content:
        empty = gettext("Choose a file first; this one is empty.")
        form.form_errors = [] if form.errors else [empty]
        return _ask(form), 422
    spend(context, FILE)
    try:
        recording = read_recording(content)
    except FilesError as error:
        return _ask(form, error), 422
    digest = staged_uploads.stage(context.account_id, dumped(recording))
    return redirect(url_for("recordings.session_of_file", file=digest), 303)


@bp.get("/session/file/read")
@heavy
@sign_in_required
def session_of_file() -> ResponseReturnValue:
    """Show the session form, filled in from a kept recording but for how it felt."""
    from tracker.exchange.watch.stored_form import loaded

    context = request_context()
    content = staged_uploads.staged(context.account_id, request.args.get("file", ""))
    if content is None:
        flash(gettext("That file is not here any more. Choose it again."))
        return redirect(url_for("recordings.choose_file"), 303)
    spend(context, PICTURE)
    recording = loaded(content)
    reading = ReadingForm(unit=context.unit, legs=recording.legs)
    is_valid = reading.validate()
    uid = _uid(recording, reading.leg.data or 0)
    if _is_stored(context, uid):
        if len(recording.legs) == 1:
            staged_uploads.discard(context.account_id)
        flash(
            gettext(
                "This recording is in your diary already. Here it is, to be looked at or changed."
            )
        )
        return redirect(url_for("sessions.edit", uid=uid), 303)
    return _filled_in(context, recording, reading, uid), 200 if is_valid else 422


def _uid(recording: Recording, number: int = 0) -> str:
    """The id of the session of a leg: the same one however often its file is sent."""
    uid = f"{staged_uploads.RECORDING_ID_PREFIX}{recording.digest[:32]}"
    return f"{uid}-{number + 1}" if number else uid


def _filled_in(
    context: RequestContext, recording: Recording, reading: ReadingForm, uid: str
) -> str:
    from tracker.exchange.watch.offer import offered

    leg = reading.chosen
    offer = offered(leg, reading.threshold(), on_foot=reading.is_on_foot)
    by_account = leg.start.astimezone(context.local.tzinfo).replace(tzinfo=None)
    begins = leg.clock if reading.is_by_watch and leg.clock else by_account
    already = _already(context, {by_account, leg.clock or by_account}, offer, uid)
    return render_template(
        "diary/recording.html",
        form=_form(context, offer, begins, uid),
        uid="",
        reading=reading,
        offer=offer,
        leg=leg,
        legs=recording.legs,
        remarks=[remark(r) for r in dict.fromkeys((*recording.remarks, *offer.remarks))],
        clocks=(by_account, leg.clock),
        begins=begins,
        # not another part of this file
        already=[s for s in already if not s.id.startswith(_uid(recording))],
        unit=context.unit,
    )


def _form(context: RequestContext, offer: Offer, begins: datetime, uid: str) -> SessionForm:
    """A form with all that a recording knows filled in; never an answer about pain."""
    besides = context.takes_medicine()
    form = SessionForm(now=context.local, unit=context.unit, besides=besides, formdata=None)
    form.uid.data = uid
    form.date.data, form.time.data = begins.date(), begins.time().replace(second=0, microsecond=0)
    form.kind.data = offer.kind
    form.minutes.data = offer.seconds
    form.distance_km.data = offer.metres
    if offer.kind in RUNNING_KINDS and offer.is_split:
        form.walk_minutes.data = offer.walk_seconds
        form.jog_minutes.data = offer.jog_seconds
        form.longest_jog_minutes.data = offer.longest_jog_seconds
        if offer.steps:
            form.note.data = gettext("%(steps)s steps a minute.", steps=offer.steps)
    return form


def _already(
    context: RequestContext, begins: set[datetime], offer: Offer, uid: str
) -> list[SessionLog]:
    """Sessions of the diary that may be this one, by either clock, and of any kind it may be."""
    readings = [
        SessionLog(
            date=moment.date(),
            time=moment.time(),
            kind=kind,
            seconds=offer.seconds,
            distance_m=offer.metres,
            id=uid,
        )
        for moment, kind in product(begins, Kind if offer.kind is None else [offer.kind])
    ]
    return sessions_about(*context.diary, readings)


def _is_stored(context: RequestContext, uid: str) -> bool:
    try:
        entries.find_session(*context.diary, uid)
    except NotFound:
        return False
    return True


def _ask(form: RecordingForm, error: FilesError | None = None) -> str:
    faults = () if error is None else error.faults
    return render_template("diary/recording_upload.html", form=form, faults=faults)
