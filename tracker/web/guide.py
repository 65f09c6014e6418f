"""The guided session: today's steps one after another, only when today is cleared."""

from __future__ import annotations

import hashlib
from datetime import datetime, time
from typing import TYPE_CHECKING, NamedTuple, TypedDict
from zoneinfo import ZoneInfo

from flask import Blueprint, current_app, jsonify, render_template
from flask_wtf.csrf import generate_csrf

from tracker.progression.red_flags import EMERGENCY_SIGNS, URGENT_SIGNS, Urgency
from tracker.progression.standing import ONE_DAY
from tracker.progression.wording import headline
from tracker.services import days
from tracker.web import now
from tracker.web.context import current_account, open_view, sign_in_required
from tracker.web.entries import desk
from tracker.web.forms_session import SessionForm

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from flask.typing import ResponseReturnValue

    from tracker.progression.ladder import Prescription
    from tracker.services.accounts import Account
    from tracker.services.days import Today

bp = Blueprint("guide", __name__)

SIGN_GROUPS = ((Urgency.EMERGENCY, EMERGENCY_SIGNS), (Urgency.URGENT, URGENT_SIGNS))


class Step(NamedTuple):
    """One stretch of the run: `walk` or `jog`, in seconds."""

    kind: str
    seconds: int


class Clearance(TypedDict):
    """What a phone may keep of today; `expires` is the end of the day, in milliseconds of Unix."""

    date: str
    expires: int
    steps: list[dict[str, str | int]]


@bp.get("/guide")
@sign_in_required
def show() -> ResponseReturnValue:
    """Show today's steps and the guide; where today is not cleared, why."""
    here = desk()
    found = days.today(*here.diary, **here.when)
    plan = cleared_plan(found)
    return render_template(
        "guide/guide.html",
        plan=plan,
        list=list(steps(plan)) if plan else [],
        headline=headline(found.verdict, found.protocol, found.outlook.next_run, found.day),
        decision=found.verdict.decision.word,
        form=blank_form(),
        sign_groups=SIGN_GROUPS,
    )


@bp.get("/guide/clearance")
def clearance() -> ResponseReturnValue:
    """Answer a phone: who is signed in, the token for its forms, and today's clearance if any."""
    account, view = current_account(), open_view()
    if account is None:
        return jsonify(owner=None, diary=False), 401, _UNKEPT
    answer = {"owner": owner_key(account), "csrf_token": generate_csrf()}
    if view is None:
        return jsonify(**answer, diary=False, timezone="UTC", clearance=None), _UNKEPT
    here = desk()
    found = days.today(*here.diary, **here.when)
    plan = cleared_plan(found)
    zone = view.facts.timezone
    cleared = kept_clearance(plan, found.day, zone) if plan else None
    return jsonify(**answer, diary=True, timezone=zone, clearance=cleared), _UNKEPT


_UNKEPT = {"Cache-Control": "no-store"}


def cleared_plan(found: Today) -> Prescription | None:
    """Return today's plan if running is cleared today, else None."""
    return found.plan if found.verdict.decision.allows_running else None


def steps(plan: Prescription) -> Iterator[Step]:
    """Yield the stretches of a plan in their order."""
    for _ in range(plan.repeats):
        if plan.walk_seconds:
            yield Step("walk", plan.walk_seconds)
        yield Step("jog", plan.jog_seconds)


def kept_clearance(plan: Prescription, day: date, timezone: str) -> Clearance:
    """Return a clearance that ends with its day, where the runner is."""
    midnight = datetime.combine(day + ONE_DAY, time(), ZoneInfo(timezone))
    return {
        "date": day.isoformat(),
        "expires": int(midnight.timestamp()) * 1000,
        "steps": [step._asdict() for step in steps(plan)],
    }


def owner_key(account: Account) -> str:
    """Return a name for the account that means nothing elsewhere, nor once it is deleted."""
    key = str(current_app.config["SECRET_KEY"]).encode()[:64]
    told = f"{account.id} {account.since.isoformat()}"
    return hashlib.blake2b(told.encode(), key=key, digest_size=12).hexdigest()


def blank_form() -> SessionForm:
    """Return the session form that the guide fills in; its token is asked for when it is sent."""
    return SessionForm(now=now(), unit="km", formdata=None, meta={"csrf": False})
