"""A new passphrase by a link that an administrator handed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, flash, redirect, render_template, session, url_for
from wtforms import PasswordField
from wtforms.validators import InputRequired

from tracker.services.access import passphrases, reset_links
from tracker.services.errors import NotFound
from tracker.storage.words import SecurityEvent
from tracker.translations import N_, gettext
from tracker.web import database, now
from tracker.web.kit import identity
from tracker.web.kit.base_form import Form
from tracker.web.kit.workload import checks_passphrase

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

bp = Blueprint("reset", __name__)


class ResetForm(Form):
    """The passphrase as it is to be."""

    passphrase = PasswordField(
        N_("New passphrase"), [InputRequired(N_("Choose a new passphrase."))]
    )


@bp.route("/reset/<token>", methods=["GET", "POST"])
@checks_passphrase
def choose(token: str) -> ResponseReturnValue:
    """Let whoever has the link choose a passphrase; nobody else learns it."""
    form = ResetForm()
    try:
        account = reset_links.whose(database(), token, now=now())
        if form.validate_on_submit():
            typed, origin = form.passphrase.data or "", identity.origin()
            reset_links.use(database(), token, typed, origin=origin, now=now())
            session.clear()
            flash(
                gettext(
                    "Your new passphrase is set, and every browser is signed out. Sign in with it."
                )
            )
            return redirect(url_for("sign_in.sign_in"), 303)
    except NotFound:
        identity.note_refusal(SecurityEvent.ACCESS_REFUSED)
        return render_template("access/no_reset.html"), 404
    except passphrases.WeakPassphrase as refused:
        form.passphrase.errors = [str(refused)]
    page = render_template("access/reset.html", form=form, name=account.name)
    return page, 422 if form.errors else 200
