"""A variant that holds only what it changes: the rest is as shipped, and a fault has its line."""

from __future__ import annotations

import pytest

from tracker.progression.protocol import Grade, Origin
from tracker.progression.protocol_document.reader import Fault, ProtocolError, parse, shipped

HEAD = 'based-on = "return-to-run-1"\nid = "okafor-1"\ntitle = "Northside"\n'
LADDER = """steps = [
  { walk_minutes = 4, jog_minutes = 1, repeats = 5, clean_runs = 3 },
  { walk_minutes = 4, jog_minutes = 1, repeats = 7, clean_runs = 2 },
  # a remark with { and [
  { walk_minutes = 2.5, jog_minutes = 2.5, repeats = 5, clean_runs = 2 },
  { walk_minutes = 0, jog_minutes = 25, repeats = 1, clean_runs = 2 },
]
"""
FIRST = "walk_minutes = 4, jog_minutes = 1, repeats = 5, clean_runs = 3"
REST = '[numbers.rest_days]\nvalue = 2\nnote = "Dr Okafor: two days."\n'


def faults(text: str) -> list[Fault]:
    with pytest.raises(ProtocolError) as caught:
        parse(text)
    return caught.value.in_order


def test_what_a_variant_leaves_out_is_as_shipped() -> None:
    variant, usual = parse(HEAD), shipped()
    assert (variant.id, variant.title, variant.summary) == ("okafor-1", "Northside", usual.summary)
    assert variant.numbers == usual.numbers
    assert variant.steps == usual.steps
    assert variant.origins == usual.origins
    assert variant.rules == usual.rules
    assert variant.sources == usual.sources


def test_a_changed_number_rests_on_the_word_of_its_note_and_on_no_shipped_source() -> None:
    number = parse(HEAD + REST).origins["rest_days"]
    assert (number.value, number.note) == (2, "Dr Okafor: two days.")
    assert (number.origin, number.grade, number.sources) == (Origin.DEFAULT, Grade.DEFAULT, ())
    assert (number.lowest, number.highest) == (1, 6)


def test_a_changed_number_may_cite_a_source_of_its_own() -> None:
    cites = '[sources.okafor]\nauthor = "Dr Okafor"\n' + REST
    cites += 'origin = "published"\ngrade = "clinic"\nsources = ["okafor"]\n'
    variant = parse(HEAD + cites)
    assert variant.origins["rest_days"].sources == ("okafor",)
    assert variant.sources["okafor"].author == "Dr Okafor"
    assert variant.sources["leigh"] == shipped().sources["leigh"]


def test_a_ladder_has_half_minutes_and_more_repeats_of_the_same_bout_as_a_step() -> None:
    steps = parse(HEAD + LADDER).steps
    assert [(s.walk_seconds, s.jog_seconds, s.repeats) for s in steps] == [
        (240, 60, 5),
        (240, 60, 7),
        (150, 150, 5),
        (0, 1500, 1),
    ]


def test_a_step_as_shipped_keeps_its_word_and_a_new_one_cites_nothing() -> None:
    first, new, *_, last = parse(HEAD + LADDER).steps
    assert first == shipped().steps[0]
    assert last == shipped().steps[7]
    assert (new.origin, new.sources) == (Origin.DEFAULT, ())


def test_the_clean_runs_of_a_new_step_rest_on_the_shipped_word_only_where_it_speaks_of_them() -> (
    None
):
    more = LADDER.replace("repeats = 7, clean_runs = 2", 'repeats = 7, clean_runs = 1, note = "I"')
    usual, own = (parse(HEAD + text).origins["clean_runs_step_2"] for text in (LADDER, more))
    assert usual.sources == ("army",)
    assert (own.value, own.origin, own.note, own.sources) == (1, Origin.DEFAULT, "I", ())


def test_bounds_that_are_given_count_at_every_site() -> None:
    pain = parse(HEAD + "[numbers.pain_allowed]\nbounds = [0, 1]\n").origins["pain_allowed"]
    assert pain.highest_at("proximal_hamstring_tendon") == 1
    assert pain.note == shipped().origins["pain_allowed"].note


STEP = "walk_minutes = 4\njog_minutes = 1\nrepeats = 5\nclean_runs = 3\n"
TOLD = {
    'based-on = "mine-1"\nid = "okafor-1"\ntitle = "Northside"\n': Fault(
        1, "based-on", 'must be "return-to-run-1", the protocol that comes with it'
    ),
    HEAD.replace("okafor-1", "Okafor"): Fault(
        2,
        "id",
        'must be a name and the number of its version, as in "dr-okafor-1": small letters,'
        " digits and dashes, at most 60",
    ),
    HEAD.replace("okafor-1", "return-to-run-1"): Fault(
        2, "id", "must be one of its own, not return-to-run-1"
    ),
    HEAD.replace("Northside", r"North\nside"): Fault(
        3, "title", "must be one line of at most 300 letters"
    ),
    HEAD + "titel = 3\n": Fault(4, "titel", "is not known here. Is 'title' meant?"),
    HEAD + '[numbers.rest_day]\nvalue = 2\nnote = "x"\n': Fault(
        4, "numbers.rest_day", "is not among the numbers that there are. Is 'rest_days' meant?"
    ),
    HEAD + "[numbers]\nrest_days = 2\n": Fault(
        5,
        "numbers.rest_days",
        "must be a table: write [numbers.rest_days], and below it what changes",
    ),
    HEAD + "numbers = 2\n": Fault(
        4, "numbers", "must be tables: write [numbers.NAME], and below it what changes"
    ),
    HEAD + REST.replace("value = 2", "value = 0"): Fault(
        5, "numbers.rest_days.value", "must be 1 to 6"
    ),
    HEAD + REST.replace("value = 2", 'value = "two"'): Fault(
        5, "numbers.rest_days.value", "must be a whole number, not 'two'"
    ),
    HEAD + REST + "bounds = [0, 6]\n": Fault(
        7, "numbers.rest_days.bounds", "must lie within 1 to 6"
    ),
    HEAD + REST + "tunable = true\n": Fault(
        7, "numbers.rest_days.tunable", "cannot be made tunable"
    ),
    HEAD + REST.replace('note = "Dr Okafor: two days."\n', ""): Fault(
        4,
        "numbers.rest_days.note",
        "must say whose word 2 is: the shipped note speaks of 1",
    ),
    HEAD + REST.replace('"Dr Okafor: two days."', "3"): Fault(
        6, "numbers.rest_days.note", "must be some text, not 3"
    ),
    HEAD + '[numbers.layoff_days]\nvalue = 10\nnote = ""\n': Fault(
        6,
        "numbers.layoff_days.note",
        "must say whose word 10 is: the shipped note speaks of 14",
    ),
    HEAD + REST + LADDER: Fault(
        7, "numbers.rest_days.steps", "must stand further up, before the first [table]"
    ),
    HEAD + "[sources.leigh]\nauthor = 'me'\n": Fault(
        4, "sources.leigh", "is a source of the shipped protocol: give yours another name"
    ),
    HEAD + "[rules.pain-killer]\nnote = 'x'\n": Fault(
        4,
        "rules.pain-killer",
        "is not among the rules that there are. Is 'painkiller' meant?",
    ),
    HEAD + "steps = []\n": Fault(
        4, "steps", "must list every step of the ladder, the first one first"
    ),
    HEAD + "steps = [3]\n": Fault(None, "steps[1]", "must be a table"),
    HEAD
    + "[[steps]]\n"
    + STEP
    + "[[ steps ]]\n"
    + STEP.replace("= 1", '= "one"').replace("= 3", "= 2"): Fault(
        11, "steps[2].jog_minutes", "must be minutes, whole or half (2 or 2.5), not 'one'"
    ),
    HEAD + "clean_runs = 2\n": Fault(4, "clean_runs", "must be a table"),
    HEAD + LADDER.replace("2.5, jog", "2.3, jog"): Fault(
        8, "steps[3].walk_minutes", "must be minutes, whole or half (2 or 2.5), not 2.3"
    ),
    HEAD + LADDER.replace("repeats = 7", "repeats = 5"): Fault(
        6,
        "steps[2].jog_minutes",
        "must be longer than on the step before, or as long with more repeats",
    ),
    HEAD + LADDER.replace("repeats = 7", "repeats = 21"): Fault(
        6, "steps[2].repeats", "must be 1 to 20"
    ),
    HEAD + LADDER.replace("repeats = 7", 'repeats = "7"'): Fault(
        6, "steps[2].repeats", "must be a whole number, not '7'"
    ),
    HEAD + LADDER.replace("repeats = 7", "times = 3, repeats = 7"): Fault(
        6, "steps[2].times", "is not known here"
    ),
    HEAD + LADDER.replace("repeats = 7, clean_runs = 2", "repeats = 7, clean_runs = 1"): Fault(
        6,
        "steps[2].note",
        "must say whose word clean_runs = 1 is: the shipped word speaks of 2",
    ),
    HEAD + LADDER.replace("repeats = 5, clean_runs = 3", "repeats = 5, clean_runs = 7"): Fault(
        5, "steps[1].clean_runs", "must be 1 to 6"
    ),
    HEAD + LADDER.replace(FIRST, "jog_minutes = 1, repeats = 5, clean_runs = 2"): (
        Fault(5, "steps[1].walk_minutes", "must be minutes, whole or half (2 or 2.5), not None")
    ),
    HEAD
    + LADDER.replace(
        FIRST, "walk_minutes = 0.5, jog_minutes = 0.5, repeats = 5, clean_runs = 2"
    ): Fault(
        5,
        "steps[1].walk_minutes",
        "must be more than the jog_minutes: the first step is mostly walking",
    ),
}


@pytest.mark.parametrize("text", TOLD)
def test_a_fault_is_told_once_in_its_own_words_with_its_line(text: str) -> None:
    listed = faults(text)
    assert listed[0] == TOLD[text]
    assert len({fault.key for fault in listed}) == len(listed)


@pytest.mark.parametrize("text", TOLD)
def test_nothing_that_only_follows_from_a_fault_is_told_with_it(text: str) -> None:
    assert len(faults(text)) == 1


def test_what_is_not_toml_is_told_with_its_line() -> None:
    (fault,) = faults(HEAD + "summary = Walk first\n")
    assert fault.line == 4
    assert fault.what.startswith("is not TOML: ")


@pytest.mark.parametrize("text", ["a = " + "9" * 5000, "a = " + "[" * 5000])
def test_what_no_reader_can_take_is_a_fault_and_no_crash(text: str) -> None:
    (fault,) = faults(HEAD + text)
    assert fault.key == "document"


def test_a_ladder_has_at_most_thirty_steps() -> None:
    rising = [
        f"  {{ walk_minutes = 4, jog_minutes = {1 + n / 2}, repeats = 2, clean_runs = 2 }},"
        for n in range(31)
    ]
    (fault,) = faults(HEAD + "steps = [\n" + "\n".join(rising) + "\n]\n")
    assert fault == Fault(4, "steps", "must be at most 30 steps, not 31")


def test_the_lines_of_faults_survive_long_texts_and_lists_over_several_lines() -> None:
    text = HEAD + '[rules.stalled]\nnote = """a\n[numbers.rest_days]\nb"""\n'
    text += "[sources.me]\nauthor = 'x'\n[numbers.rest_days]\nvalue = 9\n"
    text += "sources = [\n  'me',\n]\nnote = 'x'\n[clean_runs]\nloser = 1\n"
    assert [(fault.line, fault.key) for fault in faults(text)] == [
        (11, "numbers.rest_days.value"),
        (17, "clean_runs.loser"),
    ]
