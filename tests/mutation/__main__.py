"""Are the tests of the progression able to fail? `python -m tests.mutation [MODULE ...]`.

Everything is imported once. For each mutant a child of the process swaps the code of one function
and runs the tests that reach the place, the quickest first, until one fails. Needs `os.fork`.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import pytest

from tests.mutation.session import Mutation

ROOT = Path(__file__).resolve().parents[2]
FLAGS = ("--numprocesses=0", "-q", "-m", "", "--tb=native", "--assert=plain")  # no long words
TESTS = ("tests/progression", "tests/evaluation/test_engine.py")


def main() -> int:
    """Break every function of the modules named, or of all of the progression."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    parser.add_argument("modules", nargs="*", help="such as day or rules.load; all of them if none")
    parser.add_argument("--json", type=Path, help="write what became of each mutant to this file")
    parser.add_argument("--tests", nargs="*", default=TESTS, help="files of tests (%(default)s)")
    parser.add_argument(
        "--seconds", type=float, default=60.0, help="of tests for a mutant, at most (%(default)g)"
    )
    arguments = parser.parse_args()
    package = ROOT / "tracker" / "progression"
    mutation = Mutation(package, arguments.modules, arguments.seconds)
    status = pytest.main([*FLAGS, *arguments.tests], plugins=[mutation])
    if arguments.json:
        arguments.json.write_text(json.dumps(mutation.outcomes, indent=1), "utf-8")
    return int(status)


if __name__ == "__main__":
    sys.exit(main())
