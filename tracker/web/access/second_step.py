"""The second step of signing in, for accounts that ask for more than a passphrase."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from flask import Blueprint, flash, g, redirect, render_template, request, session, url_for
from flask_wtf.csrf import generate_csrf
from wtforms import HiddenField, StringField

from tracker.services.access import rate_limit, second_factor, sign_ins
from tracker.services.access.checking import SignInRefused
from tracker.services.access.second_factor import WrongCode
from tracker.services.access.sign_ins import HalfWay
from tracker.translations import N_
from tracker.web import database, now
from tracker.web.kit import identity
from tracker.web.kit.base_form import Form
from tracker.web.kit.carried_form import read_carried
from tracker.web.kit.confirmation import sealing_key, wait_sentence
from tracker.web.kit.error_pages import readable
from tracker.web.kit.passkey_challenge import are_possible

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue
    from werkzeug.wrappers import Response

    from tracker.web.kit.carried_form import CarriedForm

bp = Blueprint("second_step", __name__)

_HALF_WAY = "half_way"
_LASTS = timedelta(minutes=10)


class CodeForm(Form):
    """The code of an app, or one that was written down."""

    code = StringField(N_("Code from your app"))
    recovery = StringField(N_("Or a recovery code"))
    carried = HiddenField()  # a form that was sent when the sign-in had ended


def begin(half_way: HalfWay, *, carried: str, wanted: str) -> ResponseReturnValue:
    """Remember in the browser's signed cookie that its passphrase was right, and ask on."""
    session[_HALF_WAY] = [*half_way, (now() + _LASTS).isoformat()]
    address = url_for("second_step.ask", next=wanted)
    if not carried:
        return redirect(address, 303)
    return _page(CodeForm(formdata=None, carried=carried), half_way, address)


@bp.route("/sign-in/code", methods=["GET", "POST"])
def ask() -> ResponseReturnValue:
    """Ask for the code, and sign this browser in."""
    half_way, form = _half_way(), CodeForm()
    if half_way is None:
        return redirect(url_for("sign_in.sign_in", next=request.args.get("next")), 303)
    if form.validate_on_submit():
        try:
            token = sign_ins.finish_sign_in(
                database(),
                half_way,
                form.code.data or form.recovery.data or "",
                key=sealing_key(),
                origin=identity.origin(),
                now=now(),
            )
        except SignInRefused as refused:
            return _begin_again(str(refused))
        except rate_limit.TooManyTries as refused:
            form.form_errors = [wait_sentence(refused)]
            headers = {"Retry-After": str(refused.wait_seconds)}
            return _page(form, half_way), 429, headers
        except WrongCode as refused:
            form.code.errors = [str(refused)]
        else:
            answer = signed_in(token, identity.safe_target(request.args.get("next")))
            carried = read_carried(form.carried.data)
            return answer if carried is None else offer(carried)
    return _page(form, half_way), 422 if form.errors else 200


def signed_in(token: str, target: str) -> Response:
    """Give the browser the token of its sign-in, and go on."""
    session.clear()  # nothing carries over from before: not even the form token
    session[identity.TOKEN] = token
    session.permanent = True
    g.pop("csrf_token", None)
    generate_csrf()  # of two answers at once each would make one, and the later undo a page's
    return redirect(target, 303)


def offer(carried: CarriedForm) -> str:
    """Show what was typed before the sign-in ended, to be sent by whoever is signed in now."""
    g.pop("account", None)  # that of the sign-in before
    return render_template("access/carried.html", form=carried, typed=readable(carried.fields))


def _half_way() -> HalfWay | None:
    """Return whose passphrase was right in this browser, ten minutes ago at most."""
    half = session.get(_HALF_WAY)
    if not half or now() >= datetime.fromisoformat(half[2]):
        return None
    return HalfWay(half[0], half[1])


def _begin_again(why: str) -> ResponseReturnValue:
    session.pop(_HALF_WAY, None)
    flash(why)
    return redirect(url_for("sign_in.sign_in", next=request.args.get("next")), 303)


def _page(form: CodeForm, half_way: HalfWay, action: str = "") -> str:
    factors = second_factor.of_account(database(), half_way.account_id)
    return render_template(
        "access/second_step.html",
        form=form,
        factors=factors,
        action=action,
        wanted=identity.safe_target(request.args.get("next")),
        can_have_passkeys=are_possible(),
    )
