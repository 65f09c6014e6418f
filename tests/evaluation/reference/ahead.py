"""Look ahead: live favourable days on from now, and see when each rule lets go."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from tests.evaluation.reference.entries import DAY, NONE, WAKING, Record
from tests.evaluation.reference.live import live_next, next_dawn
from tests.evaluation.reference.numbers import WALK_SECONDS
from tests.evaluation.reference.rules import REFER, findings, holds
from tests.evaluation.reference.signs import unanswered
from tests.evaluation.reference.world import CROSS_TRAIN

if TYPE_CHECKING:
    from tests.evaluation.reference.world import World

_FARTHEST = 60


class Ahead(NamedTuple):
    """The day on which a run could first be cleared, and when each rule that holds lets go."""

    next_run: int | None
    until: dict[str, int]


def look_ahead(now: World) -> Ahead:
    world = now.fork()
    waiting = {
        name for name, finding in findings(now).items() if holds(finding) and finding != REFER
    }
    locked = REFER in findings(now).values()
    next_run: int | None = None
    until: dict[str, int] = {}
    for _ in range(_FARTHEST):
        _answer(world)
        by_rule = findings(world)
        until |= {name: world.today for name in waiting - until.keys() if not holds(by_rule[name])}
        if next_run is None and not any(map(holds, by_rule.values())):
            next_run = world.today
        if waiting == until.keys() and (locked or next_run is not None):
            break
        if world.stage == CROSS_TRAIN:
            _add(world, Record(world.today, "walk", 0, pain=0, seconds=WALK_SECONDS))
        next_dawn(world)
    return Ahead(None if locked else next_run, until)


def _answer(world: World) -> None:
    """Answer today's check-in if it is missing, and the questions if they are open."""
    known = world.records(world.today)
    missing = not any(record.is_answer for record in known)
    if missing or unanswered(world):
        moment = DAY if known else WAKING
        good = Record(world.today, "check_in", 0, pain=0, sensation=NONE, moment=moment)
        _add(world, replace(good, flags=()))


def _add(world: World, record: Record) -> None:
    """Add a record after all that is known of today, and live it."""
    world.days.setdefault(world.today, []).append(record)
    live_next(world)
