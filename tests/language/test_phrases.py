"""Dates in words: each as it is where it is told, though its words are cached."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from tracker.language.phrases import full_date


def test_one_moment_is_two_dates_in_two_zones() -> None:
    utc = datetime(2026, 5, 1, 23, tzinfo=UTC)
    there = utc.astimezone(ZoneInfo("Europe/Berlin"))
    assert utc == there
    assert (full_date(utc), full_date(there)) == ("1 May 2026", "2 May 2026")
