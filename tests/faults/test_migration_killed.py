"""A start that is killed while it brings a diary to the newest schema is made good by the next."""

from __future__ import annotations

import random
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.faults.servers import killed_while_migrating
from tests.storage.migration_steps import dump, head, query, with_next_step
from tests.storage.release import NOW, bring_back
from tests.storage.test_upgrades import RELEASED
from tracker.services.diary import basis, integrity
from tracker.services.opening import opened
from tracker.storage import backups
from tracker.storage.database import Database
from tracker.storage.schema import migrate

if TYPE_CHECKING:
    from pathlib import Path

KILLS = 40
HALFWAY = """    op.add_column("episodes", Column("shoes", Text))
    op.execute("UPDATE episodes SET baseline_minutes = 55")
    if {waits}:
        print("halfway", flush=True)
        input()
"""
STARTER = """
import pathlib, sys
from tracker.storage.schema import migrate
migrate(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
"""
SCHEMA = "SELECT type, name, sql FROM sqlite_master ORDER BY type, name"


@pytest.mark.slow
def test_a_step_killed_halfway_leaves_the_old_schema_and_the_next_start_completes_it(
    tmp_path: Path,
) -> None:
    path = tmp_path / "diary.db"
    bring_back(head(), path)
    before = dump(path)
    steps = with_next_step(tmp_path, HALFWAY.format(waits="True"))
    command = [sys.executable, "-c", STARTER, str(path), str(steps)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stdout.readline() == b"halfway\n"
    process.kill()
    process.communicate(timeout=60)
    assert dump(path) == before
    step = steps / "versions" / "9999_next.py"
    step.write_text(step.read_text("utf-8").replace("if True", "if False"), encoding="utf-8")
    migrate(path, steps)
    assert query(path, "SELECT DISTINCT baseline_minutes, shoes FROM episodes") == [(55, None)]
    assert backups.faults(path) == []


@pytest.mark.slow
def test_a_start_killed_at_any_moment_leaves_one_schema_or_the_other(tmp_path: Path) -> None:
    moment = random.Random(7)  # noqa: S311 - no secret
    schemas = {}
    for release in (RELEASED[0], RELEASED[-1]):
        bring_back(release, tmp_path / f"{release}.db")
        schemas[release] = query(tmp_path / f"{release}.db", SCHEMA)
    revisions, longest = set(), 0.5
    for number in range(KILLS):
        path = tmp_path / f"diary{number}.db"
        bring_back(RELEASED[0], path)
        killed_while_migrating(path, moment.uniform(0, longest))
        ((revision,),) = query(path, "SELECT version_num FROM alembic_version")
        assert query(path, SCHEMA) == schemas[str(revision)]
        revisions.add(revision)
        longest *= 0.9 if revision == RELEASED[-1] else 1.1  # near the change, on any machine
        if revision == RELEASED[-1]:
            database = Database(path)
            assert basis.decide_anew(database, NOW) == 0, "no schema without its decisions"
            database.close()
        database = opened(path, tmp_path / "protocols", NOW, tell=print)
        assert (backups.faults(path), integrity.faults(database)) == ([], [])
        database.close()
    assert len(revisions) == 2, "every kill came too early or too late"
