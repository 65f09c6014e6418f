"""Stored daily standings: what the fold says of each day, and checkpoints to resume it from."""

from __future__ import annotations

import datetime as dt
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, delete, insert, select

from tracker.progression.protocol import Stage
from tracker.progression.review import place_of
from tracker.progression.rules import verdict
from tracker.progression.standing import DayFacts, RunDay, Standing
from tracker.storage import diaries
from tracker.storage.models import DailyStandingRow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.progression.review import Place
    from tracker.progression.timeline import DayOutcome
    from tracker.storage.database import Transaction
    from tracker.storage.diaries import Entries
    from tracker.storage.episodes import EpisodeRecord

CHECKPOINT_EVERY_DAYS = 7

_MINE = DailyStandingRow.episode_id == bindparam("episode")
_LATEST = DailyStandingRow.date.desc()
_LAST_DAY = select(DailyStandingRow.date).where(_MINE).order_by(_LATEST).limit(1)
_STAGE_BEFORE = (
    select(DailyStandingRow.stage)
    .where(_MINE, DailyStandingRow.date < bindparam("day"))
    .order_by(_LATEST)
    .limit(1)
)
_CHECKPOINT = (
    select(DailyStandingRow.checkpoint)
    .where(
        _MINE,
        DailyStandingRow.date < bindparam("day"),
        DailyStandingRow.checkpoint.is_not(None),
    )
    .order_by(_LATEST)
    .limit(1)
)


def resume(
    tx: Transaction, episode: EpisodeRecord, day: dt.date, *, until: dt.date | None = None
) -> tuple[Standing | None, Entries]:
    """The latest checkpoint before a day, and the entries after it: all a fold to come needs."""
    base = _checkpoint_before(tx, episode.id, day)
    after = None if base is None else base.day
    return base, diaries.load(tx, episode, after=after, until=until)


def _checkpoint_before(tx: Transaction, episode_id: int, day: dt.date) -> Standing | None:
    stored = tx.scalar(_CHECKPOINT, {"episode": episode_id, "day": day})
    return None if stored is None else from_json(stored)


def place_stored(tx: Transaction, episode_id: int, day: dt.date) -> Place | None:
    """Stage and step as stored for a day."""
    row = tx.get(DailyStandingRow, (episode_id, day))
    return None if row is None else (Stage(row.stage), row.step)


def stage_before(tx: Transaction, episode_id: int, day: dt.date) -> Stage | None:
    """The stage at the end of the last stored day before a day; None if there is none."""
    stage = tx.scalar(_STAGE_BEFORE, {"episode": episode_id, "day": day})
    return None if stage is None else Stage(stage)


def last_day(tx: Transaction, episode_id: int) -> dt.date | None:
    """The last day with a stored standing."""
    return tx.scalar(_LAST_DAY, {"episode": episode_id})


def replace_after(
    tx: Transaction, episode_id: int, base: Standing | None, outcomes: Iterable[DayOutcome]
) -> None:
    """Store the standings of `outcomes` in place of all after `base` (of all, if None)."""
    stale = delete(DailyStandingRow).where(DailyStandingRow.episode_id == episode_id)
    tx.execute(stale if base is None else stale.where(DailyStandingRow.date > base.day))
    rows = [row_of(episode_id, d) for d in outcomes]
    if rows:
        tx.connection().execute(insert(DailyStandingRow), rows)  # one statement for all of them


def stored(tx: Transaction, episode_id: int) -> dict[dt.date, dict[str, Any]]:
    """The days as stored, each as `row_of` makes it."""
    columns = DailyStandingRow.__table__.c
    rows = tx.execute(select(*columns).where(columns.episode_id == episode_id))
    return {row.date: dict(row._mapping) for row in rows}  # noqa: SLF001 - public all the same


def row_of(episode_id: int, outcome: DayOutcome) -> dict[str, Any]:
    """A day as a row of the table."""
    standing = outcome.standing
    stage, step = place_of(standing)
    keep = standing.day_number % CHECKPOINT_EVERY_DAYS == 0
    return {
        "episode_id": episode_id,
        "date": standing.day,
        "stage": stage.value,
        "step": step,
        "decision": verdict(outcome.protocol, standing).decision.word,
        "worst_pain": standing.today.worst,
        "checkpoint": to_json(standing) if keep else None,
    }


def to_json(standing: Standing) -> dict[str, Any]:
    """A standing as plain JSON values; dates in ISO 8601."""
    return {field.name: _plain(getattr(standing, field.name)) for field in fields(Standing)}


def _plain(value: Any) -> Any:  # noqa: ANN401 - any field of a standing
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value


def from_json(stored: dict[str, Any]) -> Standing:
    """The standing that `to_json` was given."""
    values = dict(stored)
    for name in _DATES:
        if values[name] is not None:
            values[name] = dt.date.fromisoformat(values[name])
    values["stage"] = Stage(values["stage"])
    values["locked_by"] = tuple(values["locked_by"])
    values["first_days"] = tuple(values["first_days"])
    values["recent"] = tuple(DayFacts(*facts) for facts in values["recent"])
    values["awaiting"] = tuple(
        RunDay(dt.date.fromisoformat(day), *rest) for day, *rest in values["awaiting"]
    )
    return Standing(**values)


_DATES = (
    "day",
    "onset",
    "last_run",
    "sharp_on",
    "walked_on",
    "progress_on",
    "returned_on",
    "locked_on",
)
