"""What must hold between the parts of a protocol document, and against the shipped one."""

from __future__ import annotations

from dataclasses import fields
from itertools import pairwise
from typing import TYPE_CHECKING

from tracker.progression.protocol import CLEAN_RUNS, Numbers, Origin
from tracker.progression.protocol_document.cells import Cells
from tracker.progression.rules import RULES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracker.progression.protocol import Number, RuleBasis, Source, Step


class Checks(Cells):
    """The cells of a document, and the checks that read more than one of them."""

    def within(self, at: str, number: Number) -> None:
        """Hold a value to its own bounds and to those of the shipped protocol."""
        if self.is_faulty(f"{at}.value") or self.is_faulty(f"{at}.bounds"):
            return
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
        for site, highest in number.site_highest.items():
            if highest > known.highest_at(site):
                what = f"must be at most {known.highest_at(site)} at {site}"
                self.fault(f"{at}.site_highest", what)
        if number.looser != known.looser:
            self.fault(f"{at}.looser", f"must be {known.looser}")
        if number.tunable and not known.tunable:
            self.fault(f"{at}.tunable", "cannot be made tunable")
        if number.value != known.value and known.allows(number.value):
            self.check_word(at, number, known)

    def check_word(self, at: str, number: Number, known: Number) -> None:
        """A value other than the shipped one rests on another word."""
        if number.origin is not Origin.DEFAULT:
            if set(number.sources) <= set(known.sources):
                what = (
                    'must be "default" with a note that says whose word it is, or cite a source of'
                    f" its own: the shipped ones say {known.value}, not {number.value}"
                )
                self.fault(f"{at}.origin", what)
        elif self.is_faulty(f"{at}.note"):
            return
        elif number.note in {"", known.note} and (
            self.is_brief or known.origin is not Origin.DEFAULT
        ):
            what = f"whose word {number.value} is: the shipped note speaks of {known.value}"
            self.fault(f"{at}.note", f"must say {what}")

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
        cells: dict[str, Number | Step | RuleBasis] = {
            **{f"numbers.{key}": number for key, number in numbers.items()},
            **{f"steps[{index}]": step for index, step in enumerate(steps, 1)},
            **{f"rules.{key}": rule for key, rule in rules.items()},
        }
        for at, cell in cells.items():
            self.check_sources(f"{at}.sources", cell, sources)
        self.check_rules(rules, numbers)
        self.check_ladder(steps)
        self.check_clean_runs(steps)

    def check_sources(
        self, at: str, cell: Number | Step | RuleBasis, sources: Mapping[str, Source]
    ) -> None:
        """What is said elsewhere names where, and what is named is among the sources."""
        for name in cell.sources:
            if name not in sources:
                self.fault(at, f"cites {name!r}, which is not among the sources")
        if not cell.sources and cell.origin is not Origin.DEFAULT and at not in dict(self.faults):
            what = f'must name where it is {cell.origin}; if nowhere, write origin = "default"'
            self.fault(at, what)

    def check_rules(self, rules: Mapping[str, RuleBasis], numbers: Mapping[str, Number]) -> None:
        """Every rule there is, and no other; each reads numbers that exist."""
        for name in RULES:
            if name not in rules:
                self.fault(f"rules.{name}", "is missing")
        for name, rule in rules.items():
            if name not in RULES:
                self.fault(f"rules.{name}", "is not a rule the tracker knows")
            for number in rule.numbers:
                if number not in numbers:
                    self.fault(f"rules.{name}.numbers", f"names {number!r}, which is no number")

    def check_ladder(self, steps: tuple[Step, ...]) -> None:
        """First mostly walking; no step asks for less than the one before; continuous ones last."""
        if any(key.startswith("steps[") for key, _ in self.faults):
            return  # what a faulty step asks for is not known, so it is compared with nothing
        if steps and steps[0].walk_seconds <= steps[0].jog_seconds:
            what = "must be more than the jog_minutes: the first step is mostly walking"
            self.fault("steps[1].walk_minutes", what)
        for index, (lower, upper) in enumerate(pairwise(steps), 2):
            if not _goes_on(lower, upper):
                what = "must be longer than on the step before, or as long with more repeats"
                self.fault(f"steps[{index}].jog_minutes", what)
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
        if self.is_faulty("clean_runs.bounds"):
            return
        for index, step in enumerate(steps, 1):
            at = f"steps[{index}].clean_runs"
            if not lowest <= step.clean_runs <= highest and not self.is_faulty(at):
                self.fault(at, f"must be {lowest} to {highest}")
        known = self.reference and self.reference.origins[f"{CLEAN_RUNS}1"]
        if known and not (known.allows(lowest) and known.allows(highest)):
            self.fault("clean_runs.bounds", f"must lie within {known.lowest} to {known.highest}")
        if known and looser != known.looser:
            self.fault("clean_runs.looser", f"must be {known.looser}")


def _goes_on(lower: Step, upper: Step) -> bool:
    """Whether a step follows another: a longer bout, or the same one more often with walking."""
    more_often = upper.repeats > lower.repeats and not upper.is_continuous
    return upper.jog_seconds > lower.jog_seconds or (
        upper.jog_seconds == lower.jog_seconds and more_often
    )
