"""Reading a protocol document: every number checked, every error named by its key."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
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
from tracker.progression.protocol_document.checks import Checks
from tracker.progression.protocol_document.of_the_episode import of_the_episode

if TYPE_CHECKING:
    from collections.abc import Mapping

SHIPPED = "return-to-run-1"
_FILES = {SHIPPED: "return_to_run_1.toml"}
_MINUTE = 60
_LONGEST_BOUT_MINUTES = 120
_MOST_REPEATS = 20


class ProtocolError(ValueError):
    """A document that is no usable protocol: one (key, what is wrong with it) for each fault."""

    def __init__(self, faults: list[tuple[str, str]]) -> None:
        self.faults = faults
        super().__init__("\n".join(f"{key}: {what}" for key, what in faults))


@cache
def shipped(protocol_id: str = SHIPPED) -> RehabProtocol:
    """A protocol that comes with the tracker, by its id; KeyError if there is none."""
    text = (
        files("tracker.progression").joinpath("protocols", _FILES[protocol_id]).read_text("utf-8")
    )
    return parse(text)


class UnknownProtocolError(KeyError):
    """A protocol that decides an injury is not known here, so nothing can be decided."""


_dropped_in: dict[str, RehabProtocol] = {}
_not_offered: set[str] = set()


def drop_in(text: str, *, offered: bool = True) -> RehabProtocol:
    """Make a variant known to this process, held to the bounds of the shipped protocol.

    `offered`: new episodes may be pinned to it. Raises ProtocolError naming every faulty key.
    """
    variant = parse(text, reference=shipped())
    there = _dropped_in.get(variant.id)
    if there != variant:
        _dropped_in[variant.id] = variant
    (_not_offered.discard if offered else _not_offered.add)(variant.id)
    return _dropped_in[variant.id]


def forget(protocol_id: str) -> None:
    """Make a variant unknown again."""
    _dropped_in.pop(protocol_id, None)


def known(protocol_id: str) -> RehabProtocol:
    """A protocol by its id, shipped or dropped in; UnknownProtocolError if there is none."""
    if not is_known(protocol_id):
        raise UnknownProtocolError(protocol_id)
    return _dropped_in.get(protocol_id) or shipped(protocol_id)


def is_known(protocol_id: str) -> bool:
    """Whether there is a protocol of an id, shipped or dropped in."""
    return protocol_id in _dropped_in or protocol_id in _FILES


def all_known() -> tuple[RehabProtocol, ...]:
    """Every protocol a new episode may be pinned to, the usual one first."""
    variants = (p for p in _dropped_in.values() if p.id not in _not_offered)
    return (*(shipped(protocol_id) for protocol_id in _FILES), *variants)


def parse(text: str, *, reference: RehabProtocol | None = None) -> RehabProtocol:
    """Read a protocol from TOML.

    A variant has an id of its own and is held to the absolute bounds of `reference` too.
    Raises ProtocolError naming every faulty key.
    """
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ProtocolError([("document", f"is not TOML: {error}")]) from error
    reader = _Reader(document, reference)
    protocol = reader.protocol()
    if reader.faults or protocol is None:
        raise ProtocolError(reader.faults)
    return protocol


class _Reader(Checks):
    """Builds the protocol out of its checked cells."""

    def protocol(self) -> RehabProtocol | None:
        known = {"id", "title", "summary", "sources", "numbers", "clean_runs", "steps", "rules"}
        for key in self.document.keys() - known:
            self.fault(key, "is not a part of a protocol")
        sources = {
            key: Source(
                title=self.text(table, "title", f"sources.{key}") if "title" in table else "",
                author=self.text(table, "author", f"sources.{key}"),
                note=str(table.get("note", "")),
                url=str(table.get("url", "")),
            )
            for key, table in self.tables("sources").items()
        }
        numbers = {
            key: self.number(f"numbers.{key}", t) for key, t in self.tables("numbers").items()
        }
        words = {key: self.text(self.document, key, "") for key in ("id", "title", "summary")}
        if self.reference and words["id"] in _FILES:
            self.fault("id", f"must be one of its own, not {words['id']}")
        steps = self.steps()
        rules = {key: self.rule(f"rules.{key}", t) for key, t in self.tables("rules").items()}
        self.cross_check(sources, numbers, steps, rules)
        if self.faults:
            return None
        origins = numbers | self.clean_run_numbers(steps) | of_the_episode(numbers, len(steps))
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

    def number(self, at: str, table: Mapping[str, Any]) -> Number:
        lowest, highest = self.bounds(table, at)
        number = Number(
            title=self.text(table, "title", at),
            value=self.whole(table, "value", at),
            unit=self.text(table, "unit", at),
            lowest=lowest,
            highest=highest,
            looser=self.looser(table, at),
            **self.basis(table, at),
            tunable=self.tunable(table, at),
            site_highest=self.site_highest(table, at),
        )
        self.within(at, number)
        return number

    def steps(self) -> tuple[Step, ...]:
        written = self.document.get("steps")
        if not isinstance(written, list) or not written:
            self.fault("steps", "must be a list of at least one step")
            return ()
        tables = [(f"steps[{i}]", table) for i, table in enumerate(written, 1)]
        return tuple(self.step(at, table) for at, table in tables if self.is_table(at, table))

    def step(self, at: str, table: Mapping[str, Any]) -> Step:
        limits = {
            "walk_minutes": (0, _LONGEST_BOUT_MINUTES),
            "jog_minutes": (1, _LONGEST_BOUT_MINUTES),
            "repeats": (1, _MOST_REPEATS),
        }
        values = {key: self.whole(table, key, at) for key in (*limits, "clean_runs")}
        for key, (low, high) in limits.items():
            if not low <= values[key] <= high:
                self.fault(f"{at}.{key}", f"must be {low} to {high}")
        return Step(
            walk_seconds=values["walk_minutes"] * _MINUTE,
            jog_seconds=values["jog_minutes"] * _MINUTE,
            repeats=values["repeats"],
            clean_runs=values["clean_runs"],
            **self.basis(table, at),
        )

    def clean_run_numbers(self, steps: tuple[Step, ...]) -> dict[str, Number]:
        table = self.document["clean_runs"]
        lowest, highest = self.bounds(table, "clean_runs")
        whole = self.basis(table, "clean_runs")

        def of_its_own(index: int) -> dict[str, Any] | None:
            own = self.document["steps"][index - 1].get("clean_runs_basis")
            return None if own is None else self.basis(own, f"steps[{index}].clean_runs_basis")

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

    def rule(self, at: str, table: Mapping[str, Any]) -> RuleBasis:
        return RuleBasis(
            title=self.text(table, "title", at),
            numbers=self.names(table, "numbers", at),
            **self.basis(table, at),
        )

    def basis(self, table: Mapping[str, Any], at: str) -> dict[str, Any]:
        """On whose word something rests, how far that was tested, and what to say of it."""
        origin = self.origin(table, at)
        return {
            "origin": origin,
            "grade": self.grade(table, at, origin),
            "sources": self.names(table, "sources", at),
            "note": str(table.get("note", "")),
        }
