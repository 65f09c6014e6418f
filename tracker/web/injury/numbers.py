"""Your numbers: what may be changed for one episode, how far, and on whose word it was."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from flask import Blueprint, abort, flash, redirect, render_template, url_for

from tracker.language.amounts import amount
from tracker.progression import guardrails
from tracker.progression.guardrails import Objection
from tracker.progression.protocol import CLEAN_RUNS
from tracker.progression.protocol_document.reader import known
from tracker.reports.authority import cited
from tracker.services.injury import clinician
from tracker.services.injury.clinician import SettingRefused
from tracker.web import database, now
from tracker.web.injury.clinician_forms import NumberForm
from tracker.web.injury.episodes import flash_redecided
from tracker.web.kit.identity import (
    current_view,
    local_today,
    own_account,
    sign_in_required,
)

if TYPE_CHECKING:
    from datetime import date

    from flask.typing import ResponseReturnValue

    from tracker.progression.episode import Episode, Setting
    from tracker.progression.protocol import Number, RehabProtocol

bp = Blueprint("numbers", __name__)


class NumberNow(NamedTuple):
    """One number: what it is by the protocol, what it is now, and every change of it."""

    name: str
    number: Number
    value: int
    changes: tuple[Setting, ...]
    basis: str


@bp.get("/numbers")
@sign_in_required
def list_numbers() -> ResponseReturnValue:
    """List the numbers that may be changed."""
    view = current_view()
    protocol, today = known(view.episode.protocol), local_today(view)
    numbers = [_number_now(protocol, view.episode, name, today) for name in protocol.tunables]
    return render_template(
        "injury/numbers.html",
        numbers=[n for n in numbers if not n.name.startswith(CLEAN_RUNS)],
        steps=[n for n in numbers if n.name.startswith(CLEAN_RUNS)],
    )


@bp.route("/numbers/<name>", methods=["GET", "POST"])
@sign_in_required
def change_number(name: str) -> ResponseReturnValue:
    """Change one number from a day on."""
    view = current_view()
    protocol, today = known(view.episode.protocol), local_today(view)
    if name not in protocol.tunables:
        abort(404)
    number = _number_now(protocol, view.episode, name, today)
    form = NumberForm(data={"date": today})
    form.today, form.earliest = today, view.episode.onset
    if form.validate_on_submit():
        setting = form.setting(name)
        try:
            redecided = clinician.change_setting(
                database(), own_account().id, view.id, setting, today=today, now=now()
            )
        except SettingRefused as refused:
            _explain(form, refused.objection, number.number)
        else:
            in_force = guardrails.current(protocol, current_view().episode, name, today)
            later = "" if in_force == setting.value else " A later change still counts today."
            flash(f"Saved.{later} {number.number.title}: {amount(in_force, number.number)}.")
            flash_redecided(redecided)
            return redirect(url_for("numbers.list_numbers"), 303)
    page = render_template("injury/number.html", number=number, form=form)
    return page, 422 if form.errors else 200


def _explain(form: NumberForm, objection: Objection, number: Number) -> None:
    if objection is Objection.OUT_OF_BOUNDS:
        form.value.errors = [f"Give a number from {number.lowest} to {number.highest}."]
    else:
        form.by.errors = [
            "This is less cautious than before. Only a clinician may set it: give their name."
        ]


def _number_now(protocol: RehabProtocol, episode: Episode, name: str, today: date) -> NumberNow:
    number = protocol.tunables[name]
    return NumberNow(
        name=name,
        number=number,
        value=guardrails.current(protocol, episode, name, today),
        changes=tuple(s for s in episode.settings if s.name == name),
        basis=cited(protocol, number.origin, number.sources),
    )
