"""The clinician's page: what to hand over at an appointment, on the screen and on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, Response, redirect, render_template, request
from wtforms import BooleanField

from tracker.progression.report import initials, report
from tracker.web import pictures
from tracker.web.context import page_url, sign_in_required
from tracker.web.entries import desk
from tracker.web.forms_fields import ChoiceField
from tracker.web.span import SpanForm

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import ClassVar

    from flask.typing import ResponseReturnValue

    from tracker.exchange.clinician.sheet import PageSize
    from tracker.progression.report import Report
    from tracker.web.entries import Desk
    from tracker.web.pictures import Shown

bp = Blueprint("clinician", __name__)

_INITIALS, _NAME = "initials", "name"
_SIZES: dict[str, PageSize] = {"a4": "a4", "letter": "letter"}


class ReportForm(SpanForm):
    """What the page is to say, and on which paper."""

    PRESET: ClassVar[Mapping[str, str]] = {"who": _INITIALS, "paper": "a4"}

    who = ChoiceField(
        "Whose is it?",
        [(_INITIALS, "Your initials"), (_NAME, "Your whole name")],
    )
    notes = BooleanField("Add your own notes")
    paper = ChoiceField("Paper", [("a4", "A4"), ("letter", "US Letter")])

    @property
    def size(self) -> PageSize:
        """The size of the paper."""
        return _SIZES[self.paper.data or "a4"]


@bp.get("/clinician")
@sign_in_required
def show() -> ResponseReturnValue:
    """Show the report, and the choices that make it."""
    return page(desk())


def page(here: Desk) -> ResponseReturnValue:
    """Return the report, for the runner or for a reader."""
    form = _form(here)
    found = pictures.shown(here, form.days)
    shown = render_template(
        "clinician/clinician.html",
        form=form,
        days=form.days,
        report=_report(here, form, found),
        chart=found.charts[pictures.SO_FAR],
    )
    return shown, 422 if form.errors else 200


@bp.get("/clinician.pdf")
@sign_in_required
def sheet() -> ResponseReturnValue:
    """Return the report as a PDF; choices that cannot be are explained on the page."""
    return paper(desk())


def paper(here: Desk) -> ResponseReturnValue:
    """Return the report as a PDF, for the runner or for a reader."""
    from tracker.exchange.clinician.sheet import CHART_WIDTH, clinician_pdf

    form = _form(here)
    if form.errors:
        return redirect(f"{page_url('clinician.show')}?{request.query_string.decode()}", 303)
    found = pictures.shown(here, form.days)
    told, chart = _report(here, form, found), found.charts[pictures.SO_FAR]
    response = Response(mimetype="application/pdf")
    name = f"running-{form.days.last}.pdf"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    pictures.tagged(response, here.account_id, told, chart.digest, form.size)
    if pictures.is_news(response):
        drawn = pictures.drawn(here, chart, "print", CHART_WIDTH, "pdf")
        response.set_data(clinician_pdf(told, drawn, form.size))
    return response


def _form(here: Desk) -> ReportForm:
    return ReportForm.asked(request.args, onset=here.view.facts.onset, today=here.today)


def _report(here: Desk, form: ReportForm, found: Shown) -> Report:
    may_read_notes = here.viewer is None or here.viewer.with_notes
    summary = found.told.summary
    return report(
        summary if may_read_notes else summary.without_notes(),
        who=here.name if form.who.data == _NAME else initials(here.name),
        onset_about=here.view.onset_about,
        with_notes=bool(form.notes.data) and may_read_notes,
    )
