"""What was proposed through links, in the database: a clinician's words that wait for a yes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from sqlalchemy import bindparam, select, update

from tracker.content.visits import Visit
from tracker.progression.episode import Clearance, Setting
from tracker.progression.plain import from_plain, to_plain
from tracker.storage.keys import EpisodeKey
from tracker.storage.tables.practice import ProposalRow
from tracker.storage.words import ProposalKind

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from sqlalchemy import Row

    from tracker.storage.database import Transaction

Word: TypeAlias = Clearance | Setting | Visit

_KINDS: Mapping[ProposalKind, type[Word]] = {
    ProposalKind.CLEARANCE: Clearance,
    ProposalKind.SETTING: Setting,
    ProposalKind.VISIT: Visit,
}

_COLUMNS = ProposalRow.__table__.c
# Every page of Today asks: made once, because making a statement takes longer than running it.
_OF_ACCOUNT = (
    select(*_COLUMNS)
    .where(_COLUMNS.account_id == bindparam("account"))
    .order_by(_COLUMNS.id.desc())
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A clinician's word that somebody entered through a link, and what the runner made of it.

    `at` is when it was entered; `is_accepted` is None until the runner decides.
    """

    id: int
    key: EpisodeKey
    word: Word
    at: datetime
    decided_at: datetime | None
    is_accepted: bool | None

    @property
    def kind(self) -> ProposalKind:
        """What it is: a clearance, a number, a visit."""
        return next(kind for kind, of in _KINDS.items() if isinstance(self.word, of))


def add(tx: Transaction, key: EpisodeKey, word: Word, now: datetime) -> Proposal:
    """Store a proposal; return it with its id."""
    kind = next(kind for kind, of in _KINDS.items() if isinstance(word, of))
    row = ProposalRow(**key.columns, kind=kind, said=as_stored(word), at=now)
    tx.add(row)
    tx.flush()
    return _value(row)


def own(tx: Transaction, account_id: int, proposal_id: int) -> Proposal | None:
    """A proposal to one of an account's episodes; None for anyone else's."""
    row = tx.get(ProposalRow, (account_id, proposal_id))
    return None if row is None else _value(row)


def of_account(tx: Transaction, account_id: int) -> list[Proposal]:
    """Every proposal to an account's episodes, the latest first."""
    return [_value(row) for row in tx.execute(_OF_ACCOUNT, {"account": account_id})]


def decide(
    tx: Transaction, account_id: int, proposal_id: int, now: datetime, *, is_accepted: bool
) -> None:
    """Store what the runner made of a proposal."""
    row = ProposalRow
    it = update(row).where(row.account_id == account_id, row.id == proposal_id)
    tx.execute(it.values(decided_at=now, is_accepted=is_accepted))


def as_stored(word: Word) -> dict[str, Any]:
    """A word as plain values, for the record of edits."""
    plain: dict[str, Any] = to_plain(word)
    return plain


def _value(row: ProposalRow | Row[Any]) -> Proposal:
    return Proposal(
        id=row.id,
        key=EpisodeKey(row.account_id, row.episode_id),
        word=from_plain(_KINDS[row.kind], row.said),
        at=row.at,
        decided_at=row.decided_at,
        is_accepted=row.is_accepted,
    )
