"""Progress: one sentence, one chart, and behind headings what the days say."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from flask import abort, render_template, request

from tracker.entries.cells import to_date
from tracker.progression.standing import ONE_DAY
from tracker.reports import progress_words
from tracker.reports.tables import run_table
from tracker.web.reading import chart_responses
from tracker.web.reading.date_range import DateRangeForm, days_asked

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from flask.typing import ResponseReturnValue

    from tracker.reports.day_marks import DayMark
    from tracker.web.kit.request_context import RequestContext
    from tracker.web.reading.date_range import DateRange

_WEEK = 7
_MOST_MONTHS = 3  # of the calendar: earlier ones are named, and open in History


class Month(NamedTuple):
    """A month of the calendar: its first day, and how many weekdays come before its days."""

    first: date
    blank: int
    marks: tuple[DayMark, ...]


def progress_page(context: RequestContext) -> ResponseReturnValue:
    """Return where the runner stands and what the days asked for say, for whoever may read it."""
    form = DateRangeForm.asked(request.args, onset=context.view.facts.onset, today=context.today)
    days = form.days
    charted = chart_responses.charted_days(context, days)
    diary, summary = charted.diary, charted.diary.summary
    months = _months(diary.marks)
    page = render_template(
        "reading/progress.html",
        form=form,
        days=days,
        today=context.today,
        chart=charted.charts[chart_responses.RECOVERY],
        summary=summary,
        site=context.view.facts.site,
        is_empty=not any(mark.worst is not None or mark.jog_seconds for mark in diary.marks),
        lead=progress_words.where_you_stand(summary),
        week=_week(diary.marks, days),
        months=months[-_MOST_MONTHS:],
        earlier_months=[month.first for month in months[:-_MOST_MONTHS]],
        runs=run_table(summary),
        chances=progress_words.chance_sentences(
            summary.mornings, returned=summary.standing.has_returned
        ),
        way=diary.way and progress_words.way_back_sentences(diary.way),
        rungs=diary.rungs,
    )
    return page, 422 if form.errors else 200


def chart_picture(context: RequestContext, name: str, suffix: str) -> ResponseReturnValue:
    """Return one chart, for the runner or for a reader."""
    days = days_asked(request.args, onset=context.view.facts.onset, today=context.today)
    if days is None:
        abort(404)
    charted = chart_responses.charted_days(context, days)
    if name not in charted.charts:
        abort(404)
    return chart_responses.chart_response(context, charted.charts[name], suffix)


def _week(marks: Sequence[DayMark], days: DateRange) -> list[DayMark]:
    """Return the seven days asked for with `?week=`, its first day; the last ones without."""
    latest = max(days.last - (_WEEK - 1) * ONE_DAY, days.first)
    try:
        first = min(max(to_date(request.args.get("week", "")), days.first), days.last)
    except ValueError:
        first = latest
    end = first + _WEEK * ONE_DAY
    return [mark for mark in marks if first <= mark.day < end]


def _months(marks: Sequence[DayMark]) -> list[Month]:
    months = []
    for _, group in groupby(marks, key=lambda mark: (mark.day.year, mark.day.month)):
        days = tuple(group)
        months.append(Month(days[0].day, days[0].day.weekday(), days))
    return months
