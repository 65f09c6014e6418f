"""Browser tests that could not run are counted aloud, or fail where a browser is required."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CONFTEST = Path(__file__).parent / "conftest.py"
TWO_TESTS = """
def test_one(browser): pass
def test_two(browser): pass
def test_three(): pass
"""


def run_without_chromium(folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    shutil.copy(CONFTEST, folder)
    (folder / "test_pages.py").write_text(TWO_TESTS, encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", str(folder)],
        cwd=folder,
        env={"PATH": "", "PYTHONPATH": os.pathsep.join(sys.path), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


needs_no_fixed_place = pytest.mark.skipif(
    sys.platform != "linux", reason="elsewhere a browser is found without PATH"
)


@pytest.mark.slow
@needs_no_fixed_place
def test_the_last_line_counts_the_browser_tests_that_did_not_run(tmp_path: Path) -> None:
    result = run_without_chromium(tmp_path)
    assert result.returncode == 0
    assert result.stdout.splitlines()[-1] == "2 browser tests not run: no Chromium"


@pytest.mark.slow
@needs_no_fixed_place
def test_where_a_browser_is_required_they_fail(tmp_path: Path) -> None:
    result = run_without_chromium(tmp_path, TRACKER_REQUIRE_BROWSER="1")
    assert result.returncode == 1
    assert "1 passed, 2 errors" in result.stdout


@pytest.mark.slow
def test_the_browser_that_is_found_opens_pages(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content("<h1>Here</h1>")
    assert page.inner_text("h1") == "Here"
    page.close()
