"""Entries recorded, changed and deleted by programs: by the services of the forms, and as strictly.

An entry is put at an address that holds its id, which the program makes: sent twice it is stored
once. What is there already is replaced.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from flask import request

from tracker.content.red_flags import signs
from tracker.entries.fields import CARE, SESSION, id_beside, id_rule, is_id, schema_of
from tracker.progression.contradictions import (
    Contradiction,
    check_in_contradictions,
    expected_in_the_past,
    jogging_outside_a_run,
    not_come_yet,
)
from tracker.progression.diary import CheckIn, Kind, SessionLog
from tracker.services.diary import care, entries
from tracker.services.diary.refusal import Refusal
from tracker.services.errors import NotFound, ReasonNeeded
from tracker.translations import gettext
from tracker.web.api.context import diary
from tracker.web.api.entry_bodies import CARE_BODY, CHECK_IN_BODY, SESSION_BODY, ReasonQuery
from tracker.web.api.entry_lists import one
from tracker.web.api.openapi import Blueprint
from tracker.web.api.refusals import Refused, contradicted, wrong
from tracker.web.api.today import checks
from tracker.web.diary import confirmed_refusal
from tracker.web.diary.check_in_form import moment_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flask import Response

    from tracker.content.care import CareEntry
    from tracker.web.kit.request_context import RequestContext

    E = TypeVar("E", CheckIn, SessionLog, CareEntry)
    Entry = CheckIn | SessionLog | CareEntry

bp = Blueprint("writes", "Check-ins, sessions and care, recorded as the forms record them")

_GONE = {204: ""}


@bp.writes("/check-ins/<uid>", "PUT", answers={201: "CheckIn", 200: "CheckIn"}, body=CHECK_IN_BODY)
def put_check_in(values: dict[str, Any], uid: str) -> Response:
    """Record a check-in, or change it. One whose warning sign is taken back needs a `reason`."""
    context, reason = _diary(uid), values.pop("reason")
    check_in = CheckIn(**_with_moment(values), id=uid)
    contradicted([*_of_now(context, check_in), *expected_in_the_past(check_in)])
    stored = entries.stored_entry(*context.diary, CheckIn, uid)
    _check_tag(stored)
    if stored is None:
        entries.save_check_in(*context.diary, check_in, **context.when)
    else:
        changed = replace(check_in, entered_at=stored.entered_at)
        if changed != stored:
            _edit_check_in(context, changed, reason)
    return one(entries.find_check_in(*context.diary, uid), 201 if stored is None else 200)


@bp.writes(
    "/sessions/<uid>",
    "PUT",
    answers={201: "Session", 200: "Session", 409: "Refusal"},
    body=SESSION_BODY,
)
def put_session(values: dict[str, Any], uid: str) -> Response:
    """Record a session, or change it. A run that is not cleared is refused, with every reason.

    Sent again with the refusal's `confirm` as `confirmed`, just this run is recorded as a
    deviation.
    """
    context = _diary(uid)
    confirmed = confirmed_refusal.fingerprint_in(values.pop("confirmed"))
    is_before_said, before = "before" in values, values.pop("before", None)
    session = _session(values, uid)
    contradicted(_of_now(context, session))
    stored = entries.stored_entry(*context.diary, SessionLog, uid)
    _check_tag(stored)
    if stored is not None:
        session = replace(session, entered_at=stored.entered_at, deviation=stored.deviation)
    if session != stored:
        if not is_before_said and entries.needs_check_in_before(*context.diary, session):
            unsaid = gettext("say how it felt before this run; null if you do not know it")
            raise wrong([("before", unsaid)])
        felt = None if before is None else _before(session, before)
        store = entries.save_session if stored is None else entries.edit_session
        result = store(*context.diary, session, before=felt, confirmed=confirmed, **context.when)
        if isinstance(result, Refusal):
            raise _refused(context, session, result)
    return one(entries.find_session(*context.diary, uid), 201 if stored is None else 200)


@bp.writes("/care/<uid>", "PUT", answers={201: "Care", 200: "Care"}, body=CARE_BODY)
def put_care(values: dict[str, Any], uid: str) -> Response:
    """Record what was done for the sore area, or change it."""
    context = _diary(uid)
    entry = CARE.kind(**values, id=uid)
    contradicted(_of_now(context, entry))
    stored = care.stored_entry(*context.diary, uid)
    _check_tag(stored)
    if stored is None:
        care.save(*context.diary, entry, **context.when)
    elif replace(entry, entered_at=stored.entered_at) != stored:
        care.edit(*context.diary, entry, **context.when)
    return one(care.find(*context.diary, uid), 201 if stored is None else 200)


@bp.writes("/check-ins/<uid>", "DELETE", answers=_GONE, query=ReasonQuery)
def delete_check_in(query: dict[str, Any], uid: str) -> tuple[str, int]:
    """Delete a check-in. One that holds a warning sign needs a reason."""
    context = _diary(uid)
    stored = entries.find_check_in(*context.diary, uid)
    _check_tag(stored)
    try:
        entries.delete(*context.diary, stored, reason=query["reason"], **context.when)
    except ReasonNeeded as needed:
        raise _reason_needed(needed) from needed
    return "", 204


@bp.writes("/sessions/<uid>", "DELETE", answers=_GONE)
def delete_session(uid: str) -> tuple[str, int]:
    """Delete a session."""
    context = _diary(uid)
    stored = entries.find_session(*context.diary, uid)
    _check_tag(stored)
    entries.delete(*context.diary, stored, **context.when)
    return "", 204


@bp.writes("/care/<uid>", "DELETE", answers=_GONE)
def delete_care(uid: str) -> tuple[str, int]:
    """Delete a care entry."""
    context = _diary(uid)
    _check_tag(care.find(*context.diary, uid))
    care.delete(*context.diary, uid, now=context.instant)
    return "", 204


def _diary(uid: str) -> RequestContext:
    """The open episode; entries of an ended one are not changed. Raises Refused, NotFound."""
    if not is_id(uid):
        if request.method == "DELETE":
            raise NotFound(uid)
        raise wrong([("uid", id_rule())])
    return diary()


def _of_now(context: RequestContext, entry: Entry) -> Iterator[Contradiction]:
    """What does not fit in an entry that is said now, by the names that programs know."""
    now = context.local.replace(tzinfo=None)
    yield from not_come_yet(entry.date, entry.time, now)
    for column, sentence in schema_of(entry).contradictions(entry):
        yield Contradiction(_name(entry, column), sentence)


def _with_moment(values: dict[str, Any]) -> dict[str, Any]:
    """The values of a check-in: its part of the day follows its time where it is not said."""
    if "moment" in values or values.get("time") is None:
        return values
    return {**values, "moment": moment_at(values["time"])}


def _name(entry: Entry, column: str) -> str:
    return schema_of(entry).by_column[column].name


def _session(values: dict[str, Any], uid: str) -> SessionLog:
    """The session as sent; its length is that of its parts where it is not said."""
    kind, jog, walk = values["kind"], values.get("jog_seconds"), values.get("walk_seconds")
    if kind is Kind.OTHER and jog is None:
        sentence = gettext("say whether it included running: the seconds jogged, 0 for none")
        raise wrong([("jog_seconds", sentence)])
    if kind is not Kind.OTHER:
        contradicted(
            Contradiction("jog_seconds", it.sentence) for it in jogging_outside_a_run(kind, jog)
        )
    if values.get("seconds") is None:
        parts = [part for part in (walk, jog) if part is not None]
        if not parts:
            raise wrong([("seconds", gettext("give how long it took, in seconds"))])
        values = {**values, "seconds": sum(parts)}
    return SESSION.kind(**values, id=uid)


def _before(session: SessionLog, said: dict[str, Any]) -> CheckIn:
    """How it felt before a run, as a check-in at its start."""
    when = {"date": session.date, "time": session.time}
    felt = CheckIn(**said, **_with_moment(when), id=id_beside(session.id, "before"))
    contradicted(
        Contradiction(f"before.{it.field}", it.sentence) for it in check_in_contradictions(felt)
    )
    return felt


def _edit_check_in(context: RequestContext, check_in: CheckIn, reason: str) -> None:
    try:
        entries.edit_check_in(*context.diary, check_in, reason=reason, **context.when)
    except ReasonNeeded as needed:
        raise _reason_needed(needed) from needed


def _reason_needed(needed: ReasonNeeded) -> Refused:
    named = ", ".join(f"{sign.id} ({sign.question})" for sign in signs(needed.signs))
    why = gettext(
        "a warning sign is taken back only with a reason, say why: %(signs)s", signs=named
    )
    return wrong([("reason", why)])


def _refused(context: RequestContext, session: SessionLog, refusal: Refusal) -> Refused:
    findings = checks(context, refusal.findings, {}, session.date)
    next_run = refusal.next_run
    return Refused(
        409,
        gettext("This run is not cleared"),
        gettext(
            "Nothing was stored. The findings say why. If it was run all the same, send it again"
            " with `confirm` as `confirmed`: it is recorded as a deviation."
        ),
        findings=findings,
        next_run=None if next_run is None else next_run.isoformat(),
        confirm=confirmed_refusal.token_of(refusal),
    )


def _check_tag(stored: Entry | None) -> None:
    """Raise Refused where the entry is not as the program saw it: If-Match, If-None-Match."""
    match, none_match = request.if_match, request.if_none_match
    tag = None if stored is None else one(stored).get_etag()[0]
    is_another = bool(match) and (tag is None or not match.contains_weak(tag))
    is_there = bool(none_match) and tag is not None and none_match.contains_weak(tag)
    if is_another or is_there:
        raise Refused(
            412,
            gettext("It is not as you saw it"),
            gettext("Nothing was stored. Ask for the entry again, and decide anew."),
        )
