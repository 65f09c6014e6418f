"""The papers for people who report, ask and contribute are valid, and lead where they say."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from check_jsonschema import main as check_jsonschema
from ruamel.yaml import YAML

ROOT = Path(__file__).parent.parent
GITHUB = ROOT / ".github"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
README = (ROOT / "README.md").read_text(encoding="utf-8")
FORMS = sorted((GITHUB / "ISSUE_TEMPLATE").glob("*.yml"))
SCHEMAS = {
    **{file: "github-issue-forms" for file in FORMS if file.name != "config.yml"},
    GITHUB / "ISSUE_TEMPLATE" / "config.yml": "github-issue-config",
    GITHUB / "workflows" / "ci.yml": "github-workflows",
    GITHUB / "dependabot.yml": "dependabot",
}
PAGES = [
    ROOT / "README.md",
    ROOT / "CHANGELOG.md",
    *sorted((ROOT / "docs").rglob("*.md")),
    *sorted(GITHUB.rglob("*.md")),
]


def _loaded(file: Path) -> Any:
    return YAML(typ="safe").load(file.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def jobs() -> dict[str, Any]:
    by_name: dict[str, Any] = _loaded(GITHUB / "workflows" / "ci.yml")["jobs"]
    return by_name


def _named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("file", SCHEMAS, ids=_named)
def test_the_hosting_site_can_read_it(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        check_jsonschema(["--builtin-schema", f"vendor.{SCHEMAS[file]}", str(file)])
    assert left.value.code == 0, capsys.readouterr().out


def test_every_file_for_the_hosting_site_is_checked() -> None:
    assert {file for kind in ("yml", "yaml") for file in GITHUB.rglob(f"*.{kind}")} == set(SCHEMAS)


def test_every_supported_python_is_tried_on_every_system(jobs: dict[str, Any]) -> None:
    oldest = PROJECT["requires-python"].removeprefix(">=")
    matrix = jobs["quick-tests"]["strategy"]["matrix"]
    assert matrix["python"][0] == oldest
    assert {system.split("-")[0] for system in matrix["os"]} == {"ubuntu", "windows", "macos"}
    # What is left out of the quick tests is in "every check", which needs the oldest Python.
    assert matrix["exclude"] == [{"os": "ubuntu-latest", "python": oldest}]
    every = jobs["every-check"]
    assert every["runs-on"] == "ubuntu-latest"
    (python,) = [s["with"]["python-version"] for s in every["steps"] if "setup-python" in str(s)]
    assert python == oldest
    assert [step["run"] for step in every["steps"] if "run" in step] == [".ci/run"]


def test_the_quick_tests_are_the_readmes_command(jobs: dict[str, Any]) -> None:
    ran = {step.get("if"): step["run"] for step in jobs["quick-tests"]["steps"] if "run" in step}
    unix = next(line for line in README.splitlines() if line.endswith(".venv/bin/pytest"))
    assert unix in ran["runner.os != 'Windows'"]
    windows = unix.replace("python3", "python").replace(".venv/bin/", ".venv\\Scripts\\")
    assert windows == ran["runner.os == 'Windows'"]


def test_a_job_may_read_and_nothing_else(jobs: dict[str, Any]) -> None:
    assert _loaded(GITHUB / "workflows" / "ci.yml")["permissions"] == {}
    for job in jobs.values():
        assert job["permissions"] == {"contents": "read"}
        assert job["timeout-minutes"] <= 90
        for step in job["steps"]:
            assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}|", step.get("uses", ""))


@pytest.mark.parametrize("page", PAGES, ids=_named)
def test_every_link_to_a_file_leads_to_one(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    targets = re.findall(r"\]\(([^)#]+)[^)]*\)|(?:src|href)=\"([^\"#]+)", text)
    for target in {one or other for one, other in targets}:
        if not re.match(r"[a-z]+:", target):
            assert (page.parent / target).exists(), target


def test_an_image_is_built_from_what_the_package_needs_and_nothing_else() -> None:
    """Anything else in the folder, such as a diary, would end up in the container's image."""
    lines = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    rules = [line for line in lines if line and not line.startswith("#")]
    let_in = {rule.removeprefix("!") for rule in rules if rule.startswith("!")}
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wheel = pyproject["tool"]["hatch"]["build"]["targets"]["wheel"]
    needed = {*wheel["packages"], *wheel["force-include"], PROJECT["readme"]}
    assert rules[0] == "*"
    assert let_in == {*needed, *PROJECT["license-files"], "pyproject.toml"}
    assert all((ROOT / name).exists() for name in let_in)
