"""Write the diaries of docs/evaluation: `python -m tests.evaluation.folders` from the top folder.

Those worked out by hand are written from the stories beside this file, with the decisions that
stand there; the generated ones get the reference's answers.
"""

from __future__ import annotations

import csv
import hashlib
import json
import shutil
from datetime import date
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from tests.evaluation.generate import generate
from tests.evaluation.reference.answers import each_day
from tests.evaluation.story import read_story
from tests.evaluation.story_entries import CHECK_INS, SESSIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

STORIES = Path(__file__).with_name("stories")
SET = Path(__file__).parents[2] / "docs" / "evaluation"
DIARIES, BY_HAND, SUMS = SET / "diaries", SET / "by-hand.txt", SET / "SHA256SUMS"
FIELDS = (
    "on",
    "stage",
    "step",
    "clean_runs",
    "decision",
    "next_run",
    "prescription",
    "findings",
    "deviations",
    "window",
    "pain_free_since",
    "cross_training",
)


def by_hand() -> dict[str, dict[str, str]]:
    """The files of each diary worked out by hand, by the diary's name."""
    return {path.stem: _of_story(path) for path in sorted(STORIES.glob("*.txt"))}


def _of_story(path: Path) -> dict[str, str]:
    story = read_story(path.read_text(encoding="utf-8"))
    return {
        **inputs(story.episode, story.check_ins, story.sessions),
        "expected.jsonl": lines(story.expected),
        "why.txt": f"{story.title}\n\n{story.why}\n",
    }


def inputs(
    episode: Mapping[str, Any],
    check_ins: Iterable[Mapping[str, str]],
    sessions: Iterable[Mapping[str, str]],
) -> dict[str, str]:
    """The three files that are read."""
    return {
        "episode.json": json.dumps(episode, indent=2, ensure_ascii=False) + "\n",
        "check_ins.csv": _csv(CHECK_INS, check_ins),
        "sessions.csv": _csv(SESSIONS, sessions),
    }


def _csv(columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> str:
    text = StringIO()
    writer = csv.DictWriter(text, columns, restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def lines(days: Iterable[Mapping[str, Any]]) -> str:
    """A JSON object a line, with the fields that are compared; rules that clear are left out."""
    rows = []
    for day in days:
        expected = {field: day[field] for field in FIELDS}
        expected["findings"] = [
            {key: finding[key] for key in ("rule", "decision", "until")}
            for finding in day["findings"]
            if finding["decision"] != "cleared"
        ]
        rows.append(json.dumps(expected, separators=(",", ":")) + "\n")
    return "".join(rows)


def write(folder: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8", newline="")


def generated(after: int) -> Iterator[tuple[str, dict[str, str]]]:
    """The files of each made-up diary, numbered on, with the reference's answers."""
    for number, (slug, made) in enumerate(generate(), after + 1):
        files = inputs(made.episode, made.check_ins, made.sessions)
        with TemporaryDirectory() as folder:
            write(Path(folder), files)
            files["expected.jsonl"] = lines(each_day(Path(folder), date.fromisoformat(made.last)))
        yield f"{number:03}-{slug}", files


def main() -> None:
    shutil.rmtree(DIARIES, ignore_errors=True)
    hand = by_hand()
    for name, files in (*hand.items(), *generated(len(hand))):
        (DIARIES / name).mkdir(parents=True)
        write(DIARIES / name, files)
    BY_HAND.write_text("".join(f"{name}\n" for name in hand), encoding="utf-8")
    SUMS.write_text(sums(), encoding="utf-8")


def sums() -> str:
    """The checksums of all files of the diaries, as `sha256sum` writes them."""
    files = sorted(path for path in DIARIES.rglob("*") if path.is_file())
    digests = ((hashlib.sha256(path.read_bytes()).hexdigest(), path) for path in files)
    return "".join(f"{digest}  {path.relative_to(SET).as_posix()}\n" for digest, path in digests)


if __name__ == "__main__":
    main()
