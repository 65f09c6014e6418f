"""Why a runner may need a look: the first reason that there is."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from tests.builders import check_in, diary, on
from tracker.progression.protocol_document.reader import shipped
from tracker.progression.timeline import timeline
from tracker.reports.morning import Need, reason

if TYPE_CHECKING:
    from tracker.progression.diary import CheckIn
    from tracker.reports.morning import Reason

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


def reason_of(*records: CheckIn, until: int, silence: int = 3) -> Reason:
    written = diary(*records)
    outcomes = list(timeline(shipped(), written, on(until)))
    return reason(written, outcomes, looked_at=LONG_AGO, silence=silence)


@pytest.mark.parametrize(("until", "need"), [(3, Need.NONE), (4, Need.SILENT)])
def test_silence_counts_the_days_that_are_over(until: int, need: Need) -> None:
    assert reason_of(check_in(0), until=until).need is need


def test_silence_is_as_long_as_the_clinician_says() -> None:
    assert reason_of(check_in(0), until=4, silence=4).need is Need.NONE
    assert reason_of(check_in(0), until=4).line == "No check-in since 1 April 2026: 3 days."
    assert reason_of(until=4).line.startswith("No check-in at all: ")


def test_an_open_sign_comes_before_everything_else() -> None:
    it = reason_of(check_in(0, pain=3, red_flags=("E1",)), until=40)
    assert it.need is Need.OPEN_SIGN
    assert "warning sign E1" in it.line


def test_who_has_not_moved_on_for_long_is_stalled() -> None:
    assert reason_of(*(check_in(day, pain=3) for day in range(40)), until=40).need is Need.STALLED
