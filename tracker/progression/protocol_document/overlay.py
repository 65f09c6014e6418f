"""A variant that holds only what it changes, laid over the shipped document."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from tracker.progression.protocol_document.building import PARTS
from tracker.progression.protocol_document.cells import BASED_ON, Cells

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tracker.progression.protocol import RehabProtocol

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*-[1-9][0-9]*")
MOST_STEPS = 30
_LONGEST = 300
_LONGEST_ID = 60
_ID_RULE = (
    'must be a name and the number of its version, as in "dr-okafor-1":'
    f" small letters, digits and dashes, at most {_LONGEST_ID}"
)
_NUMBER = (
    "value", "note", "origin", "grade", "sources", "bounds", "site_highest", "tunable", "title",
    "unit", "looser",
)  # fmt: skip
_RULE = ("title", "note", "origin", "grade", "sources", "numbers")
STEP_AMOUNTS = ("walk_minutes", "jog_minutes", "repeats", "clean_runs")
_STEP = (*STEP_AMOUNTS, "note", "origin", "grade", "sources", "clean_runs_basis")
_CLEAN_RUNS = ("bounds", "looser", "tunable", "origin", "grade", "sources", "note")
_SOURCE = ("title", "author", "note", "url")
# What something new rests on, where it does not say.
OURS: Mapping[str, Any] = {"origin": "default", "grade": "default", "sources": [], "note": ""}


class Overlay(Cells):
    """Lays a brief document over the one it is based on; faults are named as a reader sees them."""

    def __init__(
        self, document: Mapping[str, Any], reference: RehabProtocol, base: Mapping[str, Any]
    ) -> None:
        super().__init__(document, reference)
        self.base = base

    def whole_document(self) -> dict[str, Any]:
        """The document with all that it does not say taken from its base."""
        self._check_head()
        sources = self._given("sources", self.base["sources"], _SOURCE, adds=True)
        numbers = self._given("numbers", self.base["numbers"], _NUMBER)
        rules = self._given("rules", self.base["rules"], _RULE)
        return {
            **{key: self.base[key] for key in PARTS if key in self.base},
            **{key: given for key, given in self.document.items() if key in PARTS},
            "sources": {**self.base["sources"], **sources},
            "numbers": self.base["numbers"]
            | {name: _number(self.base["numbers"][name], given) for name, given in numbers.items()},
            "rules": self.base["rules"]
            | {name: self.base["rules"][name] | given for name, given in rules.items()},
            "clean_runs": self._clean_runs(),
            "steps": self._steps(),
        }

    def _check_head(self) -> None:
        self._check_keys(self.document, PARTS, "")
        if self.reference and self.document[BASED_ON] != self.reference.id:
            self.fault(BASED_ON, f'must be "{self.reference.id}", the protocol that comes with it')
        own = self.document.get("id")
        if isinstance(own, str) and not (ID.fullmatch(own) and len(own) <= _LONGEST_ID):
            self.fault("id", _ID_RULE)
        for key in ("title", "summary"):
            words = self.document.get(key, "")
            if isinstance(words, str) and not (words.isprintable() and len(words) <= _LONGEST):
                self.fault(key, f"must be one line of at most {_LONGEST} letters")

    def _check_keys(self, table: Mapping[str, Any], known: Iterable[str], at: str) -> None:
        for key in table:
            if key in known:
                continue
            if at and key in PARTS:
                self.fault(f"{at}{key}", "must stand further up, before the first [table]")
            else:
                self.fault(f"{at}{key}", f"is not known here{_meant(key, known)}")

    def _given(
        self, part: str, base: Mapping[str, Any], keys: Iterable[str], *, adds: bool = False
    ) -> dict[str, Mapping[str, Any]]:
        """The tables of a part that change the base's, or (`adds`) stand beside them."""
        tables = self.document.get(part, {})
        if not isinstance(tables, dict):
            self.fault(part, f"must be tables: write [{part}.NAME], and below it what changes")
            return {}
        given: dict[str, Mapping[str, Any]] = {}
        for name, table in tables.items():
            at = f"{part}.{name}"
            if not isinstance(table, dict):
                self.fault(at, f"must be a table: write [{at}], and below it what changes")
            elif adds and name in base:
                self.fault(at, "is a source of the shipped protocol: give yours another name")
            elif not adds and name not in base:
                self.fault(at, f"is not among the {part} that there are{_meant(name, base)}")
            else:
                self._check_keys(table, keys, f"{at}.")
                given[name] = table
        return given

    def _clean_runs(self) -> Mapping[str, Any]:
        given = self.document.get("clean_runs", {})
        if not self.is_table("clean_runs", given):
            return {**self.base["clean_runs"]}
        self._check_keys(given, _CLEAN_RUNS, "clean_runs.")
        return {**self.base["clean_runs"], **given}

    def _steps(self) -> list[Any]:
        """The ladder as given, whole; a step of the base keeps the word that it rests on."""
        given = self.document.get("steps")
        if given is None:
            return list(self.base["steps"])
        if not isinstance(given, list) or not given:
            self.fault("steps", "must list every step of the ladder, the first one first")
            return list(self.base["steps"])
        if len(given) > MOST_STEPS:
            self.fault("steps", f"must be at most {MOST_STEPS} steps, not {len(given)}")
        return [self._step(f"steps[{i}]", step) for i, step in enumerate(given[:MOST_STEPS], 1)]

    def _step(self, at: str, given: Any) -> Any:  # noqa: ANN401 - whatever the document holds
        if not isinstance(given, dict):
            return given
        self._check_keys(given, _STEP, f"{at}.")
        amounts = [given.get(key) for key in STEP_AMOUNTS]
        for step in self.base["steps"]:
            if amounts == [step[key] for key in STEP_AMOUNTS]:
                return step | given
        return {**OURS, "clean_runs_basis": self._own_clean_runs(at, given), **given}

    def _own_clean_runs(self, at: str, given: Mapping[str, Any]) -> dict[str, Any] | None:
        """On whose word a new step asks for so many clean runs, where the shipped word is another.

        The shipped word speaks of the number that the shipped steps share.
        """
        shared, clean_runs = usual_clean_runs(self.base), given.get("clean_runs")
        lowest, highest = self.base["clean_runs"]["bounds"]
        is_usable = type(clean_runs) is int and lowest <= clean_runs <= highest
        if "clean_runs_basis" in given or not is_usable or clean_runs in shared:
            return None
        if not given.get("note"):
            usual = ", ".join(map(str, sorted(shared)))
            what = f"whose word clean_runs = {clean_runs} is: the shipped word speaks of {usual}"
            self.fault(f"{at}.note", f"must say {what}")
        return {**OURS, "note": given.get("note", "")}


def usual_clean_runs(base: Mapping[str, Any]) -> set[int]:
    """The clean runs that the word on all steps of a document speaks of."""
    return {step["clean_runs"] for step in base["steps"] if "clean_runs_basis" not in step}


def _number(base: Mapping[str, Any], given: Mapping[str, Any]) -> dict[str, Any]:
    """A number with what is changed of it: another value rests on no word of the base's.

    Where other bounds are given, they count at every site.
    """
    usual = dict(base)
    if "value" in given and given["value"] != base["value"]:
        usual.update(OURS)
    if "bounds" in given:
        usual.pop("site_highest", None)
    return {**usual, **given}


def _meant(name: str, known: Iterable[str]) -> str:
    close = get_close_matches(name, list(known), n=1)
    return f". Is {close[0]!r} meant?" if close else ""
