"""More than a passphrase: an authenticator app, and codes for who has lost it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from flask import Blueprint, flash, redirect, render_template, session, url_for
from wtforms import HiddenField, StringField
from wtforms.validators import InputRequired

from tracker.services.access import administrators, clinicians, rate_limit, second_factor
from tracker.services.access.second_factor import OfferExpired, WrongCode
from tracker.translations import N_, gettext
from tracker.web import database, now, settings
from tracker.web.kit import identity
from tracker.web.kit.base_form import Form
from tracker.web.kit.confirmation import confirmed_first, sealing_key, wait_sentence
from tracker.web.kit.passkey_challenge import are_possible

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from tracker.services.access.second_factor import Offer

bp = Blueprint("second_factor", __name__, url_prefix="/account/second-factor")


class AppForm(Form):
    """The first code of an app, and the app as it was offered."""

    offered = HiddenField()
    code = StringField(
        N_("Code that the app shows"), [InputRequired(N_("Type the six digits it shows."))]
    )


class Square(NamedTuple):
    """A QR code: how many modules it is wide, and the path of its dark ones."""

    width: int
    path: str


@bp.get("")
@identity.sign_in_required
def factors() -> ResponseReturnValue:
    """Show what the account is asked for besides its passphrase."""
    return second_factor_page()


@bp.route("/app", methods=["GET", "POST"])
@identity.sign_in_required
@confirmed_first
def add_app() -> ResponseReturnValue:
    """Offer an authenticator app, and add it once its first code is typed."""
    form, account = AppForm(), identity.own_account()
    try:
        offer = second_factor.offer_app(account, sealing_key(), offered=form.offered.data or "")
        if form.validate_on_submit():
            made = _added(form)
            return second_factor_page(made)
    except OfferExpired:
        flash(gettext("That took too long. Begin again."))
        return redirect(url_for(".add_app"), 303)
    except WrongCode as refused:
        form.code.errors = [str(refused)]
    except rate_limit.TooManyTries as refused:
        form.form_errors = [wait_sentence(refused)]
    form.offered.data = offer.sealed
    page = render_template(
        "access/app.html", form=form, offer=offer, square=_square(offer), key=_groups(offer.secret)
    )
    return page, 422 if form.errors else 200


@bp.post("/app/end")
@identity.sign_in_required
@confirmed_first
def remove_app() -> ResponseReturnValue:
    """Ask for no more codes."""
    account = identity.own_account()
    if is_demanded(account.id) and second_factor.of_account(database(), account.id).is_last:
        flash(gettext("Your role here needs a second factor. Hand the role over first."))
        return redirect(url_for(".factors"), 303)
    second_factor.remove_app(database(), account.id, origin=identity.origin(), now=now())
    flash(gettext("The app is removed."))
    return redirect(url_for(".factors"), 303)


@bp.post("/codes")
@identity.sign_in_required
@confirmed_first
def new_codes() -> ResponseReturnValue:
    """Make new recovery codes; this answer alone shows them."""
    account_id = identity.own_account().id
    made = second_factor.new_recovery_codes(
        database(), account_id, origin=identity.origin(), now=now()
    )
    return second_factor_page(made)


def is_demanded(account_id: int) -> bool:
    """Whether whoever has this account needs a second factor."""
    of_administrators = settings().administrators_need_second_factor
    of_clinicians = settings().clinicians_need_second_factor
    return (of_administrators and administrators.is_one(database(), account_id)) or (
        of_clinicians and clinicians.is_one(database(), account_id)
    )


def _added(form: AppForm) -> list[str]:
    return second_factor.add_app(
        database(),
        identity.own_account(),
        offered=form.offered.data or "",
        code=form.code.data or "",
        token=str(session[identity.TOKEN]),
        key=sealing_key(),
        origin=identity.origin(),
        now=now(),
    )


def second_factor_page(codes: list[str] | None = None) -> str:
    """Return the page of what an account is asked for; `codes` are new and shown this once."""
    account = identity.own_account()
    return render_template(
        "access/second_factor.html",
        factors=second_factor.of_account(database(), account.id),
        is_demanded=is_demanded(account.id),
        codes=codes,
        can_have_passkeys=are_possible(),
    )


def _square(offer: Offer) -> Square:
    """Draw the offer's address as a QR code, by the library that sets the clinician's sheet."""
    from reportlab.graphics.barcode import qrencoder

    code: Any = qrencoder.QRCode(None, qrencoder.QRErrorCorrectLevel.M)
    code.addData(offer.address)
    code.make()
    width: int = code.getModuleCount()
    dark = [(x, y) for y in range(width) for x in range(width) if code.isDark(y, x)]
    return Square(width, "".join(f"M{x} {y}h1v1h-1z" for x, y in dark))


def _groups(secret: str) -> str:
    return " ".join(secret[at : at + 4] for at in range(0, len(secret), 4))
