"""A clinician's summary: every figure against a course in which everything happens."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.builders import check_in, diary, episode, good_morning, number, on, planned, run, walk
from tests.charts.diaries import (
    PROTOCOL,
    DecidedDiary,
    all_unanswered,
    decided,
    eventful,
    nothing,
    obedient,
)
from tests.courses import obedient_course
from tracker.progression.diary import Moment, Sensation
from tracker.progression.episode import Clearance, Setting, Site
from tracker.progression.ladder import Prescription, prescription
from tracker.reports.report import Report, initials, report
from tracker.reports.run_days import Outcome, run_days
from tracker.reports.summary import Adherence, Summary, summarise


def summary(story: DecidedDiary, first: int = 0, last: int | None = None) -> Summary:
    outcomes = story.outcomes if last is None else story.outcomes[: last + 1]
    runs = [run for run in run_days(story.diary, outcomes) if run.day >= on(first)]
    return summarise(PROTOCOL, story.diary, outcomes, on(first), runs)


def words(story: DecidedDiary, first: int = 0, *, notes: bool = False) -> Report:
    figures = summary(story, first)
    return report(figures, who="A. L.", onset_about=False, with_notes=notes)


def test_the_eventful_course_in_figures() -> None:
    figures = summary(eventful())
    assert (figures.pain.first_week, figures.pain.last_week) == (5, 0)
    assert (figures.pain.at_first, figures.pain.worst, figures.pain.latest) == (
        (6, on(0)), (6, on(0)), (0, on(42)),
    )  # fmt: skip
    assert (figures.pain.scored_days, figures.pain.without_pain) == (39, 27)
    assert figures.answered == Adherence(39, 43)
    assert [run.outcome for run in figures.runs].count(Outcome.CLEAN) == 9
    assert [number(s.date) for s in figures.sharp] == [39]
    assert [(number(d.date), d.rules) for d in figures.deviations] == [
        (33, ("rest-between-runs", "more-than-planned"))
    ]
    assert [(number(f.date), f.flags) for f in figures.flags] == [(2, ("U1",))]
    assert [number(c.date) for c in figures.clearances] == [5]


def test_the_plan_and_the_usual_run_are_those_in_force_on_the_last_day() -> None:
    figures = summary(eventful(), last=34)
    now = eventful().outcomes[34]
    assert figures.plan == prescription(now.protocol, now.standing)
    assert figures.plan is not None
    assert figures.baseline_minutes == episode().baseline_minutes
    longer = Setting(name="baseline_run_minutes", value=55, date=on(9))
    book = diary(good_morning(0), of=episode(settings=[longer]))
    assert [summary(decided(book, day)).baseline_minutes for day in (8, 9)] == [40, 55]


def test_a_range_begins_with_the_clearances_of_its_first_day() -> None:
    assert [number(c.date) for c in summary(eventful(), first=5).clearances] == [5]
    assert not summary(eventful(), first=6).clearances


def test_a_rest_day_is_due_after_every_run_day_and_today_is_not_over() -> None:
    assert summary(eventful()).rest_days == Adherence(12, 13)
    ran = obedient_course(8)
    assert summary(decided(ran, 8)).rest_days == Adherence(0, 0)
    assert summary(decided(ran, 9)).rest_days == Adherence(1, 1)
    assert [number(r.day) for r in summary(decided(ran, 9)).runs] == [7]


def test_a_run_on_a_rest_day_is_not_kept_even_today() -> None:
    plan = Prescription(240, 60, 5)
    ran = obedient_course(7)
    again = [s for d in ran.days.values() for s in d.sessions]
    mornings = [c for d in ran.days.values() for c in d.check_ins]
    book = diary(*mornings, *again, good_morning(8), planned(8, plan))
    assert summary(decided(book, 8)).rest_days == Adherence(0, 1)


def test_no_rest_day_is_due_after_the_return() -> None:
    returned = summary(obedient(70), first=57)
    assert returned.rest_days.due == 0
    assert len(returned.runs) > 5


def test_a_range_counts_its_own_days_and_is_told_as_it_stood_on_the_last() -> None:
    figures = summary(eventful(), first=28, last=34)
    assert (figures.first, figures.last, figures.window.day) == (on(28), on(34), 34)
    assert [number(run.day) for run in figures.runs] == [28, 30, 32, 33]
    assert figures.answered == Adherence(7, 7)
    assert not figures.flags
    assert not figures.sharp
    assert not figures.clearances
    assert figures.runs[-1].morning == 0
    earlier = summary(eventful(), first=28, last=33)
    assert earlier.runs[-1].morning is None


def test_painkillers_limps_and_pain_at_night_are_named_by_day() -> None:
    book = diary(
        check_in(0, 3, painkiller=True),
        check_in(1, 2, limp=True),
        check_in(2, 1, moment=Moment.NIGHT),
        check_in(3, 0, moment=Moment.NIGHT),
        replace(walk(4), limp=True),
    )
    figures = summary(decided(book, 4))
    assert (figures.painkillers, figures.limping) == ((on(0),), (on(1), on(4)))
    assert figures.night_pain == (on(2),)
    assert dict(words(decided(book, 4)).facts)["Days with a limp"] == "2 (2 Apr, 5 Apr)"


def test_the_morning_after_a_run_of_today_is_to_come_even_after_a_deviation() -> None:
    rows = words(decided(diary(check_in(0, 2), run(0)), 0)).runs.rows
    assert [(row[1], row[5]) for row in rows] == [("deviation", "to come")]


def test_changed_numbers_name_what_they_were_and_who_changed_them() -> None:
    changes = [
        Setting(name="pain_free_days", value=4, date=on(9)),
        Setting(name="pain_allowed", value=1, date=on(2), by="Dr Okafor"),
        Setting(name="pain_free_days", value=3, date=on(5)),
    ]
    story = decided(diary(good_morning(0), of=episode(settings=changes)), 12)
    listed = [(c.setting.name, c.before, c.setting.value) for c in summary(story, first=8).changes]
    assert listed == [("pain_allowed", 0, 1), ("pain_free_days", 2, 3), ("pain_free_days", 3, 4)]
    said = dict(words(story).facts)["Changed numbers"]
    assert "0 → 1 from 3 April 2026, set by Dr Okafor" in said
    assert "2 → 3 from 6 April 2026, set by the runner" in said


def test_warning_signs_of_the_first_questions_are_told_and_locked_running_comes_first() -> None:
    story = decided(diary(good_morning(0), of=episode(screening=["operated"])), 3)
    assert [(f.date, f.flags) for f in summary(story).flags] == [(on(0), ("operated",))]
    assert "locked since 1 Apr" in words(story).attention[0]
    asked = "Yes at the start: Did you have an operation for this injury?"
    assert asked in [row[-1] for row in words(story).events.rows]
    cleared = episode(screening=["operated"], clearances=[Clearance(date=on(2), by="Dr Okafor")])
    assert not words(decided(diary(good_morning(0), of=cleared), 3)).attention


def test_what_advises_to_see_somebody_comes_first() -> None:
    worse = diary(*(check_in(day, 1 if day < 7 else 5) for day in range(14)))
    assert any("getting worse" in said for said in words(decided(worse, 13)).attention)


@pytest.mark.parametrize("story", [nothing, all_unanswered, eventful])
def test_an_unanswered_score_is_never_a_zero(story: object) -> None:
    assert callable(story)
    figures = summary(story())
    scored = [
        d.standing.today.worst for d in story().outcomes if d.standing.today.worst is not None
    ]
    assert figures.pain.scored_days == len(scored)
    assert figures.pain.without_pain == scored.count(0)


def test_pain_without_a_score_is_not_counted_as_no_pain() -> None:
    sharp = replace(walk(3), pain=None, sensation=Sensation.SHARP)
    story = decided(diary(*(check_in(day, 0) for day in range(4)), sharp), 3)
    detail = words(story).figures[0].detail
    assert "worst" not in detail
    assert "no pain on 3 of 4 scored days; pain without a score on 1 day" in detail


def test_what_is_allowed_is_not_called_free_of_pain() -> None:
    allowed = Setting(name="pain_allowed", value=1, date=on(2), by="Dr Okafor")
    page = words(
        decided(diary(*(check_in(d, 1) for d in range(9)), of=episode(settings=[allowed])), 8)
    )
    assert "pain-free" not in page.figures[0].detail
    assert "no pain above the 1 point allowed since 3 Apr" in page.figures[0].detail
    assert "no pain above the 1 point allowed then or the next day" in page.runs.note
    assert "pain-free since 5 Apr" in words(obedient(40)).figures[0].detail
    assert "no pain then or the next day" in words(eventful()).runs.note


def test_a_diary_without_scores_says_so_with_a_question_mark() -> None:
    page = words(all_unanswered())
    assert page.figures[0].value == "onset ? · worst ? · now ?"
    assert page.runs.rows[0][4:6] == ("no answer", "no answer")
    assert "too few scores for a middle of 7 days" in page.figures[0].detail


def test_the_latest_week_is_told_beside_the_first() -> None:
    pain = words(eventful()).figures[0].detail
    assert "middle of the last 7 days 0, of the first 7 5" in pain


def test_the_days_of_the_table_have_their_year_only_where_there_are_several() -> None:
    assert words(eventful()).runs.rows[0][0] == "16 Apr"
    assert words(obedient(400)).runs.rows[-1][0].endswith("2027")


def test_no_window_is_claimed_for_another_place_than_the_hamstring() -> None:
    elsewhere = replace(episode(), site=Site.GLUTEAL)
    said = words(decided(diary(good_morning(0), of=elsewhere), 20)).injury
    assert "gluteal area" in said
    assert "we found no usual time" in said


def test_notes_are_told_only_if_they_are_wanted() -> None:
    noted = replace(check_in(1, 2), note="On the stairs.")
    story = decided(diary(noted, replace(run(2), note="Too early.")), 3)
    assert words(story).notes is None
    assert "stairs" not in repr(words(story))
    table = words(story, notes=True).notes
    assert table is not None
    assert table.rows == (("2 Apr", "On the stairs."), ("3 Apr", "Too early."))


def test_soreness_on_the_morning_after_is_told_beside_the_score() -> None:
    mornings = {row[-1]: row[5] for row in words(eventful()).runs.rows}
    assert (mornings["17"], mornings["15"], mornings["42"]) == ("0, soreness", "0", "to come")


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Ada Lovelace", "A. L."),
        ("мария", "М."),
        ("李小龍", "李."),
        ("ada  de  la Cruz", "A. D. L. C."),
    ],
)
def test_initials_are_the_first_letters_in_any_script(name: str, short: str) -> None:
    assert initials(name) == short


def test_bike_and_swim_are_told_with_what_is_suggested_next() -> None:
    assert dict(words(eventful()).facts)["Bike and swim"] == (
        "on 2 days; suggested at most: bike 40 min, swim 15 min"
    )
    assert dict(words(nothing()).facts)["Bike and swim"] == "none"
