"""Your account: its passphrase, and the browsers that are signed in to it."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from flask import Blueprint, flash, redirect, render_template, request, session, url_for
from wtforms import PasswordField
from wtforms.validators import InputRequired

from tracker.services.access import (
    checking,
    passphrases,
    rate_limit,
    second_factor,
    security_log,
    sign_ins,
)
from tracker.translations import N_, gettext
from tracker.web import database, now, settings
from tracker.web.access.second_step import signed_in
from tracker.web.access.sign_in import too_many
from tracker.web.kit import identity
from tracker.web.kit.base_form import Form
from tracker.web.kit.confirmation import confirmed_first
from tracker.web.kit.workload import checks_passphrase

if TYPE_CHECKING:
    from datetime import datetime

    from flask.typing import ResponseReturnValue

bp = Blueprint("devices", __name__)

# What browsers and systems call themselves, the telling word first: most claim to be others too.
_BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
_SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS", "Mac"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
)


class PassphraseForm(Form):
    """The passphrase as it is, and as it is to be."""

    old = PasswordField(
        N_("Your passphrase now"), [InputRequired(N_("Type the passphrase you use now."))]
    )
    new = PasswordField(N_("New passphrase"), [InputRequired(N_("Choose a new passphrase."))])


@bp.app_template_filter()
def browser_name(user_agent: str) -> str:
    """Return what a browser calls itself, in two words: Firefox on Android."""
    browser = next((name for word, name in _BROWSERS if word in user_agent), "")
    system = next((name for word, name in _SYSTEMS if word in user_agent), "")
    if browser and system:
        return gettext("%(browser)s on %(system)s", browser=browser, system=system)
    return browser or system or user_agent[:40] or gettext("Unknown browser")


@bp.app_template_filter()
def local(instant: datetime) -> datetime:
    """Return an instant in the runner's time zone; without an open episode, in UTC."""
    view = identity.open_view()
    return instant.astimezone(ZoneInfo(view.facts.timezone) if view else UTC)


@bp.get("/account")
@identity.sign_in_required
def list_devices() -> ResponseReturnValue:
    """Show the account and where it is signed in."""
    account = identity.own_account()
    devices = sign_ins.sign_ins(database(), account.id, _token(), now())
    return render_template(
        "access/account.html",
        name=account.name,
        sign_ins=devices,
        factors=second_factor.of_account(database(), account.id),
    )


@bp.get("/account/log")
@identity.sign_in_required
def log() -> ResponseReturnValue:
    """Show what happened at the account's door."""
    identity.forget_old_log()
    account = identity.own_account()
    return render_template(
        "access/log.html",
        title=gettext("Security log"),
        events=security_log.of_account(database(), account.id),
        days=settings().security_log_kept.days,
        of_everyone=False,
        own_id=account.id,
    )


@bp.route("/account/passphrase", methods=["GET", "POST"])
@checks_passphrase
@identity.sign_in_required
def change_passphrase() -> ResponseReturnValue:
    """Change the passphrase; every other browser is signed out."""
    form = PassphraseForm()
    if form.validate_on_submit():
        try:
            token = sign_ins.change_passphrase(
                database(),
                identity.own_account(),
                old=form.old.data or "",
                new=form.new.data or "",
                address=request.remote_addr or "",
                user_agent=request.user_agent.string,
                now=now(),
            )
        except rate_limit.TooManyTries as refused:
            return too_many("access/passphrase.html", form, refused)
        except checking.SignInRefused:
            form.old.errors = [gettext("This is not your passphrase. Nothing was changed.")]
        except passphrases.WeakPassphrase as refused:
            form.new.errors = [str(refused)]
        else:
            answer = signed_in(token, url_for(".list_devices"))
            flash(gettext("Your passphrase is changed. Every other browser is signed out."))
            return answer
    return render_template("access/passphrase.html", form=form), 422 if form.errors else 200


@bp.post("/account/sign-ins/<int:sign_in_id>/end")
@identity.sign_in_required
@confirmed_first
def end_sign_in(sign_in_id: int) -> ResponseReturnValue:
    """Sign one browser out."""
    sign_ins.end_sign_in(
        database(), identity.own_account().id, sign_in_id, now(), origin=identity.origin()
    )
    flash(gettext("That browser is signed out."))
    return redirect(url_for(".list_devices"), 303)


@bp.post("/account/sign-ins/end-others")
@identity.sign_in_required
@confirmed_first
def end_other_sign_ins() -> ResponseReturnValue:
    """Sign every browser out but this one."""
    sign_ins.end_others(
        database(), identity.own_account().id, _token(), now(), origin=identity.origin()
    )
    flash(gettext("Every other browser is signed out."))
    return redirect(url_for(".list_devices"), 303)


def _token() -> str:
    return str(session[identity.TOKEN])
