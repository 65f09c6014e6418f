"""Whatever became of a table: it is read, or refused with the place of each fault."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, event, given, settings

from tests.exchange.any_table.mutated import mutated
from tests.exchange.any_table.tables import BERLIN, TODAY
from tracker.exchange.any_table.columns import guess, remarks, to_entries
from tracker.exchange.any_table.table import read_table
from tracker.exchange.parse_errors import FilesError
from tracker.exchange.watch.plausible import RIDE_M_S
from tracker.progression.diary import RUNNING_KINDS, WORST_SCORE, SessionLog

QUIET = settings(deadline=None, suppress_health_check=list(HealthCheck))


@pytest.mark.slow
@settings(QUIET, max_examples=60)
@given(mutated())
def test_a_mutated_table_is_read_or_refused(content: bytes) -> None:
    check(content)


@pytest.mark.slow
@settings(QUIET, max_examples=5000)
@given(mutated())
def test_five_thousand_mutated_tables_are_read_or_refused(content: bytes) -> None:
    check(content)


def check(content: bytes) -> None:
    refused: list[str] = []
    try:
        table = read_table(content, "my.csv")
        meaning = guess(table)
        whole = to_entries(table, meaning, "my.csv", TODAY, BERLIN)
    except FilesError as error:
        refused = [str(fault) for fault in error.faults]
        event("refused")
        rest = left_out(content)
    else:
        assert not whole.left_out
        assert all(remarks(table, meaning, BERLIN))
        event("read")
        rest = whole.sessions
    assert all(fault.startswith("my.csv") for fault in refused)
    for session in rest:
        assert session.date <= TODAY
        assert session.pain is None or 0 <= session.pain <= WORST_SCORE
        is_far = session.seconds and (session.distance_m or 0) >= 1000
        if session.kind in RUNNING_KINDS and is_far:
            assert (session.distance_m or 0) <= RIDE_M_S * (session.seconds or 0)


def left_out(content: bytes) -> list[SessionLog]:
    """What is read once the rows that cannot be are left out; nothing of what is no table."""
    try:
        table = read_table(content, "my.csv")
        entries = to_entries(table, guess(table), "my.csv", TODAY, BERLIN, leave_out=True)
    except FilesError:
        return []
    assert entries.left_out
    return entries.sessions
