"""Progress: four charts of the same days, each a picture by URL, a sentence and a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, abort, render_template, request

from tracker.web import pictures
from tracker.web.context import sign_in_required
from tracker.web.entries import desk
from tracker.web.span import SpanForm

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from tracker.web.entries import Desk

bp = Blueprint("progress", __name__)


@bp.get("/progress")
@sign_in_required
def show() -> ResponseReturnValue:
    """Show the charts of the days asked for, what they say in words, and their numbers."""
    return page(desk())


def page(here: Desk) -> ResponseReturnValue:
    """Return the charts of the days asked for, for the runner or for a reader."""
    form = SpanForm.asked(request.args, onset=here.view.facts.onset, today=here.today)
    days = form.days
    found = pictures.shown(here, days)
    shown = render_template(
        "progress/progress.html",
        form=form,
        days=days,
        charts=[c for name, c in found.charts.items() if name != pictures.SO_FAR],
        window=found.told.summary.window,
        site=here.view.facts.site,
        is_empty=not any(point.answered for point in found.told.charts.recovery.points),
    )
    return shown, 422 if form.errors else 200


@bp.get("/progress/<name>.<suffix>")
@sign_in_required
def picture(name: str, suffix: str) -> ResponseReturnValue:
    """Return one chart; `?first=` and `?last=` name its days, all of them without."""
    return chart(desk(), name, suffix)


def chart(here: Desk, name: str, suffix: str) -> ResponseReturnValue:
    """Return one chart, for the runner or for a reader."""
    form = SpanForm.asked(request.args, onset=here.view.facts.onset, today=here.today)
    found = pictures.shown(here, form.days)
    if form.errors or name not in found.charts:
        abort(404)
    return pictures.answer(here, found.charts[name], suffix)
