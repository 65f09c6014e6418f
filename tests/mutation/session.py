"""A session of pytest that, in place of running its tests once, runs them against each mutant."""

from __future__ import annotations

import gc
from collections import defaultdict
from importlib import import_module
from itertools import accumulate
from math import ceil
from time import process_time
from typing import TYPE_CHECKING, Any, NamedTuple

from coverage import Coverage

from tests.mutation.living import caches, empty, living
from tests.mutation.places import Mutant, mutants
from tests.mutation.trial import in_a_child, passes, try_out

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from types import FunctionType

    import pytest

BASELINE = 1800  # seconds at most for all tests once, while lines are counted


class Reach(NamedTuple):
    """How long each test takes, which lines of each file it reaches, and those that fail."""

    seconds: dict[str, float]
    tests_of: dict[str, dict[int, list[str]]]
    failing: list[str]


class Mutation:
    """Breaks every function of some modules, and notes which test notices it.

    `most` is how many seconds of tests are run against a mutant, at most.
    """

    def __init__(self, package: Path, modules: Sequence[str], most: float) -> None:
        self.package = package
        self.modules = modules
        self.most = most
        self.outcomes: list[dict[str, object]] = []
        self.caches: list[Any] = []
        self.killers: dict[str, list[str]] = defaultdict(list)

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Run the tests once as they are, and then against each mutant."""
        items = {item.nodeid: item for item in session.items if _is_quick_and_certain(item)}
        self.caches = caches()
        gc.freeze()
        reach = in_a_child(lambda: self._reach(items), BASELINE)[0]
        if reach is None or reach.failing:
            session.testsfailed = 1
            print("the tests fail as they are:", reach and reach.failing)
            return True
        files = sorted(self.package.rglob("*.py"))
        names = {".".join(f.relative_to(self.package).with_suffix("").parts): f for f in files}
        for name in self.modules or names:
            self._break(name, names[name], items, reach)
        return True

    def _reach(self, items: dict[str, pytest.Item]) -> Reach:
        seconds, failing = {}, []
        empty(self.caches)  # what was worked out at import is worked out in a test
        counted = Coverage(data_file=None, include=[f"{self.package}/*"], config_file=False)
        counted.start()
        for name, item in items.items():
            counted.switch_context(name)
            began = process_time()
            if not passes(item):
                failing.append(name)
            seconds[name] = process_time() - began
        counted.stop()
        lines = counted.get_data()
        return Reach(
            seconds,
            {file: dict(lines.contexts_by_lineno(file)) for file in lines.measured_files()},
            failing,
        )

    def _break(self, name: str, path: Path, items: dict[str, pytest.Item], reach: Reach) -> None:
        module = import_module(f"tracker.progression.{name}".removesuffix(".__init__"))
        alive = living(module)
        survived = total = 0
        for mutant in mutants(path.read_text("utf-8"), str(path)):
            outcome = self._try(mutant, alive.get(mutant.function), str(path), items, reach)
            self.outcomes.append({"module": name, "mutant": mutant.name, "noticed_by": outcome})
            total += 1
            if outcome is None:
                survived += 1
                print(f"NOT NOTICED {name}.{mutant.name}", flush=True)
        print(f"{name}: {total} mutants, {survived} not noticed", flush=True)

    def _try(
        self,
        mutant: Mutant,
        function: FunctionType | None,
        path: str,
        items: dict[str, pytest.Item],
        reach: Reach,
    ) -> str | None:
        names = self._in_order(mutant, path, reach) if function else []
        if function is None or not names:
            return None
        allowed = ceil(2 + 3 * sum(reach.seconds[name] for name in names))
        to_run = [items[name] for name in names]
        trial = try_out(function, mutant.code, self.caches, to_run, allowed)
        if trial.noticed_by in items and trial.noticed_by not in self.killers[mutant.function]:
            self.killers[mutant.function].insert(0, trial.noticed_by)
        return trial.noticed_by

    def _in_order(self, mutant: Mutant, path: str, reach: Reach) -> list[str]:
        """The tests that reach the place: what noticed others of the function, then quick ones."""
        by_line = reach.tests_of.get(path, {})
        lines = range(mutant.line, mutant.last_line + 1)
        names = {name for line in lines for name in by_line.get(line, ()) if name in reach.seconds}
        proven = [name for name in self.killers[mutant.function] if name in names]
        others = sorted(names - set(proven), key=lambda name: reach.seconds[name])
        until = accumulate(reach.seconds[name] for name in others)
        return proven + [name for name, end in zip(others, until, strict=True) if end <= self.most]


def _is_quick_and_certain(item: pytest.Item) -> bool:
    """Not the long proofs, and nothing left to chance; of the evaluation set every diary."""
    if hasattr(getattr(item, "obj", None), "hypothesis"):
        return False
    return not item.get_closest_marker("slow") or "tests/evaluation/" in item.nodeid
