"""Compare a program with the expected decisions: `python run.py [COMMAND …]`.

The command, `tracker` where none is given, is run as `COMMAND evaluate FOLDER --each-day --json
--on DATE` for each diary, and has to print a JSON object for each day. What differs is printed by
diary, day and field; then how many days agree. Ends with 1 if any does not.
"""

# ruff: noqa: T201 - a command line prints
from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

HERE = Path(__file__).parent


def expected_of(diary: Path) -> list[dict[str, Any]]:
    """The expected days of a diary, from onset on."""
    lines = (diary / "expected.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def differences(
    expected: Iterable[dict[str, Any]], printed: Iterable[dict[str, Any]]
) -> Iterator[tuple[str, str, Any, Any]]:
    """Date, field, expected and printed value of all that is not the same."""
    days = {day.get("on"): day for day in printed}
    for day in expected:
        actual = days.get(day["on"], {})
        for field, value in day.items():
            want, got = _comparable(field, value), _comparable(field, actual.get(field))
            if want != got:
                yield day["on"], field, want, got


def _comparable(field: str, value: Any) -> Any:  # noqa: ANN401 - any JSON value
    """Findings without their reasons, in no order; one that is not named is cleared."""
    if field != "findings" or value is None:
        return value
    findings = {finding["rule"]: (finding["decision"], finding.get("until")) for finding in value}
    return {rule: answer for rule, answer in sorted(findings.items()) if answer[0] != "cleared"}


def main(command: list[str]) -> int:
    """Run the command on every diary and print what differs."""
    days, differing = 0, set()
    for diary in sorted((HERE / "diaries").iterdir()):
        expected = expected_of(diary)
        asked = ["evaluate", str(diary), "--each-day", "--json", "--on", expected[-1]["on"]]
        ran = subprocess.run([*command, *asked], capture_output=True, text=True, check=False)  # noqa: S603
        if ran.returncode:
            print(f"{diary.name}: {ran.stderr.strip()}")
        printed = [json.loads(line) for line in ran.stdout.splitlines()]
        days += len(expected)
        for on, field, want, got in differences(expected, printed):
            differing.add((diary.name, on))
            print(f"{diary.name} {on} {field}: expected {want}, not {got}")
    print(f"{days - len(differing)} of {days} days agree")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or ["tracker"]))
