"""The next visit: what changed since the last, what to ask, the sheet; and what was said there."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from flask import Blueprint, flash, redirect, render_template, url_for
from wtforms.validators import DataRequired, InputRequired, Length, Optional, ValidationError

from tracker.content.visits import Visit
from tracker.progression.standing import ONE_DAY
from tracker.reports.since_visit import last_visit, since_visit
from tracker.services.diary import clinician_summary, days, visits
from tracker.translations import N_, gettext
from tracker.web import now
from tracker.web.injury.episode_form import answered
from tracker.web.kit.base_form import Form
from tracker.web.kit.fields import DayField, LineField, WordsField
from tracker.web.kit.identity import sign_in_required
from tracker.web.kit.request_context import request_context

if TYPE_CHECKING:
    from datetime import date

    from flask.typing import ResponseReturnValue

    from tracker.reports.since_visit import SinceVisit
    from tracker.web.kit.request_context import RequestContext

bp = Blueprint("visits", __name__)

_LONGEST_BY = 120
_FURTHEST = timedelta(days=730)


class QuestionsForm(Form):
    """What the runner wants to ask."""

    questions = WordsField(N_("What do you want to ask?"), [Optional()])


class VisitForm(Form):
    """What was said at a visit, and when the next one is."""

    today: date
    earliest: date

    date = DayField(N_("When was it?"), [InputRequired(N_("Give the day."))])
    by = LineField(
        N_("Whom did you see?"),
        [
            DataRequired(N_("Give the clinician's name.")),
            Length(max=_LONGEST_BY, message=N_("Shorten the name to %(max)d letters.")),
        ],
    )
    said = WordsField(N_("What was said?"), [Optional()])
    next_on = DayField(N_("When is the next one?"), [Optional()])

    def validate_date(self, field: DayField) -> None:
        """Refuse a day that is to come, and one before the injury."""
        if field.data is not None and not self.earliest <= field.data <= self.today:
            raise ValidationError(gettext("Give a day from when the injury began until today."))

    def validate_next_on(self, field: DayField) -> None:
        """Refuse a day that is over, or years away."""
        if field.data is None:
            return
        if not self.today <= field.data <= self.today + _FURTHEST:
            raise ValidationError(gettext("Give a day from today on, at most two years away."))


@bp.get("/visit")
@sign_in_required
def pack() -> ResponseReturnValue:
    """Show what to take along: what changed, the questions, the sheet."""
    context = request_context()
    asked = QuestionsForm(data={"questions": visits.questions(*context.diary)}, formdata=None)
    return _page(context, asked)


@bp.post("/visit/questions")
@sign_in_required
def ask() -> ResponseReturnValue:
    """Keep what the runner wants to ask."""
    context, form = request_context(), QuestionsForm()
    if not form.validate():
        return _page(context, form), 422
    visits.ask(*context.diary, form.questions.data or "", now=now())
    flash(
        gettext("Your questions are kept, and stand on the sheet.")
        if form.questions.data
        else gettext("Nothing is asked.")
    )
    return redirect(url_for(".pack"), 303)


@bp.route("/visit/said", methods=["GET", "POST"])
@sign_in_required
def said() -> ResponseReturnValue:
    """Record what was said, and the next appointment."""
    context = request_context()
    form = _visit_form(context)
    if form.validate_on_submit():
        visit = Visit(
            date=answered(form.date.data),
            by=answered(form.by.data),
            said=form.said.data or "",
            next_on=form.next_on.data,
        )
        visits.record(*context.diary, visit, **context.when)
        flash(gettext("Recorded. It stands in your history and on the sheet."))
        return redirect(url_for(".pack"), 303)
    return render_template("practice/said.html", form=form), 422 if form.errors else 200


def _visit_form(context: RequestContext) -> VisitForm:
    form = VisitForm(data={"date": context.today})
    form.today, form.earliest = context.today, context.view.facts.onset
    return form


def _page(context: RequestContext, asked: QuestionsForm) -> str:
    every = visits.visits_of(*context.diary)
    last = last_visit(every, context.today)
    coming = [v.next_on for v in every if v.next_on is not None and v.next_on >= context.today]
    return render_template(
        "practice/visit.html",
        form=asked,
        last=last,
        coming=min(coming, default=None),
        changed=_changed(context, last),
        visits=every[::-1],
    )


def _changed(context: RequestContext, last: Visit | None) -> SinceVisit:
    onset = context.view.facts.onset
    first = onset if last is None else max(onset, last.date)
    summed = clinician_summary.tell(
        *context.diary, first=first, last=context.today, today=context.today
    )
    before = None
    if first > onset:
        before = days.as_it_stands(*context.diary, today=first - ONE_DAY).standing
    return since_visit(summed.summary, before)
