"""Earlier injuries beside this one; and why there is one at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from flask import Blueprint, render_template

from tracker.content.care import ADVICE
from tracker.language.episode_course import (
    answered_of,
    how_often,
    reached,
    reached_on,
    set_back,
)
from tracker.language.phrases import full_date
from tracker.reports.setbacks import Cause
from tracker.services.injury.comparison import side_by_side
from tracker.translations import gettext
from tracker.web import database
from tracker.web.injury.episodes import episode_name
from tracker.web.kit.identity import local_today, own_account, sign_in_required

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flask.typing import ResponseReturnValue

    from tracker.services.injury.comparison import Compared

bp = Blueprint("comparison", __name__)


class Row(NamedTuple):
    """One line of a table: what it is about, and a cell for each injury."""

    name: str
    cells: tuple[str, ...]


@bp.get("/episodes/compared")
@sign_in_required
def compared() -> ResponseReturnValue:
    """Show an account's injuries side by side."""
    injuries = side_by_side(database(), own_account().id, today=local_today)
    return render_template(
        "injury/episodes_compared.html",
        injuries=injuries,
        head=[_heading(it) for it in injuries],
        reached=_reached(injuries),
        set_back=_set_back(injuries),
        care=_care(injuries),
    )


def _heading(it: Compared) -> str:
    values = {"name": episode_name(it.view), "day": full_date(it.view.facts.onset)}
    if it.view.is_open:
        return gettext("%(name)s, %(day)s (open)", **values)
    return gettext("%(name)s, %(day)s", **values)


def _reached(injuries: Sequence[Compared]) -> list[Row]:
    rows = [
        Row(
            name,
            tuple(
                reached_on(it.course.reached.get(stage), is_open=it.view.is_open) for it in injuries
            ),
        )
        for stage, name in reached().items()
    ]
    answered = tuple(answered_of(it.course.answered, it.course.days) for it in injuries)
    return [*rows, Row(gettext("Days with an answer"), answered)]


def _set_back(injuries: Sequence[Compared]) -> list[Row]:
    names = set_back()
    rows = [
        Row(names[cause], tuple(how_often(it.course.setbacks.get(cause, 0)) for it in injuries))
        for cause in Cause
    ]
    return [
        *rows,
        Row(gettext("Days with a run"), tuple(how_often(it.course.run_days) for it in injuries)),
        Row(gettext("Runs not cleared"), tuple(how_often(it.course.deviations) for it in injuries)),
    ]


def _care(injuries: Sequence[Compared]) -> list[Row]:
    """Kinds of care that were logged at all, on how many days."""
    return [
        Row(advice.name, tuple(how_often(it.care.get(kind, 0)) for it in injuries))
        for kind, advice in ADVICE.items()
        if any(it.care.get(kind) for it in injuries)
    ]
