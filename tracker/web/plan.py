"""What lies ahead: the earliest way home, and what comes after it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from flask import Blueprint, render_template

from tracker.progression.guardrails import current
from tracker.progression.literature import cited
from tracker.progression.protocol import BASELINE
from tracker.progression.protocol_file import known
from tracker.progression.standing import ONE_DAY
from tracker.progression.watch import watch
from tracker.progression.wording import place
from tracker.services import days
from tracker.web.context import sign_in_required
from tracker.web.entries import desk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from flask.typing import ResponseReturnValue

    from tracker.progression.plan import PlannedDay

bp = Blueprint("plan", __name__)
bp.add_app_template_filter(place)

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
    here = desk()
    found = days.today(*here.diary, **here.when)
    home = days.earliest_way_home(*here.diary, today=here.today)
    protocol = known(here.view.episode.protocol)
    return render_template(
        "plan/way_home.html",
        standing=found.standing,
        home=home,
        weeks=list(by_week(home.days)),
        baseline=current(protocol, here.view.episode, BASELINE, here.today),
        walk_minutes=found.protocol.numbers.walk_first_minutes,
        today=here.today,
    )


def by_week(planned: Iterable[PlannedDay]) -> Iterator[PlannedWeek]:
    """Yield planned days by calendar week."""
    for monday, in_week in groupby(planned, key=lambda p: p.day - p.day.weekday() * ONE_DAY):
        yield PlannedWeek(monday, tuple(in_week))


@bp.get("/after-return")
@sign_in_required
def after_return() -> ResponseReturnValue:
    """Say what is watched after the return, what counts as a recurrence, and what then."""
    here = desk()
    found = days.today(*here.diary, **here.when)
    return render_template(
        "plan/after_return.html",
        view=here.view,
        watch=watch(found.standing, found.protocol.numbers),
        numbers=found.protocol.numbers,
        documents=cited(("yamato", "heiderscheit", "wangensteen", "zein", "frandsen")),
    )
