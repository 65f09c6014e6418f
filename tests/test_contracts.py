"""The import contracts hold, and each of them breaks on a planted violation."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LINTER = "from importlinter.cli import lint_imports_command; lint_imports_command()"


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", LINTER, "--no-cache"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "tracker", tmp_path / "tracker", ignore=ignored)
    (tmp_path / "tests").mkdir()
    for name in ("pyproject.toml", "tests/__init__.py", "tests/import_contracts.py"):
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def test_every_contract_is_kept() -> None:
    result = lint(ROOT)
    assert result.returncode == 0, result.stdout
    assert "11 kept, 0 broken" in result.stdout


ONE_WAY = "Imports go one way"
WEB = "Topics of the web layer import one way"
SERVICES = "Topics of the services import one way"
STORAGE = "Topics of the storage import one way"
EXCHANGE = "Formats of files import one way"
CHARTS = "Charts import one way"
REPORTS = "Reports import one way"
STANDARD = "The progression imports nothing but the standard library"
NO_WEB = "Nothing below the web layer knows the web framework"
NO_QUERY = "Files and charts never query"
NO_SQL = "SQL and rows stay in the storage"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("services/planted.py", "import tracker.web", ONE_WAY),
        ("web/planted.py", "import tracker.app", ONE_WAY),
        ("app.py", "import tracker.cli", ONE_WAY),
        ("storage/planted.py", "import tracker.services", ONE_WAY),
        ("charts/planted.py", "import tracker.exchange", ONE_WAY),
        ("reports/planted.py", "import tracker.storage", ONE_WAY),
        ("reports/planted.py", "import tracker.charts", ONE_WAY),
        ("storage/planted.py", "import tracker.reports", ONE_WAY),
        ("entries/planted.py", "import tracker.storage", ONE_WAY),
        ("entries/planted.py", "import tracker.reports", ONE_WAY),
        ("content/planted.py", "import tracker.entries", ONE_WAY),
        ("language/planted.py", "import tracker.content", ONE_WAY),
        ("content/planted.py", "import tracker.storage", ONE_WAY),
        ("progression/planted.py", "import tracker.language", ONE_WAY),
        ("progression/planted.py", "import tracker.paths", ONE_WAY),
        ("planted.py", "", ONE_WAY),  # a new module must be given its place
        ("web/kit/planted.py", "import tracker.web.diary.today", WEB),
        ("web/diary/planted.py", "import tracker.web.injury.numbers", WEB),
        ("web/planted.py", "", WEB),
        ("services/diary/planted.py", "import tracker.services.injury.episodes", SERVICES),
        ("services/injury/planted.py", "import tracker.services.access.accounts", SERVICES),
        ("services/planted.py", "", SERVICES),
        ("storage/injury/planted.py", "import tracker.storage.diary.standings", STORAGE),
        ("storage/database.py", "import tracker.storage.tables", STORAGE),
        ("storage/planted.py", "", STORAGE),
        ("exchange/own_format/planted.py", "import tracker.exchange.any_table.table", EXCHANGE),
        ("charts/style.py", "import tracker.charts.sheet", CHARTS),
        ("reports/run_days.py", "import tracker.reports.report", REPORTS),
        ("progression/planted.py", "import matplotlib", STANDARD),
        ("progression/planted.py", "from tzdata import zoneinfo", STANDARD),
        ("services/planted.py", "from flask import request", NO_WEB),
        ("storage/planted.py", "import wtforms", NO_WEB),
        ("entries/planted.py", "import wtforms", NO_WEB),
        ("exchange/planted.py", "import sqlalchemy", NO_QUERY),
        ("charts/planted.py", "from tracker.storage import tables", NO_QUERY),
        ("services/planted.py", "from sqlalchemy import select", NO_SQL),
        ("services/diary/planted.py", "from tracker.storage.tables import diary", NO_SQL),
        ("services/planted.py", "from tracker.storage.tables.audit import ChangeRow", NO_SQL),
        ("services/planted.py", "from tracker.storage import tables", NO_SQL),
        ("web/planted.py", "import sqlite3", NO_SQL),
        ("web/kit/planted.py", "from tracker.storage.columns import Base", NO_SQL),
        ("cli/planted.py", "import alembic", NO_SQL),
    ],
)
def test_each_contract_breaks_on_a_planted_violation(
    copy: Path, module: str, line: str, contract: str
) -> None:
    with (copy / "tracker" / module).open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    result = lint(copy)
    assert result.returncode != 0
    assert f"{contract} BROKEN" in result.stdout


def test_nothing_above_the_storage_looks_into_a_transaction() -> None:
    """It is handed on to the repositories; whoever asked it something would write SQL."""
    for layer in ("services", "web", "cli"):
        for file in (ROOT / "tracker" / layer).rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Attribute):
                    assert not is_transaction(node.value), f"{file}, line {node.lineno}"


def is_transaction(node: ast.expr) -> bool:
    name = node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")
    return name in {"tx", "db"}
