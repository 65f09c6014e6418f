"""Leaving: take everything away, then delete the account."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, flash, redirect, render_template, session, url_for
from wtforms import PasswordField, StringField
from wtforms.validators import InputRequired

from tracker.services.access import (
    administrators,
    checking,
    delete_account,
    rate_limit,
    second_factor,
)
from tracker.translations import N_, gettext
from tracker.web import database, now
from tracker.web.access.sign_in import too_many
from tracker.web.kit import identity, staged_uploads
from tracker.web.kit.base_form import Form
from tracker.web.kit.confirmation import sealing_key
from tracker.web.kit.workload import checks_passphrase

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

bp = Blueprint("delete_account", __name__)


class DeleteForm(Form):
    """The passphrase, once more."""

    passphrase = PasswordField(
        N_("Your passphrase"),
        [InputRequired(N_("Type your passphrase, so that nobody else does this."))],
    )
    code = StringField(N_("Code from your app"))
    recovery = StringField(N_("Or a recovery code"))


@bp.route("/account/delete", methods=["GET", "POST"])
@checks_passphrase
@identity.sign_in_required
def delete() -> ResponseReturnValue:
    """Offer everything as a file, then delete the account and all its data."""
    form, account = DeleteForm(), identity.own_account()
    if form.validate_on_submit():
        origin, typed = identity.origin(), form.passphrase.data or ""
        try:
            delete_account.delete_account(
                database(),
                account,
                passphrase=typed,
                code=form.code.data or form.recovery.data or "",
                key=sealing_key(),
                origin=origin,
                now=now(),
            )
        except rate_limit.TooManyTries as refused:
            factors = second_factor.of_account(database(), account.id)
            return too_many("access/delete_account.html", form, refused, factors=factors)
        except checking.SignInRefused:
            form.passphrase.errors = [gettext("This is not your passphrase. Nothing was deleted.")]
        except second_factor.WrongCode as refused:
            form.code.errors = [str(refused)]
        except administrators.LastAdministrator as refused:
            form.form_errors = [str(refused)]
        else:
            staged_uploads.discard(account.id)
            session.clear()
            flash(gettext("Your account and everything in it are deleted."))
            response = redirect(url_for("sign_in.sign_in"), 303)
            response.headers["Clear-Site-Data"] = '"cache", "storage"'
            return response
    factors = second_factor.of_account(database(), account.id)
    page = render_template("access/delete_account.html", form=form, factors=factors)
    return page, 422 if form.errors else 200
