"""Your numbers: what may be changed for one episode, how far, and on whose word it was."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from flask import Blueprint, abort, flash, redirect, render_template, url_for

from tracker.language.amounts import amount
from tracker.language.protocols import of_protocol
from tracker.language.sentences import place
from tracker.progression import guardrails
from tracker.progression.guardrails import Objection
from tracker.progression.protocol import BASELINE_WEEK, CLEAN_RUNS, STEP, YES_OR_NO
from tracker.progression.review import place_of
from tracker.reports.authority import graded
from tracker.services.diary import days
from tracker.services.injury import clinician
from tracker.services.injury.clinician import SettingRefused
from tracker.translations import gettext
from tracker.web.injury.clinician_forms import MedicineForm, NumberForm, SettingForm
from tracker.web.injury.episodes import flash_redecided
from tracker.web.kit.identity import sign_in_required
from tracker.web.kit.request_context import request_context

if TYPE_CHECKING:
    from datetime import date

    from flask.typing import ResponseReturnValue

    from tracker.progression.episode import Setting
    from tracker.progression.protocol import Number
    from tracker.web.kit.request_context import RequestContext

bp = Blueprint("numbers", __name__)


class NumberNow(NamedTuple):
    """One number: what it is by the protocol, what it is now, and every change of it.

    `value` is in words; `lowest` and `highest` are its bounds for this injury.
    """

    name: str
    number: Number
    value: str
    lowest: int
    highest: int
    changes: tuple[Setting, ...]
    basis: str

    @property
    def is_yes_or_no(self) -> bool:
        """Whether it is answered, not counted."""
        return self.number.unit == YES_OR_NO


@bp.get("/numbers")
@sign_in_required
def list_numbers() -> ResponseReturnValue:
    """List the numbers that may be changed."""
    context = request_context()
    numbers = [_number_now(context, name) for name in context.protocol.tunables]
    standing = days.as_it_stands(*context.diary, today=context.today).standing
    return render_template(
        "injury/numbers.html",
        numbers=[n for n in numbers if n.name != STEP and not n.name.startswith(CLEAN_RUNS)],
        steps=[n for n in numbers if n.name.startswith(CLEAN_RUNS)],
        protocol=context.protocol,
        episode=context.view.episode,
        standing=standing,
        place=place(*place_of(standing)),
        placements=[s for s in context.view.episode.settings if s.name == STEP],
    )


@bp.route("/numbers/<name>", methods=["GET", "POST"])
@sign_in_required
def change_number(name: str) -> ResponseReturnValue:
    """Change one number from a day on."""
    context = request_context()
    if name not in context.protocol.tunables:
        abort(404)
    number = _number_now(context, name)
    form = (MedicineForm if number.is_yes_or_no else NumberForm)(data={"date": context.today})
    form.today, form.earliest = context.today, context.view.episode.onset
    if form.validate_on_submit():
        setting = form.setting(name)
        try:
            redecided = clinician.change_setting(*context.diary, setting, **context.when)
        except SettingRefused as refused:
            _explain(form, refused.objection, _bounds(context, name, setting.date))
        else:
            _flash_changed(number, setting)
            flash_redecided(redecided)
            return redirect(url_for("numbers.list_numbers"), 303)
    page = render_template("injury/number.html", number=number, form=form)
    return page, 422 if form.errors else 200


def _flash_changed(number: NumberNow, setting: Setting) -> None:
    context = request_context()
    in_force = guardrails.current(
        context.protocol, context.view.episode, setting.name, context.today
    )
    values = {"title": of_protocol(number.number.title), "amount": amount(in_force, number.number)}
    if in_force == setting.value:
        flash(gettext("Saved. %(title)s: %(amount)s.", **values))
    else:
        flash(gettext("Saved. A later change still counts today. %(title)s: %(amount)s.", **values))


def _bounds(context: RequestContext, name: str, day: date) -> tuple[int, int]:
    return guardrails.bounds(context.protocol, context.view.episode, name, day)


def _explain(form: SettingForm, objection: Objection, bounds: tuple[int, int]) -> None:
    if objection is Objection.OUT_OF_BOUNDS:
        lowest, highest = bounds
        form.value.errors = [
            gettext("Give a number from %(lowest)d to %(highest)d.", lowest=lowest, highest=highest)
        ]
    else:
        form.by.errors = [
            gettext(
                "This is less cautious than before. Only a clinician may set it: give their name."
            )
        ]


def _number_now(context: RequestContext, name: str) -> NumberNow:
    protocol, episode, today = context.protocol, context.view.episode, context.today
    number = protocol.tunables[name]
    lowest, highest = _bounds(context, name, today)
    value = guardrails.current(protocol, episode, name, today)
    is_known = name != BASELINE_WEEK or guardrails.week_is_known(episode, today)
    return NumberNow(
        name=name,
        number=number,
        value=amount(value, number) if is_known else gettext("not given"),
        lowest=lowest,
        highest=highest,
        changes=tuple(s for s in episode.settings if s.name == name),
        basis=graded(protocol, number),
    )
