"""What lies ahead: the earliest way home, and what comes after it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from flask import Blueprint, render_template

from tracker.content.literature import cited
from tracker.progression.guardrails import current
from tracker.progression.protocol import BASELINE
from tracker.progression.protocol_document.reader import known
from tracker.progression.standing import ONE_DAY
from tracker.progression.watch import watch
from tracker.services.diary import days
from tracker.web.kit.identity import sign_in_required
from tracker.web.kit.request_context import request_context

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from flask.typing import ResponseReturnValue

    from tracker.progression.forecast import PlannedDay

bp = Blueprint("way_home", __name__)

_WEEK = 7


class PlannedWeek(NamedTuple):
    """One week, from its Monday, and the sessions that fall into it."""

    monday: date
    days: tuple[PlannedDay, ...]

    @property
    def runs(self) -> int:
        """How many of its days have a run."""
        return sum(day.plan is not None for day in self.days)

    @property
    def others(self) -> int:
        """How many of its days have none."""
        return _WEEK - self.runs


@bp.get("/plan")
@sign_in_required
def way_home() -> ResponseReturnValue:
    """Show the sessions that remain if all goes well, and the day of return."""
    context = request_context()
    today = days.today(*context.diary, **context.when)
    home = days.earliest_way_home(*context.diary, today=context.today)
    protocol = known(context.view.episode.protocol)
    return render_template(
        "diary/way_home.html",
        standing=today.standing,
        home=home,
        weeks=list(by_week(home.days)),
        baseline=current(protocol, context.view.episode, BASELINE, context.today),
        walk_minutes=today.protocol.numbers.walk_first_minutes,
        today=context.today,
    )


def by_week(planned: Iterable[PlannedDay]) -> Iterator[PlannedWeek]:
    """Yield planned days by calendar week."""
    for monday, in_week in groupby(planned, key=lambda p: p.day - p.day.weekday() * ONE_DAY):
        yield PlannedWeek(monday, tuple(in_week))


@bp.get("/after-return")
@sign_in_required
def after_return() -> ResponseReturnValue:
    """Say what is watched after the return, what counts as a recurrence, and what then."""
    context = request_context()
    today = days.today(*context.diary, **context.when)
    return render_template(
        "diary/after_return.html",
        view=context.view,
        watch=watch(today.standing, today.protocol.numbers),
        numbers=today.protocol.numbers,
        documents=cited(("yamato", "heiderscheit", "wangensteen", "zein", "frandsen")),
    )
