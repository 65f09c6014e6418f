"""What a protocol says, and two beside each other: number by number, and on whose word."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.language.amounts import amount
from tracker.language.phrases import step_text
from tracker.language.protocols import of_protocol
from tracker.progression.ladder import Prescription
from tracker.progression.protocol import BASELINE, BASELINE_WEEK, CLEAN_RUNS, REGULAR_MEDICINE, STEP
from tracker.reports.authority import briefly, graded
from tracker.translations import N_, gettext

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.progression.protocol import Number, RehabProtocol, RuleBasis, Step

EACH_ONES_OWN = (BASELINE, BASELINE_WEEK, STEP, REGULAR_MEDICINE)  # a protocol only bounds them


class Said(NamedTuple):
    """One number, step or rule of a protocol; `name` is its key in the document.

    `value` is in words, with how far it may be moved; `basis` is on whose word it rests, and how
    far that was tested, `origin` the same without the documents.
    """

    title: str
    name: str
    value: str
    basis: str
    origin: str
    note: str


class Difference(NamedTuple):
    """One thing of which two protocols say something else; a side that lacks it is None.

    `direction` says whether the second is more or less careful than the first; empty where
    neither can be said.
    """

    title: str
    name: str
    before: Said | None
    after: Said | None
    direction: str


def all_said(protocol: RehabProtocol) -> list[Said]:
    """All that a protocol says: its ladder, its numbers, its rules."""
    return [said for part in _PARTS for said in part(protocol)]


def differences(before: RehabProtocol, after: RehabProtocol) -> list[Difference]:
    """All that differs, in the same order."""
    listed = []
    for part in _PARTS:
        first, second = ({said.name: said for said in part(p)} for p in (before, after))
        for name in dict.fromkeys((*second, *first)):
            was, becomes = first.get(name), second.get(name)
            if was != becomes:
                title = (second.get(name) or first[name]).title
                direction = _direction(before, after, name)
                listed.append(Difference(title, name, was, becomes, direction))
    return listed


def _direction(before: RehabProtocol, after: RehabProtocol, name: str) -> str:
    first, second = (_by_key(protocol).get(name) for protocol in (before, after))
    if first is None or second is None or first.value == second.value:
        return ""
    if first.is_looser(second.value, than=first.value):
        return gettext("less careful")
    return gettext("more careful")


def _by_key(protocol: RehabProtocol) -> dict[str, Number]:
    return {_key(name): number for name, number in protocol.origins.items()}


def _key(name: str) -> str:
    if name.startswith(CLEAN_RUNS):
        return f"steps[{name.removeprefix(CLEAN_RUNS)}].clean_runs"
    return f"numbers.{name}"


def _steps(protocol: RehabProtocol) -> Iterator[Said]:
    for index, step in enumerate(protocol.steps, 1):
        plan = step_text(Prescription(step.walk_seconds, step.jog_seconds, step.repeats))
        at = f"steps[{index}]"
        yield Said(gettext("Step %(step)d", step=index), at, plan, *_basis(protocol, step))


def _numbers(protocol: RehabProtocol) -> Iterator[Said]:
    for name, number in protocol.origins.items():
        if name in EACH_ONES_OWN:
            continue
        words = _TUNABLE if number.tunable else _FIXED
        value = gettext(
            words,
            value=amount(number.value, number),
            lowest=number.lowest,
            highest=number.highest,
        )
        yield Said(of_protocol(number.title), _key(name), value, *_basis(protocol, number))


_FIXED = N_("%(value)s (bounds %(lowest)d to %(highest)d)")
_TUNABLE = N_("%(value)s (bounds %(lowest)d to %(highest)d, may be changed for one injury)")


def _rules(protocol: RehabProtocol) -> Iterator[Said]:
    for name, rule in protocol.rules.items():
        read = ", ".join(of_protocol(protocol.origins[number].title) for number in rule.numbers)
        yield Said(of_protocol(rule.title), f"rules.{name}", read, *_basis(protocol, rule))


def _basis(protocol: RehabProtocol, about: Number | Step | RuleBasis) -> tuple[str, str, str]:
    return graded(protocol, about), briefly(protocol, about), of_protocol(about.note)


_PARTS = (_steps, _numbers, _rules)
