"""The headline leads with the answer that weighs most, and gives its reason."""

from __future__ import annotations

from tests.builders import episode, on
from tests.progression.expectations import Answer
from tests.progression.happenings import Teller
from tracker.language.sentences import (
    Headline,
    headline,
)
from tracker.progression.protocol_document.reader import shipped

PROTOCOL = shipped()


def head(happenings: str, day: int = 16) -> Headline:
    """The headline after obeying for so many days and what happens on the next."""
    teller = Teller(episode())
    for earlier in range(day):
        teller.tell(earlier, "obeys")
    for happening in happenings.split(", "):
        teller.tell(day, happening)
    answer = Answer(teller)
    return headline(answer.verdict, PROTOCOL, answer.outlook.next_run, on(day))


def test_the_headline_leads_with_the_answer_that_weighs_most() -> None:
    assert head("ok") == Headline("You may run today", "Every check is clear.", None)
    first = head("-")
    assert (first.word, first.until) == ("Check in first", "With good answers you may run today.")
    assert head("ok, plan").word == "Done for today"
    assert head("feels 2").word == "No running today"
    assert head("feels 2").until == "Earliest next run: Sunday 19 April."
    assert head("ok, bike 10 felt sharp").word == "Stop"
    locked = head("feels 1 flag E1")
    assert (locked.word, locked.until) == ("See a clinician first", None)


def test_on_the_morning_after_the_walk_good_answers_may_clear_the_day() -> None:
    told = head("-", day=2)
    assert (told.word, told.until) == ("Check in first", "With good answers you may run today.")
    assert "next morning" in told.sentence


def test_the_headline_of_a_caution_gives_its_reason() -> None:
    teller = Teller(episode())
    for day in range(17):
        teller.tell(day, "obeys")
    teller.tell(18, "ok")
    told = headline(Answer(teller).verdict, PROTOCOL, None, on(18))
    assert told.word == "You may run today, with care"
    assert told.sentence.startswith("The morning after your run on Friday 17 April has no answer")
