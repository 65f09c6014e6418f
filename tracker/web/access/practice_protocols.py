"""Protocols of a practice, written and kept on a page. For administrators alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, flash, redirect, render_template, request, url_for
from wtforms import TextAreaField
from wtforms.validators import DataRequired

from tracker.progression.protocol_document.reader import ProtocolError, shipped
from tracker.progression.protocol_document.writing import begin
from tracker.reports.protocol_differences import differences
from tracker.services.injury import variants
from tracker.services.injury.variants import TooManyProtocols
from tracker.translations import N_, gettext
from tracker.web import database, now
from tracker.web.access.administrators_only import administrator_required
from tracker.web.kit.base_form import Form

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from tracker.progression.protocol_document.reader import Fault

bp = Blueprint("practice_protocols", __name__)

_FIRST = ("practice-1", "Our practice")


class TextForm(Form):
    """The text of a protocol."""

    text = TextAreaField(N_("The text"), [DataRequired(N_("Write a protocol, or paste one."))])

    def show_faults(self, faults: list[Fault]) -> None:
        """Say each fault under the text, by its line."""
        self.text.errors = [_sentence(fault) for fault in faults]


def _sentence(fault: Fault) -> str:
    if fault.line is None:
        return gettext("%(key)s %(what)s.", key=fault.key, what=fault.what)
    return gettext(
        "Line %(line)d: %(key)s %(what)s.", line=fault.line, key=fault.key, what=fault.what
    )


@bp.route("/protocols/new", methods=["GET", "POST"])
@administrator_required
def new() -> ResponseReturnValue:
    """Write a protocol: look through it, or keep it."""
    form = TextForm(data={"text": _beginning()})
    looked_through = None
    if form.validate_on_submit():
        try:
            if request.form.get("do") == "keep":
                return _keep(form)
            looked_through = variants.read(form.text.data or "")
        except ProtocolError as error:
            form.show_faults(error.in_order)
        except TooManyProtocols:
            form.text.errors = [
                gettext("%(most)d protocols are kept: no more fit.", most=variants.MOST_KEPT)
            ]
    page = render_template(
        "access/protocol_new.html",
        form=form,
        protocol=looked_through,
        differences=differences(shipped(), looked_through) if looked_through else [],
    )
    return page, 422 if form.errors else 200


@bp.post("/protocols/<protocol_id>/withdraw")
@administrator_required
def withdraw(protocol_id: str) -> ResponseReturnValue:
    """Offer a protocol no more."""
    variants.withdraw(database(), protocol_id, now())
    flash(gettext("It is not offered any more. What it decides goes on."))
    return redirect(url_for("protocols.protocol", protocol_id=protocol_id), 303)


def _beginning() -> str:
    """The text to begin with: that of an earlier version, or one that changes nothing yet."""
    after = request.args.get("after")
    return variants.one(database(), after).text if after else begin(*_FIRST)


def _keep(form: TextForm) -> ResponseReturnValue:
    variant = variants.keep(database(), form.text.data or "", now())
    flash(gettext("Kept as %(id)s. It may be chosen for an injury now.", id=variant.id))
    return redirect(url_for("protocols.protocol", protocol_id=variant.id), 303)
