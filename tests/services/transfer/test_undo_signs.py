"""A warning sign goes with its import for a reason alone, from wherever it was carried to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.builders import check_in, good_morning, on
from tests.services.conftest import ALICE, NOW, Runner
from tests.services.transfer.undoing import (
    FLAGGED,
    REASON,
    injury,
    rows,
    table_of,
    undo,
)
from tracker.services.diary.corrected_signs import corrected_signs
from tracker.services.errors import ReasonNeeded
from tracker.services.transfer.undo_import import (
    preview_undo,
    undo_import,
)


def test_a_warning_sign_goes_with_a_reason_alone_and_the_reason_stays(runner: Runner) -> None:
    runner.check(replace(good_morning(2), id="own"))
    before = rows(runner.database)
    brought = table_of(runner, FLAGGED)
    with_sign = rows(runner.database)
    assert preview_undo(runner.database, ALICE, brought, now=NOW).signs == ("E1",)
    with pytest.raises(ReasonNeeded):
        undo_import(runner.database, ALICE, brought, now=NOW)
    assert rows(runner.database) == with_sign
    undo(runner, brought, REASON)
    assert rows(runner.database) == before
    (corrected,) = corrected_signs(runner.database, runner.account, 1)
    assert (corrected.flags, corrected.reason) == (("E1",), REASON)


def test_a_sign_is_taken_from_where_it_was_carried_to_with_the_injury_that_had_it(
    runner: Runner,
) -> None:
    runner.check(replace(good_morning(2), id="own"))
    before = rows(runner.database)
    brought = injury(runner, replace(check_in(-10, red_flags=["E1"]), id="old"))
    with pytest.raises(ReasonNeeded):
        undo_import(runner.database, ALICE, brought, now=NOW)
    undone = undo(runner, brought, REASON)
    assert (undone.injuries, undone.signs) == ((on(-30),), ("E1",))
    assert rows(runner.database) == before
    (corrected,) = corrected_signs(runner.database, runner.account, 1)
    assert (corrected.flags, corrected.reason) == (("E1",), REASON)


def test_a_sign_that_stands_elsewhere_stays_there(runner: Runner) -> None:
    runner.check(FLAGGED)
    before = rows(runner.database)
    undo(runner, table_of(runner, replace(FLAGGED, id="again")), REASON)
    assert rows(runner.database) == before
