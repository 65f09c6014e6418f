"""A populated diary of every release goes through all later steps whole."""

from __future__ import annotations

import sqlite3
import zlib
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.quickly import quickly
from tests.storage.migration_steps import dump, head, script_directory
from tests.storage.release import FOLDER, NOW, bring_back
from tracker.services.diary import basis, integrity
from tracker.services.injury.protocols import ProtocolsError
from tracker.services.opening import opened
from tracker.storage.database import Database
from tracker.storage.diary import changes
from tracker.storage.injury import episodes
from tracker.storage.schema import migrate
from tracker.storage.transfer import backups

if TYPE_CHECKING:
    from pathlib import Path

RELEASED = sorted(file.stem for file in FOLDER.glob("*.sql"))
EACH_RELEASE = quickly(RELEASED, RELEASED[0], RELEASED[-1])
NOT_COPIED = {"alembic_version"}
DECIDED_OTHERWISE = [release for release in RELEASED if release < "0007"]  # by what ran then
RUN = (
    "INSERT INTO sessions (account_id, episode_id, uid, date, kind, jog_seconds, entered_at)"
    " SELECT account_id, episode_id, 'b', date(date, ?), 'run', 60, '2026-04-02' FROM sessions"
    " WHERE jog_seconds > 0 AND deviation IS NULL LIMIT 1"
)

Rows = dict[str, list[dict[str, object]]]


def _rows(path: Path) -> Rows:
    with closing(sqlite3.connect(path)) as db:
        db.row_factory = sqlite3.Row
        names = [row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type='table'")]
        return {n: [_read(row) for row in db.execute(f"SELECT * FROM {n}")] for n in names}


def _read(row: sqlite3.Row) -> dict[str, object]:
    """A row; the documents that later schemas compress as they were before."""
    return {
        name: zlib.decompress(value).decode()
        if name in {"checkpoint", "findings", "inputs"} and isinstance(value, bytes)
        else value
        for name, value in dict(row).items()
    }


def _seen_by(before: Rows, after: Rows) -> Rows:
    """The rows as far as the earlier schema had tables and columns for them."""
    return {
        table: [{column: row[column] for column in rows[0]} for row in after[table]]
        for table, rows in before.items()
        if table not in NOT_COPIED
    }


def test_every_schema_has_its_populated_diary() -> None:
    steps = {step.revision for step in script_directory().walk_revisions()}
    assert set(RELEASED) == steps, "python -m tests.storage.release"


@pytest.mark.parametrize("release", EACH_RELEASE)
def test_nothing_is_lost_from_a_release_to_this_one(tmp_path: Path, release: str) -> None:
    path = tmp_path / "diary.db"
    bring_back(release, path)
    before = _rows(path)
    assert all(before.values()), "every table has rows"
    assert backups.faults(path) == []
    migrate(path)
    after = _rows(path)
    assert after["alembic_version"] == [{"version_num": head()}]
    expected = {table: rows for table, rows in before.items() if table not in NOT_COPIED}
    assert _seen_by(before, after) == expected
    assert backups.faults(path) == []


@pytest.mark.parametrize("release", EACH_RELEASE)
def test_every_day_of_a_release_is_decided_anew_by_what_runs_now(
    tmp_path: Path, release: str
) -> None:
    path = tmp_path / "diary.db"
    bring_back(release, path)
    migrate(path)
    with closing(Database(path)) as database:
        basis.decide_anew(database, NOW)
        assert integrity.faults(database) == []
        assert basis.decide_anew(database, NOW) == 0


@pytest.mark.parametrize("release", EACH_RELEASE)
@pytest.mark.parametrize("day", ["-1 day", "+1 day"])
def test_two_run_days_side_by_side_are_still_refused(
    tmp_path: Path, release: str, day: str
) -> None:
    path = tmp_path / "diary.db"
    bring_back(release, path)
    migrate(path)
    with (
        closing(sqlite3.connect(path)) as db,
        pytest.raises(sqlite3.IntegrityError, match="adjacent run days"),
    ):
        db.execute(RUN, (day,))


def test_the_diary_as_it_was_is_kept_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "diary.db"
    bring_back("0001", path)
    before = dump(path)
    migrate(path)
    assert dump(path.with_name(f"{path.name}.before-{head()}")) == before


@pytest.fixture
def no_protocols(tmp_path: Path) -> Path:
    return tmp_path / "protocols"


@pytest.mark.parametrize("release", quickly(DECIDED_OTHERWISE, DECIDED_OTHERWISE[-1]))
def test_an_upgrade_decides_anew_before_its_schema_is_there_and_tells_the_runner(
    tmp_path: Path, no_protocols: Path, release: str
) -> None:
    path = tmp_path / "diary.db"
    bring_back(release, path)
    _as_decided_by_an_earlier_engine(path)
    with closing(opened(path, no_protocols, NOW, tell=print)) as database:
        assert integrity.faults(database) == []
        with database.reading() as tx:
            every = episodes.every(tx)
            noted = {e.id: changes.latest(tx, e.key, basis.BASIS, since=NOW) for e in every}
    assert noted
    assert all(change is not None and change.at == NOW for change in noted.values())


def _as_decided_by_an_earlier_engine(path: Path) -> None:
    """The latest releases were decided by this release's engine; the first have no such column."""
    with closing(sqlite3.connect(path)) as db, db:
        columns = {row[1] for row in db.execute("PRAGMA table_info(daily_standings)")}
        if "engine" in columns:
            db.execute("UPDATE daily_standings SET engine = 0")


def test_the_runner_reads_what_the_upgrade_changed(tmp_path: Path, no_protocols: Path) -> None:
    path = tmp_path / "diary.db"
    bring_back(RELEASED[0], path)
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("UPDATE daily_standings SET decision = 'cleared', step = 9")
        ((account, episode),) = db.execute("SELECT account_id, id FROM episodes LIMIT 1")
    with closing(opened(path, no_protocols, NOW, tell=print)) as database:
        change = basis.latest(database, account, episode, now=NOW)
    assert change is not None
    assert change.days


def test_where_the_days_cannot_be_decided_the_schema_stays_as_it_was(
    tmp_path: Path, no_protocols: Path
) -> None:
    path = tmp_path / "diary.db"
    bring_back(RELEASED[0], path)
    before = dump(path)
    no_protocols.mkdir(exist_ok=True)
    (no_protocols / "broken.toml").write_text("no protocol", "utf-8")
    with pytest.raises(ProtocolsError, match=r"broken\.toml is no usable protocol"):
        opened(path, no_protocols, NOW, tell=print)
    assert dump(path) == before
