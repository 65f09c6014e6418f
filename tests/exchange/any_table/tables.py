"""Tables as anybody might send them, read by what their columns are called."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from tracker.exchange.any_table.columns import Entries, guess, to_entries
from tracker.exchange.any_table.table import read_table
from tracker.exchange.parse_errors import FilesError

TODAY = date(2026, 6, 1)
BERLIN, AUCKLAND, NEW_YORK = (
    ZoneInfo(name) for name in ("Europe/Berlin", "Pacific/Auckland", "America/New_York")
)


def read(text: str, encoding: str = "utf-8", zone: ZoneInfo = BERLIN) -> Entries:
    table = read_table(text.encode(encoding), "my.csv")
    return to_entries(table, guess(table), "my.csv", TODAY, zone)


def faults_of(text: str) -> list[str]:
    with pytest.raises(FilesError) as caught:
        read(text)
    return [str(fault) for fault in caught.value.faults]
