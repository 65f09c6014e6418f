"""What is wrong with episode.json is named by its key."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from tests.exchange.own_format.files import EPISODE, episode_json, faults, folder
from tracker.exchange.own_format.diary_csv import read_diary

if TYPE_CHECKING:
    from pathlib import Path

DATE = "must be a date written as year-month-day, such as 2026-05-03"
WORDS = "must be text, written in quotes"
OBJECTS = "must be a list of objects, each written in { and }"

VALUES: list[tuple[str, Any, str]] = [
    ("format", "return-to-run/2", "must be return-to-run/1"),
    ("onset", "1 April", DATE),
    ("onset", 20260401, WORDS),
    ("site", "knee", "must be one of hamstring, proximal_hamstring_tendon, gluteal, other"),
    ("side", "middle", "must be one of left, right, both"),
    ("baseline_run_minutes", 9, "must be 10 to 300 minutes"),
    ("baseline_run_minutes", 301, "must be 10 to 300 minutes"),
    ("baseline_run_minutes", 40.5, "must be a whole number"),
    ("baseline_run_minutes", True, "must be a whole number"),
    ("baseline_run_minutes", "40", "must be a whole number"),
    ("timezone", "Berlin", "is not a time zone, such as Europe/Berlin"),
    ("timezone", "../../etc/passwd", "is not a time zone, such as Europe/Berlin"),
    ("timezone", "Europe", "is not a time zone, such as Europe/Berlin"),
    ("protocol", "mine", "is not a protocol of this tracker; return-to-run-1 is"),
    ("screened_on", [], WORDS),
    ("baseline_week_minutes", 39, "must be 40 to 3000 minutes"),
    ("baseline_week_minutes", 3001, "must be 40 to 3000 minutes"),
    ("carried_signs", ["E1"], OBJECTS),
    ("settings", {}, OBJECTS),
    ("clearances", ["yes"], OBJECTS),
    ("clearances", [{}] * 1001, "has more than 1000 entries"),
]


@pytest.mark.parametrize(("key", "value", "what"), VALUES)
def test_a_wrong_value_is_named_by_its_key(
    tmp_path: Path, key: str, value: object, what: str
) -> None:
    source = folder(tmp_path, episode=episode_json(**{key: value}))
    (fault,) = faults(source)
    assert fault.startswith(f"episode.json, {key}: ")
    assert fault.endswith(what)


@pytest.mark.parametrize("key", ["format", "onset", "baseline_run_minutes"])
def test_a_key_that_must_be_there_is_missed(tmp_path: Path, key: str) -> None:
    source = folder(tmp_path, episode=episode_json(**{key: None}))
    assert faults(source) == [f"episode.json, {key}: is missing"]


@pytest.mark.parametrize("answer", ["over_90", 3, None, ["pregnant"], {}])
def test_an_unknown_answer_of_the_screening_is_refused(tmp_path: Path, answer: object) -> None:
    (fault,) = faults(folder(tmp_path, episode=episode_json(screening=["pregnant", answer])))
    assert "must be a list out of under_18, pregnant, operated, complete_tear, E1" in fault


def setting(**changed: object) -> dict[str, object]:
    return {"name": "pain_allowed", "value": 1, "date": "2026-04-05", "by": "Dr. Ada"} | changed


SETTINGS = [
    ([setting(name="rest_days")], "value: 1 (rest_days) is not a number that can be changed"),
    ([setting(value=3)], "value: 3 (pain_allowed) is outside the bounds of the protocol"),
    (
        [setting(by=" ")],
        (
            "value: 1 (pain_allowed) is less cautious than before and needs the name of the "
            "clinician who set it"
        ),
    ),
    ([setting(value="1")], "value: '1' must be a whole number"),
    ([setting(value=None)], "value: is missing"),
    ([setting(date=None)], "date: is missing"),
    ([setting(name=7)], f"name: 7 {WORDS}"),
]


@pytest.mark.parametrize(("settings", "what"), SETTINGS)
def test_a_setting_that_is_not_allowed_is_named(
    tmp_path: Path, settings: list[dict[str, object]], what: str
) -> None:
    source = folder(tmp_path, episode=episode_json(settings=settings))
    assert faults(source) == [f"episode.json, settings[1].{what}"]


def test_settings_are_held_to_what_the_earlier_ones_left(tmp_path: Path) -> None:
    loosened = setting(value=2, date="2026-04-05")
    tightened = setting(value=1, date="2026-04-09", by="")
    back_up = setting(value=2, date="2026-04-12", by="")
    fine = folder(tmp_path / "fine", episode=episode_json(settings=[tightened, loosened]))
    assert len(read_diary(fine).diary.episode.settings) == 2
    wrong = [back_up, tightened, loosened]
    (fault,) = faults(folder(tmp_path / "wrong", episode=episode_json(settings=wrong)))
    assert fault.startswith("episode.json, settings[1].value: 2 (pain_allowed) is less cautious")


@pytest.mark.parametrize(
    ("clearance", "what"),
    [
        ({"by": "Dr. Ada"}, "date: is missing"),
        ({"date": "2026-04-05"}, "by: is missing"),
        ({"date": "2026-04-05", "by": "Dr. Ada", "note": 5}, f"note: 5 {WORDS}"),
        ({"date": "2026-04-05", "by": "a\0"}, r"by: 'a\x00' holds a NUL character"),
        ({"date": "2026-04-05", "by": "\ud800"}, r"by: '\ud800' holds half of a character"),
    ],
)
def test_a_clearance_needs_its_date_and_who_gave_it(
    tmp_path: Path, clearance: dict[str, object], what: str
) -> None:
    source = folder(tmp_path, episode=episode_json(clearances=[clearance]))
    assert faults(source) == [f"episode.json, clearances[1].{what}"]


DOCUMENTS = [
    (b'{\n"onset": oops}', "episode.json, line 2: is not JSON: Expecting value at character 10"),
    (b'{"onset": 1, "onset": 2}', "episode.json: has the key 'onset' twice in one object"),
    (b'{"x": NaN}', "episode.json: holds NaN, which is not a number in JSON"),
    (b"[1]", "episode.json: must be one JSON object, written in { and }"),
    (b"[" * 100_000, "episode.json: is nested too deeply"),
    (b'"\xe9"', "episode.json: is not UTF-8 text"),
    (b" " * 1_000_001, "episode.json: is larger than 1 MB"),
    (b"", "episode.json, line 1: is not JSON: Expecting value at character 1"),
]


@pytest.mark.parametrize(("content", "what"), DOCUMENTS, ids=range(len(DOCUMENTS)))
def test_what_is_no_episode_at_all_is_refused(tmp_path: Path, content: bytes, what: str) -> None:
    assert faults(folder(tmp_path, episode=content)) == [what]


def test_a_number_of_five_thousand_digits_is_refused_in_words(tmp_path: Path) -> None:
    content = episode_json().replace(b": 40", b": " + b"9" * 5000)
    (fault,) = faults(folder(tmp_path, episode=content))
    assert fault.startswith("episode.json: ")


def test_the_usual_episode_is_read_without_a_word(tmp_path: Path) -> None:
    assert EPISODE["timezone"] == "Europe/Berlin"
    assert read_diary(folder(tmp_path)).notices == ()


def test_what_engine_version_2_reads_is_read_key_by_key(tmp_path: Path) -> None:
    content = episode_json(
        baseline_week_minutes=160,
        carried_signs=[{"date": "2026-03-01", "flags": ["E1", "operated"]}],
        clearances=[
            {"date": "2026-04-03", "by": "Dr. Ada", "covers": ["E1"],
             "entered_at": "2026-04-03T08:00:00Z"},
        ],
        settings=[
            {"name": "step", "value": 3, "date": "2026-04-09", "by": "Dr. Ada"},
            {"name": "step", "value": 2, "date": "2026-04-10", "by": "self"},
            {"name": "regular_medicine", "value": 1, "date": "2026-04-09", "by": "Dr. Ada"},
        ],
    )  # fmt: skip
    read = read_diary(folder(tmp_path, episode=content))
    episode = read.diary.episode
    assert read.notices == ()
    assert episode.baseline_week_minutes == 160
    (carried,) = episode.carried_signs
    assert (carried.date.isoformat(), carried.flags) == ("2026-03-01", ("E1", "operated"))
    (clearance,) = episode.clearances
    assert clearance.covers == ("E1",)
    assert clearance.entered_at == datetime(2026, 4, 3, 8, tzinfo=UTC)
    assert [(s.name, s.value, s.by_clinician) for s in episode.settings] == [
        ("step", 3, True), ("step", 2, False), ("regular_medicine", 1, True),
    ]  # fmt: skip


@pytest.mark.parametrize("where", ["covers", "flags"])
def test_signs_that_nobody_knows_are_refused(tmp_path: Path, where: str) -> None:
    wrong = {"date": "2026-04-03", "by": "Dr. Ada", where: ["E9"]}
    key = "clearances" if where == "covers" else "carried_signs"
    (fault,) = faults(folder(tmp_path, episode=episode_json(**{key: [wrong]})))
    assert fault.startswith(f"episode.json, {key}[1].{where}: ['E9'] must be a list out of")


def test_none_beside_a_warning_sign_is_refused(tmp_path: Path) -> None:
    rows = "date,pain,sensation,red_flags\n2026-04-05,0,none,none;E1\n2026-04-05,0,none,none\n"
    (fault,) = faults(folder(tmp_path, check_ins=rows))
    assert fault.startswith("check_ins.csv, line 2, red_flags: 'none;E1' must be none alone")


def allowed_at(site: str, values: list[int]) -> bytes:
    """An episode whose pain allowed was set to these values, a day apart."""
    settings = [
        {"name": "pain_allowed", "value": value, "date": f"2026-04-{day:02d}", "by": "Dr. Ada"}
        for day, value in enumerate(values, 9)
    ]
    return episode_json(site=site, settings=settings)


@pytest.mark.parametrize(
    ("site", "values", "place"),
    [
        ("hamstring", [3], 1),
        ("hamstring", [2, 3], 2),
        ("gluteal", [4, 2], 1),
        ("proximal_hamstring_tendon", [4], 1),
    ],
)
def test_more_pain_than_the_place_allows_is_refused(
    tmp_path: Path, site: str, values: list[int], place: int
) -> None:
    (fault,) = faults(folder(tmp_path, episode=allowed_at(site, values)))
    assert fault.startswith(f"episode.json, settings[{place}].value: {values[place - 1]} ")


@pytest.mark.parametrize(
    ("site", "values"), [("hamstring", [3, 2]), ("proximal_hamstring_tendon", [3])]
)
def test_what_another_place_had_allowed_is_read_where_it_was_cut_later(
    tmp_path: Path, site: str, values: list[int]
) -> None:
    read = read_diary(folder(tmp_path, episode=allowed_at(site, values)))
    assert [s.value for s in read.diary.episode.settings] == values
