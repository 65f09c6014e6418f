"""The clinician's page: what to hand over at an appointment, on the screen and on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Response, redirect, render_template, request, url_for
from wtforms import BooleanField

from tracker.reports.report import initials, report
from tracker.translations import N_
from tracker.web.kit.fields import ChoiceField
from tracker.web.reading import chart_responses
from tracker.web.reading.date_range import DateRangeForm

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import ClassVar

    from flask.typing import ResponseReturnValue

    from tracker.exchange.clinician.sheet import PageSize
    from tracker.reports.report import Report
    from tracker.web.kit.request_context import RequestContext
    from tracker.web.reading.chart_responses import ChartedDays

_INITIALS, _NAME = "initials", "name"
_SIZES: dict[str, PageSize] = {"a4": "a4", "letter": "letter"}


class ReportForm(DateRangeForm):
    """What the page is to say, and on which paper."""

    PRESET: ClassVar[Mapping[str, str]] = {"who": _INITIALS, "paper": "a4"}

    who = ChoiceField(
        N_("Whose is it?"),
        [(_INITIALS, N_("Your initials")), (_NAME, N_("Your whole name"))],
    )
    notes = BooleanField(N_("Add your own notes"))
    paper = ChoiceField(N_("Paper"), [("a4", N_("A4")), ("letter", N_("US Letter"))])

    @property
    def size(self) -> PageSize:
        """The size of the paper."""
        return _SIZES[self.paper.data or "a4"]


def clinician_page(context: RequestContext) -> ResponseReturnValue:
    """Return the report, for the runner or for a reader."""
    form = _form(context)
    charted = chart_responses.charted_days(context, form.days)
    page = render_template(
        "reading/clinician.html",
        form=form,
        days=form.days,
        report=_report(context, form, charted),
        chart=charted.charts[chart_responses.SHEET],
    )
    return page, 422 if form.errors else 200


def clinician_sheet(context: RequestContext) -> ResponseReturnValue:
    """Return the report as a PDF, for the runner or for a reader."""
    from tracker.exchange.clinician.sheet import CHART_WIDTH, clinician_pdf

    form = _form(context)
    if form.errors:
        return redirect(f"{url_for('.clinician')}?{request.query_string.decode()}", 303)
    charted = chart_responses.charted_days(context, form.days)
    handed_over, chart = _report(context, form, charted), charted.charts[chart_responses.SHEET]
    response = Response(mimetype="application/pdf")
    name = f"running-{form.days.last}.pdf"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    chart_responses.set_etag(response, context.account_id, handed_over, chart.digest, form.size)
    if not chart_responses.not_modified(response):

        def make() -> bytes:
            picture = chart_responses.picture_of(context, chart, "print", CHART_WIDTH, "pdf")
            return clinician_pdf(handed_over, picture, form.size, alt=chart.description.sentence)

        made_of = (handed_over, chart.digest, form.size)
        response.set_data(chart_responses.sheet_of(context, made_of, make))
    return response


def _form(context: RequestContext) -> ReportForm:
    return ReportForm.asked(request.args, onset=context.view.facts.onset, today=context.today)


def _report(context: RequestContext, form: ReportForm, charted: ChartedDays) -> Report:
    summary = charted.diary.summary
    return report(
        summary if context.may_read_notes else summary.without_notes(),
        who=context.name if form.who.data == _NAME else initials(context.name),
        onset_about=context.view.onset_about,
        with_notes=bool(form.notes.data) and context.may_read_notes,
    )
