"""Protocols of one's own, made up by hypothesis: any numbers and any ladder that may be written."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from tracker.progression.protocol import (
    CLEAN_RUNS,
    Grade,
    Numbers,
    Origin,
    RehabProtocol,
    Source,
    Step,
)
from tracker.progression.protocol_document.of_the_episode import of_the_episode
from tracker.progression.protocol_document.reader import shipped, shipped_document

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracker.progression.protocol import Number

WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20).filter(str.strip)
LINE = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=20)
IDS = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,4}){0,2}-[1-9][0-9]?", fullmatch=True)
HALF_MINUTE = 30
OWN = "own"


def _basis(draw: st.DrawFn) -> dict[str, Any]:
    origin = draw(st.sampled_from(Origin))
    if origin is Origin.DEFAULT:
        return {"origin": origin, "grade": Grade.DEFAULT, "sources": (), "note": draw(WORDS)}
    grade = draw(st.sampled_from(sorted(set(Grade) - {Grade.DEFAULT})))
    return {"origin": origin, "grade": grade, "sources": (OWN,), "note": draw(WORDS)}


def _number(draw: st.DrawFn, number: Number) -> Number:
    value = draw(st.integers(number.lowest, number.highest))
    if value == number.value:
        return number
    return replace(number, value=value, **_basis(draw))


def _ladder(draw: st.DrawFn) -> tuple[Step, ...]:
    """Rising bouts, with more repeats of the same one between; first mostly walking."""
    steps: list[Step] = []
    halves = draw(st.lists(st.integers(1, 60), min_size=1, max_size=8, unique=True).map(sorted))
    for bout in halves:
        walk = draw(st.integers(bout + 1, 120)) if not steps else draw(st.integers(1, 120))
        repeats = draw(st.integers(1, 19))
        more = draw(st.integers(1, min(2, 20 - repeats)))
        steps += [_step(draw, walk, bout, repeats + n) for n in range(more)]
    return tuple(steps)


def _step(draw: st.DrawFn, walk: int, jog: int, repeats: int) -> Step:
    half, jog = HALF_MINUTE * walk, HALF_MINUTE * jog
    return Step(half, jog, repeats, draw(st.integers(1, 6)), **_basis(draw))


def _clean_runs(draw: st.DrawFn, steps: tuple[Step, ...]) -> Mapping[str, Number]:
    usual = shipped().origins[f"{CLEAN_RUNS}2"]
    numbers = {}
    for index, step in enumerate(steps, 1):
        title = f"Clean runs that pass step {index}"
        basis = {} if step.clean_runs == usual.value else _basis(draw)
        numbers[f"{CLEAN_RUNS}{index}"] = replace(
            usual, title=title, value=step.clean_runs, **basis
        )
    return numbers


@st.composite
def variants(draw: st.DrawFn) -> RehabProtocol:
    usual = shipped()
    numbers = {name: _number(draw, usual.origins[name]) for name in shipped_document()["numbers"]}
    is_own_ladder = draw(st.booleans())
    steps = _ladder(draw) if is_own_ladder else usual.steps
    clean = (
        _clean_runs(draw, steps)
        if is_own_ladder
        else {name: n for name, n in usual.origins.items() if name.startswith(CLEAN_RUNS)}
    )
    rule = draw(st.sampled_from(sorted(usual.rules)))
    return RehabProtocol(
        id=draw(IDS),
        title=draw(LINE),
        summary=draw(st.sampled_from([usual.summary, "Another one."])),
        numbers=Numbers(**{name: number.value for name, number in numbers.items()}),
        steps=steps,
        origins={**numbers, **clean, **of_the_episode(numbers, len(steps))},
        rules={**usual.rules, rule: replace(usual.rules[rule], note=draw(WORDS))},
        sources={**usual.sources, OWN: Source("", draw(WORDS), draw(WORDS), "")},
    )
