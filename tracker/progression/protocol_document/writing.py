"""A protocol written down as what it changes over the shipped one."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from typing import TYPE_CHECKING, Any, TypeAlias

from tracker.progression.protocol import CLEAN_RUNS
from tracker.progression.protocol_document.cells import BASED_ON
from tracker.progression.protocol_document.overlay import OURS, STEP_AMOUNTS, usual_clean_runs
from tracker.progression.protocol_document.reader import SHIPPED, shipped, shipped_document

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tracker.progression.protocol import Number, RehabProtocol, RuleBasis, Step

    Basis: TypeAlias = Number | Step | RuleBasis

_MINUTE = 60
_PLACE = re.compile(r"@(\w+)@")


def write(protocol: RehabProtocol) -> str:
    """The variant that is read as this protocol; what is as shipped is left out."""
    usual = shipped()
    head: dict[str, Any] = {BASED_ON: usual.id, "id": protocol.id, "title": protocol.title}
    if protocol.summary != usual.summary:
        head["summary"] = protocol.summary
    lines = [_cell(key, value) for key, value in head.items()]
    if _ladder(protocol) != _ladder(usual):
        lines += ["", *_steps(protocol)]
    for name, table in _tables(protocol, usual):
        lines += ["", f"[{name}]", *(_cell(key, value) for key, value in table.items())]
    return "\n".join(lines) + "\n"


def begin(protocol_id: str, title: str) -> str:
    """The text of a new variant, which changes nothing yet and says how to go on."""
    ladder = "\n".join(f"# {line}" for line in _steps(shipped()))
    text = files("tracker.progression.protocol_document").joinpath("beginning.toml")
    words = {"based_on": SHIPPED, "id": protocol_id, "title": _value(title)[1:-1], "steps": ladder}
    return _PLACE.sub(lambda place: words[place[1]], text.read_text("utf-8"))


def _tables(
    protocol: RehabProtocol, usual: RehabProtocol
) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for name in shipped_document()["numbers"]:
        if protocol.origins[name] != usual.origins[name]:
            table, before = _number(protocol.origins[name]), _number(usual.origins[name])
            yield f"numbers.{name}", _changed(table, before)
    clean, before = _clean_runs(protocol), _clean_runs(usual)
    if clean != before:
        yield "clean_runs", clean
    for name, rule in protocol.rules.items():
        if rule != usual.rules[name]:
            yield f"rules.{name}", _changed(_rule(rule), _rule(usual.rules[name]))
    for name, source in protocol.sources.items():
        if name not in usual.sources:
            words = {key: getattr(source, key) for key in ("title", "author", "note", "url")}
            yield f"sources.{name}", {key: word for key, word in words.items() if word}


def _changed(table: Mapping[str, Any], before: Mapping[str, Any]) -> Mapping[str, Any]:
    """What a table has to say: where its value is another, it rests on no word of before."""
    if table.get("value") == before.get("value"):
        return {key: value for key, value in table.items() if value != before[key]}
    usual = {**before, **OURS}
    always = ("value", "note")
    return {key: value for key, value in table.items() if key in always or value != usual[key]}


def _basis(about: Basis) -> dict[str, Any]:
    return {
        "note": about.note,
        "origin": about.origin.value,
        "grade": about.grade.value,
        "sources": list(about.sources),
    }


def _number(number: Number) -> dict[str, Any]:
    return {
        "value": number.value,
        **_basis(number),
        "bounds": [number.lowest, number.highest],
        "site_highest": dict(number.site_highest),
        "tunable": number.tunable,
        "title": number.title,
        "unit": number.unit,
        "looser": number.looser,
    }


def _rule(rule: RuleBasis) -> dict[str, Any]:
    return {"title": rule.title, **_basis(rule), "numbers": list(rule.numbers)}


def _clean_runs(protocol: RehabProtocol) -> dict[str, Any]:
    """What holds for the clean runs of every step; on whose word they rest stands with each."""
    number = protocol.origins[f"{CLEAN_RUNS}1"]
    return {"bounds": [number.lowest, number.highest], "tunable": number.tunable}


def _ladder(protocol: RehabProtocol) -> list[dict[str, Any]]:
    return [_step(protocol, index) for index in range(1, protocol.build_step)]


def _step(protocol: RehabProtocol, index: int) -> dict[str, Any]:
    step = protocol.steps[index - 1]
    return {
        "walk_minutes": _minutes(step.walk_seconds),
        "jog_minutes": _minutes(step.jog_seconds),
        "repeats": step.repeats,
        "clean_runs": step.clean_runs,
        **_basis(step),
        "clean_runs_basis": _basis(protocol.origins[f"{CLEAN_RUNS}{index}"]),
    }


def _steps(protocol: RehabProtocol) -> Iterator[str]:
    """A line for each step."""
    yield "steps = ["
    usual = _ladder(shipped())
    for step in _ladder(protocol):
        cells = _amounts(step) if step in usual else _amounts(step) | _words(step)
        yield f"  {_value(cells)},"
    yield "]"


def _amounts(step: Mapping[str, Any]) -> dict[str, Any]:
    return {key: step[key] for key in STEP_AMOUNTS}


def _words(step: Mapping[str, Any]) -> dict[str, Any]:
    """On whose word a new step and its clean runs rest, as far as a reader would not take it so."""
    words = {key: step[key] for key, usual in OURS.items() if step[key] != usual}
    base = shipped_document()
    is_usual = step["clean_runs"] in usual_clean_runs(base)
    read = {**OURS, "note": step["note"]}  # what a reader takes for a number of its own
    taken = {key: base["clean_runs"][key] for key in OURS} if is_usual else read
    if step["clean_runs_basis"] != taken or not (is_usual or step["note"]):
        words["clean_runs_basis"] = step["clean_runs_basis"]
    return words


def _minutes(seconds: int) -> float:
    whole, rest = divmod(seconds, _MINUTE)
    return seconds / _MINUTE if rest else whole


def _cell(key: str, value: object) -> str:
    return f"{key} = {_value(value)}"


def _value(value: object) -> str:
    """A value as TOML has it; its texts are JSON's, but for one letter."""
    if isinstance(value, dict):
        cells = ", ".join(_cell(key, inner) for key, inner in value.items())
        return f"{{ {cells} }}" if cells else "{}"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
