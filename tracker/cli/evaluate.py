"""`tracker evaluate` and `tracker protocol check`: decisions from files, without a database."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tracker.cli.command import CommandError
from tracker.cli.protocol import drop_in
from tracker.translations import gettext

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable
    from datetime import date

    from tracker.cli.command import Commands
    from tracker.exchange.own_format.diary_csv import Reading

_MISTAKE = 2


def add_evaluate(commands: Commands) -> None:
    """Add `tracker evaluate`."""
    parser = commands.add_parser("evaluate", help=gettext("decide a day from exported files"))
    parser.add_argument(
        "sources",
        nargs="+",
        type=Path,
        metavar="FOLDER_OR_ZIP",
        help=gettext("the files of one episode"),
    )
    parser.add_argument(
        "--on", required=True, metavar="DATE", help=gettext("the day, such as 2026-05-03")
    )
    parser.add_argument("--json", action="store_true", help=gettext("print one JSON object a line"))
    parser.add_argument(
        "--each-day", action="store_true", help=gettext("every day from onset to that day")
    )
    parser.add_argument(
        "--protocol",
        action="append",
        default=[],
        type=Path,
        metavar="FILE",
        help=gettext("a protocol of your own that an episode names"),
    )
    parser.set_defaults(run=evaluate)


def evaluate(arguments: Namespace) -> int:
    """Print the decision for every source that can be read; 2 if any could not."""
    on = _day(arguments.on)
    given = {drop_in(file).id: file for file in arguments.protocol}
    named = [
        _evaluate(source, on, each_day=arguments.each_day, as_json=arguments.json)
        for source in arguments.sources
    ]
    if None in named:
        return _MISTAKE
    for protocol_id in given.keys() - named:
        raise CommandError(
            gettext(
                '%(given)s decided nothing: no episode names it. To use it, write "protocol": '
                '"%(protocol_id)s" into episode.json.',
                given=given[protocol_id],
                protocol_id=protocol_id,
            )
        )
    return 0


def _day(text: str) -> date:
    from tracker.entries.cells import to_date

    try:
        return to_date(text)
    except ValueError as error:
        raise CommandError(
            gettext("--on: %(text)s %(error)s", text=repr(text), error=error)
        ) from error


def _evaluate(source: Path, on: date, *, each_day: bool, as_json: bool) -> str | None:
    """Print what is decided of one source, or what is wrong; return the protocol it names.

    None for a source that cannot be decided.
    """
    from tracker.exchange.own_format.diary_csv import read_diary
    from tracker.exchange.parse_errors import FilesError
    from tracker.services.transfer.evaluation import BeforeOnsetError

    try:
        reading = read_diary(source)
        decided = _decided(reading, on, each_day=each_day)
    except FilesError as error:
        _complain(source, error.faults)
        return None
    except BeforeOnsetError as error:
        _complain(source, [f"--on: {error}"])
        return None
    _complain(source, reading.notices)
    for answer in decided:
        print(json.dumps(_line(source, answer)) if as_json else _as_text(answer))
    return reading.diary.episode.protocol


def _line(source: Path, decision: dict[str, Any]) -> dict[str, Any]:
    """A decision as one line says it: in which format, and of which file."""
    from tracker.services.transfer.decision_schema import FORMAT

    return {"format": FORMAT, "file": str(source), **decision}


def _complain(source: Path, sentences: Iterable[object]) -> None:
    for text in sentences:
        print(f"{source}: {text}", file=sys.stderr)


def _decided(reading: Reading, on: date, *, each_day: bool) -> Iterable[dict[str, Any]]:
    from tracker.services.transfer import evaluation

    if each_day:
        return list(evaluation.each_day(reading.diary, reading.protocol, on))
    return [evaluation.evaluate(reading.diary, reading.protocol, on)]


def _as_text(day: dict[str, Any]) -> str:
    """Say a decision as a short paragraph."""
    from tracker.language.phrases import step_text
    from tracker.language.sentences import place
    from tracker.progression.ladder import Prescription
    from tracker.progression.protocol import Stage

    where = place(Stage(day["stage"]), day["step"])
    lines = [
        gettext(
            "%(on)s, day %(day)s: %(decision)s. %(where)s.",
            on=day["on"],
            day=day["window"]["day"],
            decision=gettext(day["decision"]),
            where=where,
        )
    ]
    lines += [f["reason"] for f in day["findings"] if f["decision"] != "cleared"]
    if day["prescription"] is not None:
        plan = step_text(Prescription(**day["prescription"]))
        lines.append(gettext("The plan: %(plan)s.", plan=plan))
    if day["next_run"] is not None:
        lines.append(
            gettext("Earliest next run, if every answer is good: %(day)s.", day=day["next_run"])
        )
    return " ".join(lines)
