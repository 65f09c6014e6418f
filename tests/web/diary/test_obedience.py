"""Law 1 through the real form: where Today clears a run, the form takes the plan as planned."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from tests.web.conftest import TODAY
from tests.web.diaries import ladder_from
from tests.web.pages import words_of
from tracker.progression.episode import Setting
from tracker.progression.ladder import kept_plan
from tracker.services.diary import days
from tracker.services.injury import clinician

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from tests.web.conftest import Clock, SignedIn
    from tests.web.pages import Fields, PageClient
    from tracker.services.diary.days import Today
    from tracker.storage.database import Database

GOOD: Fields = {"pain": "0", "sensation": "none"}
EASY: Fields = GOOD | {"effort": "3"}


class Runner:
    """Answers well every morning and does what Today clears, on the pages alone."""

    def __init__(
        self, client: PageClient, signed_in: SignedIn, database: Database, clock: Clock
    ) -> None:
        self.client, self.clock, self.database = client, clock, database
        self.whose = database, signed_in.account_id, signed_in.episode_id
        self.steps: list[int | None] = []

    def today(self) -> Today:
        return days.as_it_stands(*self.whose, today=self.clock().date())

    def live(self, until: int) -> None:
        """Live day after day, through the `until`th from the first."""
        while self.clock().date() < TODAY + timedelta(days=until):
            self.clock.move(days=1)
            assert self.client.submit("/check-in", GOOD).status_code == 303
            self.run_if_cleared()

    def run_if_cleared(self) -> None:
        today = self.today()
        page = words_of(self.client.get("/"))
        assert ("Done as planned" in page) == bool(
            today.verdict.decision.allows_running and today.plan
        )
        if not today.verdict.decision.allows_running:
            return
        if today.plan:
            answer = self.client.submit("/session?plan=1", EASY)
        else:  # returned: a usual run, or the plan to begin again with
            plan = kept_plan(today.protocol, today.standing)
            seconds = plan.total_jog_seconds if plan else today.standing.baseline_seconds
            typed: Fields = {"minutes": f"{seconds // 60}", "jog_minutes": f"{seconds // 60}"}
            answer = self.client.submit("/session", EASY | typed | {"kind": "run"})
        assert answer.status_code == 303, words_of(answer)
        self.steps.append(today.standing.step)
        (session,) = [s for s in self.today().records.sessions if s.is_run]
        assert session.deviation is None


@pytest.fixture
def runner(client: PageClient, signed_in: SignedIn, database: Database, clock: Clock) -> Runner:
    ladder_from(database, signed_in, TODAY, clock())
    runner = Runner(client, signed_in, database, clock)
    runner.client.submit("/check-in", GOOD)
    runner.run_if_cleared()
    return runner


def deviations(runner: Runner) -> list[object]:
    """Of the whole course, derived anew."""
    course = days.course_of(*runner.whose, today=runner.clock().date())
    return [run for day in course.outcomes for run in day.runs if run.is_deviation]


@pytest.mark.slow
def test_the_whole_way_back_as_planned_is_never_refused(
    runner: Runner, come_back: Callable[[date], None]
) -> None:
    runner.live(52)
    assert set(range(1, 11)) <= {step for step in runner.steps if step is not None}
    assert runner.today().standing.has_returned
    come_back(runner.clock().date() + timedelta(days=40))
    runner.live(100)
    assert runner.today().standing.has_returned
    assert deviations(runner) == []


@pytest.mark.slow
def test_a_placement_is_run_as_planned(runner: Runner) -> None:
    runner.live(3)
    placed = Setting(name="step", value=6, date=runner.clock().date(), by="Dr Okafor")
    clinician.change_setting(*runner.whose, placed, today=runner.clock().date(), now=runner.clock())
    runner.live(12)
    assert 6 in runner.steps
    assert deviations(runner) == []


@pytest.mark.slow
def test_a_run_is_asked_for_after_sharp_pain_only_once_it_is_cleared_again(runner: Runner) -> None:
    runner.live(14)
    sharp: Fields = {"kind": "bike", "minutes": "20", "pain": "2", "sensation": "sharp"}
    runner.clock.move(hours=2)
    assert runner.client.submit("/session", sharp).headers["Location"] == "/red-flags"
    assert not runner.today().verdict.decision.allows_running
    none: Fields = {"emergency": ["none"], "urgent": ["none"], "routine": ["none"]}
    runner.client.submit("/red-flags", none | {"pain": "2", "sensation": "pain"})
    runner.live(30)
    assert deviations(runner) == []
