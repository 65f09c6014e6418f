"""What a made-up runner does on a day: by the answer of the protocol, and by the day's fate."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.progression.made_up_runners import SHORT, course_of, runner
from tracker.progression.diary import Kind, Moment, Sensation
from tracker.progression.protocol import Stage
from tracker.progression.protocol_document.reader import parse
from tracker.progression.simulated.course import ONSET, Answer, LivedDay, answers
from tracker.progression.simulated.runners import Fate


def done(day: LivedDay) -> list[tuple[Kind, int | None, int, int]]:
    """Each session of a day: its kind, whole length, walking and jogging, in seconds."""
    return [(s.kind, s.seconds, s.walk_seconds, s.jog_seconds) for s in day.records.sessions]


def well() -> list[LivedDay]:
    """Twelve days in which all goes well."""
    return course_of(*[Fate()] * 12)


def run_days(days: list[LivedDay]) -> list[int]:
    return [number for number, day in enumerate(days) if day.outcome.runs]


def test_a_course_begins_on_the_onset_and_every_record_is_of_its_day() -> None:
    for number, day in enumerate(course_of(*[Fate(evening=1)] * 4)):
        assert day.outcome.standing.day == ONSET + timedelta(days=number)
        assert {record.date for record in day.records.records} == {day.outcome.standing.day}


def test_who_obeys_walks_runs_by_the_plan_and_after_the_return_rests_between_usual_runs() -> None:
    usual = [(Kind.RUN, 600, 0, 600)]
    days = well()
    assert [done(day) for day in days] == [
        [],
        [(Kind.WALK, 1800, 0, 0)],
        [(Kind.WALK_JOG, 1260, 660, 600)],
        [],
        usual,  # `build`
        [],
        usual,  # and from here returned: each day is cleared
        [],
        usual,
        [],
        usual,
        [],
    ]
    assert [day.outcome.standing.stage for day in days[5:7]] == [Stage.BUILD, Stage.RETURNED]
    assert all(day.answer == Answer((), None) for day in days[6:])


def test_a_cleared_day_is_let_pass_by_who_is_lazy_and_so_is_the_walk_that_is_due() -> None:
    lazy = Fate(lazy=True)
    assert done(course_of(Fate(), lazy)[1]) == []
    assert done(course_of(Fate(), Fate(), lazy)[2]) == []
    after = course_of(*[Fate()] * 6, lazy, *[Fate()] * 3)
    assert run_days(after) == [2, 4, 7, 9]  # the day after one that was let pass is a run day


def test_who_breaks_a_hold_runs_by_the_plan_or_ten_minutes_where_there_is_none() -> None:
    breaks = Fate(breaks=True)
    assert done(course_of(breaks)[0]) == [(Kind.RUN, 600, 0, 600)]
    assert done(course_of(*[Fate()] * 3, breaks)[3]) == [(Kind.WALK_JOG, 1260, 660, 600)]
    assert course_of(breaks)[0].outcome.runs[0].is_deviation


def test_who_runs_too_much_runs_three_tenths_more() -> None:
    (run,) = course_of(Fate(), Fate(), Fate(too_much=True))[2].records.sessions
    assert (run.walk_seconds, run.jog_seconds, run.longest_jog_seconds) == (660, 780, 780)
    assert run.seconds == 1440


@pytest.mark.parametrize(
    ("fate", "felt"),
    [
        (Fate(), (0, Sensation.NONE)),
        (Fate(session_pain=1), (1, Sensation.PAIN)),
        (Fate(session_pain=3, sharp=True), (3, Sensation.SHARP)),
        (Fate(session_pain=None), (None, None)),
    ],
)
def test_a_session_is_scored_and_felt_as_the_day_has_it(
    fate: Fate, felt: tuple[int | None, Sensation | None]
) -> None:
    for days in (course_of(Fate(), fate), course_of(Fate(), Fate(), fate)):
        (session,) = days[-1].records.sessions
        assert (session.pain, session.sensation) == felt


@pytest.mark.parametrize(
    ("fate", "check_ins"),
    [
        (Fate(waking=None), []),
        (Fate(), [(Moment.WAKING, 0, Sensation.NONE, False)]),
        (Fate(waking=1), [(Moment.WAKING, 1, Sensation.PAIN, False)]),
        (
            Fate(waking=2, evening=3),
            [(Moment.WAKING, 2, Sensation.PAIN, False), (Moment.EVENING, 3, Sensation.PAIN, False)],
        ),
        (Fate(waking=None, tablet=True), [(Moment.EVENING, 0, Sensation.NONE, True)]),
    ],
)
def test_waking_and_evening_are_told_as_the_day_has_them(
    fate: Fate, check_ins: list[tuple[Moment, int, Sensation, bool]]
) -> None:
    (day,) = course_of(fate)
    assert [
        (c.moment, c.pain, c.sensation, c.painkiller) for c in day.records.check_ins
    ] == check_ins
    assert [c for c in day.asked_with.check_ins if c.moment is not Moment.WAKING] == []
    assert len(day.asked_with.check_ins) == (fate.waking is not None)


@pytest.mark.parametrize(("denies", "flags"), [(True, ("none",)), (False, ())])
def test_signs_are_denied_on_the_morning_after_an_alarm_and_only_where_asked(
    *, denies: bool, flags: tuple[str, ...]
) -> None:
    alarm = Fate(waking=8)
    first, second = course_of(alarm, Fate(denies=denies))
    assert first.records.check_ins[0].red_flags == ()
    assert second.records.check_ins[0].red_flags == flags
    assert (second.outcome.standing.alarm_on is None) is denies


def test_another_protocol_answers_on_the_diary_as_it_was_lived() -> None:
    longer = parse(
        'based-on = "return-to-run-1"\nid = "mine-1"\ntitle = "Mine"\n'
        '[numbers.pain_free_days]\nvalue = 3\nnote = "x"\n'
    )
    days = well()
    asked = list(answers(longer, 10, days))
    assert not any(answer.clears for answer in asked)  # the walk came too early, and no other
    again = list(answers(SHORT, runner().baseline_minutes, days))
    assert again == [day.answer for day in days]
