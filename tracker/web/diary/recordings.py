"""Recordings of watches and phones: one fills in the session form, and nothing is saved unseen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, flash, redirect, render_template, request, url_for
from wtforms import FileField, FloatField, HiddenField, IntegerField
from wtforms.validators import NumberRange, Optional

from tracker.exchange.parse_errors import FilesError
from tracker.exchange.watch.track import JOG_FROM_M_S, JOG_FROM_STEPS, Threshold, split
from tracker.language.amounts import KM_PER
from tracker.progression.diary import RUNNING_KINDS, Kind
from tracker.services.diary import entries
from tracker.services.errors import NotFound
from tracker.web.diary.session_form import SessionForm
from tracker.web.kit import staged_uploads
from tracker.web.kit.base_form import Form
from tracker.web.kit.identity import sign_in_required
from tracker.web.kit.request_context import request_context
from tracker.web.kit.work_budget import FILE, spend
from tracker.web.kit.workload import heavy

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from tracker.exchange.watch.track import Split, Track
    from tracker.web.kit.request_context import RequestContext

bp = Blueprint("recordings", __name__)

_NO_WALK_SECONDS = 30  # a start, a kerb, a traffic light
_SECONDS_PER_HOUR, _METRES_PER_KM = 3600, 1000


class RecordingForm(Form):
    """A file to read."""

    file = FileField("File")


class JoggingForm(Form):
    """Where jogging begins: the speed in the account's unit an hour, and steps a minute."""

    class Meta(Form.Meta):
        """Asks for something to be shown, and changes nothing."""

        csrf = False

    file = HiddenField()
    faster = FloatField(
        "Jogging from",
        [NumberRange(1, 30, "Give a speed from 1 to 30, like 7.2.")],
    )
    steps = IntegerField(
        "By steps, from",
        [Optional(), NumberRange(100, 220, "Give 100 to 220 steps a minute, like 135, or none.")],
    )

    def threshold(self, unit: str) -> Threshold:
        """Return what was chosen, once it is valid."""
        km_an_hour = (self.faster.data or 0) * KM_PER[unit]
        return Threshold(km_an_hour * _METRES_PER_KM / _SECONDS_PER_HOUR, self.steps.data)


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
    """Keep the recording that was sent, and go on to the session it was."""
    context = request_context()
    form = RecordingForm()
    content = staged_uploads.sent_file("file")
    if not form.validate() or not content:
        form.form_errors = [] if form.errors else ["Choose a file first; this one is empty."]
        return _ask(form), 422
    spend(context, FILE)
    try:
        _read(content)
    except FilesError as error:
        return _ask(form, error), 422
    digest = staged_uploads.stage(context.account_id, content)
    return redirect(url_for("recordings.session_of_file", file=digest), 303)


@bp.get("/session/file/read")
@heavy
@sign_in_required
def session_of_file() -> ResponseReturnValue:
    """Show the session form, filled in from a kept recording but for how it felt."""
    context = request_context()
    digest = request.args.get("file", "")
    uid = f"{staged_uploads.RECORDING_ID_PREFIX}{digest[:32]}"
    if _is_stored(context, uid):
        staged_uploads.discard(context.account_id)
        flash("This recording is in your diary already. Here it is, to be looked at or changed.")
        return redirect(url_for("sessions.edit", uid=uid), 303)
    content = staged_uploads.staged(context.account_id, digest)
    if content is None:
        flash("That file is not here any more. Choose it again.")
        return redirect(url_for("recordings.choose_file"), 303)
    spend(context, FILE)
    begins = JoggingForm(
        request.args, faster=_per_hour(JOG_FROM_M_S, context.unit), steps=JOG_FROM_STEPS
    )
    if "faster" not in request.args:
        return _filled_in(context, content, uid, begins, Threshold())
    if not begins.validate():
        return _filled_in(context, content, uid, begins, Threshold()), 422
    return _filled_in(context, content, uid, begins, begins.threshold(context.unit))


def _read(content: bytes) -> Track:
    from tracker.exchange.watch.recording import read_recording  # readers of three formats

    return read_recording(content)


def _filled_in(
    context: RequestContext, content: bytes, uid: str, begins: JoggingForm, jogging: Threshold
) -> str:
    track = _read(content)
    parts = split(track, jogging)
    besides = context.takes_medicine()
    form = SessionForm(now=context.local, unit=context.unit, besides=besides, formdata=None)
    _offer(form, context, track, parts)
    form.uid.data = uid
    return render_template(
        "diary/recording.html",
        form=form,
        uid="",
        begins=begins,
        split=parts,
        unit=context.unit,
    )


def _offer(form: SessionForm, context: RequestContext, track: Track, parts: Split) -> None:
    """Fill in all that a recording knows; never an answer about pain."""
    start = track.points[0].at.astimezone(context.local.tzinfo)
    form.date.data, form.time.data = start.date(), start.time().replace(second=0, microsecond=0)
    kind = _kind(track, parts)
    form.kind.data = kind
    form.minutes.data = parts.seconds
    form.distance_km.data = parts.metres
    if kind in RUNNING_KINDS:
        form.walk_minutes.data = parts.walk_seconds
        form.jog_minutes.data = parts.jog_seconds
        form.longest_jog_minutes.data = parts.longest_jog_seconds
        if parts.steps:
            form.note.data = f"{parts.steps} steps a minute."


def _kind(track: Track, parts: Split) -> Kind:
    """What it was: as recorded, but whatever holds jogging is a run."""
    if track.kind not in {None, Kind.RUN, Kind.WALK}:
        return Kind(track.kind)
    if not parts.jog_seconds:
        return Kind.WALK
    return Kind.RUN if parts.walk_seconds < _NO_WALK_SECONDS else Kind.WALK_JOG


def _per_hour(metres_a_second: float, unit: str) -> float:
    return round(metres_a_second * _SECONDS_PER_HOUR / _METRES_PER_KM / KM_PER[unit], 1)


def _is_stored(context: RequestContext, uid: str) -> bool:
    try:
        entries.find_session(*context.diary, uid)
    except NotFound:
        return False
    return True


def _ask(form: RecordingForm, error: FilesError | None = None) -> str:
    faults = () if error is None else error.faults
    return render_template("diary/recording_upload.html", form=form, faults=faults)
