"""What people call things: taken by whole words, and refused rather than guessed."""

from __future__ import annotations

import pytest

from tests.exchange.any_table.tables import faults_of, read
from tracker.progression.diary import Kind, Moment, Sensation


@pytest.mark.parametrize(
    ("written", "kind"),
    [("Strength Training", Kind.STRENGTH), ("Trunk strength", Kind.STRENGTH),
     ("Stretching", Kind.STRETCH), ("Treadmill Running", Kind.RUN), ("TrailRun", Kind.RUN),
     ("run/walk", Kind.WALK_JOG), ("Walking and jogging", Kind.WALK_JOG),
     ("Nordic Walk", Kind.WALK),
     ("E-Bike Ride", Kind.BIKE), ("Workout", Kind.OTHER), ("Swim training", Kind.SWIM),
     ("foam rolling", Kind.MASSAGE), ("walk_jog", Kind.WALK_JOG), ("Basketball", Kind.OTHER)],
)  # fmt: skip
def test_what_was_done_is_told_by_whole_words(written: str, kind: Kind) -> None:
    (session,) = read(f"date,type,jogging\n2026-05-03,{written},5\n").sessions
    assert session.kind is kind


@pytest.mark.parametrize(
    "written",
    ["No run", "run - cancelled", "Didn't run", "stretch after run",
     "post-run walk", "Treadmill", "Walk instead of run", "rest", "Easy"],
)  # fmt: skip
def test_what_may_be_no_run_is_refused_rather_than_guessed(written: str) -> None:
    (fault,) = faults_of(f"date,type,minutes\n2026-05-03,{written},20\n")
    assert fault.startswith("my.csv, line 2, type: ")
    assert "one of walk_jog, run, walk, bike, swim" in fault


@pytest.mark.parametrize(
    "written",
    [
        "Core crunches",
        "Trunks",
        "Tennis",
        "Kayaking",
        "Rowing",
        "Elliptical walk",
        "Remo",
        "Treadmill walk",
        "Gehen (Laufband)",
        "Indoor Walking",
        "Marche sur tapis",
        "Caminar en cinta",
    ],
)
def test_a_sport_that_is_not_known_is_other_and_a_machine_never_a_walk(written: str) -> None:
    (session,) = read(f"date,type,minutes\n2026-05-03,{written},35\n").sessions
    assert session.kind is Kind.OTHER


@pytest.mark.parametrize(
    ("written", "kind"),
    [("Laufen", Kind.RUN), ("Course à pied", Kind.RUN), ("Carrera", Kind.RUN), ("Lauf", Kind.RUN),
     ("Gehen", Kind.WALK), ("Caminhada", Kind.WALK), ("Laufbandlauf", Kind.RUN),
     ("Course à pied sur tapis roulant", Kind.RUN), ("Radfahrt", Kind.BIKE),
     ("Marche", Kind.WALK), ("Caminata", Kind.WALK), ("Wandern", Kind.WALK),
     ("Radfahren", Kind.BIKE), ("Vélo", Kind.BIKE), ("Ciclismo", Kind.BIKE),
     ("Schwimmen", Kind.SWIM), ("Natation", Kind.SWIM), ("Natación", Kind.SWIM),
     ("Krafttraining", Kind.STRENGTH), ("Musculation", Kind.STRENGTH),
     ("Entrenamiento de fuerza", Kind.STRENGTH), ("Étirements", Kind.STRETCH)],
)  # fmt: skip
def test_kinds_are_known_in_four_languages(written: str, kind: Kind) -> None:
    (session,) = read(f"date,type,minutes\n2026-05-03,{written},35\n").sessions
    assert session.kind is kind


@pytest.mark.parametrize(
    ("written", "pain", "sensation"),
    [("dull ache", 3, Sensation.PAIN), ("sharp pain", 3, Sensation.SHARP),
     ("a stabbing ache", 3, Sensation.SHARP), ("a bit sore", 1, Sensation.SORENESS),
     ("No pain, stiff", 0, Sensation.SORENESS), ("no pain", 0, Sensation.NONE),
     ("pain-free", 0, Sensation.NONE), ("felt nothing", 0, Sensation.NONE),
     ("hurts", 3, Sensation.PAIN), ("OK", 0, Sensation.NONE)],
)  # fmt: skip
def test_what_it_felt_like_is_told_by_whole_words(
    written: str, pain: int, sensation: Sensation
) -> None:
    (check_in,) = read(f'date,pain,feeling\n2026-05-03,{pain},"{written}"\n').check_ins
    assert check_in.sensation is sensation


@pytest.mark.parametrize(
    ("written", "what"),
    [("stable", "must be one of"), ("book", "must be one of"),
     *((text, "tells what it was not: write one of") for text in (
        "dull ache, not sharp", "not good", "not ok", "isn’t sharp", "no sharp pain",
        "nothing sharp", "never sharp", "without pain", "dont hurt"))],
)  # fmt: skip
def test_a_word_for_what_it_did_not_feel_like_is_refused(written: str, what: str) -> None:
    for pain in (0, 3):
        assert faults_of(f'date,pain,feeling\n2026-05-03,{pain},"{written}"\n') == [
            f"my.csv, line 2, feeling: '{written}' {what} sharp, pain, soreness, none"
        ]


@pytest.mark.parametrize(
    ("written", "moment"),
    [("AM", Moment.WAKING), ("after waking", Moment.WAKING), ("at noon", Moment.DAY),
     ("Afternoon", Moment.DAY), ("this evening", Moment.EVENING), ("In bed", Moment.NIGHT),
     ("Day 3, morning", Moment.WAKING)],
)  # fmt: skip
def test_the_part_of_a_day_is_told_by_whole_words(written: str, moment: Moment) -> None:
    (check_in,) = read(f'date,pain,part of day\n2026-05-03,3,"{written}"\n').check_ins
    assert check_in.moment is moment


def test_a_column_of_names_says_what_was_done_where_no_other_does() -> None:
    names = "Date,Activity Name,Duration,Note\n"
    rows = "2026-05-01,Morning Run,0:30:00,walk home\n2026-05-02,Lunch walk,0:30:00,\n"
    run, walk = read(names + rows).sessions
    assert (run.kind, walk.kind, run.note) == (Kind.RUN, Kind.WALK, "walk home")
    typed = "Date,Type,Activity Name,Duration\n2026-05-02,Ride,Lunch walk,0:30:00\n"
    (ride,) = read(typed).sessions
    assert (ride.kind, ride.note) == (Kind.BIKE, "Lunch walk")
