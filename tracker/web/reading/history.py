"""History: every day of a month, with what was recorded and decided."""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from flask import render_template, request

from tracker.entries.cells import to_date
from tracker.progression.cross_training import not_yet_cleared
from tracker.progression.events import Happening
from tracker.progression.standing import ONE_DAY
from tracker.services.diary import journal
from tracker.services.diary.news import DayNews
from tracker.services.diary.visits import visits_of
from tracker.services.transfer.import_history import imports_of
from tracker.web.diary.answer import sentences_of_day
from tracker.web.diary.decided_anew import notice

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tracker.progression.diary import DiaryDay
    from tracker.services.diary.journal import HistoryDay
    from tracker.services.transfer.import_history import Import
    from tracker.web.kit.request_context import RequestContext


def history_page(context: RequestContext) -> str:
    """Return the journal of the month asked for, for the runner or for a reader."""
    onset, asked = context.view.facts.onset, _month_asked(context.today)
    before = _before_onset(context) if asked <= onset else []
    earliest = min([onset, *(day for day, _ in before)])
    first = min(max(asked, earliest), max(context.today, onset)).replace(day=1)
    last = min(first.replace(day=monthrange(first.year, first.month)[1]), context.today)
    since = max(first, onset)
    days_shown = journal.history(*context.diary, first=since - ONE_DAY, last=last)
    earlier, later = first - ONE_DAY, last + ONE_DAY
    return render_template(
        "reading/history.html",
        month=first,
        journal=_as_may_be_read(context, days_shown, first),
        earlier=earlier if earlier >= earliest else None,
        later=later if later <= context.today else None,
        happened={day.date: _sentences(day, context.today) for day in days_shown},
        before_onset=[(day, records) for day, records in before if first <= day <= last],
        today=context.today,
        unit=context.unit,
        timezone=context.view.facts.timezone,
        uncleared=_uncleared(context, days_shown, first),
        clearances=context.view.episode.clearances,
        settings=context.view.episode.settings,
        visits=visits_of(*context.diary),
        numbers=context.protocol.tunables,
        may_read_notes=context.may_read_notes,
        anew=notice(context),
        imports=_imports(context),
        instant=context.instant,
    )


def _sentences(day: HistoryDay, today: date) -> list[str]:
    """Return what happened on a day; that a run is a deviation stands beside the run itself."""
    events = tuple(e for e in day.events if e.happening is not Happening.DEVIATION)
    return sentences_of_day(DayNews(day.outcome, events), today)


def _imports(context: RequestContext) -> dict[date, list[Import]]:
    """Return what was read in, by the runner's day; before and after all days at either end."""
    zone, onset = ZoneInfo(context.view.facts.timezone), context.view.facts.onset
    by_day: dict[date, list[Import]] = defaultdict(list)
    for it in imports_of(*context.diary):
        day = it.at.astimezone(zone).date()
        by_day[max(onset, min(day, context.today))].append(it)
    return by_day


def _as_may_be_read(
    context: RequestContext, days_shown: Sequence[HistoryDay], first: date
) -> list[HistoryDay]:
    return [
        day._replace(records=context.readable(day.records))
        for day in days_shown
        if day.date >= first
    ]


def _before_onset(context: RequestContext) -> list[tuple[date, DiaryDay]]:
    before = journal.before_onset(*context.diary)
    return [(day, context.readable(records)) for day, records in before]


def _uncleared(context: RequestContext, days_shown: Sequence[HistoryDay], first: date) -> set[str]:
    """Return the sessions from a day on, by id, that came before they were cleared."""
    ends = {day.date: day.outcome.standing for day in days_shown}
    return {
        uid
        for day in days_shown
        if day.date >= first
        for uid in not_yet_cleared(
            context.protocol, context.view.episode, ends.get(day.date - ONE_DAY), day.records
        )
    }


def _month_asked(today: date) -> date:
    """Return the first day of the month asked for, of this one unless told."""
    try:
        return to_date(f"{request.args.get('month', '')}-01")
    except ValueError:
        return today.replace(day=1)
