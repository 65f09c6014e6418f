"""The guided session: today's run, or the walk that opens the ladder, only when it is due."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING, NamedTuple, TypedDict
from zoneinfo import ZoneInfo

from flask import Blueprint, jsonify, render_template
from flask_wtf.csrf import generate_csrf

from tracker.content.red_flags import EMERGENCY_SIGNS, URGENT_SIGNS
from tracker.content.sign import Urgency
from tracker.progression.job import Job
from tracker.progression.standing import ONE_DAY
from tracker.services.diary import days
from tracker.web import now
from tracker.web.diary.answer import answer
from tracker.web.diary.session_form import SessionForm
from tracker.web.kit.identity import current_account, open_view, owner_key, sign_in_required
from tracker.web.kit.request_context import request_context

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from flask.typing import ResponseReturnValue

    from tracker.progression.ladder import Prescription
    from tracker.services.diary.days import Today

bp = Blueprint("guide", __name__)

SIGN_GROUPS = ((Urgency.EMERGENCY, EMERGENCY_SIGNS), (Urgency.URGENT, URGENT_SIGNS))


class Step(NamedTuple):
    """One stretch of the session: `walk` or `jog`, in seconds."""

    kind: str
    seconds: int


class RunPermit(TypedDict):
    """What a phone may keep of today; `expires` is the end of the day, in milliseconds of Unix.

    A run on it began at `since`, the time of the last check-in, or later, whatever its clock says.
    """

    date: str
    since: str
    expires: int
    steps: list[dict[str, str | int]]


@bp.get("/guide")
@sign_in_required
def guided_run() -> ResponseReturnValue:
    """Show today's steps and the guide; where today is not cleared, why."""
    context = request_context()
    today = days.today(*context.diary, **context.when)
    stretches = guided_steps(today)
    return render_template(
        "diary/guide.html",
        plan=today.plan if stretches and today.job is Job.RUN else None,
        list=stretches,
        headline=answer(today),
        decision=today.verdict.decision.word,
        form=blank_form(),
        sign_groups=SIGN_GROUPS,
    )


@bp.get("/guide/clearance")
def run_permit() -> ResponseReturnValue:
    """Answer a phone: who is signed in, the token for its forms, today's permit to run if any."""
    account, view = current_account(), open_view()
    if account is None:
        return jsonify(owner=None, diary=False), 401, _UNKEPT
    answer = {"owner": owner_key(account), "csrf_token": generate_csrf()}
    if view is None:
        return jsonify(**answer, diary=False, timezone="UTC", clearance=None), _UNKEPT
    context = request_context()
    today = days.today(*context.diary, **context.when)
    stretches = guided_steps(today)
    zone = view.facts.timezone
    since = max((f"{c.time:%H:%M}" for c in today.records.check_ins if c.time), default="")
    permit = permit_until_midnight(stretches, today.day, zone, since) if stretches else None
    return jsonify(**answer, diary=True, timezone=zone, clearance=permit), _UNKEPT


_UNKEPT = {"Cache-Control": "no-store"}


def guided_steps(today: Today) -> list[Step]:
    """Return the stretches of today's run if it is cleared, of the walk if that is due; or none."""
    if today.job is Job.WALK:
        return [Step("walk", today.protocol.numbers.walk_first_minutes * 60)]
    return list(steps(today.plan)) if today.job is Job.RUN and today.plan else []


def steps(plan: Prescription) -> Iterator[Step]:
    """Yield the stretches of a plan in their order."""
    for _ in range(plan.repeats):
        if plan.walk_seconds:
            yield Step("walk", plan.walk_seconds)
        yield Step("jog", plan.jog_seconds)


def permit_until_midnight(stretches: list[Step], day: date, timezone: str, since: str) -> RunPermit:
    """Return a permit that ends with its day, where the runner is."""
    midnight = datetime.combine(day + ONE_DAY, time(), ZoneInfo(timezone))
    return {
        "date": day.isoformat(),
        "since": since,
        "expires": int(midnight.timestamp()) * 1000,
        "steps": [step._asdict() for step in stretches],
    }


def blank_form() -> SessionForm:
    """Return the session form that the guide fills in; its token is asked for when it is sent."""
    return SessionForm(now=now(), unit="km", formdata=None, meta={"csrf": False})
