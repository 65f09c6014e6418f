"""Protocols that a test keeps, known to nobody after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.services.injury.kept_variants import SLOWER
from tests.web.conftest import START
from tracker.progression.protocol_document import reader
from tracker.services.injury import variants
from tracker.web.injury import protocols as pages

if TYPE_CHECKING:
    from tests.web.conftest import SignedIn
    from tracker.storage.database import Database


@pytest.fixture
def nothing_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "_dropped_in", {})
    monkeypatch.setattr(pages, "RUNNERS", 1)


@pytest.fixture
def with_variant(nothing_known: None, signed_in: SignedIn, database: Database) -> SignedIn:
    del nothing_known
    variants.keep(database, SLOWER, START)
    return signed_in
