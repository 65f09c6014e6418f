"""A runner's clinicians: who sees this diary, how much of it, and the way to end it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, flash, redirect, render_template, request, url_for
from wtforms import BooleanField

from tracker.services.access import consents
from tracker.services.access.consents import WrongRole
from tracker.services.errors import NotFound
from tracker.storage.words import SecurityEvent
from tracker.translations import N_, gettext
from tracker.web import database, now
from tracker.web.kit import identity
from tracker.web.kit.base_form import Form
from tracker.web.kit.confirmation import confirmed_first

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

bp = Blueprint("consents", __name__)


class NotesForm(Form):
    """Whether notes are shown too."""

    with_notes = BooleanField(N_("Show my notes too"))


@bp.get("/clinicians")
@identity.sign_in_required
def list_clinicians() -> ResponseReturnValue:
    """Show who sees the diary, and the way to let someone in."""
    return _page()


@bp.post("/clinicians")
@identity.sign_in_required
@confirmed_first
def invite() -> ResponseReturnValue:
    """Make a link for a clinician; this answer alone shows it."""
    form = NotesForm()
    if not form.validate():
        return _page(), 422
    token = consents.make_link(
        database(),
        identity.own_account().id,
        by_clinician=False,
        with_notes=bool(form.with_notes.data),
        origin=identity.origin(),
        now=now(),
    )
    return _page(link=url_for(".take", token=token, _external=True))


@bp.post("/clinicians/links/<int:link_id>/end")
@identity.sign_in_required
def end_link(link_id: int) -> ResponseReturnValue:
    """Take back a link that nobody has used yet."""
    me, origin = identity.own_account().id, identity.origin()
    consents.end_link(database(), me, link_id, origin=origin, now=now())
    flash(gettext("That link does not open any more."))
    return redirect(url_for(".list_clinicians"), 303)


@bp.post("/clinicians/<int:consent_id>/notes")
@identity.sign_in_required
def show_notes(consent_id: int) -> ResponseReturnValue:
    """Show notes from now on, or not any more."""
    with_notes = request.form.get("with_notes") == "yes"
    consents.show_notes(database(), identity.own_account().id, consent_id, with_notes=with_notes)
    flash(
        gettext("Your notes are shown now.")
        if with_notes
        else gettext("Your notes are not shown any more.")
    )
    return redirect(url_for(".list_clinicians"), 303)


@bp.post("/clinicians/<int:consent_id>/end")
@identity.sign_in_required
def end(consent_id: int) -> ResponseReturnValue:
    """End it: from now on they see nothing."""
    me, origin = identity.own_account().id, identity.origin()
    consents.end(database(), me, consent_id, origin=origin, now=now())
    flash(gettext("Ended. They see nothing of your diary any more."))
    return redirect(url_for(".list_clinicians"), 303)


@bp.route("/consent/<token>", methods=["GET", "POST"])
@identity.sign_in_required
def take(token: str) -> ResponseReturnValue:
    """Say who made a link and what it does, and take it."""
    form, me = NotesForm(), identity.own_account()
    try:
        link = consents.offered(database(), token, me.id, now=now())
        if form.validate_on_submit():
            taken = consents.accept(
                database(),
                token,
                me.id,
                with_notes=bool(form.with_notes.data),
                origin=identity.origin(),
                now=now(),
            )
            flash(
                gettext("Done. It goes on until you or %(name)s end it.", name=taken.made_by.name)
            )
            goes_on = ".list_clinicians" if taken.by_clinician else "morning.runners"
            return redirect(url_for(goes_on), 303)
    except NotFound:
        identity.note_refusal(SecurityEvent.ACCESS_REFUSED)
        return render_template("practice/no_consent.html", why=""), 404
    except WrongRole as refused:
        return render_template("practice/no_consent.html", why=str(refused)), 403
    return render_template(
        "practice/consent.html", form=form, link=link
    ), 422 if form.errors else 200


def _page(link: str = "") -> str:
    me = identity.own_account().id
    return render_template(
        "practice/clinicians.html",
        consents=consents.given_by(database(), me),
        links=consents.links_of(database(), me, now=now()),
        form=NotesForm(formdata=None),
        link=link,
    )
