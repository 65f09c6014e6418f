"""A person here, as an administrator sees them: a name and a role, never a diary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, flash, redirect, render_template, url_for

from tracker.services.access import administrators, clinicians, reset_links
from tracker.translations import gettext
from tracker.web import database, now
from tracker.web.access.administrators_only import administrator_required
from tracker.web.kit import identity
from tracker.web.kit.confirmation import confirmed_first

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from tracker.storage.access.accounts import Account

bp = Blueprint("person", __name__, url_prefix="/people/<int:account_id>")


@bp.get("")
@administrator_required
def one_person(account_id: int) -> ResponseReturnValue:
    """Show what an administrator may do for someone."""
    return _page(account_id)


@bp.post("/administrator")
@administrator_required
@confirmed_first
def make_administrator(account_id: int) -> ResponseReturnValue:
    """Give them the role."""
    me, origin = identity.own_account().id, identity.origin()
    administrators.make(database(), me, account_id, origin=origin, now=now())
    return _back(
        account_id, gettext("%(name)s is an administrator now.", name=_person(account_id).name)
    )


@bp.post("/administrator/end")
@administrator_required
@confirmed_first
def end_role(account_id: int) -> ResponseReturnValue:
    """Take the role from them, or give it up."""
    me, origin = identity.own_account().id, identity.origin()
    try:
        administrators.end_role(database(), me, account_id, origin=origin, now=now())
    except administrators.LastAdministrator as refused:
        return _page(account_id, problem=str(refused)), 422
    if account_id == me:
        flash(gettext("You are no administrator any more."))
        return redirect(url_for("sign_in.more"), 303)
    return _back(
        account_id, gettext("%(name)s is no administrator any more.", name=_person(account_id).name)
    )


@bp.post("/clinician")
@administrator_required
@confirmed_first
def make_clinician(account_id: int) -> ResponseReturnValue:
    """Make them a clinician: by itself that shows them nothing."""
    me, origin = identity.own_account().id, identity.origin()
    clinicians.make(database(), me, account_id, origin=origin, now=now())
    return _back(
        account_id, gettext("%(name)s is a clinician here now.", name=_person(account_id).name)
    )


@bp.post("/clinician/end")
@administrator_required
@confirmed_first
def end_clinician(account_id: int) -> ResponseReturnValue:
    """Take that role from them: what runners let them see ends with it."""
    me, origin = identity.own_account().id, identity.origin()
    clinicians.end_role(database(), me, account_id, origin=origin, now=now())
    return _back(
        account_id,
        gettext("%(name)s is no clinician here any more.", name=_person(account_id).name),
    )


@bp.post("/sign-ins/end")
@administrator_required
@confirmed_first
def end_sign_ins(account_id: int) -> ResponseReturnValue:
    """Sign them out of every browser."""
    me, origin = identity.own_account().id, identity.origin()
    administrators.end_sign_ins(database(), me, account_id, origin=origin, now=now())
    if account_id == me:
        return redirect(url_for("sign_in.sign_in"), 303)
    return _back(
        account_id,
        gettext("%(name)s is signed out of every browser.", name=_person(account_id).name),
    )


@bp.post("/reset-link")
@administrator_required
@confirmed_first
def make_reset_link(account_id: int) -> ResponseReturnValue:
    """Make a link to a new passphrase; this answer alone shows it."""
    me, origin = identity.own_account().id, identity.origin()
    token = reset_links.make(database(), me, account_id, origin=origin, now=now())
    return _page(account_id, link=url_for("reset.choose", token=token, _external=True))


@bp.post("/reset-link/end")
@administrator_required
def take_reset_link_back(account_id: int) -> ResponseReturnValue:
    """End the link before it is used."""
    me, origin = identity.own_account().id, identity.origin()
    reset_links.take_back(database(), me, account_id, origin=origin, now=now())
    return _back(account_id, gettext("That link does not open any more."))


def _back(account_id: int, news: str) -> ResponseReturnValue:
    flash(news)
    return redirect(url_for(".one_person", account_id=account_id), 303)


def _person(account_id: int) -> Account:
    return administrators.person(database(), identity.own_account().id, account_id)


def _page(account_id: int, *, problem: str = "", link: str = "") -> str:
    person, me = _person(account_id), identity.own_account()
    return render_template(
        "access/person.html",
        person=person,
        is_me=person.id == me.id,
        is_administrator=administrators.is_one(database(), account_id),
        is_clinician=clinicians.is_one(database(), account_id),
        link_until=reset_links.open_until(database(), account_id, now=now()),
        link=link,
        problem=problem,
    )
