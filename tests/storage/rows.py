"""Rows for tests, with only what a test cares about to be said."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import text

from tracker.progression.episode import Side, Site
from tracker.storage.tables.access import AccountRow
from tracker.storage.tables.diary import EpisodeRow

if TYPE_CHECKING:
    from tracker.storage.database import Transaction

INSTANT = datetime(2026, 4, 1, 8, tzinfo=UTC)


def count_on(tx: Transaction) -> None:
    """Let ids go on after those that a test gave; a server counts by itself, a file looks."""
    if tx.connection().dialect.name != "postgresql":
        return
    for table in ("accounts", "episodes"):
        tx.execute(text(f"SELECT setval('{table}_id_seq', (SELECT max(id) FROM {table}))"))


def an_account(name: str) -> AccountRow:
    return AccountRow(name=name, name_key=name.casefold(), passphrase_hash="x", created_at=INSTANT)


def an_episode(**facts: Any) -> EpisodeRow:
    usual: dict[str, Any] = {
        "account_id": 1,
        "site": Site.HAMSTRING,
        "side": Side.LEFT,
        "onset": date(2026, 4, 1),
        "baseline_minutes": 40,
        "timezone": "Europe/Berlin",
        "protocol": "return-to-run-1",
        "screening": [],
        "screened_on": date(2026, 4, 1),
        "opened_at": INSTANT,
    }
    return EpisodeRow(**usual | facts)
