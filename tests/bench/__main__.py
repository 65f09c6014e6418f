"""All figures: a table to read, and JSON to keep. `python -m tests.bench [--json FILE]`."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from importlib import import_module
from pathlib import Path

MODULES = ("progression", "charts", "web")


def main() -> None:
    """Measure every module named, or all of them."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("modules", nargs="*", default=MODULES, help=", ".join(MODULES))
    parser.add_argument("--json", type=Path, help="also write the figures to this file")
    arguments = parser.parse_args()
    found = []
    for name in arguments.modules:
        for figure in import_module(f"tests.bench.{name}").figures():
            found.append(figure)
            target = "" if figure.target is None else f"(target {figure.target:g})"
            against = f"against {figure.anchor}" if figure.anchor else ""
            print(
                f"{figure.value:9.2f} {figure.unit:3} {target:15} {figure.name} {against}".rstrip()
            )
    if arguments.json:
        arguments.json.write_text(json.dumps([asdict(f) for f in found], indent=2), "utf-8")


if __name__ == "__main__":
    main()
