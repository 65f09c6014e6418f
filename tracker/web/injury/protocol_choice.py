"""Your protocol: another one than the usual decides this injury, by a clinician's word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, flash, redirect, render_template, request, url_for
from wtforms.validators import DataRequired, Length

from tracker.language.amounts import amount
from tracker.language.protocols import of_protocol
from tracker.progression.protocol_document.reader import SHIPPED, shipped
from tracker.services.injury import protocol_choice
from tracker.services.injury.protocol_choice import Choice, Objection, ProtocolRefused
from tracker.translations import N_, gettext
from tracker.web import database
from tracker.web.injury.clinician_forms import LONGEST_BY, DatedForm
from tracker.web.injury.episode_form import answered
from tracker.web.injury.episodes import flash_redecided
from tracker.web.kit.fields import ChoiceField, LineField, offered
from tracker.web.kit.identity import sign_in_required
from tracker.web.kit.request_context import request_context

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flask.typing import ResponseReturnValue

    from tracker.progression.protocol import RehabProtocol

bp = Blueprint("protocol_choice", __name__)


class ProtocolForm(DatedForm):
    """Which protocol decides, on whose word, of which day."""

    protocol = ChoiceField(N_("Which protocol shall decide?"), [], N_("Choose a protocol."))
    by = LineField(
        N_("Which clinician chose it?"),
        [
            DataRequired(N_("Give the clinician’s name: only a clinician may choose a protocol.")),
            Length(max=LONGEST_BY, message=N_("Shorten the name to %(max)d letters.")),
        ],
    )

    def offer(self, protocols: Sequence[RehabProtocol]) -> None:
        """Offer these protocols."""
        self.protocol.choices = offered(
            (p.id, f"{of_protocol(p.title)} ({p.id})") for p in protocols
        )

    @property
    def choice(self) -> Choice:
        """The choice of a valid form."""
        return Choice(
            protocol=str(self.protocol.data), by=self.by.data or "", date=answered(self.date.data)
        )


@bp.route("/numbers/protocol", methods=["GET", "POST"])
@sign_in_required
def choose() -> ResponseReturnValue:
    """Choose the protocol that decides this injury."""
    context = request_context()
    there = protocol_choice.offered(database())
    others = [p for p in there if p.id != context.protocol.id]
    form = ProtocolForm(data={"date": context.today, "protocol": request.args.get("protocol")})
    form.today, form.earliest = context.today, context.view.episode.onset
    form.date.label.text = gettext("When did they say so?")
    form.offer(others)
    if form.validate_on_submit():
        try:
            redecided = protocol_choice.choose(*context.diary, form.choice, **context.when)
        except ProtocolRefused as refused:
            _explain(form, refused)
        else:
            title = _title(there, form.choice.protocol)
            flash(gettext("Saved. This injury is decided by %(title)s now.", title=title))
            flash_redecided(redecided)
            return redirect(url_for("numbers.list_numbers"), 303)
    page = render_template(
        "injury/protocol_choice.html",
        form=form,
        protocol=context.protocol,
        episode=context.view.episode,
        others=others,
        is_usual=context.protocol.id == SHIPPED,
    )
    return page, 422 if form.errors else 200


def _title(there: Sequence[RehabProtocol], protocol_id: str) -> str:
    return next(of_protocol(p.title) for p in there if p.id == protocol_id)


def _explain(form: ProtocolForm, refused: ProtocolRefused) -> None:
    if refused.objection is Objection.NEEDS_CLINICIAN:
        form.by.errors = [gettext("Give the clinician’s name, not your own.")]
    elif refused.setting is not None:
        name, value = refused.setting.name, refused.setting.value
        number = shipped().origins.get(name)
        words = (
            f"{of_protocol(number.title)}: {amount(value, number)}"
            if number
            else f"{name}: {value}"
        )
        form.protocol.errors = [
            gettext(
                "This protocol does not allow a number that was set for you (%(number)s)."
                " Ask your clinician for another one.",
                number=words,
            )
        ]
    else:
        form.protocol.errors = [gettext("It is not offered any more. Choose another one.")]
