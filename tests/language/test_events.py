"""What a day brought is said in one human sentence: the day's own, whoever says it."""

from __future__ import annotations

import pytest

from tests.builders import episode, on
from tests.progression.happenings import Teller
from tracker.language.events import happened
from tracker.progression.protocol_document.reader import shipped
from tracker.progression.timeline import timeline
from tracker.services.diary.news import DayNews, Fold, last_news, made_by_edit

PROTOCOL = shipped()


def news(*days: str) -> list[DayNews]:
    """What happened from onset on, a day for each line of happenings."""
    teller = Teller(episode())
    for day, happenings in enumerate(days):
        for happening in happenings.split(", "):
            teller.tell(day, happening)
    return list(_fold(teller, len(days) - 1).news())


def _fold(teller: Teller, until: int) -> Fold:
    return Fold(PROTOCOL, teller.diary, None, list(timeline(PROTOCOL, teller.diary, on(until))))


def said(day: DayNews) -> list[str]:
    return [happened(event, day.outcome.protocol, day.outcome.standing) for event in day.events]


OPENED = ("ok", "ok, walk 30", "ok, plan")  # the first day jogs are fine is day 2


def test_the_days_before_the_ladder_say_what_they_open() -> None:
    first, second, third = news("feels 2", "ok", "ok")
    assert said(first) == said(second) == []
    assert said(third) == [
        (
            "2 days in a row without pain: you may walk, cycle and swim now."
            " A walk of 30 minutes comes next."
        )
    ]
    assert said(news("feels 2", "ok", "ok, walk 30", "ok")[-1]) == [
        "The walk and the morning after it were good, so you may run now, from step 1 on."
    ]


@pytest.mark.parametrize(
    ("morning", "sentence"),
    [
        (
            "feels 2",
            "Pain 2 today, so the good runs here are counted anew; this is common.",
        ),
        (
            "feels 5",
            (
                "Pain 5 today is a flare, so back to Protect for now, and to step 1 after it;"
                " this is common."
            ),
        ),
        (
            "feels 1 limp, bike 10 scored 3",
            (
                "A limp today is a flare, so back to Protect for now, and to step 1 after it;"
                " this is common."
            ),
        ),
        (
            "feels 3 sharp",
            (
                "Sharp pain today is a flare, so back to Protect for now, and to step 1 after it;"
                " this is common."
            ),
        ),
        ("ok", ""),
    ],
    ids=["a step back", "a flare", "a limp", "a sharp morning", "a good morning"],
)
def test_the_morning_that_hurts_says_at_once_what_it_costs(morning: str, sentence: str) -> None:
    sentences = said(news(*OPENED, morning)[-1])
    assert sentences == ([sentence] if sentence else [])


def test_a_step_passed_promises_no_next_one_on_a_day_that_takes_it_back() -> None:
    days = news(*OPENED, *["obeys"] * 5, "ok, bike 20 felt sharp")
    passed, stop = said(days[-1])
    assert passed == "Step 1 is passed."
    assert stop.startswith("Sharp pain: stop for today.")


def test_a_flare_on_a_third_bad_day_names_the_step_that_it_takes() -> None:
    days = news(*OPENED, *["obeys"] * 6, "feels 1", "feels 1", "feels 1, evening feels 5")
    assert said(days[-1]) == [
        (
            "Pain 5 this evening is a flare, so back to Protect for now, and to step 1 after it;"
            " this is common."
        )
    ]


def test_a_flare_on_the_day_that_takes_a_step_for_a_run_is_said() -> None:
    days = news(*OPENED, *["obeys"] * 6, "ok, plan scored 2", "ok", "ok, evening feels 5")
    (flare,) = said(days[-1])
    assert flare.startswith("Pain 5 this evening is a flare")


def test_a_step_lost_is_named_on_the_day_of_the_pain_and_not_again_at_its_dawn() -> None:
    course = [*OPENED, *["obeys"] * 6, "feels 2", "-"]
    days = news(*course)
    (back,) = [n for n, day in enumerate(days) if "so back to step 1" in " ".join(said(day))]
    assert "feels" in course[back]
    assert said(days[back]) == ["Pain 2 today, so back to step 1 for now; this is common."]
    assert said(days[back + 1]) == []


def test_a_passed_step_names_the_next_plan() -> None:
    sentences = [words for day in news(*OPENED, *["obeys"] * 6) for words in said(day)]
    assert sentences[-1] == "Step 1 is passed. Next is step 2: walk 3 min, jog 2 min, 5 times."


def test_an_obedient_course_says_each_stage_and_the_return_once() -> None:
    sentences = [words for day in news(*["obeys"] * 56) for words in said(day)]
    assert sum("is passed" in words for words in sentences) == 9
    assert sum("From here you jog without walking" in words for words in sentences) == 1
    assert sum("up to 40 minutes" in words for words in sentences) == 1
    assert sentences[-1] == (
        "You are back at your usual run. For 60 days the tracker looks more closely."
    )


def test_sharp_pain_and_a_lay_off_say_where_they_lead() -> None:
    assert said(news(*OPENED[:2], "ok, plan felt sharp")[-1]) == [
        "Sharp pain: stop for today. Back to Protect for now, and to step 1 after it."
    ]
    resting = news(*["obeys"] * 20, *["ok"] * 15)
    sentences = [words for day in resting[20:] for words in said(day)]
    assert sentences[-1] == "14 days without a run, so one step lower: step 4 for now."
    assert len(sentences) == 2  # the step passed by the last run, and one step for the lay-off


def test_a_deviation_says_why_it_is_one_and_what_it_costs() -> None:
    (words,) = said(news(*OPENED, "ok, run 10")[-1])
    assert words.startswith("The run is kept as a deviation: it follows a run day")
    assert words.endswith("it costs no step unless it hurts.")


def test_pain_after_a_walk_in_protect_asks_for_less_walking() -> None:
    (words,) = said(news("feels 2", "feels 3, walk 20 scored 4")[-1])
    assert words.startswith("Pain 4 during “Walk”: for now walk less")
    (words,) = said(news("feels 2, walk 20 scored 0", "feels 3")[-1])
    assert words.startswith("Pain 3 today after walking: for now walk less")
    assert said(news("feels 2", "feels 3")[-1]) == []


def latest(*days: str) -> list[str]:
    teller = Teller(episode())
    for day, happenings in enumerate(days):
        for happening in happenings.split(", "):
            teller.tell(day, happening)
    return [words for day in last_news(_fold(teller, len(days) - 1)) for words in said(day)]


def test_what_is_told_is_what_came_since_the_last_entry() -> None:
    gone = said(news("feels 2", "ok", "ok")[-1])
    assert latest("feels 2", "ok", "ok") == gone
    assert latest("feels 2", "ok", "ok", "-") == gone  # until the next entry
    assert latest("feels 2", "ok", "ok, walk 30") == []
    assert latest("feels 2", "ok", "ok, walk 30", "-") == []


def test_a_step_passed_at_dawn_is_told_before_and_after_the_first_entry_of_its_day() -> None:
    course = [*OPENED, *["obeys"] * 5]
    for today in ("-", "ok"):
        assert latest(*course, today)[0].startswith("Step 1 is passed.")
    assert latest(*course, "ok, plan") == []


def test_an_edit_tells_what_it_makes_happen_and_nothing_else() -> None:
    before, after = news(*OPENED, "ok"), news(*OPENED, "feels 2")
    (day,) = made_by_edit(before, after)
    assert day.outcome.standing.day == on(3)
    assert len(day.events) == 1
    assert made_by_edit(after, after) == ()
