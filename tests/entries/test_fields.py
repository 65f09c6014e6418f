"""An entry's fields are declared once: whatever reads, stores, sends or asks for one agrees."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from sqlalchemy import CheckConstraint

from tests.builders import session
from tests.exchange.own_format.strategies import CHECK_INS, SESSIONS
from tracker.entries.fields import (
    CHECK_IN,
    LONGEST_ID,
    SCHEMAS,
    SESSION,
    id_beside,
    is_id,
    schema_of,
)
from tracker.progression.diary import WORST_SCORE, Kind
from tracker.storage.diary.entry_rows import columns_of_entry, read_columns, values_of
from tracker.storage.tables import METADATA
from tracker.storage.tables.diary import CareEntryRow, CheckInRow, SessionRow
from tracker.web.diary.care_form import CareForm
from tracker.web.diary.check_in_form import CheckInForm
from tracker.web.diary.session_form import SessionForm

if TYPE_CHECKING:
    from tracker.entries.schema import Schema
    from tracker.progression.diary import CheckIn, SessionLog

ROWS: dict[str, type[Any]] = {"check_in": CheckInRow, "session": SessionRow, "care": CareEntryRow}
FORMS: dict[str, type[Any]] = {"check_in": CheckInForm, "session": SessionForm, "care": CareForm}
EVERY = pytest.mark.parametrize("schema", SCHEMAS.values(), ids=SCHEMAS)


@EVERY
def test_every_field_of_the_value_is_declared_and_no_other(schema: Schema[Any]) -> None:
    declared = [field.name for field in schema.fields]
    assert sorted(declared) == sorted(field.name for field in fields(schema.kind))
    assert len(set(schema.columns)) == len(schema.columns)


@EVERY
def test_every_field_has_a_column_that_may_be_empty_where_the_value_may(
    schema: Schema[Any],
) -> None:
    table = ROWS[schema.word].__table__.columns
    for field in schema.fields:
        column = table["uid" if field.name == "id" else field.name]
        optional = field.name in schema.usual and schema.usual[field.name] is None
        assert column.nullable == (optional and field.name != "entered_at"), field.name


@EVERY
def test_the_table_holds_nothing_that_is_not_declared(schema: Schema[Any]) -> None:
    own = {"id", "account_id", "episode_id", "uid", "exempt"}  # keys, and what only the refold sets
    named = set(ROWS[schema.word].__table__.columns.keys()) - own
    assert named == {field.name for field in schema.fields} - {"id"}


@EVERY
def test_a_form_asks_for_every_field_under_the_name_of_its_column(schema: Schema[Any]) -> None:
    asked = {field.column for field in schema.fields if not field.ours} - {"id"}
    assert asked <= set(dir(FORMS[schema.word]))


def test_the_tables_bounds_are_those_of_the_scores() -> None:
    tables = (METADATA.tables[row.__tablename__] for row in (CheckInRow, SessionRow))
    said = {
        str(constraint.sqltext)
        for table in tables
        for constraint in table.constraints
        if isinstance(constraint, CheckConstraint)
    }
    bounds = f"BETWEEN 0 AND {WORST_SCORE}"
    assert {f"pain {bounds}", f"effort {bounds}"} <= said


@pytest.mark.slow
@given(CHECK_INS)
def test_a_check_in_comes_back_from_its_snapshot_and_from_its_row(entry: CheckIn) -> None:
    comes_back(replace(entry, id="one"))


@pytest.mark.slow
@given(SESSIONS)
def test_a_session_comes_back_from_its_snapshot_and_from_its_row(entry: SessionLog) -> None:
    comes_back(replace(entry, id="one"))


def comes_back(entry: CheckIn | SessionLog) -> None:
    schema = schema_of(entry)
    assert schema.restored(schema.snapshot(entry)) == entry
    row = ROWS[schema.word](**columns_of_entry(schema, entry))
    read = read_columns(schema, row.__table__)
    assert values_of(schema, [tuple(getattr(row, column.name) for column in read)]) == [entry]


def test_a_snapshot_is_read_as_it_was_always_written() -> None:
    written = {
        "date": "2026-03-30", "time": "18:00:00", "kind": "walk_jog", "seconds": 1500,
        "walk_seconds": 1200, "jog_seconds": 300, "longest_jog_seconds": 60, "distance_m": 2550,
        "effort": 3, "pain": 0, "sensation": "none", "limp": False, "stopped_early": False,
        "deviation": "re-decided", "note": "", "entered_at": "2026-03-30T07:10:00+00:00",
        "id": "demo-session-8",
    }  # fmt: skip
    assert SESSION.snapshot(SESSION.restored(written)) == written


@pytest.mark.parametrize(
    "snapshot",
    [{}, {"date": "2026-03-30"}, {"date": "2026-03-30", "pain": 0, "sensation": "sore"},
     {"date": "2026-03-30", "pain": 0, "sensation": "none", "mood": "fine"}],
)  # fmt: skip
def test_what_is_no_snapshot_is_refused(snapshot: dict[str, object]) -> None:
    with pytest.raises((TypeError, ValueError)):
        CHECK_IN.restored(snapshot)


def test_an_id_is_as_long_in_a_form_as_in_a_file_and_never_leads_elsewhere() -> None:
    assert is_id("a" * LONGEST_ID)
    assert is_id("..a")
    for text in ("", "a" * (LONGEST_ID + 1), "..", "a/b", "ä", "a b", "a\n"):
        assert not is_id(text)


def test_an_id_beside_a_long_one_is_usable_too_and_always_the_same() -> None:
    assert id_beside("abc", "before") == "abc-before"
    long = "a" * LONGEST_ID
    assert is_id(id_beside(long, "before"))
    assert id_beside(long, "before") == id_beside(long, "before") != id_beside(long[1:], "before")


def test_walking_is_all_of_a_walk_and_the_walked_part_of_a_run() -> None:
    walk = replace(session(0, Kind.WALK, 40), walk_seconds=30 * 60)
    assert walk.walked_seconds == 40 * 60
    assert replace(walk, jog_seconds=600).walked_seconds == 30 * 60
    assert replace(walk, seconds=None).walked_seconds == 30 * 60
    assert replace(session(0, Kind.WALK_JOG, 40), walk_seconds=1200).walked_seconds == 1200
    assert session(0, Kind.BIKE, 40).walked_seconds == 0
