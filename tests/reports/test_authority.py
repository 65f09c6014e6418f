"""On whose word a rule rests."""

from __future__ import annotations

from tracker.progression.protocol_document.reader import shipped
from tracker.reports.authority import basis


def test_every_source_is_cited_by_title_and_author() -> None:
    said = basis(shipped(), "rest-between-runs")
    assert said.startswith("Said by a source document: “Upper Hamstring Pain”, Steve Albrechta")
