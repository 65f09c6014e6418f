"""Both sides of what a protocol document may hold, and that one fault brings no second one."""

from __future__ import annotations

import pytest

from tests.progression.protocol_texts import FAULTY, PAIN, REST, TEXT, as_variant, changed
from tests.progression.protocol_texts import faults as keyed
from tests.progression.test_brief_variants import HEAD, faults
from tracker.progression.episode import Site
from tracker.progression.protocol_document import reader
from tracker.progression.protocol_document.reader import Fault, drop_in, parse, shipped

TENDON = Site.PROXIMAL_HAMSTRING_TENDON


def ladder(*steps: tuple[float, float, int]) -> str:
    """A ladder of (walk minutes, jog minutes, repeats), each passed by two clean runs."""
    rows = [
        f"  {{ walk_minutes = {walk}, jog_minutes = {jog}, repeats = {times}, clean_runs = 2 }},"
        for walk, jog, times in steps
    ]
    return "\n".join([f"{HEAD}steps = [", *rows, "]\n"])


def test_an_id_has_sixty_letters_and_no_more() -> None:
    longest = "o" * 58 + "-1"
    assert parse(HEAD.replace("okafor-1", longest)).id == longest
    (fault,) = faults(HEAD.replace("okafor-1", f"o{longest}"))
    assert (fault.line, fault.key) == (2, "id")


@pytest.mark.parametrize("key", ["title", "summary"])
def test_a_title_and_a_summary_have_three_hundred_letters_and_no_more(key: str) -> None:
    head = HEAD.replace('title = "Northside"\n', "") if key == "title" else HEAD
    line = len(head.splitlines()) + 1
    assert getattr(parse(f'{head}{key} = "{"a" * 300}"\n'), key) == "a" * 300
    too_long = Fault(line, key, "must be one line of at most 300 letters")
    assert faults(f'{head}{key} = "{"a" * 301}"\n') == [too_long]


def test_a_ladder_may_have_thirty_steps() -> None:
    assert len(parse(ladder(*[(20, 1 + n / 2, 2) for n in range(30)])).steps) == 30


def test_the_first_step_alone_is_held_to_be_mostly_walking() -> None:
    assert len(parse(ladder((4, 2, 5), (1, 5, 5))).steps) == 2
    assert len(parse(ladder((4, 2, 5))).steps) == 1


@pytest.mark.parametrize(
    ("steps", "goes_on"),
    [
        (((9, 2, 5), (9, 2.5, 1)), True),
        (((9, 2, 5), (9, 2, 6)), True),
        (((9, 2, 5), (9, 2, 5)), False),
        (((9, 2, 5), (9, 1.5, 9)), False),
        (((9, 2, 1), (0, 5, 1), (0, 5, 2)), False),  # without walking, twice five is ten
    ],
)
def test_a_step_is_longer_than_the_one_before_or_as_long_and_more_often(
    steps: tuple[tuple[float, float, int], ...], *, goes_on: bool
) -> None:
    if goes_on:
        assert len(parse(ladder(*steps)).steps) == len(steps)
        return
    what = "must be longer than on the step before, or as long with more repeats"
    assert faults(ladder(*steps)) == [
        Fault(4 + len(steps), f"steps[{len(steps)}].jog_minutes", what)
    ]


@pytest.mark.parametrize("clean_runs", [1, 6])
def test_as_few_and_as_many_clean_runs_as_may_be_need_a_word_of_their_own(clean_runs: int) -> None:
    text = ladder((4, 2, 5)).replace("clean_runs = 2", f"clean_runs = {clean_runs}")
    what = f"must say whose word clean_runs = {clean_runs} is: the shipped word speaks of 2"
    assert faults(text) == [Fault(5, "steps[1].note", what)]


def test_faulty_bounds_of_clean_runs_are_one_fault_and_of_no_step() -> None:
    what = "must be the lowest and the highest value, not [1]"
    assert keyed(changed(*FAULTY["clean_runs.bounds"])) == [("clean_runs.bounds", what)]


def test_an_unknown_origin_is_one_fault_where_nothing_is_cited() -> None:
    text = changed(REST, REST.replace("documented", "folklore"))
    text = text.replace('sources = ["albrechta", "army"]', "sources = []", 1)
    what = "must be one of documented, published, default, not 'folklore'"
    assert keyed(text) == [("numbers.rest_days.origin", what)]


@pytest.mark.parametrize("written", ["3", '"hip"', "{ hip = 3 }", '{ gluteal = "3" }'])
@pytest.mark.parametrize("variant", [False, True], ids=["shipped", "variant"])
def test_the_highest_values_at_sites_are_whole_numbers_by_a_known_site(
    written: str, *, variant: bool
) -> None:
    text = changed(PAIN, PAIN.replace("{ proximal_hamstring_tendon = 3 }", written))
    ((key, what),) = keyed(text, variant=variant)
    assert key == "numbers.pain_allowed.site_highest"
    assert what.startswith("must be whole numbers by site, not ")


def test_every_site_may_have_a_highest_value_of_its_own() -> None:
    cells = ", ".join(f"{site} = 2" for site in Site)
    text = as_variant(changed(PAIN, PAIN.replace("proximal_hamstring_tendon = 3", cells)))
    number = parse(text, reference=shipped()).origins["pain_allowed"]
    assert number.site_highest == dict.fromkeys(Site, 2)


def test_a_number_whose_bounds_are_left_alone_keeps_those_of_the_sites() -> None:
    number = parse(HEAD + '[numbers.pain_allowed]\nnote = "Ask."\n').origins["pain_allowed"]
    assert (number.highest, number.highest_at(TENDON), number.note) == (2, 3, "Ask.")


def test_a_fault_without_a_line_comes_first() -> None:
    listed = faults('based-on = "mine-1"\nid = "okafor-1"\ntitle = "Northside"\nsteps = [3]\n')
    assert [(fault.line, fault.key) for fault in listed] == [(None, "steps[1]"), (1, "based-on")]


def test_a_variant_written_in_other_words_that_say_the_same_is_the_one_that_is_known(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(reader, "_dropped_in", {})
    variant = drop_in(as_variant(TEXT))
    assert drop_in(as_variant(TEXT) + "# a remark\n") is variant
