"""A start that is killed while it brings a diary to the newest schema is made good by the next."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest

from tests.databases import drop, empty, environment
from tests.faults.servers import killed_while_migrating
from tests.raw_sql import every_row, rows
from tests.storage import release, test_upgrades, test_upgrades_of_a_server
from tests.storage.migration_steps import head, with_next_step
from tracker.services.diary import basis, integrity
from tracker.services.opening import opened
from tracker.storage import server_faults
from tracker.storage.database import Database
from tracker.storage.postgresql.catalog import objects
from tracker.storage.schema import migrate
from tracker.storage.transfer import backups

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.settings import Settings
    from tracker.storage.places import Place

KILLS = 40
HALFWAY = """    op.add_column("episodes", Column("shoes", Text))
    op.execute("UPDATE episodes SET baseline_minutes = 55")
    if {waits}:
        print("halfway", flush=True)
        input()
"""
STARTER = """
from pathlib import Path
from tracker.settings import Settings
from tracker.storage.schema import migrate
migrate(Settings.from_environment().place, Path({steps!r}))
"""


def _schema(place: Place) -> dict[str, str]:
    """Every table, index and trigger, and what it says."""
    if isinstance(place, Path):
        return dict(rows(place, "SELECT name, sql FROM sqlite_master"))
    with closing(Database(place)) as database, database.engine.connect() as connection:
        return objects(connection, "public")


def _faults(place: Place) -> list[str]:
    return backups.faults(place) if isinstance(place, Path) else server_faults.faults(place)


def _bring_back_oldest(place: Place) -> str:
    """Make the populated diary of the oldest release that there was; say its schema's name."""
    if isinstance(place, Path):
        oldest = test_upgrades.RELEASED[0]
        release.bring_back(oldest, place)
    else:
        oldest = test_upgrades_of_a_server.RELEASED[0]
        test_upgrades_of_a_server.bring_back(oldest, place)
    return oldest


@contextmanager
def _a_place(folder: Path) -> Iterator[Place]:
    """Where a diary can be, for as long as it is needed."""
    server = empty()
    with TemporaryDirectory(dir=folder) as of_its_own:
        yield server or Path(of_its_own) / "diary.db"
    drop(server)


@pytest.mark.slow
def test_a_step_killed_halfway_leaves_the_old_schema_and_the_next_start_completes_it(
    settings: Settings, tmp_path: Path
) -> None:
    settings.data_dir.mkdir()
    place = settings.place
    _bring_back_oldest(place)
    migrate(place)
    before = _schema(place), every_row(place)
    steps = with_next_step(tmp_path, HALFWAY.format(waits="True"))
    process = subprocess.Popen(
        [sys.executable, "-c", STARTER.format(steps=str(steps))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, **environment(settings)},
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"halfway\n"
    process.kill()
    process.communicate(timeout=60)
    assert (_schema(place), every_row(place)) == before
    step = steps / "versions" / "9999_next.py"
    step.write_text(step.read_text("utf-8").replace("if True", "if False"), encoding="utf-8")
    migrate(place, steps)
    assert rows(place, "SELECT DISTINCT baseline_minutes, shoes FROM episodes") == [(55, None)]
    if isinstance(place, Path):
        assert backups.faults(place) == []


@pytest.mark.slow
def test_a_start_killed_at_any_moment_leaves_one_schema_or_the_other(tmp_path: Path) -> None:
    moment = random.Random(7)  # noqa: S311 - no secret
    with _a_place(tmp_path) as place:
        oldest = _bring_back_oldest(place)
        schemas = {oldest: _schema(place)}
        migrate(place)
        schemas[head()] = _schema(place)
    revisions, longest = set(), 0.5
    for _ in range(KILLS):
        with _a_place(tmp_path) as place:
            _bring_back_oldest(place)
            killed_while_migrating(place, tmp_path / "protocols", moment.uniform(0, longest))
            revision = _assert_whole(place, schemas)
            revisions.add(revision)
            longest *= 0.9 if revision == head() else 1.1  # near the change, on any machine
            database = opened(place, tmp_path / "protocols", release.NOW, tell=print)
            assert (_faults(place), integrity.faults(database)) == ([], [])
            database.close()
    assert len(revisions) == 2, "every kill came too early or too late"


def _assert_whole(place: Place, schemas: dict[str, dict[str, str]]) -> str:
    """See that a database is all of one schema; say which."""
    ((revision,),) = rows(place, "SELECT version_num FROM alembic_version")
    assert _schema(place) == schemas[revision]
    if revision == head():
        with closing(Database(place)) as database:
            anew = basis.decide_anew(database, release.NOW)
        assert anew == 0, "no schema without its decisions"
    return str(revision)
