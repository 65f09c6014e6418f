"""Reminders: when they may come, by which ways, a test of each, and the link that ends them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, current_app, flash, redirect, render_template, request, url_for
from wtforms.validators import DataRequired, Length

from tracker.language.reminders import failure_sentence
from tracker.services.reminders import channels, delivery
from tracker.services.reminders.hours import HourIsQuiet
from tracker.services.reminders.mail_server import LONGEST_ADDRESS as LONGEST_MAIL
from tracker.services.reminders.messages import STOP_PATH, Sender
from tracker.services.reminders.not_sent import NotSent
from tracker.services.reminders.webhook import LONGEST_ADDRESS as LONGEST_WEBHOOK
from tracker.storage.reminders import Hours
from tracker.storage.words import ReminderChannel
from tracker.translations import N_, gettext
from tracker.web import database, now
from tracker.web.kit import identity
from tracker.web.kit.base_form import Form
from tracker.web.kit.fields import ClockField, LineField
from tracker.web.kit.workload import heavy_when_sent

if TYPE_CHECKING:
    from flask import Flask
    from flask.blueprints import BlueprintSetupState
    from flask.typing import ResponseReturnValue

bp = Blueprint("reminders", __name__)

_TURNED_ON = {
    ReminderChannel.MAIL: N_("You are reminded by mail. Send a test to see whether it arrives."),
    ReminderChannel.WEBHOOK: N_(
        "You are reminded by a webhook. Send a test to see whether it arrives."
    ),
}
_TURNED_OFF = {
    ReminderChannel.MAIL: N_(
        "You are not reminded by mail any more, and the address is forgotten."
    ),
    ReminderChannel.WEBHOOK: N_(
        "You are not reminded by a webhook any more, and the address is forgotten."
    ),
}
_CHANNEL = "<any(mail,webhook):channel>"


class HoursForm(Form):
    """When reminders may come."""

    at = ClockField(N_("Remind me from"))
    quiet_from = ClockField(N_("Quiet from"))
    quiet_until = ClockField(N_("Quiet until"))


class MailForm(Form):
    """Where mail goes to."""

    target = LineField(
        N_("Your address of e-mail"),
        [
            DataRequired(N_("Give an address of e-mail, like ada@example.org.")),
            Length(max=LONGEST_MAIL, message=N_("Give an address of at most %(max)d letters.")),
        ],
    )


class WebhookForm(Form):
    """Where a webhook is."""

    target = LineField(
        N_("Its address"),
        [
            DataRequired(N_("Give an address that begins with https://.")),
            Length(max=LONGEST_WEBHOOK, message=N_("Give an address of at most %(max)d letters.")),
        ],
    )


_FORMS = {ReminderChannel.MAIL: MailForm, ReminderChannel.WEBHOOK: WebhookForm}


@bp.record_once
def _exempt(state: BlueprintSetupState) -> None:
    """Programs for mail end reminders by a POST of their own, which has no token of a form's."""
    state.app.extensions["csrf"].exempt(stop)


def sender_of(app: Flask) -> Sender:
    """Return what an app sends messages with."""
    settings = app.config["SETTINGS"]
    return Sender(
        settings.mail_server,
        settings.links,
        str(app.config["SECRET_KEY"]),
        settings.webhooks_to_own_network,
    )


@bp.get("/reminders")
@identity.sign_in_required
def ways() -> ResponseReturnValue:
    """Show what is chosen, and how the last messages fared."""
    return _page()


@bp.post("/reminders")
@identity.sign_in_required
def set_hours() -> ResponseReturnValue:
    """Choose when reminders may come."""
    form = HoursForm()
    if form.validate():
        hours = Hours(form.at.data, form.quiet_from.data, form.quiet_until.data)
        try:
            channels.set_hours(database(), identity.own_account().id, hours)
        except HourIsQuiet:
            form.at.errors = [
                gettext("This lies in your quiet hours, so no reminder would ever come.")
            ]
        else:
            flash(gettext("Saved."))
            return redirect(url_for(".ways"), 303)
    return _page(hours=form), 422


@bp.post(f"/reminders/{_CHANNEL}")
@identity.sign_in_required
def turn_on(channel: str) -> ResponseReturnValue:
    """Be reminded by a channel, or at another address from now on."""
    kind = ReminderChannel(channel)
    form = _form(kind)
    if form.validate():
        account, target = identity.own_account(), form.target.data or ""
        key, origin = _sender().key, identity.origin()
        try:
            channels.turn_on(
                database(), account.id, kind, target, key=key, origin=origin, now=now()
            )
        except ValueError as refused:
            form.target.errors = [str(refused)]
        else:
            flash(gettext(_TURNED_ON[kind]))
            return redirect(url_for(".ways"), 303)
    return _page(refused={kind: form}), 422


@bp.post(f"/reminders/{_CHANNEL}/test")
@heavy_when_sent
@identity.sign_in_required
def test(channel: str) -> ResponseReturnValue:
    """Send a test now, and say how it fared."""
    kind = ReminderChannel(channel)
    try:
        delivery.test(database(), identity.own_account().id, kind, _sender(), now=now())
    except NotSent as failed:
        why = failure_sentence(failed.failure.value, failed.said)
        sentence = gettext("The test did not arrive.")
        flash(f"{sentence} {why}")
    except delivery.TooManyTests:
        flash(gettext("That was tested a few times already. Wait a while, then test it again."))
    else:
        flash(gettext("The test is sent. See whether it has arrived."))
    return redirect(url_for(".ways"), 303)


@bp.post(f"/reminders/{_CHANNEL}/off")
@identity.sign_in_required
def turn_off(channel: str) -> ResponseReturnValue:
    """Be reminded by a channel no more."""
    kind, account = ReminderChannel(channel), identity.own_account()
    channels.turn_off(database(), account.id, kind, origin=identity.origin(), now=now())
    flash(gettext(_TURNED_OFF[kind]))
    return redirect(url_for(".ways"), 303)


@bp.route(f"{STOP_PATH}<token>", methods=["GET", "POST"])
def stop(token: str) -> ResponseReturnValue:
    """End the reminders that a message was one of; nobody need be signed in (RFC 8058).

    Looking changes nothing: programs look at links in mail before anybody taps them.
    """
    if request.method == "POST":
        channels.turn_off_by_link(database(), token, origin=identity.origin(), now=now())
    message = channels.by_link(database(), token)
    return render_template(
        "access/reminders_stop.html",
        by_mail=message.channel is ReminderChannel.MAIL,
        is_on=channels.is_on(database(), message),
    )


def _sender() -> Sender:
    return sender_of(current_app)


def _form(kind: ReminderChannel, **given: None) -> MailForm | WebhookForm:
    """A form whose fields have names of their own: there are two such on the page."""
    return _FORMS[kind](prefix=kind.value, **given)


def _page(
    hours: HoursForm | None = None,
    refused: dict[ReminderChannel, Form] | None = None,
) -> str:
    sender, account = _sender(), identity.own_account()
    chosen = channels.of_account(database(), account.id, key=sender.key, now=now())
    view = identity.open_view()
    forms = {
        kind: (refused or {}).get(kind) or _form(kind, formdata=None) for kind in ReminderChannel
    }
    return render_template(
        "access/reminders.html",
        hours=hours or HoursForm(formdata=None, data=chosen.hours._asdict()),
        forms_of=forms,
        chosen=chosen.channels,
        offered={kind: sender.offers(kind) for kind in ReminderChannel},
        timezone=view.facts.timezone if view else "",
        is_anything_offered=any(sender.offers(kind) for kind in ReminderChannel),
    )
