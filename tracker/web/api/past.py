"""Days gone by, the series of the chart, and the clinician's sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import url_for
from marshmallow import fields, validates_schema
from marshmallow.exceptions import ValidationError

from tracker.progression.plain import to_plain
from tracker.progression.review import place_of
from tracker.progression.standing import ONE_DAY
from tracker.reports.report import initials, report
from tracker.services.diary import journal
from tracker.services.diary.news import DayNews
from tracker.services.transfer.evaluation import finding_cells
from tracker.translations import gettext
from tracker.web.api.context import EpisodeQuery, answer, diary
from tracker.web.api.entry_bodies import DayField
from tracker.web.api.limits import Within
from tracker.web.api.openapi import Blueprint
from tracker.web.diary.answer import sentences_of_day
from tracker.web.reading import chart_responses
from tracker.web.reading.date_range import DateRange

if TYPE_CHECKING:
    from datetime import date

    from flask import Response

    from tracker.reports.report import Report
    from tracker.reports.tables import Table
    from tracker.services.diary.journal import HistoryDay
    from tracker.web.kit.request_context import RequestContext
    from tracker.web.reading.chart_responses import ChartedDays

bp = Blueprint("past", "Days gone by, the chart's series, the clinician's sheet")

_DAYS, _MOST_DAYS = 31, 366


class SpanQuery(EpisodeQuery):
    """Some days that follow each other: all since onset unless told."""

    first = DayField("the first day; onset where left out")
    last = DayField("the last day; today where left out")

    @validates_schema
    def check_order(self, data: dict[str, Any], **_: Any) -> None:  # noqa: ANN401
        """Refuse days in the wrong order."""
        first, last = data.get("first"), data.get("last")
        if first and last and last < first:
            raise ValidationError(gettext("must not come before the first"), "last")


class DaysQuery(EpisodeQuery):
    """A page of days, the latest first."""

    until = DayField("the latest day of the page; today where left out")
    limit = fields.Integer(
        load_default=_DAYS,
        validate=Within(1, _MOST_DAYS),
        metadata={"description": "how many days"},
    )


class SheetQuery(SpanQuery):
    """What the sheet says besides."""

    notes = fields.Boolean(
        load_default=False, metadata={"description": "whether your own notes are on it"}
    )


@bp.reads("/days", "Days", DaysQuery)
def list_days(query: dict[str, Any]) -> Response:
    """Every day since onset as it was decided, the latest first."""
    context = diary(query.get("episode"))
    onset = context.view.facts.onset
    last = max(min(query.get("until") or context.today, context.today), onset)
    first = max(last - (query["limit"] - 1) * ONE_DAY, onset)
    past = journal.history(*context.diary, first=first - ONE_DAY, last=last)
    earlier = first - ONE_DAY
    following = {**_asked(query), "until": earlier.isoformat()}
    return answer(
        {
            "items": [_day(day) for day in past if day.date >= first],
            "next": url_for(".list_days", **following) if earlier >= onset else None,
        }
    )


@bp.reads("/charts/recovery", "Series", SpanQuery)
def recovery_series(query: dict[str, Any]) -> Response:
    """What the recovery chart shows, as numbers: unanswered is null, never zero."""
    context = diary(query.get("episode"))
    charted = _charted(context, query)
    series = charted.diary.recovery
    points = [{name: to_plain(v) for name, v in p._asdict().items()} for p in series.points]
    described = charted.charts[chart_responses.RECOVERY].description
    return answer({**to_plain(series), "points": points, "described": described.sentence})


@bp.reads("/sheet", "Sheet", SheetQuery)
def sheet(query: dict[str, Any]) -> Response:
    """The clinician's page, part by part."""
    context = diary(query.get("episode"))
    said = report(
        _charted(context, query).diary.summary,
        who=initials(context.name),
        onset_about=context.view.onset_about,
        with_notes=query["notes"],
    )
    return answer(_sheet(said))


def _asked(query: dict[str, Any]) -> dict[str, Any]:
    return {name: to_plain(value) for name, value in query.items() if value is not None}


def _day(day: HistoryDay) -> dict[str, Any]:
    standing = day.outcome.standing
    stage, step = place_of(standing)
    deviations = [run for run in day.outcome.runs if run.is_deviation]
    return {
        "date": day.date.isoformat(),
        "decision": day.verdict.decision.word,
        "findings": [finding_cells(it, day.outcome.protocol, None) for it in day.verdict.findings],
        "stage": stage.value,
        "step": step,
        "worst": standing.today.worst,
        "happened": sentences_of_day(DayNews(day.outcome, day.events), day.date),
        "deviations": [
            {"date": day.date.isoformat(), "rules": list(run.rules)} for run in deviations
        ],
        "check_ins": [entry.id for entry in day.records.check_ins],
        "sessions": [entry.id for entry in day.records.sessions],
    }


def _charted(context: RequestContext, query: dict[str, Any]) -> ChartedDays:
    onset, today = context.view.facts.onset, max(context.today, context.view.facts.onset)
    last = min(max(query.get("last") or today, onset), today)
    first: date = min(max(query.get("first") or onset, onset), last)
    return chart_responses.charted_days(context, DateRange(first, last))


def _sheet(said: Report) -> dict[str, Any]:
    return {
        "title": said.title,
        "who": said.who,
        "injury": said.injury,
        "span": said.span,
        "figures": [figure._asdict() for figure in said.figures],
        "attention": list(said.attention),
        "runs": _table(said.runs),
        "events": _table(said.events),
        "facts": [{"label": label, "text": text} for label, text in said.facts],
        "notes": None if said.notes is None else _table(said.notes),
    }


def _table(table: Table) -> dict[str, Any]:
    return {
        "title": table.title,
        "header": list(table.header),
        "rows": [list(row) for row in table.rows],
        "note": table.note or ("" if table.rows else table.empty),
    }
