"""REDCap's data dictionary and the records that fit it: each cell as its field says."""

from __future__ import annotations

import csv
import re
from datetime import datetime
from typing import Any

from tests.exchange.clinician.test_fhir import CHECK_INS, SESSIONS, made
from tracker.entries.fields import SCHEMAS
from tracker.exchange.clinician.redcap import COLUMNS, dictionary, records

VARIABLE = re.compile(r"[a-z][a-z0-9_]{0,99}")
ENTRIES: dict[str, Any] = {"check_in": CHECK_INS, "session": SESSIONS, "care": []}


def fields() -> dict[str, dict[str, str]]:
    return {row["Variable / Field Name"]: row for row in csv.DictReader(dictionary())}


def rows() -> list[dict[str, str]]:
    return list(csv.DictReader(records("abc", made().episode, ENTRIES)))


def choices(field: dict[str, str]) -> list[str]:
    choices = field["Choices, Calculations, OR Slider Labels"]
    return [choice.partition(",")[0].strip() for choice in choices.split("|")]


def fits(field: dict[str, str], cell: str) -> bool:
    """Whether REDCap takes a cell for a field."""
    kind, validation = field["Field Type"], field["Text Validation Type OR Show Slider Number"]
    if not cell:
        return not field["Required Field?"]
    if kind in {"radio", "yesno"}:
        return cell in (choices(field) if kind == "radio" else ["0", "1"])
    if validation == "integer":
        least, most = field["Text Validation Min"], field["Text Validation Max"]
        return cell.isdecimal() and int(least or 0) <= int(cell) <= int(most or 10**9)
    patterns = {
        "date_ymd": "%Y-%m-%d", "datetime_seconds_ymd": "%Y-%m-%d %H:%M:%S",
        "time_hh_mm_ss": "%H:%M:%S",
    }  # fmt: skip
    return validation not in patterns or bool(datetime.strptime(cell, patterns[validation]))  # noqa: DTZ007


def test_the_dictionary_has_redcaps_columns_and_names() -> None:
    listed = fields()
    assert len(COLUMNS) == 18
    assert next(iter(listed)) == "record_id"
    assert all(VARIABLE.fullmatch(name) for name in listed)
    kinds = {field["Field Type"] for field in listed.values()}
    assert kinds <= {"text", "notes", "radio", "yesno", "checkbox"}
    assert all(field["Field Label"] for field in listed.values())
    for field in listed.values():
        if field["Field Type"] in {"radio", "checkbox"}:
            codes = choices(field)
            assert len(codes) == len(set(codes)) > 1
            assert all(re.fullmatch(r"[a-z0-9_]+", code) for code in codes)


def test_every_field_of_an_entry_is_in_it_but_free_words() -> None:
    listed = fields()
    for word, schema in SCHEMAS.items():
        for field in schema.fields:
            assert (f"{word}_{field.name}" in listed) == (field.name != "note")


def test_every_cell_fits_its_field() -> None:
    listed, records = fields(), rows()
    assert [row["redcap_repeat_instrument"] for row in records] == [
        "",
        *["check_in"] * 2,
        *["session"] * 2,
    ]
    assert [row["redcap_repeat_instance"] for row in records] == ["", "1", "2", "1", "2"]
    ours = {"record_id", "redcap_repeat_instrument", "redcap_repeat_instance"}
    seen: set[str] = set()
    for row in records:
        form = row["redcap_repeat_instrument"] or "injury"
        for column, cell in row.items():
            name, _, choice = column.partition("___")
            if column in ours or listed[name]["Form Name"] != form:
                assert column in ours or cell == ""
                continue
            seen.add(name)
            if choice:
                assert (cell in {"0", "1"}, choice in choices(listed[name])) == (True, True)
            else:
                assert fits(listed[name], cell), f"{column}: {cell}"
    assert "check_in_red_flags" in seen
    assert records[1]["check_in_red_flags___u1"] == "1"
    assert records[2]["check_in_red_flags___u1"] == "0"
    assert records[1]["check_in_pain"] == "3"
    assert records[4]["session_pain"] == "", "not scored, which is not zero"


def test_it_names_nobody() -> None:
    text: Any = "".join(records("abc", made().episode, ENTRIES))
    assert "grandmother" not in text
    assert "A. L." not in text
