"""What decisions stand on is pinned: another engine or protocol decides every day anew.

Done once when the tracker starts, before anything is answered; what changed goes into the record
of edits, from where the runner is told.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from tracker.progression.protocol import Stage
from tracker.progression.protocol_document.reader import is_known
from tracker.services.diary.refold import redecide
from tracker.services.ownership import own_episode
from tracker.storage.database import retried
from tracker.storage.diary import changes, standings
from tracker.storage.injury import episodes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracker.progression.review import Place, Redecided
    from tracker.storage.database import Database, Transaction
    from tracker.storage.diary.changes import Change
    from tracker.storage.diary.standings import Basis
    from tracker.storage.injury.episodes import EpisodeRecord

BASIS = "basis"  # what the record of edits calls it
SHOWN_FOR = dt.timedelta(days=7)


class DayAnew(NamedTuple):
    """A day whose decision became another: the words of both, as stored."""

    date: dt.date
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class DecidedAnew:
    """Every day was decided anew, at an instant, and so stands differently.

    `before` and `after` are where the runner stood on the last day with entries; `deviations` are
    the days of runs that became deviations, `cleared` of those that ceased to be; `days` are those
    with another decision, the latest first.
    """

    at: dt.datetime
    engine_changed: bool
    before: Place
    after: Place
    deviations: tuple[dt.date, ...]
    cleared: tuple[dt.date, ...]
    days: tuple[DayAnew, ...]

    @property
    def says_something(self) -> bool:
        """Whether anything that a runner sees is another."""
        moved = self.before != self.after
        return moved or bool(self.deviations or self.cleared or self.days)


@retried
def decide_anew(database: Database, now: dt.datetime) -> int:
    """Decide every episode anew whose days stand on anything but what runs; return how many.

    All in one transaction. An episode whose protocol is not known is left as it is.
    """
    with database.reading() as tx:
        if not _stale(tx):
            return 0
    with database.writing() as tx:
        return decide_stale(tx, now)  # of processes that start together, one finds any


def decide_stale(tx: Transaction, now: dt.datetime) -> int:
    """The same, in a transaction that has begun: that of an upgrade."""
    stale = _stale(tx)
    for episode in stale:
        _decide_anew(tx, episode, now)
    return len(stale)


def latest(
    database: Database, account_id: int, episode_id: int, *, now: dt.datetime
) -> DecidedAnew | None:
    """What the runner is told for a week: how the last deciding anew changed where they stand.

    None where it changed nothing, or was put away. Raises NotFound for an episode of another
    account.
    """
    with database.reading() as tx:
        mine = own_episode(tx, account_id, episode_id)
        change = changes.latest(tx, mine.key, BASIS, since=now - SHOWN_FOR)
    anew = None if change is None or change.seen_at else _read(change)
    return anew if anew and anew.says_something else None


@retried
def put_away(database: Database, account_id: int, episode_id: int, *, now: dt.datetime) -> None:
    """Tell the runner no more of what was decided anew so far. Raises NotFound."""
    with database.writing(account_id) as tx:
        mine = own_episode(tx, account_id, episode_id)
        changes.mark_seen(tx, mine.key, BASIS, now)


def _stale(tx: Transaction) -> list[EpisodeRecord]:
    stored = standings.bases(tx)
    return [
        episode
        for episode in episodes.every(tx)
        if is_known(episode.protocol)
        and stored.get(episode.id, set()) != {standings.running(episode.protocol)}
    ]


def _decide_anew(tx: Transaction, episode: EpisodeRecord, now: dt.datetime) -> None:
    """Noted as a change from one basis to another, with all that it changed besides."""
    before, place = standings.bases_of(tx, episode.key), _place(tx, episode)
    decided = standings.decisions(tx, episode.key)
    redecided = redecide(tx, episode, since=None)
    was = {**_plain_basis(min(before, default=None)), **_plain_place(place)}
    became = {
        **_plain_basis(standings.running(episode.protocol)),
        **_plain_place(_place(tx, episode) if redecided.standing else place),
        **_plain_runs(redecided),
        "days": _plain_days(decided, standings.decisions(tx, episode.key)),
    }
    changes.add(tx, episode.key, (BASIS, str(episode.id)), was, became, now=now)


def _place(tx: Transaction, episode: EpisodeRecord) -> Place | None:
    last = standings.last_day(tx, episode.key)
    return None if last is None else standings.place_stored(tx, episode.key, last)


def _plain_basis(basis: Basis | None) -> dict[str, Any]:
    return {} if basis is None else basis._asdict()


def _plain_place(place: Place | None) -> dict[str, Any]:
    return {} if place is None else {"stage": place[0].value, "step": place[1]}


def _plain_runs(redecided: Redecided) -> dict[str, Any]:
    runs = redecided.runs
    return {
        "deviations": [run.date.isoformat() for run in runs if run.rules],
        "cleared": [run.date.isoformat() for run in runs if not run.rules],
    }


def _plain_days(before: Mapping[dt.date, str], after: Mapping[dt.date, str]) -> list[list[str]]:
    """The days with another decision, the latest first."""
    changed = [day for day in sorted(before, reverse=True) if after.get(day, "") != before[day]]
    return [[day.isoformat(), before[day], after[day]] for day in changed if day in after]


def _read(change: Change) -> DecidedAnew | None:
    """The change as told; None for one that an import brought in another form."""
    was, became = change.before or {}, change.after or {}
    try:
        return DecidedAnew(
            change.at,
            was.get("engine") != became.get("engine"),
            _place_read(was),
            _place_read(became),
            tuple(map(dt.date.fromisoformat, became["deviations"])),
            tuple(map(dt.date.fromisoformat, became["cleared"])),
            tuple(
                DayAnew(dt.date.fromisoformat(day), before, after)
                for day, before, after in became.get("days", ())
            ),
        )
    except (KeyError, ValueError, TypeError):
        return None


def _place_read(written: Mapping[str, Any]) -> Place:
    return Stage(written["stage"]), written["step"]
