import pytest

from tests.builders import check_in, diary, good_morning, run, session
from tests.charts.diaries import all_unanswered, decided, eventful, nothing, obedient, one_day
from tests.charts.drawn import chart_of
from tracker.progression.diary import Kind, Sensation


def sentence_of(story: object) -> str:
    return chart_of(story).description.sentence  # type: ignore[arg-type]


def test_one_sentence_says_what_the_chart_shows() -> None:
    assert sentence_of(eventful()) == (
        "From 1 Apr 2026 to 13 May 2026: worst pain 6 of 10 on 1 Apr 2026, last score 0; "
        "39 of 43 days scored; 107 minutes of jogging on 14 run days; 1 × sharp pain, "
        "1 × step back after a run, 1 × warning sign, 1 × deviation and 1 × clearance."
    )


def test_the_sentence_of_an_empty_diary_says_that_it_is_empty() -> None:
    assert sentence_of(nothing()) == "From 1 Apr 2026 to 1 Apr 2026: nothing recorded yet."


def test_a_diary_without_answers_is_not_called_painless() -> None:
    assert "no pain score answered; 0 of 31 days scored" in sentence_of(all_unanswered())


def test_a_table_names_the_missing_answer_and_keeps_the_zero() -> None:
    rows = chart_of(eventful()).description.rows
    assert rows[3][3:5] == ("no answer", "–")
    assert rows[13][3:5] == ("0", "none")


@pytest.mark.parametrize("story", [nothing, one_day, eventful, all_unanswered])
def test_every_row_of_a_table_has_a_cell_for_every_header(story: object) -> None:
    assert callable(story)
    description = chart_of(story()).description
    assert {len(row) for row in description.rows} <= {len(description.header)}


def test_one_minute_is_one() -> None:
    jogged = decided(diary(good_morning(0), run(1, 1), check_in(2, 1)), 2)
    assert "1 minute of jogging on 1 run day" in sentence_of(jogged)


def test_pain_without_a_score_is_not_told_as_zero() -> None:
    sharp = session(3, Kind.BIKE, 20, pain=None, sensation=Sensation.SHARP)
    story = decided(diary(*(check_in(day, 0) for day in range(4)), sharp), 3)
    chart = chart_of(story)
    assert "no score above 0 besides pain without a score" in chart.description.sentence
    assert chart.description.rows[3][3:5] == ("not scored", "sharp, not scored")
    svg = chart.draw("light", 328, "svg").decode()
    assert "below the line: pain, not scored" in svg


def test_things_of_one_day_are_counted_alike_by_day_and_by_week() -> None:
    sharp = [session(1, Kind.BIKE, 20, pain=3, sensation=Sensation.SHARP)] * 2
    weekly = decided(diary(*(check_in(day, 1) for day in range(140)), *sharp), 139)
    for story in (decided(diary(check_in(0, 1), *sharp), 1), weekly):
        assert "1 × sharp pain" in sentence_of(story)


@pytest.mark.slow
def test_a_gathered_chart_says_so() -> None:
    chart = chart_of(obedient(200))
    assert chart.description.header[0] == "Week from"
    assert "Worst pain of each week" in chart.draw("light", 800, "svg").decode()


def test_a_chart_without_a_key_names_its_marks_where_they_stand() -> None:
    svg = chart_of(eventful()).draw("light", 328, "svg").decode()
    for words in (
        "Stage", "Walk and jog", "warning sign", "cleared", "step back", "deviation",
        "sharp pain", "lower is better", "below the line: no answer", "minutes a day",
        "usual time to feel better: 2 to 6 weeks", "today, day 42",
    ):  # fmt: skip
        assert f">{words}</text>" in svg, words
    quiet = chart_of(one_day()).draw("light", 328, "svg").decode()
    for words in ("sharp pain", "deviation", "no answer"):
        assert words not in quiet
