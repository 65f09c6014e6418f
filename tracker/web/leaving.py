"""Leaving: take everything away, then delete the account."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, flash, redirect, render_template, request, session, url_for
from wtforms import PasswordField
from wtforms.validators import InputRequired

from tracker.services import leaving, sign_ins, throttle
from tracker.web import context, database, now, uploads
from tracker.web.account import too_many
from tracker.web.forms import Form

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

bp = Blueprint("leaving", __name__)


class DeleteForm(Form):
    """The passphrase, once more."""

    passphrase = PasswordField(
        "Your passphrase", [InputRequired("Type your passphrase, so that nobody else does this.")]
    )


@bp.route("/account/delete", methods=["GET", "POST"])
@context.sign_in_required
def delete() -> ResponseReturnValue:
    """Offer everything as a file, then delete the account and all its data."""
    form, account = DeleteForm(), context.account_here()
    if form.validate_on_submit():
        address, typed = request.remote_addr or "", form.passphrase.data or ""
        try:
            leaving.delete_account(
                database(), account, passphrase=typed, address=address, now=now()
            )
        except throttle.TooManyTries as refused:
            return too_many("account/delete.html", form, refused)
        except sign_ins.SignInRefused:
            form.passphrase.errors = ["This is not your passphrase. Nothing was deleted."]
        else:
            uploads.forget(account.id)
            session.clear()
            flash("Your account and everything in it are deleted.")
            response = redirect(url_for("account.sign_in"), 303)
            response.headers["Clear-Site-Data"] = '"cache", "storage"'
            return response
    return render_template("account/delete.html", form=form), 422 if form.errors else 200
