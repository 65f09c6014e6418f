"""Asked again who it is, before what cannot be taken back, unless it was proved just now.

Declare it on the view, below `sign_in_required`. A form is kept meanwhile: it is sent again with
the passphrase, to the same address, and does then what it was to do.
"""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, ParamSpec

from flask import current_app, redirect, render_template, request, url_for
from wtforms import PasswordField, StringField
from wtforms.validators import InputRequired

from tracker.services.access import confirmation, passkeys, rate_limit, second_factor
from tracker.services.access.checking import SignInRefused
from tracker.services.access.passkeys import PasskeyRefused
from tracker.services.access.second_factor import WrongCode
from tracker.storage.words import SecurityEvent
from tracker.translations import N_, gettext, ngettext
from tracker.web import database, now
from tracker.web.kit import identity
from tracker.web.kit.base_form import Form
from tracker.web.kit.passkey_challenge import FIELD, answered_challenge, are_possible
from tracker.web.kit.workload import checks_passphrase

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask.typing import ResponseReturnValue

_P = ParamSpec("_P")
_CREDENTIAL = "confirm_credential"
_FIELDS = {"confirm_passphrase", "confirm_code", "confirm_recovery", _CREDENTIAL}
_NOT_CARRIED = _FIELDS | {"csrf_token", FIELD}


class ConfirmForm(Form):
    """The passphrase, and what an account asks for besides."""

    confirm_passphrase = PasswordField(
        N_("Your passphrase"), [InputRequired(N_("Type your passphrase."))]
    )
    confirm_code = StringField(N_("Code from your app"))
    confirm_recovery = StringField(N_("Or a recovery code"))


def confirmed_first(
    view: Callable[_P, ResponseReturnValue],
) -> Callable[_P, ResponseReturnValue]:
    """Let a view of who is signed in answer only while it is known who sits there."""

    @wraps(view)
    def checked(*args: _P.args, **kwargs: _P.kwargs) -> ResponseReturnValue:
        return _asked_again() or view(*args, **kwargs)

    return checks_passphrase(checked)


def sealing_key() -> str:
    """The program's own key, which second factors are sealed with."""
    return str(current_app.config["SECRET_KEY"])


def _asked_again() -> ResponseReturnValue | None:
    if identity.current_identity().is_confirmed(now()):
        return None
    if request.method != "POST":
        address = request.full_path.rstrip("?")
        return redirect(url_for("confirm.confirm", next=address), 303)
    form = ConfirmForm() if _FIELDS & set(request.form) else ConfirmForm(formdata=None)
    if form.is_submitted() and _FIELDS & set(request.form) and is_confirmed_by(form):
        return None
    sent = [it for it in request.form.items(multi=True) if it[0] not in _NOT_CARRIED]
    return asking(form, carried=sent)


def is_confirmed_by(form: ConfirmForm) -> bool:
    """Whether a form proves who sits there; if not, it says what is wrong."""
    if credential := request.form.get(_CREDENTIAL):
        return _is_confirmed_by_passkey(form, credential)
    if not form.validate():
        return False
    try:
        confirmation.confirm(
            database(),
            identity.current_identity(),
            passphrase=form.confirm_passphrase.data or "",
            code=form.confirm_code.data or form.confirm_recovery.data or "",
            key=sealing_key(),
            origin=identity.origin(),
            now=now(),
        )
    except SignInRefused:
        form.confirm_passphrase.errors = [gettext("This is not your passphrase. Nothing was done.")]
    except WrongCode as refused:
        form.confirm_code.errors = [str(refused)]
    except rate_limit.TooManyTries as refused:
        form.form_errors = [wait_sentence(refused)]
    return not form.errors


def _is_confirmed_by_passkey(form: ConfirmForm, credential: str) -> bool:
    me, origin = identity.current_identity(), identity.origin()
    try:
        account = passkeys.check(
            database(),
            credential,
            challenge=answered_challenge(),
            failure=SecurityEvent.CONFIRMATION_FAILED,
            origin=origin,
            now=now(),
        )
    except PasskeyRefused as refused:
        form.form_errors = [str(refused)]
        return False
    except rate_limit.TooManyTries as refused:
        form.form_errors = [wait_sentence(refused)]
        return False
    if account.id != me.account.id:
        form.form_errors = [gettext("This is the passkey of another account. Nothing was done.")]
        return False
    confirmation.note(database(), me, origin=origin, now=now())
    return True


def asking(form: ConfirmForm, *, carried: list[tuple[str, str]]) -> tuple[str, int]:
    """Ask for the passphrase, and keep the fields of the form that waits for it."""
    account = identity.own_account()
    page = render_template(
        "access/confirm.html",
        form=form,
        carried=carried,
        factors=second_factor.of_account(database(), account.id),
        can_have_passkeys=are_possible(),
    )
    return page, 422 if form.errors else 403


def wait_sentence(refused: rate_limit.TooManyTries) -> str:
    """Say how long to wait."""
    minutes = -(-refused.wait_seconds // 60)
    return ngettext(
        "Too many tries did not work. Wait a minute, then try again.",
        "Too many tries did not work. Wait %(num)d minutes, then try again.",
        minutes,
    )
