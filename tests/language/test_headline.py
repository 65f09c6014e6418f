"""The largest words name the job of the day; a line says why, another what comes next."""

from __future__ import annotations

import pytest

from tests.builders import episode
from tests.progression.expectations import Answer
from tests.progression.happenings import Teller
from tracker.language.job import Day, Headline, happens_next, headline, instead
from tracker.language.rules import sentence
from tracker.progression.job import Job, job_of
from tracker.progression.ladder import prescription


def asked(happenings: str, day: int = 16) -> Day:
    """What is asked of the day after obeying for so many, by what happens on it."""
    teller = Teller(episode())
    for earlier in range(day):
        teller.tell(earlier, "obeys")
    for happening in happenings.split(", "):
        teller.tell(day, happening)
    return _day(teller)


def _day(teller: Teller) -> Day:
    answer = Answer(teller)
    now, ahead = answer.now, answer.outlook
    plan = prescription(now.protocol, answer.standing)
    job = job_of(now.protocol, answer.verdict, answer.standing, ahead)
    return Day(job, answer.verdict, now.protocol, answer.standing, plan, ahead)


@pytest.mark.parametrize(
    ("happenings", "day", "job", "word"),
    [
        ("ok", 16, Job.RUN, "Walk and jog today"),
        ("ok", 44, Job.RUN, "Run today"),
        ("-", 16, Job.CHECK_IN, "Check in first"),
        ("-", 2, Job.CHECK_IN, "Check in first"),
        ("ok", 1, Job.WALK, "Walk 30 minutes today"),
        ("ok, walk 30", 1, Job.AWAIT_MORNING, "Your walk is done"),
        ("ok, plan", 16, Job.RUN_DONE, "Done for today"),
        ("feels 2", 16, Job.NO_RUN, "No run today"),
        ("ok", 17, Job.NO_RUN, "No run today"),
        ("feels 2", 1, Job.REST, "Rest today"),
        ("ok, bike 10 felt sharp", 16, Job.STOP, "Stop for today"),
        ("feels 8", 16, Job.ANSWER_SIGNS, "Answer some questions"),
        ("ok", 60, Job.RUN_AS_BEFORE, "Run as before"),
    ],
)
def test_the_largest_words_name_the_job(happenings: str, day: int, job: Job, word: str) -> None:
    view = asked(happenings, day)
    assert (view.job, headline(view).word) == (job, word)


def test_with_an_open_sign_nothing_is_named_that_could_be_done() -> None:
    view = asked("feels 1 flag E1")
    assert view.job is Job.SEEK_HELP
    assert happens_next(view) == instead(view) == ""


def test_a_held_day_says_why_and_until_when() -> None:
    words = headline(asked("feels 2"))
    assert words.sentence == "There was pain today. Wait for a day without pain before you run."
    assert words.until == "No run before Sunday 19 April."
    assert headline(asked("ok")) == Headline(
        "Cleared", "Walk and jog today", "Every check is clear."
    )


def test_a_check_in_at_night_is_not_taken_for_none() -> None:
    night = headline(asked("night feels 0"))
    assert night.word == "Check in first"
    assert night.sentence.startswith("A check-in at night says nothing of the morning after it. ")
    assert headline(asked("-")).sentence.startswith("With good answers you may run today")
    assert "at night only" in _of_rule("night feels 0")
    assert "not checked in today" in _of_rule("-")
    assert "have checked in today" in _of_rule("night feels 0, ok")


def _of_rule(happenings: str) -> str:
    view = asked(happenings)
    (said,) = (f for f in view.verdict.findings if f.rule == "check-in-today")
    return sentence(said, view.protocol)


def test_what_has_to_happen_next_names_a_day_and_its_conditions() -> None:
    assert happens_next(asked("ok", 17)) == (
        "No run before Sunday 19 April, and only if the morning is free of pain."
        " Then: walk 1 min, jog 4 min, 5 times."
    )
    assert happens_next(asked("feels 2", 0)) == (
        "No run before Saturday 4 April, and only if 2 days in a row are free of pain (0 so far)"
        " and a walk of 30 minutes and the morning after it are too."
        " Then: walk 4 min, jog 1 min, 5 times."
    )
    assert happens_next(asked("ok, walk 30", 1)) == (
        "No run before Friday 3 April, and only if the morning after your walk is free of pain."
        " Then: walk 4 min, jog 1 min, 5 times."
    )


def test_the_headline_of_a_caution_gives_its_reason() -> None:
    teller = Teller(episode())
    for day in range(17):
        teller.tell(day, "obeys")
    teller.tell(18, "ok")
    words = headline(_day(teller))
    assert (words.kind, words.word) == ("Cleared, with care", "Walk and jog with care")
    assert words.sentence.startswith("The morning after your run on Friday 17 April has no answer")
