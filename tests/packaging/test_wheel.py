"""What a user installs: a wheel that brings its pages, styles and migrations along."""

from __future__ import annotations

import os
import subprocess
import sys
import urllib.request
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", str(folder)]
    subprocess.run([*build, str(ROOT)], check=True)
    (made,) = folder.glob("*.whl")
    return made


@pytest.mark.slow
def test_the_wheel_holds_every_page_style_step_and_protocol_and_no_test(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        held = set(archive.namelist())
    listed = subprocess.run(
        ["git", "ls-files", "tracker", "templates", "static", "migrations"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    wanted = {
        name if name.startswith("tracker/") else f"tracker/_assets/{name}"
        for name in listed.stdout.split()
    }
    assert wanted <= held
    assert not [name for name in held if name.startswith("tests")]


@pytest.mark.slow
def test_the_wheel_in_an_empty_environment_serves_its_first_page(
    tmp_path: Path, wheel: Path
) -> None:
    home = tmp_path / "venv"
    subprocess.run([sys.executable, "-m", "venv", str(home)], check=True)
    scripts = home / ("Scripts" if sys.platform == "win32" else "bin")
    subprocess.run([scripts / "pip", "install", "--quiet", str(wheel)], check=True)
    process = subprocess.Popen(
        [scripts / "tracker", "serve", "--no-browser", "--port", "8400"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "TRACKER_DATA_DIR": str(tmp_path / "data")},
    )
    try:
        assert process.stdout is not None
        line = next(line for line in process.stdout if "http://" in line)
        address = next(word for word in line.split() if word.startswith("http://"))
        for path in ("", "static/css/base.css"):
            with urllib.request.urlopen(address + path, timeout=20) as response:  # noqa: S310
                assert response.status == 200
                assert response.read()
    finally:
        process.terminate()
        process.communicate(timeout=20)
    assert (tmp_path / "data" / "diary.db").exists()
