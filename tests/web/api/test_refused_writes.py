"""What programs may not record: it is named, as by the forms, and nothing is stored."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.web.api.entries import ENTRIES, rows

if TYPE_CHECKING:
    from tests.web.api.conftest import Program
    from tracker.storage.database import Database


@pytest.mark.parametrize(
    ("address", "values", "name"),
    [
        ("/check-ins/a1", {"pain": 11}, "pain"),
        ("/check-ins/a1", {"pain": None}, "pain"),
        ("/check-ins/a1", {"pain": "0"}, "pain"),
        ("/check-ins/a1", {"pain": True}, "pain"),
        ("/check-ins/a1", {"date": "1 May"}, "date"),
        ("/check-ins/a1", {"date": "2026-05-02"}, "date"),
        ("/check-ins/a1", {"time": "23:00"}, "time"),
        ("/check-ins/a1", {"time": "25:00"}, "time"),
        ("/check-ins/a1", {"sensation": "sharp"}, "sensation"),
        ("/check-ins/a1", {"pain": 3}, "sensation"),
        ("/check-ins/a1", {"red_flags": ["E1", "none"]}, "red_flags"),
        ("/check-ins/a1", {"red_flags": "E1"}, "red_flags"),
        ("/check-ins/a1", {"expected_return": "2026-04-30"}, "expected_return"),
        ("/check-ins/a1", {"note": "x" * 2001}, "note"),
        ("/check-ins/a1", {"note": "a\x00b"}, "note"),
        ("/check-ins/a1", {"entered_at": "2026-05-01T00:00:00Z"}, "entered_at"),
        ("/check-ins/a1", {"mood": "fine"}, "mood"),
        ("/check-ins/...", {}, "uid"),
        ("/check-ins/a%20b", {}, "uid"),
        ("/sessions/a1", {"seconds": None}, "seconds"),
        ("/sessions/a1", {"seconds": 86401}, "seconds"),
        ("/sessions/a1", {"jog_seconds": 60}, "jog_seconds"),
        ("/sessions/a1", {"kind": "run"}, "jog_seconds"),
        ("/sessions/a1", {"kind": "other"}, "jog_seconds"),
        ("/sessions/a1", {"deviation": "confirmed"}, "deviation"),
        ("/sessions/a1", {"kind": "run", "jog_seconds": 60, "longest_jog_seconds": 61,
                          "before": None}, "longest_jog_seconds"),
        ("/care/a1", {"minutes": 2000}, "minutes"),
        ("/care/a1", {"date": "2026-05-02"}, "date"),
    ],
)  # fmt: skip
def test_what_the_forms_refuse_is_refused_here_and_named(
    program: Program, database: Database, address: str, values: dict[str, Any], name: str
) -> None:
    before = rows(database)
    kind = address.rpartition("/")[0]
    answer = program.put(address, **{**ENTRIES[f"{kind}/a1"], **values})
    assert answer.status_code == 422, answer.get_data(as_text=True)
    errors = answer.get_json()["errors"]
    assert name in [it["name"] for it in errors]
    assert all(it["detail"] for it in errors)
    assert rows(database) == before


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"", "application/json", 400),
        (b"{", "application/json", 400),
        (b"[]", "application/json", 400),
        (b'{"pain": 1, "pain": 2}', "application/json", 400),
        (b'{"pain": NaN}', "application/json", 400),
        (b"\xff", "application/json", 400),
        (b"[" * 100_000, "application/json", 400),
        (b"pain=1", "application/x-www-form-urlencoded", 415),
        (b"{}", "", 415),
        (b" " * 1_100_000, "application/json", 413),
    ],
)
def test_what_cannot_be_read_is_told_and_nothing_is_stored(
    program: Program, database: Database, body: bytes, kind: str, status: int
) -> None:
    before = rows(database)
    answer = program.ask("PUT", "/check-ins/a1", data=body, content_type=kind)
    assert (answer.status_code, answer.mimetype) == (status, "application/problem+json")
    assert answer.get_json()["detail"]
    assert rows(database) == before
