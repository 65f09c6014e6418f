"""Answers that contradict each other, warning signs, care, the watch, and what they cite."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.builders import check_in, episode, on, run
from tests.progression.happenings import Teller
from tests.translations.pseudo import PSEUDO
from tracker.content.care import ADVICE, CareEntry, CareKind, remark
from tracker.content.literature import cited, literature
from tracker.content.red_flags import SIGNS, signs
from tracker.content.sign import Urgency
from tracker.content.symptoms import PATTERNS
from tracker.language.contradictions import not_fitting
from tracker.progression.contradictions import check_in_contradictions, session_contradictions
from tracker.progression.diary import Sensation
from tracker.progression.episode import (
    EMERGENCY_FLAGS,
    LOCKING_FLAGS,
    RED_FLAGS,
    SCREENING,
    URGENT_FLAGS,
)
from tracker.progression.protocol_document.reader import shipped
from tracker.progression.watch import watch
from tracker.translations import speaking


@pytest.mark.parametrize(
    ("pain", "felt", "fits"),
    [
        (0, Sensation.NONE, True),
        (0, Sensation.SORENESS, True),
        (0, Sensation.PAIN, False),
        (0, Sensation.SHARP, False),
        (1, Sensation.NONE, False),
        (1, Sensation.SORENESS, True),
        (1, Sensation.PAIN, True),
        (10, Sensation.SHARP, True),
    ],
)
def test_score_and_sensation_of_a_check_in_have_to_fit(
    pain: int, felt: Sensation, *, fits: bool
) -> None:
    contradictions = check_in_contradictions(check_in(0, pain, felt))
    assert [c.field for c in contradictions] == ([] if fits else ["sensation"])


def test_a_contradiction_says_what_to_do() -> None:
    (named,) = check_in_contradictions(check_in(0, 0, Sensation.PAIN))
    assert not_fitting(named).startswith("a score of 0 means no pain: choose none or soreness")
    (scored,) = check_in_contradictions(check_in(0, 4, Sensation.NONE))
    assert "the score is 4: choose" in not_fitting(scored)
    with speaking(PSEUDO):
        assert not_fitting(scored).startswith("⟦felt nothing, yet the score is 4")


def test_jogging_cannot_be_longer_than_the_session_but_for_a_minute() -> None:
    short = replace(run(0, 20), seconds=19 * 60)
    assert session_contradictions(short) == ()
    assert session_contradictions(replace(short, seconds=None)) == ()
    (contradiction,) = session_contradictions(replace(short, seconds=19 * 60 - 1))
    assert contradiction.field == "jog_minutes"
    assert not_fitting(contradiction) == "the jogging is longer than the whole session"


def test_the_longest_jog_cannot_be_longer_than_all_of_it() -> None:
    assert session_contradictions(replace(run(0, 20), longest_jog_seconds=1200)) == ()
    (contradiction,) = session_contradictions(replace(run(0, 20), longest_jog_seconds=1201))
    assert contradiction.field == "longest_jog_minutes"
    assert not_fitting(contradiction) == "the longest jog is longer than all jogging together"


def test_every_flag_and_screening_answer_has_its_question() -> None:
    assert set(SIGNS) == {*RED_FLAGS, *SCREENING}
    assert all(sign.question and sign.advice for sign in SIGNS.values())
    assert all(SIGNS[flag].urgency is Urgency.EMERGENCY for flag in EMERGENCY_FLAGS)
    assert all(SIGNS[flag].urgency is Urgency.URGENT for flag in URGENT_FLAGS)
    assert {f for f in RED_FLAGS if SIGNS[f].urgency >= Urgency.URGENT} == LOCKING_FLAGS
    assert all(urgency.title and urgency.whom for urgency in Urgency)


def test_the_most_urgent_sign_comes_first() -> None:
    assert [s.id for s in signs(["R1", "U2", "E1", "pregnant"])] == ["E1", "U2", "pregnant", "R1"]
    with pytest.raises(KeyError):
        signs(["X1"])


def test_everything_cited_is_a_known_document() -> None:
    names = {
        *(name for sign in SIGNS.values() for name in sign.sources),
        *(name for advice in ADVICE.values() for name in advice.sources),
        *(name for pattern in PATTERNS for name in pattern.sources),
    }
    assert names <= literature().keys()
    assert [source.author for source in cited(["leigh"])] == ["Kristin Leigh"]


@pytest.mark.parametrize(
    ("minutes", "advice"),
    [(None, ""), (20, ""), (21, "Later advice stops"), (30, "Later advice stops"), (31, "long")],
)
def test_ice_for_long_gets_a_remark(minutes: int | None, advice: str) -> None:
    said = remark(CareEntry(date=on(0), kind=CareKind.ICE, minutes=minutes))
    assert advice in said
    assert bool(said) == bool(advice)


def test_other_care_gets_no_remark() -> None:
    assert set(ADVICE) == set(CareKind)
    assert remark(CareEntry(date=on(0), kind=CareKind.REST, minutes=600)) == ""


def test_the_watch_lasts_sixty_days_with_the_day_of_return() -> None:
    teller = Teller(episode())
    for day in range(51):
        teller.tell(day, "obeys")
    numbers = shipped().numbers
    assert watch(teller.stand(49).standing, numbers) is None
    teller.tell(111, "bike 20 felt sharp")
    assert watch(teller.stand(111).standing, numbers) is None
    first, last, after = (watch(teller.stand(day).standing, numbers) for day in (50, 109, 110))
    assert first
    assert last
    assert after
    assert (first.day, last.day, last.last_day) == (1, 60, on(109))
    assert (first.is_over, last.is_over, after.is_over) == (False, False, True)
