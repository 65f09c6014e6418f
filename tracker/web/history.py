"""History: every day of a month, with what was recorded and decided."""

from __future__ import annotations

from calendar import monthrange
from typing import TYPE_CHECKING

from flask import Blueprint, render_template, request

from tracker.exchange.cells import to_date
from tracker.progression.cross_training import not_yet_cleared
from tracker.progression.standing import ONE_DAY
from tracker.services import days
from tracker.web.context import sign_in_required
from tracker.web.entries import desk

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from flask.typing import ResponseReturnValue

    from tracker.services.days import HistoryDay
    from tracker.web.entries import Desk

bp = Blueprint("history", __name__)


@bp.get("/history")
@sign_in_required
def show() -> ResponseReturnValue:
    """Show the journal of a month, this one unless `?month=2026-05` asks for another."""
    return page(desk())


def page(here: Desk) -> str:
    """Return the journal of the month asked for, for the runner or for a reader."""
    onset = here.view.facts.onset
    first = _month_asked(onset, here.today)
    last = min(first.replace(day=monthrange(first.year, first.month)[1]), here.today)
    found = days.history(*here.diary, first=first - ONE_DAY, last=last)
    journal = [day._replace(records=here.shown(day.records)) for day in found if day.date >= first]
    before = days.before_onset(*here.diary) if first <= onset else []
    earlier, later = first - ONE_DAY, last + ONE_DAY
    return render_template(
        "history/history.html",
        month=first,
        journal=journal,
        earlier=earlier if earlier >= onset else None,
        later=later if later <= here.today else None,
        before_onset=[(day, here.shown(records)) for day, records in before],
        today=here.today,
        unit=here.unit,
        timezone=here.view.facts.timezone,
        uncleared=_uncleared(here, found, first),
        clearances=here.view.episode.clearances,
        settings=here.view.episode.settings,
        numbers=here.protocol.tunables,
        may_read_notes=here.viewer is None or here.viewer.with_notes,
    )


def _uncleared(here: Desk, found: Sequence[HistoryDay], first: date) -> set[str]:
    """Return the sessions from a day on, by id, that came before they were cleared."""
    ends = {day.date: day.lived.standing for day in found}
    return {
        uid
        for day in found
        if day.date >= first
        for uid in not_yet_cleared(
            here.protocol, here.view.episode, ends.get(day.date - ONE_DAY), day.records
        )
    }


def _month_asked(onset: date, today: date) -> date:
    """Return the first day of the month asked for, within the episode."""
    try:
        asked = to_date(f"{request.args.get('month', '')}-01")
    except ValueError:
        asked = today
    return min(max(asked, onset), max(today, onset)).replace(day=1)
