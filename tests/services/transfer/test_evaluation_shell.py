"""`tracker evaluate` as it is typed; in a process of its own where that matters."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.builders import on
from tests.courses import obedient_course
from tests.exchange.own_format.files import episode_json, folder, zipped
from tests.exchange.own_format.written import write_diary
from tests.services.transfer.shell import renamed_protocol, tracker
from tracker.exchange.own_format.zip_or_folder import zip_chunks
from tracker.services.transfer.decision_schema import of_evaluate

DOCS = Path(__file__).parents[3] / "docs"
CHECK_INS = "date,time,moment,limp,painkiller,red_flags,pain,sensation\n" + "".join(
    f"2026-04-{day:02},07:00,waking,,,,{'2,pain' if day < 6 else '0,none'}\n"
    for day in range(1, 11)
)
SESSIONS = """\
date,time,kind,minutes,walk_minutes,jog_minutes,longest_jog_minutes,pain,sensation,limp,stopped_early
2026-04-07,17:00,walk,30,,,,0,none,,
2026-04-08,17:00,walk_jog,25,20,5,1,0,none,,
"""


def evaluated(*words: str | Path) -> list[dict[str, Any]]:
    done = tracker("evaluate", "--json", *words)
    assert (done.returncode, done.stderr) == (0, "")
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture
def jogged(tmp_path: Path) -> Path:
    """Pain gone on 6 and 7 April, the walk on the 7th, the first walk/jog on the 8th."""
    return folder(tmp_path / "jogged", check_ins=CHECK_INS, sessions=SESSIONS)


def test_the_day_after_a_jog_holds_and_names_the_next_run(jogged: Path) -> None:
    (day,) = evaluated(jogged, "--on", "2026-04-09")
    assert (day["decision"], day["next_run"]) == ("hold", "2026-04-10")
    assert [f["rule"] for f in day["findings"] if f["decision"] == "hold"] == ["rest-between-runs"]
    (day,) = evaluated(jogged, "--on", "2026-04-10")
    assert (day["decision"], day["next_run"]) == ("cleared", "2026-04-10")


def test_each_source_gets_a_line_and_a_zip_says_what_its_folder_says(
    jogged: Path, tmp_path: Path
) -> None:
    packed = zipped(tmp_path / "a.zip", {f"x/{f.name}": f.read_bytes() for f in jogged.iterdir()})
    first, second = evaluated(jogged, packed, "--on", "2026-04-09")
    assert (first.pop("file"), second.pop("file")) == (str(jogged), str(packed))
    assert first == second


def test_each_line_says_its_format_which_is_described_in_the_docs(jogged: Path) -> None:
    described = json.loads((DOCS / "decision.schema.json").read_text("utf-8"))
    assert described == of_evaluate(), "json.dumps(of_evaluate(), indent=2) is what it must hold"
    lines = evaluated(jogged, "--on", "2026-04-10", "--each-day")
    for line in lines:
        Draft202012Validator(described).validate(line)
        assert line["format"] == described["properties"]["format"]["const"]
    assert list(Draft202012Validator(described).iter_errors({**lines[0], "decision": "perhaps"}))


def test_each_day_prints_a_line_for_every_day_from_onset(jogged: Path) -> None:
    days = evaluated(jogged, "--on", "2026-04-10", "--each-day")
    assert [day["on"] for day in days] == [f"2026-04-{n:02}" for n in range(1, 11)]
    assert days[-1:] == evaluated(jogged, "--on", "2026-04-10")


def test_an_obedient_course_goes_home_through_the_files(tmp_path: Path) -> None:
    with (tmp_path / "course.zip").open("wb") as target:
        target.writelines(zip_chunks(write_diary(obedient_course())))
    days = evaluated(tmp_path / "course.zip", "--on", "2026-05-26", "--each-day")
    assert [day["stage"] for day in days].index("returned") == 55
    built = [day["prescription"]["jog_seconds"] // 60 for day in days if day["stage"] == "build"]
    assert list(dict.fromkeys(built)) == [33, 36, 39, 40]


def test_without_json_a_paragraph_can_be_read(jogged: Path) -> None:
    done = tracker("evaluate", jogged, "--on", "2026-04-09")
    assert done.returncode == 0
    assert done.stdout.startswith(
        "2026-04-09, day 8: hold. Walk and jog, step 1. You ran yesterday."
    )
    assert done.stdout.endswith("Earliest next run, if every answer is good: 2026-04-10.\n")


def test_a_faulty_source_prints_nothing_and_the_others_are_still_decided(
    jogged: Path, tmp_path: Path
) -> None:
    faulty = folder(tmp_path / "faulty", check_ins="date,pain,sensation\n2026-04-06,12,pain\n")
    done = tracker("evaluate", "--json", faulty, jogged, "--on", "2026-04-09")
    assert done.returncode == 2
    assert len(done.stdout.splitlines()) == 1
    assert done.stderr == (
        f"{faulty}: check_ins.csv, line 2, pain: '12' must be a whole number from 0 to 10\n"
    )


def test_unknown_columns_are_told_beside_the_decision(tmp_path: Path) -> None:
    source = folder(tmp_path / "a", check_ins="date,pain,sensation,mood\n")
    done = tracker("evaluate", "--json", source, "--on", "2026-04-09")
    assert done.returncode == 0
    assert done.stderr == (
        f"{source}: check_ins.csv: the column 'mood' is not known and is not read\n"
    )
    assert json.loads(done.stdout)["decision"] == "hold"


@pytest.mark.parametrize(
    ("day", "what"),
    [
        ("2026-03-31", "--on: 2026-03-31 lies before the onset, 2026-04-01: ask about a later day"),
        ("9 April", "tracker: --on: '9 April' must be a date written as year-month-day"),
    ],
)
def test_a_day_that_cannot_be_decided_is_refused(jogged: Path, day: str, what: str) -> None:
    done = tracker("evaluate", "--json", jogged, "--on", day)
    assert (done.returncode, done.stdout) == (2, "")
    assert what in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("days", [1, 300])
def test_a_reader_who_stops_early_sees_no_traceback(jogged: Path, days: int) -> None:
    words = ["evaluate", str(jogged), "--json", "--each-day", "--on", f"{on(days)}"]
    command = [sys.executable, "-m", "tracker", *words]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        assert running.stderr.read() == b""


def test_the_locale_of_the_shell_does_not_matter(tmp_path: Path) -> None:
    source = folder(tmp_path / "Föhr", episode=episode_json(schuhe="größer"))
    command = [sys.executable, "-X", "utf8=0", "-m", "tracker", "evaluate", str(source)]
    done = subprocess.run(
        [*command, "--on", "2026-04-01"],
        capture_output=True,
        check=False,
        env={"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"},
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("command", ["evaluate", "protocol"])
def test_these_commands_start_without_web_database_or_charts(command: str) -> None:
    program = (
        "import sys; from tracker.cli import main\n"
        "try: main(sys.argv[1:])\n"
        "except SystemExit: pass\n"
        "print([m for m in ('flask', 'sqlalchemy', 'matplotlib') if m in sys.modules])"
    )
    words = [sys.executable, "-c", program, command, "--help"]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    assert done.stdout.endswith("[]\n")


def test_evaluating_loads_neither_web_nor_database_nor_charts(jogged: Path) -> None:
    words = ["-X", "importtime", "-m", "tracker", "evaluate", str(jogged), "--on", "2026-04-09"]
    done = subprocess.run([sys.executable, *words], capture_output=True, text=True, check=True)
    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "tracker.services.transfer.evaluation" in loaded
    assert not loaded & {"flask", "sqlalchemy", "matplotlib", "werkzeug", "alembic"}


@pytest.mark.slow
def test_a_protocol_decides_for_the_episodes_that_name_it_and_is_told_of_if_none_does(
    jogged: Path, tmp_path: Path
) -> None:
    file = tmp_path / "okafor.toml"
    file.write_text(renamed_protocol(), "utf-8")
    pinned = folder(tmp_path / "pinned", episode=episode_json(protocol="dr-okafor-1"))
    words = ("evaluate", "--on", "2026-04-09", "--protocol", file)
    for sources in ((pinned,), (pinned, jogged)):
        done = tracker(*words, *sources)
        assert (done.returncode, done.stderr) == (0, "")
    done = tracker(*words, jogged)
    assert done.returncode == 2
    assert f"{file} decided nothing: no episode names it." in done.stderr
    assert '"protocol": "dr-okafor-1" into episode.json' in done.stderr
