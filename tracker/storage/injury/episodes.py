"""Episodes in the database, with their changed numbers and clearances."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, func, insert, select, update
from sqlalchemy import delete as delete_rows

from tracker.progression.episode import DENIED, CarriedSign
from tracker.progression.plain import from_plain, to_plain
from tracker.storage import one_view
from tracker.storage.keys import EpisodeKey, is_of, of_episode
from tracker.storage.rows import columns_of
from tracker.storage.tables.audit import ChangeRow
from tracker.storage.tables.diary import CheckInRow, ClearanceRow, EpisodeRow, SettingsChangeRow

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from sqlalchemy import ColumnElement

    from tracker.progression.episode import Clearance, Setting, Side, Site
    from tracker.storage.database import Transaction

NEW = 0  # the id of an episode that is not stored yet


@dataclass(frozen=True, slots=True, kw_only=True)
class EpisodeRecord:
    """An episode as stored, without what is stored beside it: numbers, clearances, entries.

    `questions` are what the runner wants to ask at the next visit.
    """

    id: int = NEW
    account_id: int
    site: Site
    side: Side
    onset: dt.date
    onset_about: bool
    baseline_minutes: int
    baseline_week_minutes: int | None = None
    timezone: str
    protocol: str
    protocol_by: str = ""
    protocol_on: dt.date | None = None
    protocol_set_at: dt.datetime | None = None
    screening: tuple[str, ...]
    screened_on: dt.date
    screened_at: dt.datetime | None = None
    carried_signs: tuple[CarriedSign, ...] = ()
    opened_at: dt.datetime
    closed_on: dt.date | None = None
    closed_reason: str | None = None
    reopened_at: dt.datetime | None = None
    follows_episode_id: int | None = None
    questions: str = ""

    @property
    def key(self) -> EpisodeKey:
        """Whose it is, and its id."""
        return EpisodeKey(self.account_id, self.id)


_COLUMNS = EpisodeRow.__table__.c
_CHECK_INS = CheckInRow.__table__.c
_ALL = select(*_COLUMNS)
# What every page asks: made once, because making a statement takes longer than running it.
_OPEN = _ALL.where(_COLUMNS.account_id == bindparam("account"), _COLUMNS.closed_on.is_(None))
_FLAGGED = (
    select(_CHECK_INS.id)
    .where(of_episode(CheckInRow.__table__), _CHECK_INS.red_flags.not_in(("", DENIED)))
    .limit(1)
)
_OWN = _ALL.where(_COLUMNS.id == bindparam("episode"), _COLUMNS.account_id == bindparam("account"))


def own(tx: Transaction, account_id: int, episode_id: int) -> EpisodeRecord | None:
    """An account's own episode; None for anyone else's."""
    row = tx.execute(_OWN, {"episode": episode_id, "account": account_id}).one_or_none()
    return None if row is None else _value(row)


def open_one(tx: Transaction, account_id: int) -> EpisodeRecord | None:
    """The open episode of an account, if there is one."""
    row = tx.execute(_OPEN, {"account": account_id}).one_or_none()
    if row is None:
        return None
    episode = _value(row)
    one_view.remember(tx, episode, own, account_id, episode.id)
    return episode


def of_account(tx: Transaction, account_id: int) -> list[EpisodeRecord]:
    """Every episode of an account, in the order in which they were stored."""
    return _every(tx, _COLUMNS.account_id == account_id)


def every(tx: Transaction) -> list[EpisodeRecord]:
    """Every episode of everyone, in the order in which they were stored."""
    return _every(tx)


def protocols(tx: Transaction) -> list[str]:
    """The protocols that episodes are pinned to."""
    return list(tx.scalars(select(EpisodeRow.protocol).distinct()))


def add(tx: Transaction, episode: EpisodeRecord) -> EpisodeRecord:
    """Store a new episode; return it with its id."""
    new = insert(EpisodeRow).values(_stored(episode)).returning(EpisodeRow.id)
    episode_id: int = tx.execute(new).scalar_one()
    return replace(episode, id=episode_id)


def change(tx: Transaction, episode: EpisodeRecord, changed: EpisodeRecord) -> EpisodeRecord:
    """Store what differs from an episode read in this transaction; return it as it is then."""
    before, after = _stored(episode), _stored(changed)
    values = {name: given for name, given in after.items() if given != before[name]}
    if values:
        tx.execute(update(EpisodeRow).where(_is_it(episode.key)).values(values))
    return changed


def delete(tx: Transaction, key: EpisodeKey) -> None:
    """Delete an episode with all that is stored of it; one that followed it follows none."""
    following = EpisodeRow.follows_episode_id == key.episode_id
    mine = update(EpisodeRow).where(EpisodeRow.account_id == key.account_id, following)
    tx.execute(mine.values(follows_episode_id=None))
    tx.execute(delete_rows(EpisodeRow).where(_is_it(key)))


def add_settings(
    tx: Transaction, key: EpisodeKey, settings: Iterable[Setting], now: dt.datetime
) -> None:
    """Store changed numbers, entered now unless they say when."""
    for setting in settings:
        tx.add(
            SettingsChangeRow(
                **key.columns,
                name=setting.name,
                value=setting.value,
                date=setting.date,
                by=setting.by,
                entered_at=setting.entered_at or now,
                through=setting.through,
            )
        )
    tx.flush()


def add_clearances(
    tx: Transaction, key: EpisodeKey, clearances: Iterable[Clearance], now: dt.datetime
) -> None:
    """Store a clinician's words, entered now unless they say when."""
    for clearance in clearances:
        tx.add(
            ClearanceRow(
                **key.columns,
                date=clearance.date,
                by=clearance.by,
                note=clearance.note,
                covers=list(clearance.covers),
                entered_at=clearance.entered_at or now,
                through=clearance.through,
            )
        )
    tx.flush()


def has_red_flag(tx: Transaction, key: EpisodeKey) -> bool:
    """Whether any check-in of an episode tells of a red flag."""
    return tx.scalar(_FLAGGED, key.asked) is not None


def count_edits(tx: Transaction, key: EpisodeKey) -> int:
    """How often anything was written down, changed or undone that may move the plan."""
    edits = select(func.count() + func.count(ChangeRow.undone_at))
    counts = [
        tx.scalar(edits.where(is_of(ChangeRow, key))),
        tx.scalar(select(func.count()).where(is_of(ClearanceRow, key))),
        tx.scalar(select(func.count()).where(is_of(SettingsChangeRow, key))),
    ]
    return sum(count or 0 for count in counts)


def _is_it(key: EpisodeKey) -> ColumnElement[bool]:
    return (EpisodeRow.account_id == key.account_id) & (EpisodeRow.id == key.episode_id)


def _every(tx: Transaction, *which: ColumnElement[bool]) -> list[EpisodeRecord]:
    return [_value(row) for row in tx.execute(_ALL.where(*which).order_by(_COLUMNS.id))]


def _value(row: Any) -> EpisodeRecord:  # noqa: ANN401 - a row of plain columns
    values = dict(row._mapping)  # noqa: SLF001 - SQLAlchemy's public name for it
    values["screening"] = tuple(values["screening"])
    signs = [from_plain(CarriedSign, stored) for stored in values["carried_signs"]]
    return EpisodeRecord(**values | {"carried_signs": tuple(signs)})


def _stored(episode: EpisodeRecord) -> dict[str, Any]:
    values = columns_of(episode)
    del values["id"]
    lists = {"screening": episode.screening, "carried_signs": episode.carried_signs}
    return values | {name: to_plain(given) for name, given in lists.items()}
