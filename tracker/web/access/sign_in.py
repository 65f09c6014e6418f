"""Accounts: create one, sign in, sign out."""

from __future__ import annotations

from secrets import compare_digest
from typing import TYPE_CHECKING

from flask import Blueprint, flash, redirect, render_template, request, session, url_for
from wtforms import HiddenField, PasswordField, SelectField
from wtforms.validators import InputRequired, Length

from tracker.language.names import UNIT_NAMES
from tracker.services.access import (
    accounts,
    administrators,
    checking,
    clinicians,
    passphrases,
    rate_limit,
    registration,
    sign_ins,
)
from tracker.storage.words import SecurityEvent, Unit
from tracker.translations import N_, gettext, languages
from tracker.web import database, now, settings
from tracker.web.access import second_step
from tracker.web.access.second_step import offer, signed_in
from tracker.web.kit import identity
from tracker.web.kit.base_form import Form
from tracker.web.kit.carried_form import read_carried
from tracker.web.kit.confirmation import wait_sentence
from tracker.web.kit.fields import ChoiceField, LineField
from tracker.web.kit.passkey_challenge import are_possible
from tracker.web.kit.workload import checks_passphrase

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue
    from werkzeug.wrappers import Response

bp = Blueprint("sign_in", __name__)


class SignInForm(Form):
    """Name and passphrase."""

    name = LineField(N_("Name"), [InputRequired(N_("Type your name."))])
    passphrase = PasswordField(N_("Passphrase"), [InputRequired(N_("Type your passphrase."))])
    carried = HiddenField()  # a form that was sent when the sign-in had ended


class ReadingForm(Form):
    """In what distances are shown, and in which language everything is."""

    unit = ChoiceField(N_("Distances in"), UNIT_NAMES.items(), N_("Choose kilometres or miles."))
    language = SelectField(N_("Language"))


class CreateForm(Form):
    """A new name and passphrase; `code` is dropped where none is asked for."""

    name = LineField(
        N_("Name"),
        [
            InputRequired(N_("Choose a name.")),
            Length(
                max=accounts.LONGEST_NAME, message=N_("Choose a name of at most %(max)d letters.")
            ),
        ],
    )
    passphrase = PasswordField(N_("Passphrase"), [InputRequired(N_("Choose a passphrase."))])
    code = LineField(N_("Code"), [InputRequired(N_("Type the code that the tracker printed."))])


@bp.route("/account/new", methods=["GET", "POST"])
@bp.route("/join/<invitation>", methods=["GET", "POST"])
@checks_passphrase
def create_account(invitation: str | None = None) -> ResponseReturnValue:
    """Create an account and sign it in: the first, an invited one, or any while that is open."""
    if not registration.may_join(database(), invitation, now=now()):
        return _nobody_invited(invitation)
    form = CreateForm()
    if not _needs_code():
        del form.code
    if form.validate_on_submit():
        try:
            with passphrases.turn():
                return _register(form, invitation)
        except rate_limit.TooManyTries as refused:
            return too_many("access/create.html", form, refused)
        except registration.RegistrationClosed:
            return _nobody_invited(invitation)
        except tuple(_FIELD_OF) as refused:
            form[_FIELD_OF[type(refused)]].errors = [str(refused)]
    return render_template("access/create.html", form=form), 422 if form.errors else 200


def _nobody_invited(invitation: str | None) -> ResponseReturnValue:
    if invitation is None:
        return redirect(url_for("sign_in.sign_in"), 303)
    identity.note_refusal(SecurityEvent.ACCESS_REFUSED)
    return render_template("access/not_invited.html"), 404


@bp.route("/sign-in", methods=["GET", "POST"])
@checks_passphrase
def sign_in() -> ResponseReturnValue:
    """Sign this browser in, then go on to the page that asked for it."""
    wanted = identity.safe_target(request.args.get("next"))
    if identity.current_account() is not None:
        return redirect(wanted, 303)
    if not accounts.any_account(database()):
        return redirect(url_for("sign_in.create_account"), 303)
    form = SignInForm()
    if form.validate_on_submit():
        try:
            token = sign_ins.sign_in(
                database(),
                name=form.name.data or "",
                passphrase=form.passphrase.data or "",
                address=request.remote_addr or "",
                user_agent=request.user_agent.string,
                now=now(),
            )
        except rate_limit.TooManyTries as refused:
            return too_many("access/sign_in.html", form, refused, **_besides(wanted))
        except checking.SignInRefused as refused:
            form.form_errors = [str(refused)]
        except sign_ins.SecondFactorNeeded as needed:
            return second_step.begin(
                needed.half_way, carried=form.carried.data or "", wanted=wanted
            )
        else:
            identity.forget_old_log()
            answer = signed_in(token, wanted)
            carried = read_carried(form.carried.data)
            return answer if carried is None else offer(carried)
    page = render_template("access/sign_in.html", form=form, **_besides(wanted))
    return page, 422 if form.errors else 200


def _besides(wanted: str) -> dict[str, object]:
    """What the sign-in page needs besides its form."""
    return {"wanted": wanted, "can_have_passkeys": are_possible()}


@bp.post("/sign-out")
def sign_out() -> ResponseReturnValue:
    """Sign this browser out, and have it forget the pages it kept."""
    token = session.get(identity.TOKEN)
    if isinstance(token, str):
        sign_ins.sign_out(database(), token, now(), origin=identity.origin())
    session.clear()
    response = redirect(url_for("sign_in.sign_in"), 303)
    # What waits on a phone for another account is not this one's to delete.
    cleared = '"cache"' if "others" in request.form else '"cache", "storage"'
    response.headers["Clear-Site-Data"] = cleared
    return response


@bp.route("/more", methods=["GET", "POST"])
@identity.sign_in_required
def more() -> ResponseReturnValue:
    """Show the way to everything else, and choose kilometres or miles, and a language."""
    account = identity.own_account()
    form = ReadingForm(data={"unit": account.unit, "language": account.language or ""})
    names = [(it.tag, it.name) for it in languages().values()]
    form.language.choices = [("", gettext("As your browser says")), *names]
    if form.validate_on_submit():
        accounts.set_unit(database(), account.id, Unit(form.unit.data))
        accounts.set_language(database(), account.id, form.language.data or None)
        flash(gettext("Saved."))
        return redirect(url_for("sign_in.more"), 303)
    page = render_template(
        "kit/more.html",
        form=form,
        name=account.name,
        is_administrator=administrators.is_one(database(), account.id),
        is_clinician=clinicians.is_one(database(), account.id),
    )
    return page, 422 if form.errors else 200


class WrongCode(ValueError):
    """The one-time code for the first account is not the one that was printed."""


_FIELD_OF: dict[type[Exception], str] = {
    accounts.NameRefused: "name",
    accounts.NameTaken: "name",
    passphrases.WeakPassphrase: "passphrase",
    WrongCode: "code",
}


def _needs_code() -> bool:
    return settings().first_account_code is not None and not accounts.any_account(database())


def _register(form: CreateForm, invitation: str | None) -> Response:
    """Register; tries that could tell which code is right, or which names exist, are counted."""
    address = request.remote_addr or ""
    door = f"join {invitation or address}"
    attempt = rate_limit.record_attempt(database(), account=door, address=address, now=now())
    if _needs_code():
        _check_code(form.code.data or "", settings().first_account_code or "")
    try:
        account = registration.join(
            database(),
            name=form.name.data or "",
            passphrase=form.passphrase.data or "",
            invitation=invitation,
            origin=identity.origin(),
            now=now(),
        )
    except passphrases.WeakPassphrase:
        rate_limit.withdraw(database(), attempt)
        raise
    rate_limit.withdraw(database(), attempt)
    token = sign_ins.open_sign_in(
        database(), account.id, user_agent=request.user_agent.string, address=address, now=now()
    )
    return signed_in(token, identity.where_to_begin(account.id))


def _check_code(typed: str, expected: str) -> None:
    if not compare_digest(_letters(typed), _letters(expected)):
        raise WrongCode(gettext("This is not the code that the tracker printed when it started."))


def _letters(code: str) -> bytes:
    """A code without what people type differently: small letters, hyphens, spaces."""
    return "".join(filter(str.isalnum, code)).upper().encode()


def too_many(
    template: str, form: Form, refused: rate_limit.TooManyTries, **more: object
) -> ResponseReturnValue:
    """Show a form again that was tried too often, and say how long to wait."""
    form.form_errors = [wait_sentence(refused)]
    headers = {"Retry-After": str(refused.wait_seconds)}
    return render_template(template, form=form, **more), 429, headers
