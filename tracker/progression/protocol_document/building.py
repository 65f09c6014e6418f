"""A protocol, built out of the checked cells of its document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tracker.progression.protocol import (
    CLEAN_RUNS,
    Number,
    Numbers,
    RehabProtocol,
    RuleBasis,
    Source,
    Step,
)
from tracker.progression.protocol_document.cells import BASED_ON
from tracker.progression.protocol_document.checks import Checks
from tracker.progression.protocol_document.of_the_episode import of_the_episode

if TYPE_CHECKING:
    from collections.abc import Mapping

_MINUTE = 60
_SHORTEST_BOUT_MINUTES = 0.5
_LONGEST_BOUT_MINUTES = 120
_MOST_REPEATS = 20
PARTS = (BASED_ON, "id", "title", "summary", "sources", "numbers", "clean_runs", "steps", "rules")


class Builder(Checks):
    """Builds the protocol out of its checked cells."""

    def protocol(self) -> RehabProtocol | None:
        """The protocol of the document; None once its faults are noted."""
        for key in self.document:
            if key not in PARTS:
                self.fault(key, "is not a part of a protocol")
        sources = {
            key: Source(
                title=self.text(table, "title", f"sources.{key}") if "title" in table else "",
                author=self.text(table, "author", f"sources.{key}"),
                note=self.words(table, "note", f"sources.{key}"),
                url=self.words(table, "url", f"sources.{key}"),
            )
            for key, table in self.tables("sources").items()
        }
        numbers = {
            key: self._number(f"numbers.{key}", t) for key, t in self.tables("numbers").items()
        }
        words = {key: self.text(self.document, key, "") for key in ("id", "title", "summary")}
        if self.reference and words["id"] == self.reference.id:
            self.fault("id", f"must be one of its own, not {words['id']}")
        steps = self._steps()
        rules = {key: self._rule(f"rules.{key}", t) for key, t in self.tables("rules").items()}
        self.cross_check(sources, numbers, steps, rules)
        if self.faults:
            return None
        origins = numbers | self._clean_run_numbers(steps) | of_the_episode(numbers, len(steps))
        if self.faults:
            return None
        return RehabProtocol(
            **words,
            numbers=Numbers(**{name: number.value for name, number in numbers.items()}),
            steps=steps,
            origins=origins,
            rules=rules,
            sources=sources,
        )

    def _number(self, at: str, table: Mapping[str, Any]) -> Number:
        lowest, highest = self.bounds(table, at)
        number = Number(
            title=self.text(table, "title", at),
            value=self.whole(table, "value", at),
            unit=self.text(table, "unit", at),
            lowest=lowest,
            highest=highest,
            looser=self.looser(table, at),
            **self._basis(table, at),
            tunable=self.tunable(table, at),
            site_highest=self.site_highest(table, at),
        )
        self.within(at, number)
        return number

    def _steps(self) -> tuple[Step, ...]:
        written = self.document.get("steps")
        if not isinstance(written, list) or not written:
            self.fault("steps", "must be a list of at least one step")
            return ()
        tables = [(f"steps[{i}]", table) for i, table in enumerate(written, 1)]
        return tuple(self._step(at, table) for at, table in tables if self.is_table(at, table))

    def _step(self, at: str, table: Mapping[str, Any]) -> Step:
        walk = self._seconds(table, "walk_minutes", at, lowest=0)
        jog = self._seconds(table, "jog_minutes", at, lowest=_SHORTEST_BOUT_MINUTES)
        repeats = self.whole(table, "repeats", at)
        if not 1 <= repeats <= _MOST_REPEATS and not self.is_faulty(f"{at}.repeats"):
            self.fault(f"{at}.repeats", f"must be 1 to {_MOST_REPEATS}")
        return Step(
            walk_seconds=walk,
            jog_seconds=jog,
            repeats=repeats,
            clean_runs=self.whole(table, "clean_runs", at),
            **self._basis(table, at),
        )

    def _seconds(self, table: Mapping[str, Any], key: str, at: str, *, lowest: float) -> int:
        """A bout of whole or half minutes, in seconds."""
        minutes = self.half_minutes(table, key, at)
        if minutes is not None and not lowest <= minutes <= _LONGEST_BOUT_MINUTES:
            self.fault(f"{at}.{key}", f"must be {lowest} to {_LONGEST_BOUT_MINUTES}")
        return int((minutes or 0) * _MINUTE)

    def _clean_run_numbers(self, steps: tuple[Step, ...]) -> dict[str, Number]:
        table = self.document["clean_runs"]
        lowest, highest = self.bounds(table, "clean_runs")
        whole = self._basis(table, "clean_runs")

        def of_its_own(index: int) -> dict[str, Any] | None:
            own = self.document["steps"][index - 1].get("clean_runs_basis")
            at = f"steps[{index}].clean_runs_basis"
            return self._basis(own, at) if own is not None and self.is_table(at, own) else None

        return {
            f"{CLEAN_RUNS}{index}": Number(
                title=f"Clean runs that pass step {index}",
                value=step.clean_runs,
                unit="runs",
                lowest=lowest,
                highest=highest,
                looser=self.looser(table, "clean_runs"),
                tunable=table.get("tunable") is True,
                **(of_its_own(index) or whole),
            )
            for index, step in enumerate(steps, 1)
        }

    def _rule(self, at: str, table: Mapping[str, Any]) -> RuleBasis:
        return RuleBasis(
            title=self.text(table, "title", at),
            numbers=self.names(table, "numbers", at),
            **self._basis(table, at),
        )

    def _basis(self, table: Mapping[str, Any], at: str) -> dict[str, Any]:
        """On whose word something rests, how far that was tested, and what to say of it."""
        origin = self.origin(table, at)
        return {
            "origin": origin,
            "grade": self.grade(table, at, origin),
            "sources": self.names(table, "sources", at),
            "note": self.words(table, "note", at),
        }
