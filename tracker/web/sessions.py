"""Sessions: what was done, today or on any past day; and the refusal of a run."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from flask import Blueprint, current_app, render_template, request
from itsdangerous import BadSignature, Signer

from tracker.progression.guardrails import changes, terms_on
from tracker.progression.protocol import Stage
from tracker.progression.wording import STAGE_CLEARS
from tracker.services import days, entries
from tracker.services.refusal import Refusal
from tracker.web import uploads
from tracker.web.checklist import criteria
from tracker.web.context import sign_in_required
from tracker.web.entries import asked_day, desk, page_of, stored, told
from tracker.web.forms_session import KIND_NAMES, SessionForm, typed
from tracker.web.today import instead

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from tracker.progression.diary import SessionLog
    from tracker.services.entry_edit import Saved
    from tracker.web.entries import Desk

bp = Blueprint("sessions", __name__)

# What the page of a refusal says in its own way, and does not repeat as it was typed.
_NOT_REPEATED = {"csrf_token", "uid", "shown", "date", "time"}


@bp.get("/session")
@sign_in_required
def new() -> ResponseReturnValue:
    """Ask what was done, today or on the day asked for.

    `?plan=1` offers today's plan as done; `?kind=bike&minutes=30` offers that.
    """
    here = desk()
    form = _form(here)
    form.offer(request.args)
    plan = days.today(*here.diary, **here.when).plan if "plan" in request.args else None
    if plan is not None:
        form.offer_plan(plan)
    form.offer_when(asked_day(here.today))
    return _page(form)


@bp.post("/session")
@sign_in_required
def create() -> ResponseReturnValue:
    """Save a session, or refuse it."""
    here = desk()
    form = _form(here)
    if "again" in request.form:
        return _page(form)
    if not form.validate():
        return _page(form), 422
    session = form.session()
    # A stop that waited on a phone has happened: nothing is asked before it is recorded.
    is_stop = "queued" in request.form and session.is_sharp_pain_event
    if not (is_stop or _is_answered_before(here, form, session)):
        return _page(form), 422
    result = _saved(here, form, session, _confirmed())
    if isinstance(result, Refusal) and is_stop:
        result = _saved(here, form, session, result.fingerprint)
    if isinstance(result, Refusal):
        return _refused(here, form, session, result), 409
    if session.id.startswith(uploads.OF_A_FILE):
        uploads.forget(here.account_id)
    return stored(here, result, session, f"{KIND_NAMES[session.kind]} saved.")


@bp.get("/sessions/<uid>/edit")
@sign_in_required
def edit(uid: str) -> ResponseReturnValue:
    """Show a session to be changed."""
    here = desk()
    found = entries.find_session(*here.diary, uid)
    form = SessionForm(now=here.local, unit=here.unit, data=typed(found))
    return _page(form, uid)


@bp.post("/sessions/<uid>/edit")
@sign_in_required
def change(uid: str) -> ResponseReturnValue:
    """Save a changed session, or refuse the change."""
    here = desk()
    found = entries.find_session(*here.diary, uid)
    form = _form(here)
    form.uid.data = uid
    if "again" in request.form:
        return _page(form, uid)
    if not form.validate():
        return _page(form, uid), 422
    session = replace(form.session(), entered_at=found.entered_at, deviation=found.deviation)
    if not _is_answered_before(here, form, session):
        return _page(form, uid), 422
    result = entries.edit_session(
        *here.diary, session, before=form.before(), confirmed=_confirmed(), **here.when
    )
    if isinstance(result, Refusal):
        return _refused(here, form, session, result), 409
    return stored(here, result, session, f"{KIND_NAMES[session.kind]} changed.")


@bp.post("/sessions/<uid>/delete")
@sign_in_required
def delete(uid: str) -> ResponseReturnValue:
    """Delete a session; it can be undone."""
    here = desk()
    found = entries.find_session(*here.diary, uid)
    saved = entries.delete(*here.diary, found, **here.when)
    return told(here, saved, f"{KIND_NAMES[found.kind]} deleted.", found.date)


def _saved(
    here: Desk, form: SessionForm, session: SessionLog, confirmed: str | None
) -> Saved | Refusal:
    return entries.save_session(
        *here.diary, session, before=form.before(), confirmed=confirmed, **here.when
    )


def _form(here: Desk) -> SessionForm:
    return SessionForm(now=here.local, unit=here.unit)


def _page(form: SessionForm, uid: str = "") -> str:
    return render_template("sessions/form.html", form=form, uid=uid)


def _is_answered_before(here: Desk, form: SessionForm, session: SessionLog) -> bool:
    """Whether it is known how it felt before a run: by an earlier check-in, or by the form."""
    if not entries.needs_check_in_before(*here.diary, session):
        return True
    return form.ask_before()


def _refused(here: Desk, form: SessionForm, session: SessionLog, refusal: Refusal) -> str:
    episode = here.view.episode
    protocol = terms_on(here.protocol, episode, session.date).protocol
    repeated = [
        (field.name, value)
        for field in form
        if field.name not in _NOT_REPEATED
        for value in field.raw_data or ()
    ]
    reasons = criteria(refusal.findings, protocol, {}, changes(episode, session.date))
    past, next_run = session.date != here.today, refusal.next_run
    return render_template(
        "sessions/refused.html",
        reasons=[reason.of_another_day() for reason in reasons] if past else reasons,
        day=session.date if past else None,
        is_stored=request.endpoint == "sessions.change",
        plan_is_cleared=not past and _only_beyond_plan(refusal) and next_run == here.today,
        instead=_instead(here, refusal),
        next_run=next_run if past or next_run != here.today else None,
        back=page_of(session.date, here.today),
        typed=[
            *repeated,
            ("uid", session.id),
            ("date", f"{session.date}"),
            ("time", f"{session.time:%H:%M}"),
        ],
        token=_signer().sign(refusal.fingerprint).decode(),
    )


def _only_beyond_plan(refusal: Refusal) -> bool:
    return all(finding.rule == "more-than-planned" for finding in refusal.findings)


def _instead(here: Desk, refusal: Refusal) -> str:
    """Return what is fine today: by what is stored, and by what the refused run has told."""
    if any(finding.facts.get("protecting") for finding in refusal.findings):
        return STAGE_CLEARS[Stage.PROTECT]
    return instead(days.as_it_stands(*here.diary, today=here.today))


def _confirmed() -> str | None:
    """Return the fingerprint of the refusal that this request answers, if it truly does.

    The fingerprint binds the answer to the run and its findings; the signature says that this
    server gave it out.
    """
    try:
        return _signer().unsign(request.form.get("confirmed", "")).decode()
    except BadSignature:
        return None


def _signer() -> Signer:
    return Signer(current_app.config["SECRET_KEY"], salt="refused-run")
