"""Passkeys: added, removed, and signed in with. They need a script; without one, all else works."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from flask import Blueprint, flash, redirect, request, session, url_for

from tracker.services.access import (
    passkey_challenges,
    passkeys,
    rate_limit,
    second_factor,
    sign_ins,
)
from tracker.services.access.passkeys import PasskeyRefused
from tracker.storage.words import SecurityEvent
from tracker.translations import gettext
from tracker.web import database, now
from tracker.web.access.devices import browser_name
from tracker.web.access.second_factor import is_demanded, second_factor_page
from tracker.web.access.second_step import offer, signed_in
from tracker.web.kit import identity
from tracker.web.kit.carried_form import read_carried
from tracker.web.kit.confirmation import confirmed_first, wait_sentence
from tracker.web.kit.passkey_challenge import answered_challenge, offered

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

bp = Blueprint("passkeys", __name__)


@bp.get("/sign-in/passkey")
def request_options() -> ResponseReturnValue:
    """Return what a script needs to ask for a passkey."""
    return offered(passkey_challenges.request_options)


@bp.post("/sign-in/passkey")
def sign_in() -> ResponseReturnValue:
    """Sign this browser in by a passkey alone."""
    wanted = identity.safe_target(request.args.get("next"))
    origin, failure = identity.origin(), SecurityEvent.SIGN_IN_FAILED
    try:
        account = passkeys.check(
            database(),
            request.form.get("credential", ""),
            challenge=answered_challenge(),
            failure=failure,
            origin=origin,
            now=now(),
        )
    except PasskeyRefused as refused:
        other_way = gettext("You can sign in with your passphrase.")
        flash(f"{refused} {other_way}")
        return redirect(url_for("sign_in.sign_in", next=wanted), 303)
    except rate_limit.TooManyTries as refused:
        flash(wait_sentence(refused))
        return redirect(url_for("sign_in.sign_in", next=wanted), 303)
    token = sign_ins.open_sign_in(
        database(), account.id, user_agent=origin.user_agent, address=origin.address, now=now()
    )
    answer = signed_in(token, wanted)
    carried = read_carried(request.form.get("carried"))
    return answer if carried is None else offer(carried)


@bp.get("/account/second-factor/passkey")
@identity.sign_in_required
@confirmed_first
def creation_options() -> ResponseReturnValue:
    """Return what a script needs to make a passkey."""
    account = identity.own_account()
    options = partial(
        passkey_challenges.creation_options, database(), account, handle=identity.owner_key(account)
    )
    return offered(lambda challenge: options(challenge=challenge))


@bp.post("/account/second-factor/passkey")
@identity.sign_in_required
@confirmed_first
def add() -> ResponseReturnValue:
    """Add the passkey that the script had made."""
    try:
        codes = passkeys.add(
            database(),
            identity.own_account(),
            request.form.get("credential", ""),
            challenge=answered_challenge(),
            name=browser_name(request.user_agent.string),
            token=str(session[identity.TOKEN]),
            origin=identity.origin(),
            now=now(),
        )
    except PasskeyRefused as refused:
        flash(str(refused))
        return redirect(url_for("second_factor.factors"), 303)
    if codes:
        return second_factor_page(codes)
    flash(gettext("The passkey is added."))
    return redirect(url_for("second_factor.factors"), 303)


@bp.post("/account/second-factor/passkeys/<int:passkey_id>/end")
@identity.sign_in_required
@confirmed_first
def remove(passkey_id: int) -> ResponseReturnValue:
    """Forget a passkey."""
    account_id = identity.own_account().id
    if is_demanded(account_id) and second_factor.of_account(database(), account_id).is_last:
        flash(gettext("An administrator here needs a second factor. Hand the role over first."))
        return redirect(url_for("second_factor.factors"), 303)
    passkeys.remove(database(), account_id, passkey_id, origin=identity.origin(), now=now())
    flash(gettext("That passkey opens nothing any more."))
    return redirect(url_for("second_factor.factors"), 303)
