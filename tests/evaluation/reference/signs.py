"""Warning signs: which are open, and whether their questions wait for an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.evaluation.reference.entries import Clearance, Record, Sign
from tests.evaluation.reference.files import locks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.evaluation.reference.world import World


def open_signs(world: World) -> list[Sign]:
    """The signs that lock running now."""
    given = [c for c in world.episode.clearances if c.day <= world.today]
    return [sign for sign in _signs(world) if not any(_covers(c, sign) for c in given)]


def _signs(world: World) -> Iterator[Sign]:
    yield from (sign for sign in world.episode.signs if sign.locks_from <= world.today)
    for day in range(world.today + 1):
        for record in world.records(day):
            for flag in record.flags or ():
                if locks(flag):
                    yield Sign(flag, day, day, record.entered_at, "check_in")


def _covers(clearance: Clearance, sign: Sign) -> bool:
    if clearance.covers is not None and sign.id not in clearance.covers:
        return False
    if clearance.entered_at is not None and sign.entered_at is not None:
        return clearance.day >= sign.day and clearance.entered_at >= sign.entered_at
    if sign.source == "check_in":
        return clearance.day > sign.day
    return clearance.day >= sign.day


def unanswered(world: World) -> bool:
    """Whether an alarming record waits for its questions to be answered.

    A check-in answers for itself and for all before it; so only what comes after the last
    check-in that was asked can still wait.
    """
    waits = False
    for day in range(world.today + 1):
        for record in world.records(day):
            waits = (waits or world.is_alarming(record)) and not _answers(record)
    return waits


def _answers(record: Record) -> bool:
    return record.is_check_in and record.flags is not None
