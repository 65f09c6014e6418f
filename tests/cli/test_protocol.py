"""`tracker protocol new, show, diff, simulate, keep`: what each prints, and what it refuses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tracker.cli import main
from tracker.progression.protocol_document import reader
from tracker.progression.protocol_document.reader import parse, shipped, shipped_text

if TYPE_CHECKING:
    from pathlib import Path

    from tracker.settings import Settings

SLOWER = """based-on = "return-to-run-1"
id = "okafor-1"
title = "Northside"

[numbers.pain_free_days]
value = 3
note = "Dr Okafor: one day more."
"""


@pytest.fixture
def folder(own: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    del own
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(reader, "_dropped_in", {})
    (tmp_path / "slower.toml").write_text(SLOWER, "utf-8")
    return tmp_path


def said(capsys: pytest.CaptureFixture[str], *words: str, code: int = 0) -> str:
    """What a command prints; of a refusal what it says is wrong."""
    assert main(["protocol", *words]) == code
    out = capsys.readouterr()
    return out.err if code else out.out


def test_new_writes_a_file_that_changes_nothing_yet(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "okafor-1.toml is written" in said(capsys, "new", "okafor", "--title", "Northside")
    begun = parse((folder / "okafor-1.toml").read_text("utf-8"))
    assert (begun.id, begun.title) == ("okafor-1", "Northside")
    assert "Nothing differs" in said(capsys, "diff", "okafor-1.toml")


def test_new_never_overwrites_and_takes_no_name_that_is_none(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "okafor-1.toml").write_text("mine", "utf-8")
    assert "there already" in said(capsys, "new", "okafor", code=2)
    assert (folder / "okafor-1.toml").read_text("utf-8") == "mine"
    assert "cannot be its name" in said(capsys, "new", "Dr Okafor", code=2)
    assert not (folder / "Dr Okafor-1.toml").exists()


def test_new_shortens_a_whole_copy(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    whole = shipped_text().replace('id = "return-to-run-1"', 'id = "mine"')
    whole = whole.replace("value = 14\nunit", "value = 10\nunit", 1)
    whole = whole.replace('note = "One step back on that day;', 'note = "Dr Okafor;', 1)
    (folder / "whole.toml").write_text(whole, "utf-8")
    said(capsys, "new", "short", "--from", "whole.toml")
    text = (folder / "short-1.toml").read_text("utf-8")
    assert text.count("\n") == 7
    assert parse(text).numbers.layoff_days == 10


@pytest.mark.usefixtures("folder")
def test_show_tells_every_number_with_its_bounds_its_grade_and_its_note(
    capsys: pytest.CaptureFixture[str],
) -> None:
    output = said(capsys, "show", "slower.toml")
    assert "Step 9  [steps[9]]\n  Jog 30 min" in output
    for number in shipped().origins.values():
        if number.sources:
            assert number.title in output
    assert "3 days (bounds 1 to 14, may be changed for one injury)" in output
    assert "Set by this protocol. Grade: a default, not tested." in output
    assert "Dr Okafor: one day more." in output


@pytest.mark.usefixtures("folder")
def test_diff_tells_both_sides_of_a_number_and_which_is_more_careful(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert said(capsys, "diff", "slower.toml") == (
        "Northside (okafor-1) beside Return to running after a sore hamstring or glute"
        " (return-to-run-1)\n\n"
        "Pain-free days in a row before activity starts  [numbers.pain_free_days]: more careful\n"
        "  return-to-run-1:\n"
        "    2 days (bounds 1 to 14, may be changed for one injury)\n"
        "    Our own default: “Upper Hamstring Pain”, Steve Albrechta, MD (answer to a member's"
        " question). Grade: a default, not tested.\n"
        "    That the pain must be gone is documented; for how many days is not.\n"
        "  okafor-1:\n"
        "    3 days (bounds 1 to 14, may be changed for one injury)\n"
        "    Set by this protocol. Grade: a default, not tested.\n"
        "    Dr Okafor: one day more.\n"
    )
    back = said(capsys, "diff", "return-to-run-1", "slower.toml")
    assert "[numbers.pain_free_days]: less careful" in back


@pytest.mark.slow
@pytest.mark.usefixtures("folder")
def test_simulate_tells_days_holds_minutes_and_each_day_that_it_alone_clears(
    capsys: pytest.CaptureFixture[str],
) -> None:
    output = said(capsys, "simulate", "slower.toml", "--runners", "0")
    for heading in ("Days to each step", "Days held, by rule", "Jog minutes a week", "Step 9"):
        assert heading in output
    assert "No day is cleared by okafor-1 that return-to-run-1 would hold." in output
    back = said(capsys, "simulate", "return-to-run-1", "slower.toml", "--runners", "0")
    assert "are cleared by return-to-run-1 and held by okafor-1" in back
    assert "Days that return-to-run-1 alone clears" in back
    assert "The walk before any jogging" in back


@pytest.mark.parametrize("runners", ["-1", "1001"])
@pytest.mark.usefixtures("folder")
def test_simulate_takes_no_more_runners_than_it_says(
    capsys: pytest.CaptureFixture[str], runners: str
) -> None:
    refused = said(capsys, "simulate", "slower.toml", "--runners", runners, code=2)
    assert "--runners must be 0 to 1000." in refused


@pytest.mark.parametrize("command", ["show", "diff", "simulate", "keep"])
def test_a_faulty_file_is_told_line_by_line(
    folder: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    (folder / "wrong.toml").write_text(SLOWER.replace("= 3", "= 15"), "utf-8")
    output = said(capsys, command, "wrong.toml", code=2)
    assert "wrong.toml:6: numbers.pain_free_days.value: must be 1 to 14" in output


def test_what_is_kept_is_named_by_its_id_and_another_text_is_the_next_version(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "Kept as okafor-1." in said(capsys, "keep", "slower.toml")
    assert "Kept as okafor-1." in said(capsys, "keep", "slower.toml")
    (folder / "slower.toml").write_text(SLOWER.replace("= 3", "= 4"), "utf-8")
    assert "Kept as okafor-2." in said(capsys, "keep", "slower.toml")
    assert "3 days" in said(capsys, "diff", "okafor-1")
    assert "4 days" in said(capsys, "diff", "okafor-2")
    assert "neither a file here nor" in said(capsys, "show", "okafor-3", code=2)
