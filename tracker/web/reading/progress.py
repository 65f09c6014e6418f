"""Progress: four charts of the same days, each a picture by URL, a sentence and a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import abort, render_template, request

from tracker.web.reading import chart_responses
from tracker.web.reading.date_range import DateRangeForm

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from tracker.web.kit.request_context import RequestContext


def progress_page(context: RequestContext) -> ResponseReturnValue:
    """Return the charts of the days asked for, for the runner or for a reader."""
    form = DateRangeForm.asked(request.args, onset=context.view.facts.onset, today=context.today)
    days = form.days
    charted = chart_responses.charted_days(context, days)
    page = render_template(
        "reading/progress.html",
        form=form,
        days=days,
        charts=[c for name, c in charted.charts.items() if name != chart_responses.SO_FAR],
        window=charted.diary.summary.window,
        site=context.view.facts.site,
        is_empty=not any(point.answered for point in charted.diary.charts.recovery.points),
    )
    return page, 422 if form.errors else 200


def chart_picture(context: RequestContext, name: str, suffix: str) -> ResponseReturnValue:
    """Return one chart, for the runner or for a reader."""
    form = DateRangeForm.asked(request.args, onset=context.view.facts.onset, today=context.today)
    charted = chart_responses.charted_days(context, form.days)
    if form.errors or name not in charted.charts:
        abort(404)
    return chart_responses.chart_response(context, charted.charts[name], suffix)
