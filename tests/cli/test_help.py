"""What the command line says of itself: examples that are right, exit codes, completion."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tracker.cli import COMMANDS, main, parser_of
from tracker.cli.completion import SHELLS
from tracker.cli.examples import EXAMPLES, EXIT_CODES

DOCS = Path(__file__).parents[2] / "docs"


def test_every_command_has_examples() -> None:
    assert EXAMPLES.keys() == COMMANDS.keys()


@pytest.mark.parametrize("command", COMMANDS)
def test_examples_are_taken_as_they_are_typed_and_shown_by_help(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for line, _ in EXAMPLES[command]:
        program, *words = shlex.split(line)
        assert (program, words[0]) == ("tracker", command)
        assert parser_of([command]).parse_args(words).run
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"])
    assert ended.value.code == 0
    said = capsys.readouterr().out
    assert all(f"  {line}\n" in said for line, _ in EXAMPLES[command])


def test_exit_codes_are_told_by_help_and_in_the_docs(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    said, page = capsys.readouterr().out, (DOCS / "command-line.md").read_text("utf-8")
    for code, meaning in EXIT_CODES.items():
        assert f"{code}  {meaning}" in said
        assert f"| {code} | {meaning} |" in page


@pytest.mark.parametrize("shell", SHELLS)
def test_each_shell_gets_its_script(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", shell]) == 0
    assert "tracker" in capsys.readouterr().out


@pytest.mark.slow
@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("tracker ev", {"evaluate"}),
        ("tracker completion z", {"zsh"}),
        ("tracker evaluate x --each", {"--each-day"}),
        ("tracker account re", {"reset"}),
    ],
)
def test_a_shell_is_told_what_could_come_next(
    tmp_path: Path, typed: str, offered: set[str]
) -> None:
    answer = tmp_path / "answer"
    asked = {
        "_ARGCOMPLETE": "1",
        "_ARGCOMPLETE_STDOUT_FILENAME": str(answer),
        "_ARGCOMPLETE_SUPPRESS_SPACE": "1",
        "COMP_LINE": typed,
        "COMP_POINT": str(len(typed)),
    }
    program = "import sys; sys.argv = ['tracker']; from tracker.cli import main; main()"
    subprocess.run([sys.executable, "-c", program], env={**os.environ, **asked}, check=False)
    assert {it.strip() for it in answer.read_text().split("\v")} == offered
