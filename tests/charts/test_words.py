import pytest

from tests.builders import check_in, diary, good_morning, run, session
from tests.charts.diaries import all_unanswered, eventful, nothing, obedient, one_day, told
from tests.charts.drawn import every_chart
from tracker.progression.diary import Kind, Sensation

EVENTFUL = {
    "recovery": (
        "From 1 Apr 2026 to 13 May 2026: worst pain 6 of 10, the middle of 7 days went from 6 to "
        "0; 39 of 43 days scored; 107 minutes of jogging, 60 minutes on the bike or in the "
        "water; 1 day with a stop for sharp pain, 1 with a warning sign, 2 with a step back, 1 "
        "with a deviation and 1 with a clinician's clearance; the earliest way home, if all goes "
        "well, ends on 30 Jun 2026."
    ),
    "response": (
        "14 run days, 12 mornings after answered: 11 without pain, 1 with pain; the worst was 2 "
        "of 10, after 10 minutes of jogging."
    ),
    "calendar": (
        "43 days from 1 Apr 2026: 1 with a stop, 1 with a deviation, 12 with a run, 2 with a "
        "walk, 2 of cross-training, 21 of rest and 4 with nothing recorded."
    ),
    "ladder": (
        "Stage Walk and jog, step 1 with 0 of 3 clean runs: 9 of 14 run days clean, the longest "
        "jog of those without a deviation 3 minutes; the usual run is 40 minutes."
    ),
}


@pytest.mark.parametrize("name", EVENTFUL)
def test_one_sentence_says_what_the_chart_shows(name: str) -> None:
    assert every_chart(eventful())[name].description.sentence == EVENTFUL[name]


def test_every_sentence_of_an_empty_diary_says_that_it_is_empty() -> None:
    sentences = [chart.description.sentence for chart in every_chart(nothing()).values()]
    assert sentences == [
        (
            "Nothing recorded yet since 1 Apr 2026; the earliest way home, if all goes well, "
            "ends on 21 May 2026."
        ),
        "No runs yet, so there is no morning after to show.",
        "1 day from 1 Apr 2026: 1 with nothing recorded.",
        "Stage Protect, the ladder waits at step 1: no runs yet; the usual run is 40 minutes.",
    ]


def test_a_diary_without_answers_is_not_called_painless() -> None:
    described = every_chart(all_unanswered())
    assert (
        "no pain score answered; 0 of 31 days scored" in described["recovery"].description.sentence
    )
    assert "without pain" not in described["response"].description.sentence


def test_a_table_names_the_missing_answer_and_keeps_the_zero() -> None:
    rows = every_chart(eventful())["recovery"].description.rows
    assert rows[3][3:5] == ("no answer", "–")
    assert rows[13][3:5] == ("0", "none")


@pytest.mark.parametrize("story", [nothing, one_day, eventful, all_unanswered])
def test_every_row_of_a_table_has_a_cell_for_every_header(story: object) -> None:
    assert callable(story)
    for chart in every_chart(story()).values():
        assert {len(row) for row in chart.description.rows} <= {len(chart.description.header)}


def test_one_minute_is_one() -> None:
    jogged = told(diary(good_morning(0), run(1, 1), check_in(2, 1)), 2)
    described = {name: chart.description.sentence for name, chart in every_chart(jogged).items()}
    assert "the longest jog 1 minute;" in every_chart(obedient(8))["ladder"].description.sentence
    assert "0 of 1 run day clean; the usual" in described["ladder"]
    assert "1 minute of jogging" in described["recovery"]
    assert "1 minute of jogging" in described["response"]


def test_a_calendar_of_weeks_counts_its_days_from_the_first_of_them() -> None:
    long = told(diary(good_morning(0)), 400)
    sentence = every_chart(long)["calendar"].description.sentence
    assert sentence.startswith("401 days from 1 Apr 2026:")


def test_pain_without_a_score_is_not_told_as_zero() -> None:
    sharp = session(3, Kind.BIKE, 20, pain=None, sensation=Sensation.SHARP)
    story = told(diary(*(check_in(day, 0) for day in range(4)), sharp), 3)
    chart = every_chart(story)["recovery"]
    assert "worst score 0 of 10 besides pain without a score" in chart.description.sentence
    assert chart.description.rows[3][3:5] == ("not scored", "sharp, not scored")
    svg = chart.draw("light", 358, "svg").decode()
    assert "below 0: sharp pain, not scored" in svg


def test_a_middle_that_too_few_answers_carry_at_the_end_is_not_told_as_if_they_did() -> None:
    scores = [6, 6, 6, 6, *[2] * 8]
    story = told(diary(*(check_in(day, score) for day, score in enumerate(scores))), 40)
    sentence = every_chart(story)["recovery"].description.sentence
    assert "the middle of 7 days was 6 at first, 2 on 16 Apr 2026 and is not known" in sentence


def test_two_stops_on_a_day_are_one_day() -> None:
    sharp = [session(1, Kind.BIKE, 20, pain=3, sensation=Sensation.SHARP)] * 2
    weekly = told(diary(*(check_in(day, 1) for day in range(140)), *sharp), 139)
    for story, span in ((told(diary(check_in(0, 1), *sharp), 1), "day"), (weekly, "week")):
        sentence = every_chart(story)["recovery"].description.sentence
        assert f"1 {span} with a stop for sharp pain" in sentence


@pytest.mark.slow
def test_a_gathered_chart_says_so() -> None:
    description = every_chart(obedient(200))["recovery"].description
    assert description.header[0] == "Week from"
    svg = every_chart(obedient(200))["recovery"].draw("light", 800, "svg").decode()
    assert "Worst pain of every week" in svg
