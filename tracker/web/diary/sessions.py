"""Sessions: what was done, today or on any past day; and the refusal of a run."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from flask import Blueprint, flash, render_template, request

from tracker.language.names import kind_name
from tracker.language.rules import sentence
from tracker.language.sentences import stage_clears
from tracker.progression.diary import Kind, SessionLog
from tracker.progression.guardrails import changes, terms_on
from tracker.progression.protocol import Stage
from tracker.progression.rules.load import MORE_THAN_PLANNED
from tracker.progression.verdict import Decision
from tracker.services.diary import days, entries
from tracker.services.diary.refusal import Refusal
from tracker.translations import gettext
from tracker.web.diary import confirmed_refusal
from tracker.web.diary.answer import instead
from tracker.web.diary.checklist import criteria
from tracker.web.diary.entry_form import SentBefore
from tracker.web.diary.feedback import redirect_entry, redirect_saved
from tracker.web.diary.named_form import lead_on, new_uid
from tracker.web.diary.session_form import SessionForm, typed
from tracker.web.diary.today import cross_training
from tracker.web.kit import staged_uploads
from tracker.web.kit.identity import sign_in_required
from tracker.web.kit.request_context import asked_day, page_of, request_context

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from tracker.services.diary.entry_edit import Saved
    from tracker.web.kit.request_context import RequestContext

bp = Blueprint("sessions", __name__)

CROSS_TRAINING = "cross-training"

# What the page of a refusal says in its own way, and does not repeat as it was typed.
_NOT_REPEATED = {"csrf_token", "uid", "shown", "date", "time"}


@bp.get("/session")
@sign_in_required
def new() -> ResponseReturnValue:
    """Ask what was done, today or on the day asked for.

    `?plan=1` offers today's plan as done; `?kind=bike&minutes=30` offers that. Who did the plan,
    or the walk, can say with one button that it felt fine, in the very words that are kept.
    """
    context = request_context()
    if elsewhere := lead_on(partial(entries.stored_entry, *context.diary, SessionLog), ".edit"):
        return elsewhere
    form = _form(context)
    form.offer(request.args)
    plan = days.today(*context.diary, **context.when).plan if "plan" in request.args else None
    if plan is not None:
        form.offer_plan(plan)
    form.offer_when(asked_day(context.today))
    is_walk = form.kind.data == Kind.WALK and form.minutes.data is not None
    return _page(form, quick=plan is not None or is_walk)


@bp.post("/session")
@sign_in_required
def create() -> ResponseReturnValue:
    """Save a session, or refuse it."""
    context = request_context()
    form = _form(context)
    if "again" in request.form:
        return _page(form)
    if not form.validate():
        return _page(form), 422
    session = form.session()
    stored = entries.stored_entry(*context.diary, SessionLog, session.id)
    again = form.sent_before(stored, session) if stored else None
    if again is SentBefore.CHANGED:
        return change(session.id)
    if again is SentBefore.ANOTHER:
        form.uid.data = new_uid()
        session = form.session()
    return _create(context, form, session)


def _create(context: RequestContext, form: SessionForm, session: SessionLog) -> ResponseReturnValue:
    # A stop that waited on a phone has happened: nothing is asked before it is recorded.
    is_stop = "queued" in request.form and session.is_sharp_pain_event
    if not is_stop and _asks_more(context, form, session):
        return _page(form), 422
    result = _saved(context, form, session, _confirmed())
    if isinstance(result, Refusal) and is_stop:
        result = _saved(context, form, session, result.fingerprint)
    if isinstance(result, Refusal):
        return _refused(context, form, session, result), 409
    if session.id.startswith(staged_uploads.RECORDING_ID_PREFIX):
        staged_uploads.discard(context.account_id)
    said = gettext("%(kind)s saved.", kind=kind_name(session.kind))
    answer = redirect_entry(context, result, session, said)
    _flash_long_ride(context, session)
    return answer


@bp.get("/sessions/<uid>/edit")
@sign_in_required
def edit(uid: str) -> ResponseReturnValue:
    """Show a session to be changed."""
    context = request_context()
    stored = typed(entries.find_session(*context.diary, uid))
    return _page(SessionForm(now=context.local, unit=context.unit, data=stored), uid)


@bp.post("/sessions/<uid>/edit")
@sign_in_required
def change(uid: str) -> ResponseReturnValue:
    """Save a changed session, or refuse the change."""
    context = request_context()
    stored = entries.find_session(*context.diary, uid)
    form = _form(context)
    form.uid.data = uid
    form.asked.data = form.asked.data or ("" if stored.effort is not None else "before")
    if "again" in request.form:
        return _page(form, uid)
    if not form.validate():
        return _page(form, uid), 422
    known: dict[str, Any] = {"entered_at": stored.entered_at, "deviation": stored.deviation}
    if form.is_of_now:
        known |= form.when_stored(stored)
    session = replace(form.session(), **known)
    if _asks_more(context, form, session):
        return _page(form, uid), 422
    result = entries.edit_session(
        *context.diary, session, before=form.before(), confirmed=_confirmed(), **context.when
    )
    if isinstance(result, Refusal):
        return _refused(context, form, session, result), 409
    said = gettext("%(kind)s changed.", kind=kind_name(session.kind))
    return redirect_entry(context, result, session, said)


@bp.post("/sessions/<uid>/delete")
@sign_in_required
def delete(uid: str) -> ResponseReturnValue:
    """Delete a session; it can be undone."""
    context = request_context()
    stored = entries.find_session(*context.diary, uid)
    saved = entries.delete(*context.diary, stored, **context.when)
    said = gettext("%(kind)s deleted.", kind=kind_name(stored.kind))
    return redirect_saved(context, saved, said, stored.date)


def _saved(
    context: RequestContext, form: SessionForm, session: SessionLog, confirmed: str | None
) -> Saved | Refusal:
    return entries.save_session(
        *context.diary, session, before=form.before(), confirmed=confirmed, **context.when
    )


def _form(context: RequestContext) -> SessionForm:
    last = entries.last_check_in(*context.diary, context.today)
    besides = context.takes_medicine()
    return SessionForm(now=context.local, unit=context.unit, not_before=last, besides=besides)


def _page(form: SessionForm, uid: str = "", *, quick: bool = False) -> str:
    context = request_context()
    rides = cross_training(days.as_it_stands(*context.diary, today=context.today))
    return render_template("diary/session.html", form=form, uid=uid, rides=rides, quick=quick)


def _asks_more(context: RequestContext, form: SessionForm, session: SessionLog) -> bool:
    """Whether a run asks for more: how hard it was, and how it felt before it."""
    asks = form.asks_effort(session)
    if entries.needs_check_in_before(*context.diary, session):
        asks = not form.ask_before() or asks
    return asks


def _flash_long_ride(context: RequestContext, session: SessionLog) -> None:
    """Say at once if a ride or a swim of today is far longer than those before it."""
    if session.date != context.today or session.kind not in {Kind.BIKE, Kind.SWIM}:
        return
    today = days.as_it_stands(*context.diary, today=context.today)
    for finding in today.verdict.findings:
        if finding.rule == CROSS_TRAINING and finding.decision is not Decision.CLEARED:
            flash(sentence(finding, today.protocol))


def _refused(
    context: RequestContext, form: SessionForm, session: SessionLog, refusal: Refusal
) -> str:
    episode = context.view.episode
    protocol = terms_on(context.protocol, episode, session.date).protocol
    past, next_run = session.date != context.today, refusal.next_run
    changed = changes(episode, session.date)
    reasons = criteria(refusal.findings, protocol, {}, changed, is_past=past)
    return render_template(
        "diary/refusal.html",
        reasons=reasons,
        day=session.date if past else None,
        is_stored=request.endpoint == "sessions.change",
        plan_is_cleared=not past and _only_beyond_plan(refusal) and next_run == context.today,
        instead=_instead(context, refusal),
        next_run=next_run if past or next_run != context.today else None,
        back=page_of(session.date, context.today),
        typed=_as_typed(form, session),
        token=confirmed_refusal.token_of(refusal),
    )


def _as_typed(form: SessionForm, session: SessionLog) -> list[tuple[str, str]]:
    """Return what was typed, to be sent again with the answer; its day and time as understood."""
    repeated = [
        (field.name, value)
        for field in form
        if field.name not in _NOT_REPEATED
        for value in field.raw_data or ()
    ]
    when = [("date", f"{session.date}"), ("time", f"{session.time:%H:%M}")]
    return [*repeated, ("uid", session.id), *when]


def _only_beyond_plan(refusal: Refusal) -> bool:
    return all(finding.rule == MORE_THAN_PLANNED.id for finding in refusal.findings)


def _instead(context: RequestContext, refusal: Refusal) -> str:
    """Return what is fine today: by what is stored, and by what the refused run has told."""
    now = days.as_it_stands(*context.diary, today=context.today)
    protecting = any(finding.named_facts.get("protecting") for finding in refusal.findings)
    said = instead(now)
    return stage_clears(Stage.PROTECT) if said and protecting else said


def _confirmed() -> str | None:
    """Return the fingerprint of the refusal that this request answers, if it truly does."""
    return confirmed_refusal.fingerprint_in(request.form.get("confirmed", ""))
