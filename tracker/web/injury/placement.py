"""Your step: a clinician sets it, or the runner sets a lower one, and what that means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, flash, redirect, render_template, url_for

from tracker.language.sentences import place, placed
from tracker.progression import guardrails
from tracker.progression.guardrails import Objection
from tracker.progression.protocol import BASELINE, STEP
from tracker.progression.review import place_of
from tracker.services.diary import days
from tracker.services.injury import clinician
from tracker.services.injury.clinician import SettingRefused
from tracker.translations import gettext
from tracker.web.injury.clinician_forms import StepForm
from tracker.web.injury.episodes import flash_redecided
from tracker.web.kit.identity import sign_in_required
from tracker.web.kit.request_context import request_context

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from tracker.services.diary.days import Today
    from tracker.web.kit.request_context import RequestContext

bp = Blueprint("placement", __name__)


@bp.route("/numbers/step", methods=["GET", "POST"])
@sign_in_required
def step() -> ResponseReturnValue:
    """Set the step on the ladder, or the one kept for later."""
    context = request_context()
    today = days.as_it_stands(*context.diary, today=context.today)
    form = _form(context)
    if form.validate_on_submit():
        try:
            redecided = clinician.change_setting(*context.diary, form.setting(STEP), **context.when)
        except SettingRefused as refused:
            _explain(form, refused.objection)
        else:
            _flash_placed(context)
            flash_redecided(redecided)
            return redirect(url_for("numbers.list_numbers"), 303)
    page = render_template(
        "injury/step.html",
        form=form,
        place=place(*place_of(today.standing)),
        standing=today.standing,
        steps=len(context.protocol.steps),
        placements=[s for s in context.view.episode.settings if s.name == STEP],
    )
    return page, 422 if form.errors else 200


def _form(context: RequestContext) -> StepForm:
    form = StepForm(data={"date": context.today})
    form.today, form.earliest = context.today, context.view.episode.onset
    baseline = guardrails.current(context.protocol, context.view.episode, BASELINE, context.today)
    form.offer_steps(context.protocol, baseline)
    return form


def _explain(form: StepForm, objection: Objection) -> None:
    if objection is Objection.BACKDATED:
        form.date.errors = [
            gettext("Your own step counts from today on. Only a clinician’s may be dated earlier.")
        ]
    else:
        form.by.errors = [
            gettext("For this step a clinician is needed: give their name, or go lower.")
        ]


def _flash_placed(context: RequestContext) -> None:
    """Say where the runner stands now, or that it counts only from tomorrow."""
    today = days.as_it_stands(*context.diary, today=context.today)
    flash(placed(today.standing, from_tomorrow=_acts_tomorrow(today)))


def _acts_tomorrow(today: Today) -> bool:
    return any(dawn > today.day for dawn, _ in guardrails.placements(today.diary))
