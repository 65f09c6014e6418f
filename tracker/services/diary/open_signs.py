"""Warning signs that go with the runner: no end of an episode and no new one lifts their lock."""

from __future__ import annotations

from collections import defaultdict
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from tracker.progression.episode import CarriedSign
from tracker.progression.review import Redecided
from tracker.progression.signs import covers
from tracker.progression.standing import OpenSign
from tracker.progression.timeline import stand
from tracker.services.diary.refold import protocol_of, redecide
from tracker.services.ownership import own_episode
from tracker.storage.diary import diaries
from tracker.storage.injury import episodes

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from tracker.progression.diary import Diary
    from tracker.progression.episode import Episode
    from tracker.storage.database import Transaction
    from tracker.storage.injury.episodes import EpisodeRecord


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


def locked_by(tx: Transaction, account_id: int) -> tuple[str, ...]:
    """The ids of the signs that lock the open episode once all that is dated in it is read."""
    episode = episodes.open_one(tx, account_id)
    signs = () if episode is None else _signs(tx, episode).open
    return tuple(dict.fromkeys(sign.id for sign in signs))


def take_along(tx: Transaction, account_id: int, now: dt.datetime) -> Redecided:
    """Let the open episode, if there is one, lock by what is open in all others of the account."""
    episode = episodes.open_one(tx, account_id)
    if episode is None:
        return Redecided()
    open_ones = _apart(open_signs(tx, account_id, now))
    known = known_signs(tx, episode) if open_ones else frozenset()
    missing = [sign for sign in open_ones if sign not in known]
    if not missing:
        return Redecided()
    carried = (*episode.carried_signs, *_by_day(missing, now))
    return redecide(
        tx, episodes.change(tx, episode, replace(episode, carried_signs=carried)), since=None
    )


@contextmanager
def followed(
    tx: Transaction, episode: EpisodeRecord, now: dt.datetime, taken: Collection[str] = ()
) -> Iterator[None]:
    """Let the account's other episodes follow an edit of the signs recorded in one.

    What they carry of a sign that was `taken` back goes, of one that was moved to another day
    moves with it. A sign that comes into an ended episode locks the open one.
    """
    others = [e for e in episodes.of_account(tx, episode.account_id) if e.id != episode.id]
    if not others:
        yield
        return
    before = known_signs(tx, episode)
    yield
    edited = own_episode(tx, episode.account_id, episode.id)
    known = known_signs(tx, edited)
    new_day = {sign.id: sign.date for sign in sorted(known - before, reverse=True)}
    gone = {
        sign: None if sign.id in taken else new_day[sign.id]
        for sign in before - known
        if sign.id in taken or sign.id in new_day
    }
    for other in others:
        left = _following(tx, other, gone, now)
        if left != other.carried_signs:
            redecide(tx, episodes.change(tx, other, replace(other, carried_signs=left)), since=None)
    if edited.closed_on is not None:
        take_along(tx, episode.account_id, now)


def _following(
    tx: Transaction,
    episode: EpisodeRecord,
    gone: Mapping[DatedSign, dt.date | None],
    now: dt.datetime,
) -> tuple[CarriedSign, ...]:
    """What an episode carries once some signs lie on another day (None: on none any more).

    A clearance that does not cover a sign where it was does not cover it where it is moved to.
    """
    left = without(episode.carried_signs, gone)
    clearances = diaries.episode_value(tx, episode).clearances
    for sign, entered_at in _apart_with_time(episode.carried_signs):
        day = gone.get(sign)
        if day is None:
            continue
        old, new = (OpenSign(sign.id, d, entered_at=entered_at) for d in (sign.date, day))
        is_news = any(covers(c, new) and not covers(c, old) for c in clearances)
        moved = CarriedSign(date=day, flags=(sign.id,), entered_at=now if is_news else entered_at)
        if DatedSign(day, sign.id) not in dated(left):
            left = (*left, moved)
    return left


def _apart_with_time(
    carried: Iterable[CarriedSign],
) -> Iterator[tuple[DatedSign, dt.datetime | None]]:
    for sign in carried:
        yield from ((DatedSign(sign.date, flag), sign.entered_at) for flag in sign.flags)


def known_signs(tx: Transaction, episode: EpisodeRecord) -> frozenset[DatedSign]:
    """Every sign that an episode reads, carried ones included."""
    return frozenset(_read(diaries.load(tx, episode).diary()))


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
    diary = diaries.load_check_ins(tx, episode).diary()
    known = frozenset(_read(diary))
    if not known:
        return _Signs(diary.episode, known, ())
    diary = diaries.load(tx, episode).diary()
    last = max([diary.last_day, *(sign.date for sign in known)])
    standing = stand(protocol_of(episode), diary, last).standing
    return _Signs(diary.episode, known, standing.open_signs)


def _read(diary: Diary) -> Iterator[DatedSign]:
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
