"""Warning signs that go with the runner: no end of an episode and no new one lifts their lock."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from tracker.progression.episode import CarriedSign
from tracker.progression.review import Redecided
from tracker.progression.signs import covers
from tracker.progression.timeline import stand
from tracker.services.diary.refold import protocol_of, redecide
from tracker.storage import diaries, episodes

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterable, Iterator

    from tracker.progression.diary import Diary
    from tracker.progression.episode import Episode
    from tracker.progression.standing import OpenSign
    from tracker.storage.database import Transaction
    from tracker.storage.episodes import EpisodeRecord


class DatedSign(NamedTuple):
    """A warning sign, and the day it was recorded."""

    date: dt.date
    id: str


class _Signs(NamedTuple):
    """What an episode holds: its facts, every sign it knows of, and those that are open."""

    facts: Episode
    known: frozenset[DatedSign]
    open: tuple[OpenSign, ...]


def open_signs(tx: Transaction, account_id: int, now: dt.datetime) -> tuple[CarriedSign, ...]:
    """What no clearance covers at the end of any of the account's episodes, to be carried now.

    A clearance counts for the signs that the episode it was recorded in knows of.
    """
    of_each = [_signs(tx, episode) for episode in episodes.of_account(tx, account_id)]
    uncleared = [
        DatedSign(sign.date, sign.id)
        for signs in of_each
        for sign in signs.open
        if not any(_is_cleared(sign, other) for other in of_each)
    ]
    return _by_day(uncleared, now)


def take_along(tx: Transaction, account_id: int, now: dt.datetime) -> Redecided:
    """Let the open episode, if there is one, lock by what is open in all others of the account."""
    episode = episodes.open_one(tx, account_id)
    if episode is None:
        return Redecided()
    known = _signs(tx, episode).known
    missing = [sign for sign in _apart(open_signs(tx, account_id, now)) if sign not in known]
    if not missing:
        return Redecided()
    carried = (*episode.carried_signs, *_by_day(missing, now))
    return redecide(tx, episodes.change(tx, episode, carried_signs=carried), since=None)


def correct_copies(
    tx: Transaction, account_id: int, corrected: EpisodeRecord, taken: Collection[DatedSign]
) -> None:
    """Take signs that were taken back where they were recorded from what others carry of them.

    What `corrected`, the episode they were recorded in, still knows of stays.
    """
    gone = set(taken) - _signs(tx, corrected).known
    for episode in episodes.of_account(tx, account_id):
        left = without(episode.carried_signs, gone)
        if episode.id != corrected.id and left != episode.carried_signs:
            redecide(tx, episodes.change(tx, episode, carried_signs=left), since=None)


def known_signs(tx: Transaction, episode: EpisodeRecord) -> frozenset[DatedSign]:
    """Every sign that an episode reads, carried ones included."""
    return _signs(tx, episode).known


def recorded_signs(tx: Transaction, episode: EpisodeRecord) -> frozenset[DatedSign]:
    """The signs that were recorded in an episode itself."""
    return frozenset(_recorded(diaries.load(tx, episode).diary()))


def without(carried: Iterable[CarriedSign], gone: Collection[DatedSign]) -> tuple[CarriedSign, ...]:
    """The carried signs but for some."""
    left = (
        replace(sign, flags=tuple(f for f in sign.flags if DatedSign(sign.date, f) not in gone))
        for sign in carried
    )
    return tuple(sign for sign in left if sign.flags)


def dated(carried: Iterable[CarriedSign]) -> set[DatedSign]:
    """Carried signs one by one."""
    return set(_apart(carried))


def _signs(tx: Transaction, episode: EpisodeRecord) -> _Signs:
    """As they stand once all that is dated in the episode is read."""
    diary = diaries.load(tx, episode).diary()
    known = frozenset(_known(diary))
    last = max([diary.last_day, *(sign.date for sign in known)])
    standing = stand(protocol_of(episode), diary, last).standing
    return _Signs(diary.episode, known, standing.open_signs)


def _known(diary: Diary) -> Iterator[DatedSign]:
    """Every sign that an episode reads: of its check-ins, of its start, of earlier episodes."""
    yield from _recorded(diary)
    yield from _apart(diary.episode.carried_signs)


def _recorded(diary: Diary) -> Iterator[DatedSign]:
    facts = diary.episode
    answered_on = max(facts.screened_on or facts.onset, facts.onset)
    yield from (DatedSign(answered_on, answer) for answer in facts.screening)
    for day, of in diary.days.items():
        if day >= facts.onset:
            yield from (
                DatedSign(day, flag) for check_in in of.check_ins for flag in check_in.signs
            )


def _is_cleared(sign: OpenSign, other: _Signs) -> bool:
    is_known = DatedSign(sign.date, sign.id) in other.known
    return is_known and any(covers(clearance, sign) for clearance in other.facts.clearances)


def _apart(carried: Iterable[CarriedSign]) -> list[DatedSign]:
    return [DatedSign(sign.date, flag) for sign in carried for flag in sign.flags]


def _by_day(signs: Iterable[DatedSign], now: dt.datetime) -> tuple[CarriedSign, ...]:
    by_day: dict[dt.date, list[str]] = defaultdict(list)
    for sign in dict.fromkeys(signs):
        by_day[sign.date].append(sign.id)
    return tuple(
        CarriedSign(date=day, flags=tuple(flags), entered_at=now)
        for day, flags in sorted(by_day.items())
    )
