"""What lies ahead: the calendar home, and what it does not read."""

from __future__ import annotations

from dataclasses import replace
from unittest.mock import ANY

from tests.builders import diary, episode, number, on
from tests.progression.happenings import Teller
from tracker.progression.diary import Kind
from tracker.progression.episode import Clearance, Episode, Setting
from tracker.progression.forecast import Outlook, WayHome, as_planned, outlook, way_home
from tracker.progression.ladder import Prescription
from tracker.progression.protocol import Stage
from tracker.progression.protocol_document.reader import shipped
from tracker.progression.recovery import Window, window
from tracker.progression.rules import verdict
from tracker.progression.timeline import stand

PROTOCOL = shipped()


def ahead(*happenings: tuple[int, str], facts: Episode | None = None, asked: int) -> Outlook:
    teller = Teller(facts or episode())
    for day, happening in happenings:
        teller.tell(day, happening)
    before = stand(PROTOCOL, teller.diary, on(asked - 1)).standing
    return outlook(PROTOCOL, teller.diary, before, stand(PROTOCOL, teller.diary, on(asked)))


def home(of: Episode) -> WayHome:
    return way_home(PROTOCOL, diary(of=of), None, on(0))


def test_a_clearance_of_a_later_day_opens_nothing_before_it() -> None:
    cleared = episode(clearances=[Clearance(date=on(4), by="Rivera")])
    view = ahead(
        (1, "ok"), (2, "feels 0 flag E1"), (2, "bike 9 felt sharp"), facts=cleared, asked=2
    )
    assert view.next_run is None
    assert view.until["sharp-pain"] == on(5)


def test_a_setting_of_a_later_day_is_not_read_before_it() -> None:
    stricter = episode(settings=[Setting(name="pain_free_days", value=9, date=on(2))])
    assert ahead((0, "feels 2"), (1, "ok"), facts=stricter, asked=1).next_run == on(3)


def test_a_rule_that_does_not_hold_has_no_day() -> None:
    view = ahead((0, "feels 2"), (1, "feels 2"), asked=1)
    assert view.until == {"pain-gone": on(3), "walk-first": on(4)}


def test_the_next_run_is_told_with_its_plan() -> None:
    plan = Prescription(4 * 60, 60, 5)
    assert ahead((0, "ok"), (1, "obeys"), asked=1) == Outlook(on(2), ANY, plan, None)


def test_the_way_home_is_a_calendar_of_sessions() -> None:
    way = home(episode())
    walk, first, *_rest, last = way.days
    assert (number(walk.day), walk.stage, walk.plan) == (1, Stage.CROSS_TRAIN, None)
    assert (number(first.day), first.stage, first.step) == (2, Stage.WALK_JOG, 1)
    assert first.plan is not None
    assert first.plan.total_seconds == 25 * 60
    assert (number(last.day), last.stage, last.step) == (48, Stage.BUILD, 10)
    assert last.plan is not None
    assert last.plan.total_jog_seconds == 40 * 60
    assert way.returns_on == on(50)
    days = [number(planned.day) for planned in way.days]
    assert days == [1, *range(2, 50, 2)]


def test_the_longest_baseline_has_a_way_home_too() -> None:
    way = home(episode(baseline=300))
    assert way.returns_on is not None
    longest = [planned.plan.jog_seconds // 60 for planned in way.days[-5:] if planned.plan]
    assert longest == [236, 259, 284, 300, 300]


def test_while_running_is_locked_there_is_no_way_home() -> None:
    way = home(episode(screening=["pregnant"]))
    assert way == WayHome((), None)


def test_a_ladder_that_takes_years_names_no_day_of_return() -> None:
    """Six clean runs on each of a hundred steps."""
    step = replace(PROTOCOL.steps[0], clean_runs=6)
    endless = replace(PROTOCOL, steps=(step,) * 100)
    way = way_home(endless, diary(), None, on(0))
    assert way.returns_on is None
    assert len(way.days) == 500


def test_the_last_day_is_the_last_one_anything_is_dated() -> None:
    assert diary().last_day == on(0)
    teller = Teller(episode())
    teller.tell(3, "ok")
    assert teller.diary.last_day == on(3)
    teller.tell(4, "walk 20")
    assert teller.diary.last_day == on(4)
    teller.tell(5, "sets pain_free_days 4")
    assert teller.diary.last_day == on(5)
    teller.tell(6, "cleared by Rivera")
    assert teller.diary.last_day == on(6)


def test_a_plan_done_is_a_session_of_its_minutes() -> None:
    walking = as_planned(Prescription(60, 240, 5), on(3))
    assert (walking.date, walking.kind, walking.seconds) == (on(3), Kind.WALK_JOG, 25 * 60)
    assert (walking.walk_seconds, walking.jog_seconds) == (5 * 60, 20 * 60)
    assert (walking.longest_jog_seconds, walking.pain, walking.sensation) == (240, None, None)
    assert as_planned(Prescription(0, 1500, 1), on(3)).kind is Kind.RUN


def test_a_screen_answered_later_does_not_lock_before_its_day() -> None:
    screened = replace(episode(screening=["pregnant"]), screened_on=on(3))
    assert ahead((2, "ok"), facts=screened, asked=2).next_run == on(4)
    assert ahead((3, "ok"), facts=screened, asked=3).next_run is None


def test_the_window_counts_from_onset() -> None:
    assert window(PROTOCOL, on(0), on(20)) == Window(20, "inside", on(14), on(42))


def test_a_run_beyond_its_plan_is_told_with_what_was_allowed() -> None:
    teller = Teller(episode())
    for day, happening in ((0, "ok"), (1, "obeys"), (2, "ok"), (2, "run 20")):
        teller.tell(day, happening)
    (run,) = teller.stand(2).runs
    (finding,) = run.against
    assert finding.named_facts == {"jog_seconds": 1200, "percent": 10, "seconds": 30}


def test_rest_is_told_with_the_day_of_the_run() -> None:
    teller = Teller(episode())
    for day in range(3):
        teller.tell(day, "obeys")
    facts = {f.rule: f.named_facts for f in verdict(PROTOCOL, teller.stand(3).standing).findings}
    assert facts["rest-between-runs"] == {"run_on": on(2), "rest_days": 1, "next_day": False}
    assert facts["morning-after"] == {"run_on": on(2), "pending": True}
