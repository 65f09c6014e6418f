"""What there is to do on a day: one thing, by what the rules say and where the runner stands."""

from __future__ import annotations

import pytest

from tests.builders import episode, on
from tests.progression.expectations import Answer
from tests.progression.happenings import Teller
from tracker.progression.episode import Setting
from tracker.progression.job import Job, job_of


def job(happenings: str, day: int, *, home: bool = False) -> Job:
    """What there is to do after obeying for so many days, by what happens on the next."""
    placed = (Setting(name="step", value=9, date=on(0), by="Rivera"),) if home else ()
    teller = Teller(episode(baseline=20 if home else 40, settings=placed))
    for earlier in range(7 if home else day):
        teller.tell(earlier, "obeys")
    for earlier in range(7, day) if home else ():
        teller.tell(earlier, "ok")
    for happening in happenings.split(", "):
        teller.tell(day, happening)
    answer = Answer(teller)
    return job_of(answer.now.protocol, answer.verdict, answer.standing, answer.outlook)


@pytest.mark.parametrize(
    ("happenings", "day", "expected"),
    [
        ("feels 1 flag E1", 16, Job.SEEK_HELP),
        ("ok, bike 10 felt sharp", 16, Job.STOP),
        ("feels 8", 16, Job.ANSWER_SIGNS),
        ("-", 16, Job.CHECK_IN),
        ("-", 2, Job.CHECK_IN),
        ("-", 17, Job.NO_RUN),  # good answers change nothing: yesterday was a run day
        ("ok", 16, Job.RUN),
        ("ok", 60, Job.RUN_AS_BEFORE),
        ("ok", 1, Job.WALK),
        ("ok, walk 30", 1, Job.AWAIT_MORNING),
        ("ok, plan", 16, Job.RUN_DONE),
        ("feels 2", 16, Job.NO_RUN),
        ("feels 2", 1, Job.REST),
    ],
)
def test_there_is_one_thing_to_do(happenings: str, day: int, expected: Job) -> None:
    assert job(happenings, day) is expected


def test_after_a_long_time_without_a_run_one_begins_again_lower_down() -> None:
    assert job("ok", 17, home=True) is Job.RUN_AS_BEFORE  # the last run was on day 4
    assert job("ok", 18, home=True) is Job.BEGIN_AGAIN
