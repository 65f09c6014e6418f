"""A column of yes and no says whether the pain was sharp; a number under it may be a score."""

from __future__ import annotations

import pytest

from tests.exchange.any_table.tables import BERLIN, TODAY, faults_of, read
from tracker.exchange.any_table.columns import guess, to_entries
from tracker.exchange.any_table.meaning import ASKED, SHARP
from tracker.exchange.any_table.table import read_table
from tracker.progression.diary import Sensation


@pytest.mark.parametrize("heading", ["Sharp?", "sharp pain?", "Stechend?", "Aigu ?", "¿Agudo?"])
@pytest.mark.parametrize(
    ("yes", "no"),
    [("yes", "no"), ("ja", "nein"), ("oui", "non"), ("sí", "no"), ("TRUE", "FALSE"), ("1", "0")],
)
def test_a_yes_to_sharp_pain_is_the_sensation_and_a_no_says_nothing_more(
    heading: str, yes: str, no: str
) -> None:
    text = f"Date,Pain,{heading}\n2026-05-01,3,{yes}\n2026-05-02,3,{no}\n2026-05-03,0,\n"
    sharp, dull, none = read(text).check_ins
    said = [entry.sensation for entry in (sharp, dull, none)]
    assert said == [Sensation.SHARP, Sensation.PAIN, Sensation.NONE]
    assert [entry.pain for entry in (sharp, dull, none)] == [3, 3, 0]


def test_a_session_says_it_too_and_the_worst_of_two_columns_counts() -> None:
    text = "date,type,minutes,pain,feeling,sharp\n"
    rows = "2026-05-01,walk,30,4,sore,yes\n2026-05-02,walk,30,1,sore,no\n2026-05-03,walk,30,,,no\n"
    sharp, sore, silent = read(text + rows).sessions
    said = [session.sensation for session in (sharp, sore, silent)]
    assert said == [Sensation.SHARP, Sensation.SORENESS, None]


def test_sharp_pain_of_nothing_is_a_fault_of_its_row() -> None:
    (fault,) = faults_of("Date,Pain,Sharp?\n2026-05-01,0,yes\n")
    assert fault.startswith("my.csv, line 2, ")


@pytest.mark.parametrize("cells", [("0", "1"), ("0", "4"), ("a bit", "no")])
def test_what_may_be_a_score_is_asked_about_and_may_be_said_to_be_a_yes(
    cells: tuple[str, str],
) -> None:
    text = "Date,Pain,Sharp pain\n2026-05-01,1,{}\n2026-05-02,1,{}\n".format(*cells)
    table = read_table(text.encode(), "my.csv")
    meaning = guess(table)
    assert meaning.columns == ("date", "pain", ASKED)
    if cells == ("0", "1"):
        said = meaning._replace(columns=("date", "pain", SHARP))
        entries = to_entries(table, said, "my.csv", TODAY, BERLIN)
        assert [e.sensation for e in entries.check_ins] == [Sensation.PAIN, Sensation.SHARP]
