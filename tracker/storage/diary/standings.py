"""Stored daily standings: what the fold says of each day, and checkpoints to resume it from."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from sqlalchemy import bindparam, delete, insert, select

from tracker.progression.engine import ENGINE_VERSION, digest
from tracker.progression.plain import from_plain, to_plain
from tracker.progression.protocol import Stage
from tracker.progression.protocol_document.reader import known
from tracker.progression.review import place_of
from tracker.progression.rules import verdict
from tracker.progression.standing import Standing
from tracker.storage.diary import diaries
from tracker.storage.keys import EpisodeKey, is_of, of_episode
from tracker.storage.tables.diary import DailyStandingRow, EpisodeRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy import Table

    from tracker.progression.protocol import RehabProtocol
    from tracker.progression.review import Place
    from tracker.progression.timeline import DayOutcome
    from tracker.storage.database import Transaction
    from tracker.storage.diary.diaries import Entries
    from tracker.storage.injury.episodes import EpisodeRecord

CHECKPOINT_EVERY_DAYS = 7


class Basis(NamedTuple):
    """What a stored day stands on: the engine's version, and the protocol's digest as read."""

    engine: int
    protocol_digest: str


def running(protocol_id: str) -> Basis:
    """What would decide a day now. KeyError for a protocol that is not known."""
    return basis_of(known(protocol_id))


def basis_of(protocol: RehabProtocol) -> Basis:
    """What a day stands on that a protocol decides now."""
    there = _digests.get(protocol.id)
    if there is None or there[0] is not protocol:
        there = _digests[protocol.id] = (protocol, digest(protocol))
    return Basis(ENGINE_VERSION, there[1])


_digests: dict[str, tuple[RehabProtocol, str]] = {}  # made once: a digest reads all of a protocol

_TABLE = cast("Table", DailyStandingRow.__table__)
_DAYS = _TABLE.c
_MINE = of_episode(_TABLE)
_LATEST = _DAYS.date.desc()
_DELETE_AFTER = delete(_TABLE).where(_MINE, _DAYS.date > bindparam("day"))
_INSERT = insert(_TABLE)
_LAST_DAY = select(_DAYS.date).where(_MINE).order_by(_LATEST).limit(1)
_STAGE_BEFORE = (
    select(_DAYS.stage).where(_MINE, _DAYS.date < bindparam("day")).order_by(_LATEST).limit(1)
)
_CHECKPOINT = (
    select(_DAYS.checkpoint)
    .where(
        _MINE,
        _DAYS.date < bindparam("day"),
        _DAYS.checkpoint.is_not(None),
    )
    .order_by(_LATEST)
    .limit(1)
)


def resume(
    tx: Transaction, episode: EpisodeRecord, day: dt.date, *, until: dt.date | None = None
) -> tuple[Standing | None, Entries]:
    """The latest checkpoint before a day, and the entries after it: all a fold to come needs."""
    base = _checkpoint_before(tx, episode.key, day)
    after = None if base is None else base.day
    return base, diaries.load(tx, episode, after=after, until=until)


def _checkpoint_before(tx: Transaction, key: EpisodeKey, day: dt.date) -> Standing | None:
    stored = tx.scalar(_CHECKPOINT, key.asked | {"day": day})
    return None if stored is None else from_json(stored)


def place_stored(tx: Transaction, key: EpisodeKey, day: dt.date) -> Place | None:
    """Stage and step as stored for a day."""
    row = tx.get(DailyStandingRow, (*key, day))
    return None if row is None else (Stage(row.stage), row.step)


def stage_before(tx: Transaction, key: EpisodeKey, day: dt.date) -> Stage | None:
    """The stage at the end of the last stored day before a day; None if there is none."""
    stage = tx.scalar(_STAGE_BEFORE, key.asked | {"day": day})
    return None if stage is None else Stage(stage)


def last_day(tx: Transaction, key: EpisodeKey) -> dt.date | None:
    """The last day with a stored standing."""
    return tx.scalar(_LAST_DAY, key.asked)


def replace_after(
    tx: Transaction, key: EpisodeKey, base: Standing | None, days: Iterable[Mapping[str, Any]]
) -> None:
    """Store days, as `columns_of` makes them, in place of all after `base` (of all, if None)."""
    after = dt.date.min if base is None else base.day
    tx.execute(_DELETE_AFTER, key.asked | {"day": after})
    rows = [key.columns | {**day} for day in days]
    if rows:
        tx.connection().execute(_INSERT, rows)  # one statement for all of them


def stored(tx: Transaction, key: EpisodeKey) -> dict[dt.date, dict[str, Any]]:
    """The days as stored, each as `columns_of` makes it, with its episode's key."""
    columns = DailyStandingRow.__table__.c
    rows = tx.execute(select(*columns).where(is_of(columns, key)))
    return {row.date: dict(row._mapping) for row in rows}  # noqa: SLF001 - public all the same


def decisions(tx: Transaction, key: EpisodeKey) -> dict[dt.date, str]:
    """What was decided for each stored day, in the words they are stored in."""
    columns = DailyStandingRow.__table__.c
    query = select(columns.date, columns.decision).where(is_of(columns, key))
    return {row.date: row.decision for row in tx.execute(query)}


def bases_of(tx: Transaction, key: EpisodeKey) -> set[Basis]:
    """What an episode's stored days stand on."""
    columns = DailyStandingRow.__table__.c
    query = select(columns.engine, columns.protocol_digest).where(is_of(columns, key)).distinct()
    return {Basis(*row) for row in tx.execute(query)}


def bases(tx: Transaction) -> dict[int, set[Basis]]:
    """What the stored days of each episode stand on, by the episodes' ids."""
    columns = DailyStandingRow.__table__.c
    query = select(columns.episode_id, columns.engine, columns.protocol_digest).distinct()
    by_episode: dict[int, set[Basis]] = {}
    for episode_id, *basis in tx.execute(query):
        by_episode.setdefault(episode_id, set()).add(Basis(*basis))
    return by_episode


def bases_of_protocols(tx: Transaction) -> dict[str, set[Basis]]:
    """What the stored days stand on, by the protocols that their episodes are pinned to."""
    by_protocol: dict[str, set[Basis]] = {}
    stored = bases(tx)
    for episode_id, protocol in tx.execute(select(EpisodeRow.id, EpisodeRow.protocol)):
        by_protocol.setdefault(protocol, set()).update(stored.get(episode_id, set()))
    return by_protocol


def columns_of(protocol: str, outcome: DayOutcome) -> dict[str, Any]:
    """A day as it is stored, of an episode that the protocol of that id decides."""
    basis = running(protocol)
    standing = outcome.standing
    stage, step = place_of(standing)
    keep = standing.day_number % CHECKPOINT_EVERY_DAYS == 0
    return {
        "date": standing.day,
        "stage": stage.value,
        "step": step,
        "decision": verdict(outcome.protocol, standing).decision.word,
        "worst_pain": standing.today.worst,
        "engine": basis.engine,
        "protocol_digest": basis.protocol_digest,
        "checkpoint": to_json(standing) if keep else None,
    }


def to_json(standing: Standing) -> dict[str, Any]:
    """A standing as plain JSON values; dates in ISO 8601."""
    stored: dict[str, Any] = to_plain(standing)
    return stored


def from_json(stored: dict[str, Any]) -> Standing:
    """The standing that `to_json` was given."""
    return from_plain(Standing, stored)
