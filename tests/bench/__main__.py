"""All figures: a table to read, and JSON to keep. `python -m tests.bench [--json FILE]`."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.bench.measure import Figure

MODULES = ("progression", "charts", "exchange", "web", "serving", "writers")
ON_REQUEST = ("environment", "starvation", "lasting")  # take minutes, and the network or Linux
SECONDS = 10.0


def main() -> None:
    """Measure every module named, or all but those on request."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    named = ", ".join((*MODULES, *ON_REQUEST))
    parser.add_argument("modules", nargs="*", default=MODULES, help=named)
    parser.add_argument("--json", type=Path, help="also write the figures to this file")
    parser.add_argument(
        "--seconds", type=float, default=SECONDS, help="how long writers write (%(default)g)"
    )
    arguments = parser.parse_args()
    measured = []
    for name in arguments.modules:
        module = import_module(f"tests.bench.{name}")
        lasting = (arguments.seconds,) if name == "writers" else ()
        for figure in module.figures(*lasting):
            measured.append(figure)
            print(_line(figure), flush=True)
    if arguments.json:
        rows = [{**asdict(figure), "met": figure.within} for figure in measured]
        arguments.json.write_text(json.dumps(rows, indent=2), "utf-8")


def _line(figure: Figure) -> str:
    target = "" if figure.target is None else f"target {figure.target:g}"
    met = {None: "", True: "met", False: "NOT MET"}[figure.within]
    against = f"against {figure.anchor}" if figure.anchor else ""
    line = f"{figure.value:9.2f} {figure.unit:3}{target:>12} {met:8}{figure.name} {against}"
    return line.rstrip()


if __name__ == "__main__":
    main()
