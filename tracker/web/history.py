"""History: every day of a month, with what was recorded and decided."""

from __future__ import annotations

from calendar import monthrange
from typing import TYPE_CHECKING

from flask import Blueprint, render_template, request

from tracker.exchange.cells import to_date
from tracker.progression.standing import ONE_DAY
from tracker.services import days
from tracker.web.context import sign_in_required
from tracker.web.entries import desk

if TYPE_CHECKING:
    from datetime import date

    from flask.typing import ResponseReturnValue

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
    journal = [
        day._replace(records=here.shown(day.records))
        for day in days.history(*here.diary, first=first, last=last)
    ]
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
        clearances=here.view.episode.clearances,
        settings=here.view.episode.settings,
        numbers=here.protocol.tunables,
        may_read_notes=here.viewer is None or here.viewer.with_notes,
    )


def _month_asked(onset: date, today: date) -> date:
    """Return the first day of the month asked for, within the episode."""
    try:
        asked = to_date(f"{request.args.get('month', '')}-01")
    except ValueError:
        asked = today
    return min(max(asked, onset), max(today, onset)).replace(day=1)
