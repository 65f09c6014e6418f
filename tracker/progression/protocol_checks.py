"""What must hold between the parts of a protocol document, and against the shipped one."""

from __future__ import annotations

from dataclasses import fields
from itertools import pairwise
from typing import TYPE_CHECKING

from tracker.progression.protocol import CLEAN_RUNS, RULE_IDS, Numbers
from tracker.progression.protocol_cells import Cells

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracker.progression.protocol import Number, RuleBasis, Source, Step


class Checks(Cells):
    """The cells of a document, and the checks that read more than one of them."""

    def within(self, at: str, number: Number) -> None:
        """Hold a value to its own bounds and to those of the shipped protocol."""
        if not number.allows(number.value):
            self.fault(f"{at}.value", f"must be {number.lowest} to {number.highest}")
        known = self.reference and self.reference.origins.get(at.partition(".")[2])
        if known:
            self.hold_to(at, number, known)

    def hold_to(self, at: str, number: Number, known: Number) -> None:
        """Hold a variant's number to what the shipped protocol says of it."""
        if not (known.allows(number.lowest) and known.allows(number.highest)):
            self.fault(f"{at}.bounds", f"must lie within {known.lowest} to {known.highest}")
        if not known.allows(number.value):
            self.fault(f"{at}.value", f"must be {known.lowest} to {known.highest}")
        if number.looser != known.looser:
            self.fault(f"{at}.looser", f"must be {known.looser}")
        if number.tunable and not known.tunable:
            self.fault(f"{at}.tunable", "cannot be made tunable")

    def cross_check(
        self,
        sources: Mapping[str, Source],
        numbers: Mapping[str, Number],
        steps: tuple[Step, ...],
        rules: Mapping[str, RuleBasis],
    ) -> None:
        """Note what is missing, what nobody knows, and what is cited but not there."""
        expected = {field.name for field in fields(Numbers)}
        for name in sorted(expected - numbers.keys()):
            self.fault(f"numbers.{name}", "is missing")
        for name in sorted(numbers.keys() - expected):
            self.fault(f"numbers.{name}", "is not a number the rules know")
        cited = [(f"numbers.{k}", n.sources) for k, n in numbers.items()]
        cited += [(f"steps[{i}]", s.sources) for i, s in enumerate(steps, 1)]
        cited += [(f"rules.{k}", r.sources) for k, r in rules.items()]
        for at, names in cited:
            for name in names:
                if name not in sources:
                    self.fault(f"{at}.sources", f"cites {name!r}, which is not among the sources")
        self.check_rules(rules, numbers)
        self.check_ladder(steps)
        self.check_clean_runs(steps)

    def check_rules(self, rules: Mapping[str, RuleBasis], numbers: Mapping[str, Number]) -> None:
        """Every rule there is, and no other; each reads numbers that exist."""
        for name in RULE_IDS:
            if name not in rules:
                self.fault(f"rules.{name}", "is missing")
        for name, rule in rules.items():
            if name not in RULE_IDS:
                self.fault(f"rules.{name}", "is not a rule the tracker knows")
            for number in rule.numbers:
                if number not in numbers:
                    self.fault(f"rules.{name}.numbers", f"names {number!r}, which is no number")

    def check_ladder(self, steps: tuple[Step, ...]) -> None:
        """The longest bout rises at every step; walking goes before continuous running."""
        for index, (lower, upper) in enumerate(pairwise(steps), 2):
            if upper.jog_seconds <= lower.jog_seconds:
                self.fault(f"steps[{index}].jog_minutes", "must be longer than on the step before")
            if lower.is_continuous and not upper.is_continuous:
                self.fault(f"steps[{index}].walk_minutes", "must be 0 after a continuous step")

    def check_clean_runs(self, steps: tuple[Step, ...]) -> None:
        """The clean runs of every step lie within bounds, and those within the shipped ones."""
        clean = self.document.get("clean_runs")
        if not isinstance(clean, dict):
            self.fault("clean_runs", "is missing")
            return
        lowest, highest = self.bounds(clean, "clean_runs")
        looser = self.looser(clean, "clean_runs")
        self.tunable(clean, "clean_runs")
        for index, step in enumerate(steps, 1):
            if not lowest <= step.clean_runs <= highest:
                self.fault(f"steps[{index}].clean_runs", f"must be {lowest} to {highest}")
        known = self.reference and self.reference.origins[f"{CLEAN_RUNS}1"]
        if known and not (known.allows(lowest) and known.allows(highest)):
            self.fault("clean_runs.bounds", f"must lie within {known.lowest} to {known.highest}")
        if known and looser != known.looser:
            self.fault("clean_runs.looser", f"must be {known.looser}")
