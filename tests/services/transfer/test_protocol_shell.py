"""`tracker protocol check` as it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.services.transfer.shell import renamed_protocol, tracker

if TYPE_CHECKING:
    from pathlib import Path


def test_a_protocol_without_mistakes_shows_the_day_of_each_step_and_of_the_return(
    tmp_path: Path,
) -> None:
    file = tmp_path / "same.toml"
    file.write_text(renamed_protocol(), encoding="utf-8")
    done = tracker("protocol", "check", file)
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert "day 2: step 1: Walk 4 min, jog 1 min, 5 times" in lines
    assert "day 40: Build up: Jog 33 min" in lines
    assert lines[-1] == "day 50: return to the usual run"


def test_the_faults_of_a_protocol_are_told_by_line_and_key(tmp_path: Path) -> None:
    file = tmp_path / "changed.toml"
    changed = renamed_protocol().replace("[numbers.setbacks]", "[numbers.setback]")
    changed = changed.replace('"dr-okafor-1"', '"return-to-run-1"')
    file.write_text(changed.replace("value = 30\nunit", 'value = "30"\nunit', 1), encoding="utf-8")
    done = tracker("protocol", "check", file)
    assert (done.returncode, done.stdout) == (2, "")
    lines = file.read_text("utf-8").splitlines()
    own, setback = (lines.index(it) + 1 for it in ('id = "return-to-run-1"', "[numbers.setback]"))
    told_by_line = done.stderr.splitlines()
    assert f"{file}: numbers.setbacks: is missing" in told_by_line
    assert f"{file}:{own}: id: must be one of its own, not return-to-run-1" in told_by_line
    assert f"{file}:{setback}: numbers.setback: is not a number the rules know" in told_by_line


@pytest.mark.slow
@pytest.mark.parametrize(
    ("content", "what"),
    [
        (None, "cannot be read: No such file or directory."),
        (b"\xff", "is not UTF-8 text. Save it again as UTF-8."),
        (b" " * 1_000_001, "is larger than 1 MB, so it is no protocol."),
        (b"id = ", "document: is not TOML"),
    ],
    ids=["missing", "no text", "too large", "no TOML"],  # a megabyte is no title
)
def test_a_file_that_is_no_protocol_is_refused_in_words(
    tmp_path: Path, content: bytes | None, what: str
) -> None:
    file = tmp_path / "protocol.toml"
    if content is not None:
        file.write_bytes(content)
    done = tracker("protocol", "check", file)
    assert done.returncode == 2
    assert what in done.stderr
    assert "Traceback" not in done.stderr


def test_a_favourable_course_depends_on_the_usual_run(tmp_path: Path) -> None:
    file = tmp_path / "same.toml"
    file.write_text(renamed_protocol(), encoding="utf-8")
    done = tracker("protocol", "check", file, "--baseline", "30")
    assert done.stdout.splitlines()[-1] == "day 40: return to the usual run"
    refused = tracker("protocol", "check", file, "--baseline", "5")
    assert refused.returncode == 2
    assert "--baseline must be 10 to 300 minutes." in refused.stderr
