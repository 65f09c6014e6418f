"""Warning signs that go with the runner: no end of an episode and no new one lifts their lock."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from tracker.progression.episode import CarriedSign
from tracker.progression.signs import covers
from tracker.progression.timeline import stand
from tracker.services.diary.refold import protocol_of
from tracker.storage import diaries, episodes

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from tracker.progression.episode import Clearance
    from tracker.progression.standing import OpenSign
    from tracker.storage.database import Transaction


def open_signs(
    tx: Transaction, account_id: int, *, besides: int | None = None
) -> tuple[CarriedSign, ...]:
    """What no clearance covers at the end of any of the account's episodes, by day.

    Those of the episode `besides` are left out: they lock it as it is. A clearance counts in
    whichever episode it was recorded.
    """
    signs: list[OpenSign] = []
    clearances: list[Clearance] = []
    for record in episodes.of_account(tx, account_id):
        diary = diaries.load(tx, record).diary()
        if record.id != besides:
            signs += stand(protocol_of(record), diary, diary.last_day).standing.open_signs
        clearances += diary.episode.clearances
    return _by_day(s for s in signs if not any(covers(c, s) for c in clearances))


def merged(*given: Iterable[CarriedSign]) -> tuple[CarriedSign, ...]:
    """Signs from several places, each once, by day."""
    return _of_pairs((c.date, flag) for carried in given for c in carried for flag in c.flags)


def _by_day(signs: Iterable[OpenSign]) -> tuple[CarriedSign, ...]:
    return _of_pairs((sign.date, sign.id) for sign in signs)


def _of_pairs(signs: Iterable[tuple[date, str]]) -> tuple[CarriedSign, ...]:
    by_day: dict[date, list[str]] = defaultdict(list)
    for day, sign in dict.fromkeys(signs):
        by_day[day].append(sign)
    return tuple(CarriedSign(date=day, flags=tuple(flags)) for day, flags in sorted(by_day.items()))
