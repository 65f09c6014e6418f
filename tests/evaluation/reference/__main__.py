"""`python -m tests.evaluation.reference evaluate FOLDER --each-day --json --on DATE`."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from datetime import date
from pathlib import Path

from tests.evaluation.reference.answers import each_day


def main() -> None:
    parser = ArgumentParser(prog="reference")
    parser.add_argument("command", choices=["evaluate"])
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--on", required=True, type=date.fromisoformat)
    parser.add_argument("--json", action="store_true", help="the only form there is")
    parser.add_argument("--each-day", action="store_true")
    given = parser.parse_args()
    for folder in given.folders:
        days = each_day(folder, given.on)
        for day in days if given.each_day else days[-1:]:
            print(json.dumps(day))  # noqa: T201 - a command line prints


if __name__ == "__main__":
    main()
