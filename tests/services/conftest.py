"""A migrated database with one account, its open episode from day 0, and another's."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from tests.builders import ONSET, on
from tests.databases import fresh
from tests.storage.rows import count_on
from tracker.progression.episode import Side, Site
from tracker.services.diary import entries
from tracker.services.diary.refusal import Refusal
from tracker.storage.database import Database
from tracker.storage.keys import EpisodeKey
from tracker.storage.tables.access import AccountRow
from tracker.storage.tables.diary import EpisodeRow

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tracker.progression.diary import CheckIn, SessionLog
    from tracker.services.diary.entry_edit import Saved

NOW = dt.datetime(2026, 12, 1, 10, tzinfo=dt.UTC)
ALICE, BOB = 1, 2


@dataclass
class Runner:
    """Alice, keeping her diary through the services. `today` is a day number."""

    database: Database
    today: int = 400
    account: int = ALICE
    episode: int = 1

    @property
    def key(self) -> EpisodeKey:
        return EpisodeKey(self.account, self.episode)

    @property
    def _whose(self) -> tuple[Database, int, int]:
        return self.database, self.account, self.episode

    def check(self, check_in: CheckIn) -> Saved:
        return entries.save_check_in(*self._whose, check_in, today=on(self.today), now=NOW)

    def try_session(
        self, session: SessionLog, before: CheckIn | None = None, confirmed: str | None = None
    ) -> Saved | Refusal:
        return entries.save_session(
            *self._whose,
            session,
            before=before,
            confirmed=confirmed,
            today=on(self.today),
            now=NOW,
        )

    def session(self, session: SessionLog) -> Saved:
        """Save a session that must not be refused."""
        saved = self.try_session(session)
        assert not isinstance(saved, Refusal), [f.rule for f in saved.findings]
        return saved

    def insist(self, session: SessionLog) -> Saved:
        """Save a session; where it is refused, say that it already happened."""
        saved = self.try_session(session)
        if isinstance(saved, Refusal):
            saved = self.try_session(session, confirmed=saved.fingerprint)
        assert not isinstance(saved, Refusal)
        return saved

    def change_check_in(self, check_in: CheckIn, reason: str = "") -> Saved:
        return entries.edit_check_in(
            *self._whose, check_in, reason=reason, today=on(self.today), now=NOW
        )

    def change_session(self, session: SessionLog, confirmed: str | None = None) -> Saved | Refusal:
        return entries.edit_session(
            *self._whose, session, confirmed=confirmed, today=on(self.today), now=NOW
        )

    def delete_check_in(self, uid: str, reason: str = "") -> Saved:
        entry = entries.find_check_in(*self._whose, uid)
        return entries.delete(*self._whose, entry, reason=reason, today=on(self.today), now=NOW)

    def delete_session(self, uid: str) -> Saved:
        session = entries.find_session(*self._whose, uid)
        return entries.delete(*self._whose, session, today=on(self.today), now=NOW)

    def undo(self, change_id: int | None) -> Saved:
        assert change_id is not None
        return entries.undo(*self._whose, change_id, today=on(self.today), now=NOW)


def open_database(path: Path) -> Database:
    """Alice's and Bob's diaries."""
    return Database(fresh(path, two_diaries))


def two_diaries(database: Database) -> None:
    """Fill a database with an episode of Alice's and one of Bob's."""
    with database.writing() as db:
        for account, name in ((ALICE, "Alice"), (BOB, "Bob")):
            db.add(
                AccountRow(
                    id=account,
                    name=name,
                    name_key=name.casefold(),
                    passphrase_hash="-",
                    created_at=NOW,
                )
            )
        db.flush()
        for account in (ALICE, BOB):
            db.add(
                EpisodeRow(
                    id=account,
                    account_id=account,
                    site=Site.HAMSTRING,
                    side=Side.LEFT,
                    onset=ONSET,
                    baseline_minutes=40,
                    timezone="UTC",
                    protocol="return-to-run-1",
                    screening=[],
                    screened_on=ONSET,
                    opened_at=NOW,
                )
            )
        db.flush()
        count_on(db)


@pytest.fixture
def runner(tmp_path: Path) -> Iterator[Runner]:
    database = open_database(tmp_path / "tracker.sqlite3")
    yield Runner(database)
    database.close()
