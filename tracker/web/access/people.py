"""People: who has an account here, and who may make one. For administrators alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, flash, redirect, render_template, request, url_for

from tracker.services.access import (
    accounts,
    administrators,
    clinicians,
    registration,
    security_log,
)
from tracker.translations import gettext
from tracker.web import database, now, settings
from tracker.web.access.administrators_only import administrator_required
from tracker.web.kit import identity
from tracker.web.kit.confirmation import confirmed_first

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

bp = Blueprint("people", __name__)


@bp.get("/people")
@administrator_required
def list_people() -> ResponseReturnValue:
    """Show the accounts, and the invitations nobody has used yet."""
    return _page()


@bp.post("/people/invitations")
@administrator_required
@confirmed_first
def invite() -> ResponseReturnValue:
    """Make an invitation, for a clinician where so asked; this answer alone shows its link."""
    token = registration.invite(
        database(),
        identity.own_account().id,
        as_clinician=request.form.get("as_clinician") == "yes",
        origin=identity.origin(),
        now=now(),
    )
    return _page(link=url_for("sign_in.create_account", invitation=token, _external=True))


@bp.post("/people/invitations/<int:invitation_id>/withdraw")
@administrator_required
def withdraw(invitation_id: int) -> ResponseReturnValue:
    """End an invitation before anyone uses it."""
    administrator = identity.own_account().id
    registration.withdraw(
        database(), administrator, invitation_id, origin=identity.origin(), now=now()
    )
    flash(gettext("That invitation is withdrawn."))
    return redirect(url_for(".list_people"), 303)


@bp.post("/people/registration")
@administrator_required
@confirmed_first
def set_open() -> ResponseReturnValue:
    """Let anyone make an account, or nobody without an invitation."""
    to_all = request.form.get("to_all") == "yes"
    registration.set_open(
        database(), identity.own_account().id, to_all=to_all, origin=identity.origin(), now=now()
    )
    done = (
        gettext("Anyone can make an account now.")
        if to_all
        else gettext("New accounts need an invitation now.")
    )
    flash(done)
    return redirect(url_for(".list_people"), 303)


@bp.get("/people/log")
@administrator_required
def log() -> ResponseReturnValue:
    """Show what happened at the door, to whomever."""
    identity.forget_old_log()
    events = security_log.of_everyone(database(), identity.own_account().id)
    return render_template(
        "access/log.html",
        title=gettext("Security log of everyone"),
        events=events,
        days=settings().security_log_kept.days,
        of_everyone=True,
        own_id=identity.own_account().id,
    )


def _page(link: str | None = None) -> str:
    administrator = identity.own_account().id
    unused = registration.invitations(database(), administrator, now=now())
    return render_template(
        "access/people.html",
        accounts=accounts.all_accounts(database()),
        administrators=administrators.ids(database()),
        clinicians=clinicians.ids(database()),
        invitations=unused,
        is_open=registration.is_open(database()),
        link=link,
    )
