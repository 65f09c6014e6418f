"""The page that asks again who it is, and leads on to the page that was wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, redirect, request

from tracker.web.kit import identity
from tracker.web.kit.confirmation import ConfirmForm, asking, is_confirmed_by
from tracker.web.kit.workload import checks_passphrase

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

bp = Blueprint("confirm", __name__)


@bp.route("/account/confirm", methods=["GET", "POST"])
@checks_passphrase
@identity.sign_in_required
def confirm() -> ResponseReturnValue:
    """Ask for the passphrase, then go on."""
    form = ConfirmForm()
    if form.is_submitted() and is_confirmed_by(form):
        return redirect(identity.safe_target(request.args.get("next")), 303)
    page, status = asking(form, carried=[])
    return page, status if form.errors else 200
